/** How many have sent, day by day, from the instants the commune received each one's first form. Days are Việt Nam's. */
import { dayOf, daysBefore, noonOf } from '../day.ts';

const DAY_MS = 24 * 60 * 60 * 1000;

export interface DayPoint {
  /** `YYYY-MM-DD`. */
  day: string;
  /** Sent on that day. */
  added: number;
  /** Sent up to its end. */
  total: number;
}

const dayAfter = (day: string): string => dayOf(noonOf(day) + DAY_MS);

/**
 * One point for each day from the first form to the day of `now`, days without any included; none before the first
 * form. `firstAt`: one instant (epoch ms) a subject; what lies after `now` (a clock set back) counts on the last day.
 */
export function participationByDay(firstAt: readonly number[], now: number): DayPoint[] {
  if (firstAt.length === 0) return [];
  const last = dayOf(now);
  const counts = new Map<string, number>();
  let first = last;
  for (const at of firstAt) {
    const day = at > now ? last : dayOf(at);
    counts.set(day, (counts.get(day) ?? 0) + 1);
    if (day < first) first = day;
  }
  const points: DayPoint[] = [];
  let total = 0;
  for (let day = first; day <= last; day = dayAfter(day)) {
    const added = counts.get(day) ?? 0;
    total += added;
    points.push({ day, added, total });
  }
  return points;
}

/** Sent on the day before that of `now`. */
export const addedYesterday = (points: readonly DayPoint[], now: number): number =>
  points.find(({ day }) => day === daysBefore(dayOf(now), 1))?.added ?? 0;
