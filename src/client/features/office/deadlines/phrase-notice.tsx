/** What the phrase means beside what is set: the two are kept apart, and only a person brings them together. */
import { useState } from 'react';
import { cutoffOf } from '#domain/deadline.ts';
import { checkPhrase } from '#domain/reminders/phrase.ts';
import type { Deadline } from '#protocol/entities.ts';
import { useWorkspace } from '#client/app/workspace-context.tsx';
import { fill } from '#client/messages/fill.ts';
import { deadlineWords as words } from '#client/messages/office-deadlines.ts';
import { Notice } from '#client/ui/notice.tsx';
import controls from '../controls.module.css';
import { untilWords } from './due-words.ts';

const { check: said } = words;

export function PhraseNotice({ deadline }: { deadline: Deadline }) {
  const workspace = useWorkspace();
  const [before, setBefore] = useState<number | null>(null);
  const [hasFailed, setFailed] = useState(false);
  const { phrase, cutoffAt } = deadline;
  const set = async (next: number, undoTo: number | null): Promise<void> => {
    try {
      const row = await workspace.row('deadline', deadline.id);
      await workspace.putRecord('deadline', deadline.id, { ...deadline, cutoffAt: next }, row?.rev ?? 0);
      setBefore(undoTo);
    } catch {
      setFailed(true);
    }
  };
  const check = checkPhrase(deadline);
  const button = (template: string, next: number) => (
    <button type="button" className={controls.button} onClick={() => void set(next, cutoffAt)}>
      {fill(template, { means: untilWords(next) })}
    </button>
  );
  const wholeDay =
    check.kind === 'differs' && check.read.minutes === undefined && !check.read.inclusive
      ? cutoffOf({ ...check.read, inclusive: true })
      : null;
  const undo = before;
  return (
    <>
      {check.kind === 'agrees' && <p>{said.agrees}</p>}
      {check.kind === 'unread' && <p>{fill(said.unread, { phrase, set: untilWords(cutoffAt) })}</p>}
      {check.kind === 'differs' && (
        <Notice
          tone={wholeDay === cutoffAt ? 'word' : 'hand'}
          actions={
            <>
              {button(said.byPhrase, check.means)}
              {wholeDay !== null && wholeDay !== cutoffAt && button(said.wholeDay, wholeDay)}
            </>
          }
        >
          {fill(said.differs, { phrase, means: untilWords(check.means), set: untilWords(cutoffAt) })}
        </Notice>
      )}
      {undo !== null && (
        <p role="status">
          {said.changed}{' '}
          <button type="button" className={controls.textButton} onClick={() => void set(undo, null)}>
            {said.undo}
          </button>
        </p>
      )}
      {hasFailed && <Notice tone="stop">{words.failed}</Notice>}
    </>
  );
}
