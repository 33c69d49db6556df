/** Until when a proposal is to be decided (`domain.md` §3.2: ten working days unless the campaign's rules say otherwise). */
import { dayOf, noonOf } from '../day.ts';
import { afterWorkingDays, workingDaysTo } from '../working-days.ts';
import type { DecisionFacts, LetterFacts } from './types.ts';

export type DecisionClock =
  /** `left`: working days, today not counted; 0 = today is the last. `dueOn`: `YYYY-MM-DD`. */
  | { kind: 'running'; dueOn: string; left: number }
  /** `late`: working days since; on a weekend right after the last day still 0. */
  | { kind: 'overdue'; dueOn: string; late: number }
  | { kind: 'decided'; dueOn: string; isLate: boolean };

/**
 * How a letter stands against its last day. The letter's own day is not counted (Bộ luật Dân sự 2015, art. 147); the last
 * counts whole. Only an approved decision ends the wait, by its own date. `today`: `YYYY-MM-DD`.
 */
export function decisionClock(
  letter: Pick<LetterFacts, 'id' | 'date'>,
  decisions: readonly Pick<DecisionFacts, 'letterId' | 'state' | 'date'>[],
  { decisionDays, today }: { decisionDays: number; today: string },
): DecisionClock {
  const due = afterWorkingDays(noonOf(letter.date), decisionDays);
  const dueOn = dayOf(due);
  const decided = decisions.find(({ letterId, state }) => letterId === letter.id && state === 'approved');
  if (decided !== undefined) return { kind: 'decided', dueOn, isLate: decided.date > dueOn };
  const now = noonOf(today);
  return today > dueOn
    ? { kind: 'overdue', dueOn, late: workingDaysTo(due, now) }
    : { kind: 'running', dueOn, left: workingDaysTo(now, due) };
}
