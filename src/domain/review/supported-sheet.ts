/** Supported scores of a whole sheet, from what the commune keeps about its subject. */
import type { ActivityCount } from '../activity-counts.ts';
import type { GivenAnswers } from '../answer-shape.ts';
import type { ClaimBounds } from '../bounds.ts';
import { criteriaOf } from '../criteria-set.ts';
import type { CriteriaSet } from '../criteria.ts';
import { normalisedOf, type Total } from '../score.ts';
import { supportedScore, type EvidenceHeld, type SupportedScore } from './supported-score.ts';

/** Everything by criterion id; an absent entry = nothing kept. */
export type SubjectGrounds = {
  answers: GivenAnswers;
  evidence: Readonly<Record<string, EvidenceHeld>>;
  bounds: Readonly<Record<string, ClaimBounds>>;
  counts: Readonly<Record<string, Pick<ActivityCount, 'count'>>>;
  official: Readonly<Record<string, { n: number; d: number }>>;
  onTime?: boolean | undefined;
};

export type SupportedSheet = Total & { normalised: number; criteria: SupportedScore[] };

const own = <T>(record: Readonly<Record<string, T>>, key: string): T | undefined =>
  Object.hasOwn(record, key) ? record[key] : undefined;

/** In the order of the set; normalised as a self-score is (`score.ts`). */
export const supportedSheet = (set: CriteriaSet, grounds: SubjectGrounds): SupportedSheet => {
  const criteria = criteriaOf(set).map((criterion) =>
    supportedScore(criterion, {
      answers: grounds.answers,
      evidence: own(grounds.evidence, criterion.id),
      bounds: own(grounds.bounds, criterion.id),
      loggedCount: own(grounds.counts, criterion.id)?.count,
      official: own(grounds.official, criterion.id),
      onTime: grounds.onTime,
    }),
  );
  const earned = criteria.reduce((sum, { points }) => sum + points, 0);
  const applicableMax = criteria.reduce(
    (sum, { status, maxPoints }) => sum + (status === 'notApplicable' ? 0 : maxPoints),
    0,
  );
  return { earned, applicableMax, normalised: normalisedOf({ earned, applicableMax }), criteria };
};
