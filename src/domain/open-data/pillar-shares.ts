/** How far hamlets and units came in each pillar, from their frozen results: what was earned of what applied. Pure. */
import { criteriaOf, pillars } from '../criteria-set.ts';
import type { CriteriaSet, Pillar } from '../criteria.ts';
import { pillarTotals } from '../progress/pillar-totals.ts';
import { tenthsOfPercent } from '../vietnamese/format.ts';

export interface PillarShare {
  pillar: Pillar;
  /** Tenths of a per cent of the points that applied; null = none did. */
  share: number | null;
}

/** `inputs`: verified points by criterion (absent = did not apply), each under its set. */
export function pillarShares(
  inputs: readonly { criteriaSet: string; points: Readonly<Record<string, number>> }[],
  sets: ReadonlyMap<string, CriteriaSet>,
): PillarShare[] {
  const sums = inputs.flatMap(({ criteriaSet, points }) => {
    const set = sets.get(criteriaSet);
    if (set === undefined) return [];
    const counted = criteriaOf(set).map(({ id, maxPoints }) => ({
      id,
      maxPoints,
      points: points[id] ?? 0,
      applies: points[id] !== undefined,
    }));
    return [pillarTotals(set, counted)];
  });
  return pillars.map((pillar) => {
    const earned = sums.reduce((sum, each) => sum + each[pillar].earned, 0);
    const max = sums.reduce((sum, each) => sum + each[pillar].applicableMax, 0);
    return { pillar, share: max === 0 ? null : tenthsOfPercent(earned, max) };
  });
}
