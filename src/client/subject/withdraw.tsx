/** Taking a sent form back: what happens, that nothing is lost and how it is undone, then one more tap. */
import { useEffect, useRef, useState } from 'react';
import { useWorkspace } from '#client/app/workspace-context.tsx';
import { roundWords } from '#client/messages/rounds.ts';
import { Button } from '#client/ui/button.tsx';
import { Notice } from '#client/ui/notice.tsx';

interface WithdrawProps {
  assessmentId: string;
  /** What happens, to whoever reads it. */
  what: string;
}

function Asking({ assessmentId, what, onClose }: WithdrawProps & { onClose: () => void }) {
  const workspace = useWorkspace();
  const title = useRef<HTMLSpanElement>(null);
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    title.current?.focus();
  }, []);

  async function press(): Promise<void> {
    if (busy) return;
    setBusy(true);
    setFailed(false);
    try {
      await workspace.move(assessmentId, 'withdrawn');
      onClose();
    } catch {
      // Nothing was sealed: the form stays sent.
      setFailed(true);
      setBusy(false);
    }
  }

  return (
    <Notice
      tone="plain"
      title={
        <span ref={title} tabIndex={-1}>
          {roundWords.withdrawAsk}
        </span>
      }
      actions={
        <>
          <Button onClick={onClose}>{roundWords.withdrawNo}</Button>
          <Button kind="hand" aria-busy={busy} onClick={() => void press()}>
            {roundWords.withdrawYes}
          </Button>
        </>
      }
    >
      <p>{what}</p>
      <p>{roundWords.withdrawUndo}</p>
      {failed && <p role="alert">{roundWords.withdrawFailed}</p>}
    </Notice>
  );
}

export function Withdraw(props: WithdrawProps) {
  const [isAsking, setAsking] = useState(false);
  return isAsking ? (
    <Asking {...props} onClose={() => setAsking(false)} />
  ) : (
    <Button kind="quiet" small onClick={() => setAsking(true)}>
      {roundWords.withdraw}
    </Button>
  );
}
