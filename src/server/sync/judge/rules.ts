/**
 * Rules about officers' points that came with the officer's workspace: who scores which groups, what "not applicable"
 * takes, and that a form is verified when every criterion has its points. What was judged before them stays as it was
 * judged, also when the log is played again.
 */
import { criteriaOf } from '#domain/criteria-set.ts';
import type { CriteriaSet } from '#domain/criteria.ts';
import { isNotApplicableAnswer } from '#domain/answer-shape.ts';
import { isGivenCode } from '#domain/review/given-points.ts';
import { NOT_APPLICABLE } from '#domain/review/officer-sheet.ts';
import { recordSchemas } from '#protocol/entities.ts';
import type { OperationOf } from '#protocol/operation.ts';
import type { AssessmentRecord, SubmissionRecord } from '../../store/tables/assessment.ts';
import type { ScoreRecord } from '../../store/tables/review.ts';
import type { Bench } from './judge.ts';
import { disputedCriteria } from './review-rows.ts';
import { submittedBody } from './submission-rows.ts';

/** Was this operation made under them? */
export const isUnderRules = ({ rev, ledger }: Pick<Bench, 'rev' | 'ledger'>): boolean =>
  rev > ledger.rulesFrom;

/** May its author score this criterion of this form? The standing officer all; who scores beside her, what was assigned. */
export async function mayScore(
  bench: Bench,
  { campaign_id, subject_kind }: Pick<AssessmentRecord, 'campaign_id' | 'subject_kind'>,
  { set, criterionId }: { set: CriteriaSet; criterionId: string },
): Promise<boolean> {
  const { transaction, author } = bench;
  if (author.role === 'officer' || !isUnderRules(bench)) return true;
  const group = set.groups.find(({ criteria }) => criteria.some(({ id }) => id === criterionId))?.code;
  if (group === undefined) return false;
  for (const { value } of await transaction.record.list('scoringAssignment')) {
    const assigned = recordSchemas.scoringAssignment.parse(JSON.parse(value));
    if (
      assigned.campaignId === campaign_id &&
      assigned.subjectKind === subject_kind &&
      assigned.role === author.role &&
      assigned.groups.includes(group)
    )
      return true;
  }
  return false;
}

/** "Không áp dụng" is accepted where it was claimed and the set allows it, and earns nothing. */
export async function fitsClaim(
  bench: Bench,
  { criterionId, points, reasonCode }: OperationOf<'score.set'>['args'],
  { set, submission }: { set: CriteriaSet; submission: SubmissionRecord },
): Promise<boolean> {
  if (reasonCode !== NOT_APPLICABLE || !isUnderRules(bench)) return true;
  const criterion = criteriaOf(set).find(({ id }) => id === criterionId);
  if (criterion?.notApplicable === undefined || points !== 0) return false;
  const body = await submittedBody(bench.transaction, submission.submission_id);
  return body !== null && isNotApplicableAnswer(body.snapshot[criterionId]);
}

/** Criteria of a form for which nobody's points stand, or more than one number of them does. */
export function unresolvedCriteria(
  bench: Bench,
  { subject_kind }: Pick<AssessmentRecord, 'subject_kind'>,
  set: CriteriaSet | undefined,
  versions: readonly ScoreRecord[],
): string[] {
  const disputed = disputedCriteria(versions);
  // Nobody grades 1.800 families' forms: what an officer left alone counts as it was scored.
  if (subject_kind === 'household' || set === undefined || !isUnderRules(bench)) return disputed;
  const given = new Set(
    versions.filter(({ reason_code }) => isGivenCode(reason_code)).map(({ criterion_id }) => criterion_id),
  );
  return criteriaOf(set)
    .map(({ id }) => id)
    .filter((id) => disputed.includes(id) || !given.has(id));
}
