/** The key is gone: what it opened is deleted, what waited stays sealed for the commune. */
import { useEffect, useState } from 'react';
import { wipeAll, type LeaveParts } from '#client/lock/leave.ts';
import { leaveWords, lockWords } from '#client/messages/lock.ts';
import { Bar } from '#client/ui/bar.tsx';
import { Button } from '#client/ui/button.tsx';
import { Dock } from '#client/ui/dock.tsx';
import { Notice } from '#client/ui/notice.tsx';
import { Page } from '#client/ui/page.tsx';
import { GonePage, WorkingPage } from './plain-pages.tsx';

interface WipedPageProps {
  parts: LeaveParts;
  why: 'tries' | 'forgot';
  onLeft: () => void;
}

type Step = { kind: 'wiping' } | { kind: 'held' } | { kind: 'gone'; operations: number };

async function wiped(parts: LeaveParts): Promise<Step> {
  const operations = (await parts.store.left(parts.profile.id))?.operations ?? 0;
  const done = await wipeAll(parts);
  return done.kind === 'held' ? done : { kind: 'gone', operations };
}

export function WipedPage({ parts, why, onLeft }: WipedPageProps) {
  const [step, setStep] = useState<Step>({ kind: 'wiping' });
  const [first] = useState(parts);
  const [turn, setTurn] = useState(0);
  useEffect(() => {
    let isOver = false;
    setStep({ kind: 'wiping' });
    const look = async (): Promise<void> => {
      const next = await wiped(first);
      if (isOver) return;
      setStep(next);
      if (next.kind === 'gone') onLeft();
    };
    look().catch((error: unknown) => {
      reportError(error);
      if (!isOver) setStep({ kind: 'held' });
    });
    return () => {
      isOver = true;
    };
  }, [first, turn, onLeft]);
  switch (step.kind) {
    case 'wiping':
      return <WorkingPage title={lockWords.goneTitle} words={leaveWords.wiping} />;
    case 'held':
      return (
        <Page
          head={<Bar title={lockWords.goneTitle} />}
          foot={
            <Dock>
              <Button kind="main" onClick={() => setTurn(turn + 1)}>
                {leaveWords.again}
              </Button>
            </Dock>
          }
        >
          <Notice tone="hand">
            <p role="alert">{leaveWords.failed}</p>
          </Notice>
        </Page>
      );
    case 'gone':
      return (
        <GonePage
          title={lockWords.goneTitle}
          words={[why === 'tries' ? lockWords.gone : lockWords.goneForgot, lockWords.goneNext]}
          operations={step.operations}
          nothing={lockWords.forgotNothing}
        />
      );
  }
}
