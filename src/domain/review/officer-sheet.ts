/**
 * A sheet as thẩm định leaves it (`domain.md` §2.0): the officer's points where they are given, "không áp dụng" where it
 * was accepted, and what is still open. Totals are normalised like the self-score (`score.ts`). Hundredths throughout.
 */
import type { GivenAnswers } from '../answer-shape.ts';
import { criteriaOf } from '../criteria-set.ts';
import type { CriteriaSet, Criterion, Grade } from '../criteria.ts';
import { scoreCriterion, type CriterionScore } from '../score-criterion.ts';
import { gradeOf, normalisedOf, type Total } from '../score.ts';

/** `reasonCode` of a score that accepts a "không áp dụng" (with 0 points); every other code gives points. */
export const NOT_APPLICABLE = 'notApplicable';

/** Officers' points by criterion id, one value each: a conflict is settled by a person before it counts. */
export type GivenScores = Readonly<Record<string, { points: number; reasonCode: string } | undefined>>;

/**
 * `given`: by an officer. `asScored`: a household's criterion nobody graded counts as the server scored it. `open`:
 * waits for the officer, and may get anything from the supported to the claimed points.
 */
export type OfficerStatus = 'given' | 'asScored' | 'notApplicable' | 'open';

export type OfficerCriterion = {
  id: string;
  code: string;
  type: Criterion['type'];
  maxPoints: number;
  status: OfficerStatus;
  /** What counts now; 0 while open. */
  points: number;
  /** What it may come to; both `points` unless open. */
  low: number;
  high: number;
};

/** Whole numbers `min` … `max`, every one between included. */
export type Span = { min: number; max: number };

/** A total with what follows from it. */
export type VerifiedTotal = Total & {
  normalised: number;
  /** Points of the criteria that do not apply. */
  naPoints: number;
  /** False above the set's N/A cap or when nothing applies: the council decides (never shown as a fault). */
  rankable: boolean;
  grade: Grade | null;
};

/** What a sheet may still come to: points of its ratio items and of the others vary apart, each through every hundredth. */
export type Reach = { applicableMax: number; ratio: Span; other: Span };

export type OfficerSheet = VerifiedTotal & {
  criteria: OfficerCriterion[];
  /** Ids of criteria that wait for the officer, in the order of the set. */
  open: string[];
  /** Criteria the officer has dealt with, of all: "5/23 mục". */
  graded: number;
  reach: Reach;
  /** The ends of what the total may come to, normalised; equal when nothing is open. */
  low: number;
  high: number;
};

const sumOf = <T>(items: readonly T[], valueOf: (item: T) => number): number =>
  items.reduce((sum, item) => sum + valueOf(item), 0);

/** The total of points by criterion; a criterion without points was accepted as not applicable. Exact. */
export const verifiedTotal = (
  set: CriteriaSet,
  points: Readonly<Record<string, number | undefined>>,
): VerifiedTotal => {
  const criteria = criteriaOf(set);
  const applying = criteria.filter(({ id }) => Object.hasOwn(points, id) && points[id] !== undefined);
  const earned = sumOf(applying, ({ id }) => points[id] ?? 0);
  const applicableMax = sumOf(applying, ({ maxPoints }) => maxPoints);
  const naPoints = sumOf(criteria, ({ maxPoints }) => maxPoints) - applicableMax;
  const normalised = normalisedOf({ earned, applicableMax });
  return {
    earned,
    applicableMax,
    normalised,
    naPoints,
    rankable: applicableMax > 0 && naPoints <= set.naCapPoints,
    grade: applicableMax > 0 ? gradeOf(set.grades, normalised) : null,
  };
};

const standingOf = (
  claim: CriterionScore,
  given: { points: number; reasonCode: string } | undefined,
  supported: number,
  asScored: boolean,
): Pick<OfficerCriterion, 'status' | 'points' | 'low' | 'high'> => {
  const sure = (status: OfficerStatus, points: number) => ({ status, points, low: points, high: points });
  const claimsNotApplicable = claim.status === 'notApplicable';
  if (given !== undefined) {
    if (claimsNotApplicable && given.reasonCode === NOT_APPLICABLE) return sure('notApplicable', 0);
    return sure('given', Math.min(claim.maxPoints, Math.max(0, given.points)));
  }
  if (asScored) return claimsNotApplicable ? sure('notApplicable', 0) : sure('asScored', claim.points);
  return { status: 'open', points: 0, low: Math.min(supported, claim.points), high: claim.points };
};

/**
 * `supported`: supported points by criterion id (`supported-score.ts`), the low end of what is open; absent = 0. A
 * household's ungraded criteria are not open: nobody grades 1.800 forms. A claimed "không áp dụng" that is still open
 * stays one at both ends, so an open sheet's applicable maximum is the same in every outcome.
 */
export const officerSheet = (
  set: CriteriaSet,
  snapshot: GivenAnswers,
  given: GivenScores,
  supported: Readonly<Record<string, number | undefined>> = {},
): OfficerSheet => {
  const asScored = set.subjectKind === 'household';
  const own = <T>(record: Readonly<Record<string, T | undefined>>, id: string): T | undefined =>
    Object.hasOwn(record, id) ? record[id] : undefined;
  const leaves = new Set<string>();
  const criteria = criteriaOf(set).map((criterion): OfficerCriterion => {
    const claim = scoreCriterion(criterion, snapshot);
    const { id, code, type, maxPoints } = criterion;
    const standing = standingOf(claim, own(given, id), own(supported, id) ?? 0, asScored);
    if (
      standing.status === 'notApplicable' ||
      (standing.status === 'open' && claim.status === 'notApplicable')
    )
      leaves.add(id);
    return { id, code, type, maxPoints, ...standing };
  });
  const applying = criteria.filter(({ id }) => !leaves.has(id));
  const total = (end: 'points' | 'low' | 'high'): VerifiedTotal =>
    verifiedTotal(set, Object.fromEntries(applying.map((criterion) => [criterion.id, criterion[end]])));
  const spanOf = (wantsRatio: boolean): Span => {
    const chosen = applying.filter(({ type }) => (type === 'ratio') === wantsRatio);
    return { min: sumOf(chosen, ({ low }) => low), max: sumOf(chosen, ({ high }) => high) };
  };
  const now = total('points');
  const open = criteria.filter(({ status }) => status === 'open').map(({ id }) => id);
  return {
    ...now,
    criteria,
    open,
    graded: criteria.length - open.length,
    reach: { applicableMax: now.applicableMax, ratio: spanOf(true), other: spanOf(false) },
    low: total('low').normalised,
    high: total('high').normalised,
  };
};

/** Points by criterion as a freeze keeps them: without those accepted as not applicable. Nothing may be open. */
export const pointsOf = ({ criteria }: OfficerSheet): Record<string, number> =>
  Object.fromEntries(
    criteria.filter(({ status }) => status !== 'notApplicable').map(({ id, points }) => [id, points]),
  );
