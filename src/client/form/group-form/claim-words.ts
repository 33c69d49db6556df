/** The arithmetic of a claim in sentences. */
import type { ClaimBounds, Interval } from '#domain/bounds.ts';
import { denominators, type Claim, type Verdict } from '#domain/judge-claim.ts';
import { formatNumber, formatPercent } from '#domain/vietnamese/format.ts';
import { claimWords } from '#client/messages/claims.ts';
import { fill } from '#client/messages/fill.ts';
import type { BandPart } from '#client/ui/claim-band.tsx';

const unitOf = ({ room }: ClaimBounds): string =>
  room.unit === 'household' ? claimWords.household : claimWords.people;

/** Solid, hatched, empty: together the denominator. */
export const bandParts = (bounds: ClaimBounds, { min, max }: Interval, d: number): BandPart[] => {
  const unit = unitOf(bounds);
  const words = (text: string, n: number): string => fill(text, { n: formatNumber(n), unit });
  // A form that left the question out is not an unsent one.
  const open =
    bounds.room.unit === 'household' && bounds.blank === 0 ? claimWords.unsent : claimWords.unknown;
  return [
    { kind: 'yes', size: min, words: words(claimWords.yes, min) },
    { kind: 'unknown', size: max - min, words: words(open, max - min) },
    { kind: 'no', size: d - max, words: words(claimWords.no, d - max) },
  ];
};

export const bandLabel = (bounds: ClaimBounds, parts: readonly BandPart[], claim: Claim | null): string => {
  const list = parts
    .filter(({ size }) => size > 0)
    .map(({ words }) => words)
    .join(', ');
  if (claim === null) return fill(claimWords.band, { parts: list });
  return fill(claimWords.bandClaimed, { parts: list, n: formatNumber(claim.n), unit: unitOf(bounds) });
};

const settleWords = (
  bounds: ClaimBounds,
  claim: Claim,
  verdict: Extract<Verdict, { kind: 'possible' }>,
): string => {
  const { room } = bounds;
  const figures = { forms: formatNumber(verdict.forms), amount: formatNumber(verdict.amount) };
  if (room.unit === 'people' && room.official === null) return fill(claimWords.settleMixed, figures);
  if (room.unit === 'people') return fill(claimWords.settlePeople, figures);
  // Some of them would have to be outside what is counted, which no "yes" settles.
  return fill(claim.d === room.most ? claimWords.settle : claimWords.settleMixed, figures);
};

const rangeWords = (bounds: ClaimBounds, { min, max }: Interval, d: number): string =>
  fill(claimWords.range, {
    min: formatNumber(min),
    max: formatNumber(max),
    unit: unitOf(bounds),
    rates: `${formatPercent(min, d).replace('%', '')}–${formatPercent(max, d)}`,
  });

const denominatorWords = (bounds: ClaimBounds): string => {
  const { min, max } = denominators(bounds);
  const { forms, households } = bounds.coverage;
  return fill(min === max ? claimWords.denominatorOnly : claimWords.denominatorWhy, {
    forms: formatNumber(forms),
    households: formatNumber(households),
    min: formatNumber(min),
    max: formatNumber(max),
    unit: unitOf(bounds),
  });
};

/** The verdict's name, and why. `numerators`: those at the claim's own denominator. */
export function verdictWords(
  bounds: ClaimBounds,
  claim: Claim,
  verdict: Verdict,
  numerators: Interval | null,
): { title: string; why: string } {
  const unit = unitOf(bounds);
  const { min, max } = numerators ?? { min: 0, max: 0 };
  const figures = { unit, d: formatNumber(claim.d), min: formatNumber(min), max: formatNumber(max) };
  switch (verdict.kind) {
    case 'possible':
      return {
        title: claimWords.possible,
        why: `${rangeWords(bounds, { min, max }, claim.d)} ${settleWords(bounds, claim, verdict)}`,
      };
    case 'proven':
      return {
        title: claimWords.proven,
        why: fill(claimWords.provenWhy, { unit, n: formatNumber(min) }),
      };
    case 'tooHigh': {
      const no = claim.d - max;
      const words = no > 0 ? claimWords.tooHighWhy : claimWords.tooHighAll;
      return {
        title: claimWords.tooHigh,
        why: fill(words, { ...figures, no: formatNumber(no), rate: formatPercent(max, claim.d) }),
      };
    }
    case 'tooLow':
      return {
        title: claimWords.tooLow,
        why: fill(claimWords.tooLowWhy, {
          ...figures,
          yes: formatNumber(min),
          rate: formatPercent(min, claim.d),
        }),
      };
    case 'denominatorImpossible':
      return { title: claimWords.denominatorImpossible, why: denominatorWords(bounds) };
  }
}
