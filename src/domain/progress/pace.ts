/** Will it be enough by the deadline? Whole forms and days; nothing here is a promise, and the screen says so. */
import type { DayPoint } from './participation.ts';

/** Forms of the last days, and how many days those were. */
export interface Pace {
  sent: number;
  days: number;
}

/** Over the last `days` points, or as many as there are. */
export function paceOf(points: readonly DayPoint[], days = 7): Pace {
  const last = points.slice(-days);
  return { sent: last.reduce((sum, { added }) => sum + added, 0), days: last.length };
}

/** Forms a day, in tenths, half-up: 27 in 7 days = 39 (3,9). 0 without a day. */
export const tenthsPerDay = ({ sent, days }: Pace): number =>
  days === 0 ? 0 : Math.floor((sent * 20 + days) / (2 * days));

/** Forms that make `percent` of `total`. */
export const formsFor = (total: number, percent: number): number => Math.ceil((total * percent) / 100);

export interface Standing {
  sent: number;
  /** Of how many; 0 = not known. */
  total: number;
  targetPercent: number;
  /** Today included; 0 once it is over. */
  daysLeft: number;
}

export type Need =
  | { kind: 'reached' }
  | { kind: 'over'; missing: number }
  | { kind: 'needed'; missing: number; perDay: number };

/** What each remaining day must bring; null while the number of subjects is not known. */
export function needOf({ sent, total, targetPercent, daysLeft }: Standing): Need | null {
  if (total <= 0) return null;
  const missing = formsFor(total, targetPercent) - sent;
  if (missing <= 0) return { kind: 'reached' };
  if (daysLeft <= 0) return { kind: 'over', missing };
  return { kind: 'needed', missing, perDay: Math.ceil(missing / daysLeft) };
}

/** Where the pace of the last days leads by the deadline: never above `total`, never below what is there. */
export const forecastOf = (
  { sent, total, daysLeft }: Pick<Standing, 'sent' | 'total' | 'daysLeft'>,
  pace: Pace,
): number => {
  if (pace.days === 0) return sent;
  const reached = sent + Math.floor((pace.sent * Math.max(0, daysLeft)) / pace.days);
  return Math.max(sent, Math.min(total, reached));
};
