/** A letter's wait for its decision: how it stands, and as words. Pure. */
import { decisionClock, type DecisionClock } from '#domain/awards/decision-due.ts';
import type { SubmissionLetter } from '#protocol/award-records.ts';
import { fill } from '#client/messages/fill.ts';
import { decisionDueWords as words } from '#client/messages/office-awards-upward.ts';
import type { AwardDesk } from './award-desk.tsx';
import { dayWords } from './award-words.ts';

export const clockOf = (
  letter: SubmissionLetter,
  { rows, rules, today }: Pick<AwardDesk, 'rows' | 'rules' | 'today'>,
): DecisionClock =>
  decisionClock(
    letter,
    rows.decisions.map(({ value }) => value),
    { decisionDays: rules.decisionDays, today },
  );

export function dueWords(clock: DecisionClock): string {
  const day = dayWords(clock.dueOn);
  switch (clock.kind) {
    case 'running':
      return clock.left === 0 ? fill(words.today, { day }) : fill(words.left, { n: clock.left, day });
    case 'overdue':
      return clock.late === 0 ? fill(words.justLate, { day }) : fill(words.late, { n: clock.late, day });
    case 'decided':
      return fill(clock.isLate ? words.afterTime : words.inTime, { day });
  }
}
