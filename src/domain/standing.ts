/**
 * Whether a hamlet, a unit or a post stands, by its days (`domain.md` §5: dated data, history kept). Its first day counts
 * and the day it ends on does not: of two hamlets merged from 1 July on, on that day only the second stands. Pure.
 */
import { dayOf } from './day.ts';

/** Days as `YYYY-MM-DD`. */
export interface Dated {
  validFrom: string;
  validTo?: string | undefined;
  mergedInto?: string | undefined;
}

/** Ended by that day; one merged away without a day has ended whatever the day. */
export const hasEndedBy = ({ validTo, mergedInto }: Omit<Dated, 'validFrom'>, day: string): boolean =>
  validTo === undefined ? mergedInto !== undefined : validTo <= day;

export const standsOn = (dated: Dated, day: string): boolean =>
  dated.validFrom <= day && !hasEndedBy(dated, day);

/** Of a campaign nobody knows everybody takes part who has not ended. */
const LAST_DAY = '9999-12-31';

/**
 * The day on which a campaign counts who takes part: the last one on which a form can be sent, or the last of its year
 * while nobody has set a deadline. Who ended before has nothing to send; who ends later is scored and ranked with the
 * rest of its campaign, and is not there in the next. `cutoffAt`: epoch ms, the first moment that is too late.
 */
export function countingDay(
  campaign: { year: number } | undefined,
  deadline: { cutoffAt: number } | undefined,
): string {
  if (deadline !== undefined) return dayOf(deadline.cutoffAt - 1);
  return campaign === undefined ? LAST_DAY : `${campaign.year}-12-31`;
}

/**
 * Hamlets that took part on that day and have been merged since, on either side. Families follow a merger with all their
 * forms, also those of earlier campaigns: what these hamlets claimed then cannot be held against the forms under them now.
 */
export function mergedSince(hamlets: readonly (Dated & { id: string })[], day: string): Set<string> {
  const gone = hamlets.filter((hamlet) => hamlet.mergedInto !== undefined && standsOn(hamlet, day));
  return new Set(gone.flatMap(({ id, mergedInto = '' }) => [id, mergedInto]));
}
