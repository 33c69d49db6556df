/**
 * Until when a family that asks something of its data is to be served (`domain.md` §5.3): within two working days it hears
 * that it was heard, within fifteen days it is done. An answer while the request stays open is the first of the two.
 */
import { afterWorkingDays } from './working-days.ts';

const DAY_MS = 24 * 60 * 60 * 1000;
const ZONE_MS = 7 * 60 * 60 * 1000;

/** Working days until somebody has answered. */
export const ANSWER_DAYS = 2;
/** Days until it is done. */
export const FINISH_DAYS = 15;

export interface RequestClock {
  /** What is due: a word that it was received, or the thing itself. */
  due: 'answer' | 'finish';
  /** Some instant of the last day, epoch ms. */
  dueAt: number;
  /** Days left, today counting as 0; below 0 it is late. */
  daysLeft: number;
}

const dayOf = (ms: number): number => Math.floor((ms + ZONE_MS) / DAY_MS);

/** `at`: when it was asked; all in epoch milliseconds. */
export function requestClock(
  { at, isAnswered }: { at: number; isAnswered: boolean },
  now: number,
): RequestClock {
  const dueAt = isAnswered ? at + FINISH_DAYS * DAY_MS : afterWorkingDays(at, ANSWER_DAYS);
  return { due: isAnswered ? 'finish' : 'answer', dueAt, daysLeft: dayOf(dueAt) - dayOf(now) };
}
