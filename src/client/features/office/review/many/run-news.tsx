/** How the run goes on, and what became of its forms when the commune has judged them: verified, waiting, to look at. */
import { useMemo } from 'react';
import { formatNumber } from '#domain/vietnamese/format.ts';
import { fill } from '#client/messages/fill.ts';
import { reviewManyWords } from '#client/messages/office-review-many.ts';
import controls from '../../controls.module.css';
import type { Entry } from '../../entries.ts';
import { refusedWords } from '../../moves/move-words.ts';
import styles from './many.module.css';
import type { VerifyRun, VerifyRunner } from './use-verify-run.ts';

const { run: words } = reviewManyWords;

interface RunNewsProps {
  runner: VerifyRunner;
  entries: readonly Entry[];
  /** Leads to those that had no effect. */
  onOpen: () => void;
}

interface Outcome {
  verified: number;
  /** Sentences of why, with how many. */
  refused: ReadonlyMap<string, number>;
  waiting: number;
}

/** One for each form, whatever channels it came through. Pure. */
export function outcomeOf({ sealed }: Pick<VerifyRun, 'sealed'>, entries: readonly Entry[]): Outcome {
  const of = new Map(
    entries.flatMap((each) => (sealed.has(each.assessmentId) ? [[each.assessmentId, each] as const] : [])),
  );
  const refused = new Map<string, number>();
  let verified = 0;
  for (const { state, flags, notDone } of of.values()) {
    const isRefused = flags.some(({ kind }) => kind === 'notDone');
    if (isRefused) refused.set(refusedWords(notDone), (refused.get(refusedWords(notDone)) ?? 0) + 1);
    else if (state === 'verified' || state === 'final') verified += 1;
  }
  const again = [...refused.values()].reduce((sum, n) => sum + n, 0);
  return { verified, refused, waiting: sealed.size - verified - again };
}

export function RunNews({ runner, entries, onOpen }: RunNewsProps) {
  const { run, stop, dismiss } = runner;
  const outcome = useMemo(() => run && outcomeOf(run, entries), [run, entries]);
  if (run === null || outcome === null) return null;
  const figures = { done: formatNumber(run.done), all: formatNumber(run.all) };
  if (run.state === 'going')
    return (
      <div className={styles.news}>
        <p className={styles.line}>
          <span role="status">{fill(words.going, figures)}</span>
          <progress max={run.all} value={run.done} aria-hidden="true" />
          <button type="button" className={controls.button} onClick={stop}>
            {words.stop}
          </button>
        </p>
      </div>
    );
  const { verified, refused, waiting } = outcome;
  const again = [...refused.values()].reduce((sum, n) => sum + n, 0) + run.changed;
  const sentences = [
    run.state !== 'over' && fill(words[run.state], figures),
    fill(words.result, { n: formatNumber(verified) }),
    waiting > 0 && fill(words.waits, { n: formatNumber(waiting) }),
    again > 0 && fill(words.again, { n: formatNumber(again) }),
  ];
  return (
    <div className={styles.news}>
      <p role="status">{sentences.filter((each) => each !== false).join(' ')}</p>
      {again > 0 && (
        <ul>
          {[...refused].map(([why, n]) => (
            <li key={why}>{fill(words.refused, { n: formatNumber(n), why })}</li>
          ))}
          {run.changed > 0 && <li>{fill(words.changed, { n: formatNumber(run.changed) })}</li>}
        </ul>
      )}
      <div className={styles.line}>
        {refused.size > 0 && (
          <button type="button" className={controls.button} onClick={onOpen}>
            {words.open}
          </button>
        )}
        <button type="button" className={controls.button} onClick={dismiss}>
          {words.dismiss}
        </button>
      </div>
    </div>
  );
}
