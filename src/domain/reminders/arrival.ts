/**
 * How a form came, held against its deadline: the commune's own clock decides; what the phone claims counts only within
 * the days of grace, and only once the officer has confirmed it (`protocol.md` §4: late is a flag, never a verdict). Pure.
 */

const DAY_MS = 24 * 60 * 60 * 1000;

/** Epoch ms. `sealedAt`: by the phone's clock put right by what it knew to be off. */
export interface Arrival {
  sealedAt: number;
  receivedAt: number;
}

/** `inGrace`: sealed before, by the phone's own word, and here within the days of grace: in time once confirmed. */
export type ArrivalStanding = 'onTime' | 'inGrace' | 'late';

export interface GraceRule {
  /** The first instant that is too late, epoch ms. */
  cutoffAt: number;
  /** Whole days after it. */
  graceDays: number;
}

/** The first instant that is too late even with grace, epoch ms. */
export const graceEnd = ({ cutoffAt, graceDays }: GraceRule): number => cutoffAt + graceDays * DAY_MS;

export function arrivalOf({ sealedAt, receivedAt }: Arrival, rule: GraceRule): ArrivalStanding {
  if (receivedAt < rule.cutoffAt) return 'onTime';
  return sealedAt < rule.cutoffAt && receivedAt < graceEnd(rule) ? 'inGrace' : 'late';
}
