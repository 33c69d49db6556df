/** How long a proposal may still wait for its decision; overdue carries the sign that a person is needed. */
import type { SubmissionLetter } from '#protocol/award-records.ts';
import { Glyph } from '#client/ui/glyph.tsx';
import sheets from '../sheet.module.css';
import { useAwards } from './award-desk.tsx';
import { clockOf, dueWords } from './decision-due.ts';

export function DueLine({ letter }: { letter: SubmissionLetter }) {
  const clock = clockOf(letter, useAwards());
  return clock.kind === 'overdue' ? (
    <span className={sheets.state}>
      <Glyph state="returned" />
      <b>{dueWords(clock)}</b>
    </span>
  ) : (
    <span>{dueWords(clock)}</span>
  );
}
