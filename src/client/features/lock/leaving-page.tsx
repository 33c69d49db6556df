/** Leaving, step by step, outside the profile, which is closed by now. */
import { useCallback, useEffect, useState } from 'react';
import {
  endSession,
  keepUnsent,
  lastSend,
  wipeAll,
  type LeaveParts,
  type Unsent,
} from '#client/lock/leave.ts';
import { fill } from '#client/messages/fill.ts';
import { leaveWords } from '#client/messages/lock.ts';
import { Bar } from '#client/ui/bar.tsx';
import { Button } from '#client/ui/button.tsx';
import { Dock } from '#client/ui/dock.tsx';
import { Notice } from '#client/ui/notice.tsx';
import { Page } from '#client/ui/page.tsx';
import { GonePage, WorkingPage } from './plain-pages.tsx';

type Step =
  | { kind: 'sending' }
  | { kind: 'unsent'; unsent: Unsent }
  | { kind: 'wiping' }
  | { kind: 'trouble'; words: string }
  | { kind: 'left'; operations: number };

interface LeavingPageProps {
  parts: LeaveParts;
  /** Nothing was deleted; the profile opens again. */
  onStay: () => void;
  /** It is gone from this phone. */
  onLeft: () => void;
}

export function LeavingPage({ parts: given, onStay, onLeft }: LeavingPageProps) {
  const [parts] = useState(given);
  const [step, setStep] = useState<Step>({ kind: 'sending' });
  const { title } = parts.profile;

  const failed = useCallback((error: unknown): void => {
    reportError(error);
    setStep({ kind: 'trouble', words: leaveWords.failed });
  }, []);
  const go = useCallback(async (): Promise<void> => {
    setStep({ kind: 'wiping' });
    const kept = await keepUnsent(parts);
    if (kept.kind === 'cannot') return setStep({ kind: 'trouble', words: leaveWords[kept.reason] });
    if (kept.kind === 'held') return setStep({ kind: 'trouble', words: leaveWords.held });
    if (kept.kind === 'notOpened') return setStep({ kind: 'trouble', words: leaveWords.failed });
    // What asks may not be on this machine, and the network may be gone: leaving goes on.
    await endSession(parts).catch(reportError);
    const done = await wipeAll(parts);
    if (done.kind === 'held') return setStep({ kind: 'trouble', words: leaveWords.held });
    setStep({ kind: 'left', operations: kept.kind === 'left' ? kept.operations : 0 });
    onLeft();
  }, [parts, onLeft]);
  const send = useCallback(async (): Promise<void> => {
    setStep({ kind: 'sending' });
    const sent = await lastSend(parts);
    if (sent.kind !== 'looked')
      return setStep({
        kind: 'trouble',
        words: sent.kind === 'held' ? leaveWords.held : leaveWords.failed,
      });
    const { operations, photos } = sent.unsent;
    if (operations + photos > 0) return setStep({ kind: 'unsent', unsent: sent.unsent });
    return go();
  }, [parts, go]);
  useEffect(() => {
    send().catch(failed);
  }, [send, failed]);

  switch (step.kind) {
    case 'sending':
      return <WorkingPage title={leaveWords.title} words={leaveWords.sending} />;
    case 'wiping':
      return <WorkingPage title={leaveWords.title} words={leaveWords.wiping} />;
    case 'left':
      return (
        <GonePage
          title={leaveWords.doneTitle}
          words={[fill(leaveWords.done, { ten: title })]}
          operations={step.operations}
          nothing={leaveWords.nothingKept}
        />
      );
    case 'trouble':
      return (
        <Page
          head={<Bar title={leaveWords.title} />}
          foot={
            <Dock>
              <Button onClick={onStay}>{leaveWords.stay}</Button>
              <Button kind="main" onClick={() => void send().catch(failed)}>
                {leaveWords.again}
              </Button>
            </Dock>
          }
        >
          <Notice tone="hand">
            <p role="alert">{step.words}</p>
          </Notice>
        </Page>
      );
    case 'unsent': {
      const { operations, photos } = step.unsent;
      return (
        <Page
          head={<Bar title={leaveWords.unsentTitle} />}
          foot={
            <Dock>
              <Button kind="main" onClick={onStay}>
                {leaveWords.stay}
              </Button>
            </Dock>
          }
        >
          {operations > 0 && <p>{fill(leaveWords.unsent, { n: operations })}</p>}
          {photos > 0 && (
            <Notice tone="hand">
              <p>{fill(leaveWords.photos, { n: photos })}</p>
            </Notice>
          )}
          <Button wide onClick={() => void go().catch(failed)}>
            {photos > 0 ? leaveWords.goAnyway : leaveWords.keepAndGo}
          </Button>
        </Page>
      );
    }
  }
}
