/** "Xong, đưa máy cho nhà khác": what it means and how one comes back, then one more tap. */
import { useEffect, useRef, useState } from 'react';
import { handOnWords as words } from '#client/messages/family-score.ts';
import { Button } from '#client/ui/button.tsx';
import { Notice } from '#client/ui/notice.tsx';

interface HandOnProps {
  /** Closes the family's part and leaves it; rejects when it could not. */
  onClose: () => Promise<void>;
}

function Asking({ onClose, onStay }: HandOnProps & { onStay: () => void }) {
  const title = useRef<HTMLSpanElement>(null);
  const [hasFailed, setFailed] = useState(false);
  useEffect(() => title.current?.focus(), []);
  const close = (): void => {
    setFailed(false);
    onClose().catch(() => setFailed(true));
  };
  return (
    <Notice
      tone="plain"
      title={
        <span ref={title} tabIndex={-1}>
          {words.title}
        </span>
      }
      actions={
        <>
          <Button onClick={onStay}>{words.no}</Button>
          <Button kind="hand" onClick={close}>
            {words.yes}
          </Button>
        </>
      }
    >
      <p>{words.text}</p>
      <p>{words.waits}</p>
      {hasFailed && <p role="alert">{words.failed}</p>}
    </Notice>
  );
}

export function HandOn({ onClose }: HandOnProps) {
  const [isAsking, setAsking] = useState(false);
  return isAsking ? (
    <Asking onClose={onClose} onStay={() => setAsking(false)} />
  ) : (
    <Button small wide onClick={() => setAsking(true)}>
      {words.button}
    </Button>
  );
}
