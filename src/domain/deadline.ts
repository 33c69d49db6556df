/**
 * A deadline is a phrase people read ("trước ngày 15/11/2025") and an instant computed from it, kept apart
 * (`domain.md`, finding 7): "trước ngày 15/11" ends on 14/11 at 24:00. Zone fixed at UTC+7.
 */

const DAY_MS = 24 * 60 * 60 * 1000;
const ZONE_MS = 7 * 60 * 60 * 1000;

/** `phraseDate` is the day named in the phrase, `YYYY-MM-DD`; `inclusive` when that whole day still counts. */
export type DeadlineDay = { phraseDate: string; inclusive: boolean };

/**
 * The first instant that is too late, in epoch milliseconds.
 * @throws RangeError when `phraseDate` is no day of the calendar (it has been parsed at a gate before).
 */
export const cutoffOf = ({ phraseDate, inclusive }: DeadlineDay): number => {
  const midnightUtc = Date.parse(`${phraseDate}T00:00:00.000Z`);
  // Date.parse rolls 2025-02-30 over on some engines; a real day reads the same when written back.
  if (Number.isNaN(midnightUtc) || new Date(midnightUtc).toISOString().slice(0, 10) !== phraseDate) {
    throw new RangeError(`not a day: ${phraseDate}`);
  }
  return midnightUtc - ZONE_MS + (inclusive ? DAY_MS : 0);
};

/** Days one can still send, today included: 1 on the last day, 0 once it is over. Both in epoch milliseconds. */
export const daysLeft = (now: number, cutoff: number): number =>
  now >= cutoff ? 0 : Math.ceil((cutoff - now) / DAY_MS);

/** Was it there before the cutoff? Both in epoch milliseconds. */
export const isOnTime = (at: number, cutoff: number): boolean => at < cutoff;
