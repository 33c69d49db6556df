/** Points by pillar of a sheet that an officer may have scored: the officer's where given, the sender's elsewhere. */
import { criteriaOf, pillars } from '../criteria-set.ts';
import type { CriteriaSet, Pillar } from '../criteria.ts';
import type { Total } from '../score.ts';

/** One criterion as it counts; `applies` false = it leaves the sheet. */
export interface CountedPoints {
  id: string;
  points: number;
  maxPoints: number;
  applies: boolean;
}

/** Criteria the set does not have count for nothing. */
export function pillarTotals(set: CriteriaSet, counted: readonly CountedPoints[]): Record<Pillar, Total> {
  const pillarOf = new Map(criteriaOf(set).map(({ id, pillar }) => [id, pillar]));
  const totalOf = (pillar: Pillar): Total => {
    const own = counted.filter(({ id, applies }) => applies && pillarOf.get(id) === pillar);
    return {
      earned: own.reduce((sum, { points }) => sum + points, 0),
      applicableMax: own.reduce((sum, { maxPoints }) => sum + maxPoints, 0),
    };
  };
  const [nenTang, chinhQuyenSo, kinhTeSo, xaHoiSo] = pillars;
  return {
    nenTang: totalOf(nenTang),
    chinhQuyenSo: totalOf(chinhQuyenSo),
    kinhTeSo: totalOf(kinhTeSo),
    xaHoiSo: totalOf(xaHoiSo),
  };
}
