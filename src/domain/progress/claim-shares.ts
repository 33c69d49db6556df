/** A claim band as three parts of one whole: known yes, not known, known no (visual: solid, hatched, empty). */
import type { ClaimBounds } from '../bounds.ts';
import { denominators, judgeClaim, numeratorsAt, type Claim, type Verdict } from '../judge-claim.ts';

export interface ClaimShares {
  /** The whole: the claimed denominator where completions have it, else the widest they have. */
  d: number;
  yes: number;
  unknown: number;
  no: number;
  /** What the hamlet claims; null = it has claimed nothing. `n` at most `d` of its own. */
  claim: Claim | null;
  verdict: Verdict | null;
}

/** Null while nothing can be drawn: nobody there, or bounds without any people. */
export function claimShares(bounds: ClaimBounds, claim: Claim | null): ClaimShares | null {
  const known = claim === null ? null : numeratorsAt(bounds, claim.d);
  const d = known === null || claim === null ? denominators(bounds).max : claim.d;
  const span = known ?? numeratorsAt(bounds, d);
  if (span === null || d <= 0) return null;
  const max = Math.min(span.max, d);
  const min = Math.min(span.min, max);
  return {
    d,
    yes: min,
    unknown: max - min,
    no: d - max,
    claim,
    verdict: claim === null ? null : judgeClaim(bounds, claim),
  };
}
