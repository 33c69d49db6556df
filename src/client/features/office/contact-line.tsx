/** What this machine last heard from the commune's server, in words and a time. */
import { useEffect, useState } from 'react';
import type { StateWord } from '#client/state-of.ts';
import type { EnginePhase, Workspace } from '#client/workspace.ts';
import { useEnginePhase } from '#client/app/use-phase.ts';
import { useSettings } from '#client/app/settings-context.tsx';
import { useLive } from '#client/app/use-live.ts';
import { useWorkspace } from '#client/app/workspace-context.tsx';
import { fill } from '#client/messages/fill.ts';
import { officeHelp } from '#client/messages/office-help.ts';
import { office } from '#client/messages/office.ts';
import { Glyph } from '#client/ui/glyph.tsx';
import { formatNumber } from '#domain/vietnamese/format.ts';
import { when } from './when.ts';
import controls from './controls.module.css';
import styles from './office.module.css';
import { useDesk } from './today/office-desk.tsx';

interface Contact {
  contactAt: number | null;
  waiting: number;
}

async function readContact(workspace: Workspace): Promise<Contact> {
  const [state, outbox] = await Promise.all([workspace.syncState(), workspace.outbox()]);
  return { contactAt: state.contactAt, waiting: outbox.filter((row) => row.result === undefined).length };
}
const TABLES = ['meta', 'outbox'] as const;

const words = { ...office.contact, paused: officeHelp.pull.paused };

export interface ContactWords {
  state: StateWord;
  /** Spoken when it changes. */
  word: string;
  /** The rest of the sentence, with its time: read, not spoken, for it changes with every exchange. */
  rest: string;
}

/** The rail's foot: a pure function of phase and facts, so that no second copy of the state can drift. */
export function contactWords(
  phase: EnginePhase,
  { contactAt, submissions, isPaused }: { contactAt: number | null; submissions: number; isPaused: boolean },
): ContactWords {
  const said = (state: StateWord, [word, rest]: readonly [string, string]): ContactWords => ({
    state,
    word,
    rest: fill(rest, { when: contactAt === null ? '' : when(contactAt), count: formatNumber(submissions) }),
  });
  if (phase.kind === 'exchanging') return said('sending', words.exchanging);
  if (contactAt === null) return said('queued', words.never);
  if (phase.kind === 'idle') return isPaused ? said('queued', words.paused) : said('received', words.done);
  if (phase.reason === 'needsScan' || phase.reason === 'codeRefused')
    return said('lockedOut', words.needsScan);
  if (phase.problem === 'sign-in') return said('queued', words.signIn);
  if (phase.problem === 'step-up') return said('queued', words.stepUp);
  return said('queued', words[phase.reason]);
}

/** A look for news takes a moment and is no news itself; only one that lasts is told. */
const LASTING_MS = 1000;

function useLastingPhase(): EnginePhase {
  const phase = useEnginePhase();
  const [shown, setShown] = useState(phase);
  useEffect(() => {
    if (phase.kind !== 'exchanging') {
      setShown(phase);
      return undefined;
    }
    const timer = setTimeout(() => setShown(phase), LASTING_MS);
    return () => clearTimeout(timer);
  }, [phase]);
  return shown;
}

/** Rows come page by page; the office may go on with what it has and take the rest later. */
function PullSwitch({ isPaused, isExchanging }: { isPaused: boolean; isExchanging: boolean }) {
  const workspace = useWorkspace();
  const { change } = useSettings();
  if (!isPaused && !isExchanging) return null;
  return (
    <button
      type="button"
      className={controls.textButton}
      onClick={() => {
        change({ pausesRows: !isPaused });
        if (isPaused) workspace.sendNow();
      }}
    >
      {isPaused ? officeHelp.pull.resume : officeHelp.pull.pause}
    </button>
  );
}

export function ContactLine() {
  const workspace = useWorkspace();
  const phase = useLastingPhase();
  const isPaused = useSettings().settings.pausesRows ?? false;
  const submissions = useDesk()?.desk.rows.submission.length ?? 0;
  const contact = useLive(() => readContact(workspace), [workspace], TABLES);
  if (!contact) return <div className={styles.foot} />;
  const { state, word, rest } = contactWords(phase, { ...contact, submissions, isPaused });
  return (
    <div className={styles.foot}>
      <Glyph state={state} />
      <div>
        <p>
          <b role="status">{word}</b> {rest}
        </p>
        {contact.waiting > 0 && (
          <p>{fill(office.contactWaiting, { count: formatNumber(contact.waiting) })}</p>
        )}
        <PullSwitch isPaused={isPaused} isExchanging={phase.kind === 'exchanging'} />
        {phase.kind === 'waiting' && (
          <button type="button" className={controls.textButton} onClick={() => workspace.sendNow()}>
            {office.retry}
          </button>
        )}
      </div>
    </div>
  );
}
