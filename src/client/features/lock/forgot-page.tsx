/** Nobody can open it any more: what goes, what stays, and who helps, before anything is done. */
import { useEffect, useState } from 'react';
import type { LockStore } from '#client/db/lock-store.ts';
import { fill } from '#client/messages/fill.ts';
import { lockWords } from '#client/messages/lock.ts';
import { Bar } from '#client/ui/bar.tsx';
import { Button } from '#client/ui/button.tsx';
import { Dock } from '#client/ui/dock.tsx';
import { Page } from '#client/ui/page.tsx';

interface ForgotPageProps {
  profileId: string;
  store: LockStore;
  onBack: () => void;
  onYes: () => void;
}

export function ForgotPage({ profileId, store, onBack, onYes }: ForgotPageProps) {
  const [operations, setOperations] = useState<number | null>(null);
  useEffect(() => {
    store.left(profileId).then((file) => setOperations(file?.operations ?? 0), reportError);
  }, [store, profileId]);
  return (
    <Page
      head={<Bar title={lockWords.forgotTitle} back={onBack} />}
      foot={
        <Dock>
          <Button kind="hand" onClick={onYes}>
            {lockWords.forgotYes}
          </Button>
        </Dock>
      }
    >
      <p>{lockWords.forgotWhat}</p>
      {operations !== null && (
        <p>{operations > 0 ? fill(lockWords.forgotLeft, { n: operations }) : lockWords.forgotNothing}</p>
      )}
      <p>{lockWords.forgotNext}</p>
    </Page>
  );
}
