/** What this machine last heard from the commune's server, in words and a time. */
import { useEffect, useState } from 'react';
import type { StateWord } from '#client/state-of.ts';
import type { EnginePhase, Workspace } from '#client/workspace.ts';
import { useEnginePhase } from '#client/app/use-phase.ts';
import { useLive } from '#client/app/use-live.ts';
import { useWorkspace } from '#client/app/workspace-context.tsx';
import { fill } from '#client/messages/fill.ts';
import { office } from '#client/messages/office.ts';
import { Glyph } from '#client/ui/glyph.tsx';
import { formatNumber } from '#domain/vietnamese/format.ts';
import { when } from './when.ts';
import controls from './controls.module.css';
import styles from './office.module.css';

interface Contact {
  contactAt: number | null;
  submissions: number;
  waiting: number;
}

/** Counting ten thousand rows is worth it only while they are coming in. */
async function readContact(workspace: Workspace, isCounting: boolean): Promise<Contact> {
  const [state, submissions, outbox] = await Promise.all([
    workspace.syncState(),
    isCounting ? workspace.rows('submission') : [],
    workspace.outbox(),
  ]);
  return {
    contactAt: state.contactAt,
    submissions: submissions.length,
    waiting: outbox.filter((row) => row.result === undefined).length,
  };
}

const { contact: words } = office;

export interface ContactWords {
  state: StateWord;
  /** Spoken when it changes. */
  word: string;
  /** The rest of the sentence, with its time: read, not spoken, for it changes with every exchange. */
  rest: string;
}

/** The rail's foot: a pure function of phase and facts, so that no second copy of the state can drift. */
export function contactWords(phase: EnginePhase, { contactAt, submissions }: Contact): ContactWords {
  const said = (state: StateWord, [word, rest]: readonly [string, string]): ContactWords => ({
    state,
    word,
    rest: fill(rest, { when: contactAt === null ? '' : when(contactAt), count: formatNumber(submissions) }),
  });
  if (phase.kind === 'exchanging') return said('sending', words.exchanging);
  if (contactAt === null) return said('queued', words.never);
  if (phase.kind === 'idle') return said('received', words.done);
  if (phase.reason === 'needsScan' || phase.reason === 'codeRefused')
    return said('lockedOut', words.needsScan);
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

export function ContactLine() {
  const workspace = useWorkspace();
  const phase = useLastingPhase();
  const isCounting = phase.kind === 'exchanging';
  const contact = useLive(() => readContact(workspace, isCounting), [workspace, isCounting]);
  if (!contact) return <div className={styles.foot} />;
  const { state, word, rest } = contactWords(phase, contact);
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
        {phase.kind === 'waiting' && (
          <button type="button" className={controls.textButton} onClick={() => workspace.sendNow()}>
            {office.retry}
          </button>
        )}
      </div>
    </div>
  );
}
