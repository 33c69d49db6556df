/** Rows of the feed that speak of submissions, built from the tables. */
import { channelSchema, type AssessmentRow, type SubmissionRow } from '#protocol/judged-rows.ts';
import { assessmentStateSchema, operationSchema } from '#protocol/operation.ts';
import { subjectKindSchema } from '#domain/criteria.ts';
import type { AssessmentRecord, SubmissionRecord } from '../../store/tables/assessment.ts';
import type { Tables } from '../../store/tables.ts';

/** What anyone who may see the assessment may know of it: states and receipts, never answers. */
export function assessmentRow(
  row: AssessmentRecord,
  submissions: readonly SubmissionRecord[],
  /** Absent when a submission led to the present state. */
  lastMove?: AssessmentRow['lastMove'],
): AssessmentRow {
  return {
    id: row.assessment_id,
    campaignId: row.campaign_id,
    subjectKind: subjectKindSchema.parse(row.subject_kind),
    subjectId: row.subject_id,
    ...(row.hamlet_id === '' ? {} : { hamletId: row.hamlet_id }),
    state: assessmentStateSchema.parse(row.state),
    statusRev: row.status_rev,
    round: row.round,
    submissions: submissions
      .toSorted((a, b) => a.round - b.round)
      .map((submission) => ({
        id: submission.submission_id,
        channel: channelSchema.parse(submission.channel),
        receiptCode: submission.receipt_code,
        receivedAt: submission.received_at,
        current: submission.current === 1,
      })),
    ...(lastMove === undefined ? {} : { lastMove }),
  };
}

export type SubmittedBody = Pick<
  SubmissionRow,
  'snapshot' | 'signedOffBy' | 'consent' | 'claimedAt' | 'clockOff'
>;

export function submissionRow(
  assessment: AssessmentRecord,
  submission: SubmissionRecord,
  { consent, ...body }: SubmittedBody,
  /** Absent while nobody has returned it. */
  returned?: SubmissionRow['returned'],
): SubmissionRow {
  return {
    id: submission.submission_id,
    assessmentId: submission.assessment_id,
    subjectKind: subjectKindSchema.parse(assessment.subject_kind),
    subjectId: assessment.subject_id,
    ...(assessment.hamlet_id === '' ? {} : { hamletId: assessment.hamlet_id }),
    subjectName: submission.subject_name,
    channel: channelSchema.parse(submission.channel),
    round: submission.round,
    current: submission.current === 1,
    criteriaSet: submission.criteria_set,
    selfScore: submission.self_score,
    serverScore: submission.server_score,
    byName: submission.by_name,
    receivedAt: submission.received_at,
    late: submission.late === 1,
    receiptCode: submission.receipt_code,
    digest: submission.digest,
    ...(submission.shared_phone === null ? {} : { sharedPhone: submission.shared_phone }),
    ...(consent === undefined ? {} : { consent }),
    ...body,
    ...(returned === undefined ? {} : { returned }),
  };
}

/** What a submission said, read back from its operation; null once that was erased. */
export async function submittedBody(
  { operation }: Tables,
  submissionId: string,
): Promise<SubmittedBody | null> {
  const stored = await operation.find(submissionId);
  if (stored === undefined || stored.body === null) return null;
  const parsed = operationSchema.parse(JSON.parse(stored.body));
  if (parsed.kind !== 'assessment.submit') throw new Error(`${submissionId} is no submission`);
  const { snapshot, signedOffBy, consent } = parsed.args;
  const { claimedAt, clockOff } = parsed;
  return { snapshot, signedOffBy, claimedAt, clockOff, ...(consent === undefined ? {} : { consent }) };
}
