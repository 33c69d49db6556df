/** What is due and until when, under the title; once sent, that it was. */
import { daysLeft } from '#domain/deadline.ts';
import { graceEnd } from '#domain/reminders/arrival.ts';
import { formatDate } from '#domain/vietnamese/format.ts';
import { fill } from '#client/messages/fill.ts';
import { homeWords } from '#client/messages/hamlet.ts';
import { deadlineWords } from './deadline-words.ts';
import type { SheetRows } from './read-sheet.ts';
import { holdsTurn, standingState } from './round.ts';
import { ownOf } from './sheet-state.ts';
import styles from './subject.module.css';

/** The phrase stands in the middle of a sentence elsewhere. */
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** From here on it helps to know what happens where there is no coverage. */
const NEAR_DAYS = 3;

export function DueLine({ rows, now }: { rows: SheetRows; now: number }) {
  const { deadline } = rows;
  const sources = { assessment: rows.assessment, own: ownOf(rows) };
  const state = standingState(sources);
  if (state === 'final') return <p className={styles.due}>{homeWords.dueClosed}</p>;
  if (deadline === undefined) return <p className={styles.due}>{homeWords.noDeadline}</p>;
  const { phrase, left, until } = deadlineWords(deadline, now);
  const isReturned = state === 'returned';
  const isSent = state === 'received' || isReturned || !holdsTurn(sources);
  const days = daysLeft(now, deadline.cutoffAt);
  const shown = isReturned ? homeWords.dueReturned : isSent ? homeWords.dueSent : left;
  return (
    <div className={styles.due}>
      <p>
        {capital(phrase)}: <b>{shown}</b>
      </p>
      {!isSent && days > 0 && <p>{fill(homeWords.until, { until })}</p>}
      {!isSent && days > 0 && days <= NEAR_DAYS && deadline.graceDays > 0 && (
        <p>{fill(homeWords.grace, { n: deadline.graceDays })}</p>
      )}
      {!isSent && days === 0 && now < graceEnd(deadline) && (
        <p>{fill(homeWords.graceUntil, { date: formatDate(graceEnd(deadline) - 1) })}</p>
      )}
    </div>
  );
}
