/** A figure of the sheet as a claim: what is claimed, out of what, and what households' forms make of it. */
import type { Interval } from '#domain/bounds.ts';
import type { Criterion } from '#domain/criteria.ts';
import type { Explanation } from '#domain/explanation.ts';
import { judgeClaim, numeratorsAt, type Claim, type Verdict } from '#domain/judge-claim.ts';
import type { RollupSuggestion } from '#domain/rollup.ts';
import { isDivided } from './field-value.ts';
import type { OfficialFigure } from './claim-desk.tsx';
import type { SheetFacts } from './sheet-context.tsx';

export interface ClaimState {
  /** Null until numerator and denominator are both there and can be. */
  claim: Claim | null;
  /** What the band is drawn on: the claim's own denominator, or the suggested one. */
  d: number | null;
  /** At that denominator; null where forms rule it out or nothing can be ruled out. */
  numerators: Interval | null;
  verdict: Verdict | null;
}

const suggests = (suggestion: RollupSuggestion | undefined): suggestion is RollupSuggestion =>
  suggestion !== undefined && suggestion.propose === 'figures' && suggestion.coverage.forms > 0;

/** `typed`: the denominator as it stands on the sheet, if it does. */
export function claimState(
  criterion: Criterion,
  why: Explanation,
  typed: number | undefined,
  { suggestions, bounds }: Pick<SheetFacts, 'suggestions' | 'bounds'>,
): ClaimState {
  const found = bounds[criterion.id];
  const suggestion = suggestions[criterion.id];
  const claim = why.kind === 'ratio' ? { n: why.n, d: why.d } : null;
  const proposed = isDivided(criterion) && suggests(suggestion) ? suggestion.d : null;
  const d = claim?.d ?? typed ?? proposed;
  if (found === undefined || d === null || d < 1) return { claim, d, numerators: null, verdict: null };
  return {
    claim,
    d,
    numerators: numeratorsAt(found, d),
    verdict: claim === null ? null : judgeClaim(found, claim),
  };
}

export const isImpossible = (verdict: Verdict | null): boolean =>
  verdict !== null && verdict.kind !== 'possible' && verdict.kind !== 'proven';

/** The sheet says another figure than the forms, and no authority's: then a word of why is asked for. */
export function asksReason(
  { claim, verdict }: Pick<ClaimState, 'claim' | 'verdict'>,
  suggestion: RollupSuggestion | undefined,
  official: OfficialFigure | undefined,
): boolean {
  if (claim === null || (official?.n === claim.n && official.d === claim.d)) return false;
  if (isImpossible(verdict)) return true;
  // Without the number of households "out of" was only a guess.
  const isKnown = suggests(suggestion) && suggestion.coverage.households > 0;
  return isKnown && (suggestion.n !== claim.n || suggestion.d !== claim.d);
}
