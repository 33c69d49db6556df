/** The list hung out for objections (`domain.md` §3.3): how long, and what still speaks against an award. */
import { dayOf, noonOf } from '../day.ts';
import { afterWorkingDays } from '../working-days.ts';
import type { NoticeFacts } from './types.ts';

/**
 * The last day of a notice hung out on `from` (`YYYY-MM-DD`) for so many working days. The first day is not counted
 * (Bộ luật Dân sự 2015, art. 147); 0 days = that day alone.
 */
export const noticeUntil = (from: string, days: number): string =>
  dayOf(afterWorkingDays(noonOf(from), days));

/** Its last day, which counts whole, has passed. */
export const isNoticeOver = ({ until }: Pick<NoticeFacts, 'until'>, today: string): boolean => today > until;

export type ObjectionsLeft = 'none' | 'open' | 'upheld';

/** What objections of a notice mean for one award: an open one waits for its answer, an upheld one keeps it back. */
export function objectionsTo(
  { objections }: Pick<NoticeFacts, 'objections'>,
  awardId: string,
): ObjectionsLeft {
  const outcomes = objections.filter((each) => each.awardId === awardId).map(({ outcome }) => outcome);
  if (outcomes.includes('upheld')) return 'upheld';
  return outcomes.includes('open') ? 'open' : 'none';
}
