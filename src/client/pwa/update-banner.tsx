/** "Có bản mới": let in only by a tap, and only once nobody on this phone has unsaved words. */
import { useState } from 'react';
import { updateWords } from '#client/messages/update.ts';
import { Button } from '#client/ui/button.tsx';
import { usePwa, useUpdateWaiting } from './pwa-context.tsx';
import styles from './update-banner.module.css';

export function UpdateBanner() {
  const { updates } = usePwa();
  const isWaiting = useUpdateWaiting();
  const [isLettingIn, setLettingIn] = useState(false);
  if (!isWaiting) return null;
  const letIn = (): void => {
    setLettingIn(true);
    void updates.letIn();
  };
  return (
    <div className={styles.banner} role="status">
      <p>
        <b>{updateWords.ready}.</b> {isLettingIn ? updateWords.waiting : updateWords.text}
      </p>
      {!isLettingIn && (
        <Button small onClick={letIn}>
          {updateWords.letIn}
        </Button>
      )}
    </div>
  );
}
