/** Tiến độ's figures from the desk: series over days, pillars and claims by hamlet, units by sector. Pure. */
import {
  criteriaOf,
  pillars,
  type CriteriaSet,
  type Criterion,
  type Pillar,
  type Sector,
} from '#domain/criteria.ts';
import { sectors } from '#domain/criteria-set.ts';
import { daysLeft } from '#domain/deadline.ts';
import { claimShares, type ClaimShares } from '#domain/progress/claim-shares.ts';
import { forecastOf, needOf, paceOf, type Need, type Pace } from '#domain/progress/pace.ts';
import { participationByDay, type DayPoint } from '#domain/progress/participation.ts';
import { pillarTotals } from '#domain/progress/pillar-totals.ts';
import { officerSheet } from '#domain/review/officer-sheet.ts';
import { score, type Total } from '#domain/score.ts';
import type { Deadline } from '#protocol/entities.ts';
import { hasSent, type Desk, type FamilyCount, type SubjectStanding } from '../today/desk.ts';
import { givenIn } from '../today/given.ts';
import { claimOf, type HamletClaims } from '../today/hamlet-claims.ts';

/** Whose forms over days: all families, those of one hamlet, or the sheets of hamlets or units. */
export type SeriesOf = { kind: 'family'; hamletId: string | null } | { kind: 'hamlet' | 'unit' };

export interface Series {
  points: DayPoint[];
  sent: number;
  /** 0 = not known. */
  total: number;
  targetPercent: number;
  deadline: Deadline | undefined;
  daysLeft: number;
  pace: Pace;
  need: Need | null;
  /** At the deadline, at the pace of the last days; null where nothing is ahead or nothing is known. */
  forecast: number | null;
}

const hamletSetOf = ({ sets, campaign }: Desk): CriteriaSet | undefined =>
  sets.get(campaign?.criteriaSets.hamlet ?? '');

/** The share of families at which "hộ tham gia tự đánh giá" gives all its points; a sheet is expected of everybody. */
export function targetOf(desk: Desk, of: SeriesOf): number {
  if (of.kind !== 'family') return 100;
  const set = hamletSetOf(desk);
  const item = set && criteriaOf(set).find(({ rollup }) => rollup?.num.op === 'countForms');
  return item?.type === 'ratio' ? item.targetPercent : 100;
}

function sourceOf(desk: Desk, of: SeriesOf): { firstAt: readonly number[]; total: number } {
  if (of.kind !== 'family')
    return {
      firstAt: desk.subjectFirstAt[of.kind],
      total: of.kind === 'hamlet' ? desk.hamlets.length : desk.units.length,
    };
  if (of.hamletId === null) return { firstAt: desk.familyFirstAt, total: desk.allFamilies.total };
  return {
    firstAt: desk.firstAtByHamlet.get(of.hamletId) ?? [],
    total: desk.families.get(of.hamletId)?.total ?? 0,
  };
}

/** `now`: epoch ms. */
export function seriesOf(desk: Desk, of: SeriesOf, now: number): Series {
  const { firstAt, total } = sourceOf(desk, of);
  const points = participationByDay(firstAt, now);
  const deadline = desk.deadlines.get(of.kind === 'family' ? 'household' : of.kind);
  const standing = {
    sent: firstAt.length,
    total,
    targetPercent: targetOf(desk, of),
    daysLeft: deadline ? daysLeft(now, deadline.cutoffAt) : 0,
  };
  const pace = paceOf(points);
  return {
    ...standing,
    points,
    deadline,
    pace,
    need: deadline ? needOf(standing) : null,
    forecast: standing.daysLeft > 0 && total > 0 && points.length > 0 ? forecastOf(standing, pace) : null,
  };
}

/** Why a hamlet chosen by itself has no families to count, and what it is called. */
export interface NoFamilies {
  name: string;
  /** The hamlet its families went to; null = nobody has entered any. */
  into: { id: string; name: string } | null;
}

/** Null where there are families, or their number is known, or the series is not of one hamlet. */
export function noFamiliesOf(desk: Desk, of: SeriesOf): NoFamilies | null {
  if (of.kind !== 'family' || of.hamletId === null) return null;
  const { hamletId } = of;
  const hamlet = desk.hamlets.find(({ id }) => id === hamletId)?.hamlet;
  if (hamlet === undefined || desk.families.get(hamletId)?.total !== 0) return null;
  const { name, mergedInto: id } = hamlet;
  return { name, into: id === undefined ? null : { id, name: desk.hamletNames.get(id) ?? '' } };
}

export interface PillarRow {
  standing: SubjectStanding;
  /** Null while nothing has come. */
  pillars: Record<Pillar, Total> | null;
  /** The officer's own points stand for the whole sheet, or the sender's. */
  basis: 'verified' | 'self' | null;
}

/** Verified once the review is over; before that the sender's own figures, and the screen says which. */
export function pillarRow(standing: SubjectStanding): PillarRow {
  const { submission, set, scores, stage } = standing;
  if (submission === undefined || set === undefined || !hasSent(standing))
    return { standing, pillars: null, basis: null };
  if (stage !== 'verified' && stage !== 'final')
    return { standing, pillars: score(set, submission.snapshot).pillars, basis: 'self' };
  const sheet = officerSheet(set, submission.snapshot, givenIn(scores).settled);
  const counted = sheet.criteria.map(({ id, points, maxPoints, status }) => ({
    id,
    points,
    maxPoints,
    applies: status !== 'notApplicable',
  }));
  return { standing, pillars: pillarTotals(set, counted), basis: 'verified' };
}

const sumTotals = (totals: readonly Total[]): Total => ({
  earned: totals.reduce((sum, { earned }) => sum + earned, 0),
  applicableMax: totals.reduce((sum, { applicableMax }) => sum + applicableMax, 0),
});

/** All rows together, pillar by pillar. */
export function pillarSums(rows: readonly PillarRow[]): { pillar: Pillar; total: Total }[] {
  return pillars.map((pillar) => ({
    pillar,
    total: sumTotals(rows.flatMap((row) => (row.pillars ? [row.pillars[pillar]] : []))),
  }));
}

/** Criteria of the hamlets' set that are counted from families' forms. */
export function claimCriteria(desk: Desk): Criterion[] {
  const set = hamletSetOf(desk);
  return set === undefined
    ? []
    : criteriaOf(set).filter(({ rollup }) => rollup !== undefined && rollup.num.op !== 'countForms');
}

export interface HamletRow extends PillarRow {
  families: FamilyCount;
  /** Null where nothing can be drawn: no number of households, or no form. */
  claim: ClaimShares | null;
}

export function hamletRows(desk: Desk, claims: HamletClaims, criterionId: string | undefined): HamletRow[] {
  const fallback = hamletSetOf(desk);
  return desk.hamlets.map((standing): HamletRow => {
    const { hamlet } = standing;
    const set = standing.set ?? fallback;
    const criterion = set && criteriaOf(set).find(({ id }) => id === criterionId);
    const bounds = hamlet && criterion && claims.boundsFor(desk, hamlet, set)[criterion.id];
    return {
      ...pillarRow(standing),
      families: desk.families.get(standing.id) ?? { total: 0, sent: 0 },
      claim: bounds && criterion ? claimShares(bounds, claimOf(standing, criterion)) : null,
    };
  });
}

export interface SectorRow {
  sector: Sector;
  all: number;
  sent: number;
  verified: number;
}

/** Sectors the commune has units of, in the plan's order. */
export const sectorRows = ({ units }: Desk): SectorRow[] =>
  sectors.flatMap((sector): SectorRow[] => {
    const own = units.filter(({ unit }) => unit?.sector === sector);
    if (own.length === 0) return [];
    return [
      {
        sector,
        all: own.length,
        sent: own.filter(hasSent).length,
        verified: own.filter(({ stage }) => stage === 'verified' || stage === 'final').length,
      },
    ];
  });
