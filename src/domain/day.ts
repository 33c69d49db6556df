/**
 * Days of the calendar as `YYYY-MM-DD`, the form records keep them in. Zone fixed at UTC+7, like the instants of
 * `vietnamese/format.ts`.
 */

const DAY_MS = 24 * 60 * 60 * 1000;
const ZONE_MS = 7 * 60 * 60 * 1000;

/** The day an instant (epoch milliseconds) falls on. */
export const dayOf = (ms: number): string => new Date(ms + ZONE_MS).toISOString().slice(0, 10);

/** Noon in Việt Nam of that day, in epoch milliseconds; NaN for a text that is no day. */
export const noonOf = (day: string): number => {
  const midnightUtc = Date.parse(`${day}T00:00:00.000Z`);
  // Some engines roll 2025-02-30 over: a real day reads the same when written back.
  if (Number.isNaN(midnightUtc) || new Date(midnightUtc).toISOString().slice(0, 10) !== day)
    return Number.NaN;
  return midnightUtc - ZONE_MS + DAY_MS / 2;
};

/** `daysBefore('2025-11-05', 1)` → `2025-11-04`. */
export const daysBefore = (day: string, days: number): string => dayOf(noonOf(day) - days * DAY_MS);

/** `2025-11-04` → `2025-11`: what sorts and groups by month. */
export const monthOf = (day: string): string => day.slice(0, 7);
