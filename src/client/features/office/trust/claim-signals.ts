/** A hamlet's figures beside what its families' forms allow, and beside the other hamlets; from the hamlet's form in force. */
import type { ClaimBounds } from '#domain/bounds.ts';
import { criteriaOf } from '#domain/criteria-set.ts';
import { denominators, judgeClaim, numeratorsAt, type Claim } from '#domain/judge-claim.ts';
import { outliers, unlikelyClaims, type CountedClaim } from '#domain/trust/claims.ts';
import type { Criterion } from '#domain/criteria.ts';
import type { SubmissionRow } from '#protocol/judged-rows.ts';
import { tenthsOfPercent } from '#domain/vietnamese/format.ts';
import type { Desk } from '../today/desk.ts';
import { claimOf, type HamletClaims } from '../today/hamlet-claims.ts';

export interface ClaimItem {
  criterionId: string;
  code: string;
  claim: Claim;
}
export type OutsideItem = ClaimItem & {
  /** What the numerator can be at that denominator; null where the denominator itself cannot be. */
  numerators: { min: number; max: number } | null;
  denominators: { min: number; max: number };
  coverage: ClaimBounds['coverage'];
};
export type UnlikelyItem = ClaimItem & {
  /** Of families that answered. */
  yes: number;
  answered: number;
  silent: number;
  /** What the silent ones would have to add. */
  asked: number;
};
/** Tenths of a percent. */
export type OutlierItem = ClaimItem & { rate: number; typical: number };

export interface HamletSignals {
  submission: SubmissionRow;
  outside: OutsideItem[];
  unlikely: UnlikelyItem[];
  outlier: OutlierItem[];
}

interface Held {
  submission: SubmissionRow;
  criterion: Criterion;
  claim: Claim;
  bounds: ClaimBounds;
}

/** Every rolled-up figure claimed by a hamlet whose number of households is known. */
function heldClaims(desk: Desk, claims: HamletClaims): Held[] {
  return desk.hamlets.flatMap((standing) => {
    const { hamlet, submission, set, stage } = standing;
    if (hamlet?.households === undefined || submission === undefined || set === undefined) return [];
    if (stage === 'withdrawn') return [];
    const bounds = claims.boundsFor(desk, hamlet, set);
    return criteriaOf(set).flatMap((criterion): Held[] => {
      const found = bounds[criterion.id];
      const claim = claimOf(standing, criterion);
      return found && claim && claim.d > 0 ? [{ submission, criterion, claim, bounds: found }] : [];
    });
  });
}

/** Only figures counted in households say how many families are silent. */
function countedOf({ submission, criterion, claim, bounds: { room } }: Held): CountedClaim | null {
  if (room.unit !== 'household') return null;
  const answered = Math.max(0, claim.d - room.missing);
  const { subjectId } = submission;
  return { subjectId, criterionId: criterion.id, ...claim, yes: room.yes, answered };
}

const middle = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

/** One figure may stand out by chance; a likelihood is shown where two of a hamlet do. */
const FEWEST_LIKELY = 2;

export function claimSignals(desk: Desk, claims: HamletClaims): HamletSignals[] {
  const held = heldClaims(desk, claims);
  const byHamlet = new Map<string, HamletSignals>();
  for (const { submission } of held)
    byHamlet.set(submission.subjectId, { submission, outside: [], unlikely: [], outlier: [] });
  const itemOf = ({ criterion, claim }: Held): ClaimItem => ({
    criterionId: criterion.id,
    code: criterion.code,
    claim,
  });
  for (const each of held) {
    const { kind } = judgeClaim(each.bounds, each.claim);
    if (kind === 'possible' || kind === 'proven') continue;
    byHamlet.get(each.submission.subjectId)?.outside.push({
      ...itemOf(each),
      numerators: numeratorsAt(each.bounds, each.claim.d),
      denominators: denominators(each.bounds),
      coverage: each.bounds.coverage,
    });
  }
  const byCriterion = new Map<string, Held[]>();
  for (const each of held) {
    const known = byCriterion.get(each.criterion.id);
    if (known) known.push(each);
    else byCriterion.set(each.criterion.id, [each]);
  }
  for (const same of byCriterion.values()) {
    const bySubject = new Map(same.map((each) => [each.submission.subjectId, each]));
    const counted = same.flatMap((each) => countedOf(each) ?? []);
    for (const { subjectId } of unlikelyClaims(counted)) {
      const each = bySubject.get(subjectId);
      const known = counted.find((claim) => claim.subjectId === subjectId);
      if (each === undefined || known === undefined) continue;
      const { n, d, yes, answered } = known;
      byHamlet
        .get(subjectId)
        ?.unlikely.push({ ...itemOf(each), yes, answered, silent: d - answered, asked: n - yes });
    }
    const typical = middle(same.map(({ claim }) => tenthsOfPercent(claim.n, claim.d)));
    const plain = same.map(({ submission, criterion, claim }) => ({
      subjectId: submission.subjectId,
      criterionId: criterion.id,
      ...claim,
    }));
    for (const { subjectId } of outliers(plain)) {
      const each = bySubject.get(subjectId);
      if (each === undefined) continue;
      const rate = tenthsOfPercent(each.claim.n, each.claim.d);
      byHamlet.get(subjectId)?.outlier.push({ ...itemOf(each), rate, typical });
    }
  }
  return [...byHamlet.values()].map((found) => ({
    ...found,
    unlikely: found.unlikely.length < FEWEST_LIKELY ? [] : found.unlikely,
    outlier: found.outlier.length < FEWEST_LIKELY ? [] : found.outlier,
  }));
}
