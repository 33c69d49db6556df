/** What an office's replica holds, row by row. */
import { defaultHouseholdSet } from '#domain/defaults/household.ts';
import { score } from '#domain/score.ts';
import type { Answers } from '#domain/answers.ts';
import type { AssessmentState } from '#protocol/operation.ts';
import type { AssessmentRow, SubmissionRow } from '#protocol/judged-rows.ts';
import { assessmentIdOf } from '#protocol/assessment-id.ts';
import type { PulledRow } from '#client/db/engine-store.ts';
import { CAMPAIGN_ID, COMMUNE_ID, HAMLET_ID, householdId, householdRow } from '../hamlet/made-rows.ts';

export const RECEIVED_AT = Date.parse('2025-11-04T02:00:00.000Z');
export const submissionId = (index: number, round = 1): string =>
  `0198c1f0-0000-7000-a00${round}-${String(index).padStart(12, '0')}`;

export const fullAnswers: Answers = {
  householdPeople14: 4,
  'B1.1': true,
  'B1.2': { level: 'B1.2-1' },
  'B2.1': { n: 3 },
};
const normalised = (answers: Answers): number => score(defaultHouseholdSet(), answers).normalised;

interface Sent {
  name: string;
  index: number;
  state?: AssessmentState;
  submission?: Partial<SubmissionRow>;
  assessment?: Partial<AssessmentRow>;
}

/** A family in the list, its assessment, and its submission of one round. */
export function sent({
  name,
  index,
  state = 'received',
  submission = {},
  assessment = {},
}: Sent): PulledRow[] {
  const subjectId = householdId(index);
  const assessmentId = assessmentIdOf(COMMUNE_ID, CAMPAIGN_ID, subjectId);
  const snapshot = submission.snapshot ?? fullAnswers;
  const value: SubmissionRow = {
    id: submissionId(index),
    assessmentId,
    subjectKind: 'household',
    subjectId,
    hamletId: HAMLET_ID,
    subjectName: name,
    channel: 'self',
    round: 1,
    current: true,
    criteriaSet: 'household@1',
    snapshot,
    selfScore: normalised(snapshot),
    serverScore: normalised(snapshot),
    signedOffBy: '',
    byName: '',
    claimedAt: RECEIVED_AT,
    clockOff: 0,
    receivedAt: RECEIVED_AT + index * 60_000,
    late: false,
    receiptCode: 'K3QF72MA7',
    digest: 'A'.repeat(43),
    ...submission,
  };
  return [
    { ...householdRow(index, name), scope: 'office' },
    {
      scope: 'office',
      entity: 'assessment',
      id: assessmentId,
      rev: 2,
      value: {
        id: assessmentId,
        campaignId: CAMPAIGN_ID,
        subjectKind: 'household',
        subjectId,
        hamletId: HAMLET_ID,
        state,
        statusRev: 1,
        round: 1,
        submissions: [],
        ...assessment,
      },
    },
    { scope: 'office', entity: 'submission', id: value.id, rev: 2, value },
  ];
}

/** With its own receipt, so that a move can name what it was made from. */
export const lying = (options: Sent): PulledRow[] => {
  const { index, assessment = {} } = options;
  const receipt = { receiptCode: 'K3QF72MA7', receivedAt: RECEIVED_AT, current: true };
  const submissions = [{ id: submissionId(index), channel: 'self' as const, ...receipt }];
  return sent({ ...options, assessment: { submissions, ...assessment } });
};
