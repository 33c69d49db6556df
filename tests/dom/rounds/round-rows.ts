/** A hamlet's own form as the commune holds it: sent, and led from state to state. */
import type { Answers } from '#domain/answers.ts';
import type { AssessmentRow, SubmissionRow } from '#protocol/judged-rows.ts';
import { assessmentIdOf } from '#protocol/assessment-id.ts';
import type { PulledRow } from '#client/db/engine-store.ts';
import { CAMPAIGN_ID, COMMUNE_ID, HAMLET_ID } from '../hamlet/made-rows.ts';

export const FORM_ID = assessmentIdOf(COMMUNE_ID, CAMPAIGN_ID, HAMLET_ID);
export const SENT_ID = '0198c1f0-0000-7000-b000-000000000001';
export const SENT_AT = Date.parse('2025-11-04T02:00:00.000Z');
const scope = `hamlet:${HAMLET_ID}` as const;

export const sentAnswers: Answers = { hamletHouseholds: 90, 'A3.1': { n: 44 }, 'A3.3': { level: 'A3.3-2' } };

export const assessmentOf = (over: Partial<AssessmentRow>): AssessmentRow => ({
  id: FORM_ID,
  campaignId: CAMPAIGN_ID,
  subjectKind: 'hamlet',
  subjectId: HAMLET_ID,
  state: 'received',
  statusRev: 1,
  round: 1,
  submissions: [
    { id: SENT_ID, channel: 'self', receiptCode: 'K3QF72MA7', receivedAt: SENT_AT, current: true },
  ],
  ...over,
});

export const assessmentRow = (over: Partial<AssessmentRow>, rev = 9): PulledRow => ({
  scope,
  entity: 'assessment',
  id: FORM_ID,
  rev,
  value: assessmentOf(over),
});

export const submissionRow = (over: Partial<SubmissionRow> = {}, rev = 8): PulledRow => {
  const value: SubmissionRow = {
    id: SENT_ID,
    assessmentId: FORM_ID,
    subjectKind: 'hamlet',
    subjectId: HAMLET_ID,
    subjectName: 'Xóm Chùa 9',
    channel: 'self',
    round: 1,
    current: true,
    criteriaSet: 'hamlet@1',
    snapshot: sentAnswers,
    selfScore: 0,
    serverScore: 0,
    signedOffBy: 'Nguyễn Văn Tám',
    byName: 'Nguyễn Văn Tám',
    claimedAt: SENT_AT,
    clockOff: 0,
    receivedAt: SENT_AT,
    late: false,
    receiptCode: 'K3QF72MA7',
    digest: 'A'.repeat(43),
    ...over,
  };
  return { scope, entity: 'submission', id: value.id, rev, value };
};

export const returned: NonNullable<AssessmentRow['lastMove']> = {
  to: 'returned',
  submission: SENT_ID,
  at: SENT_AT + 3_600_000,
  byName: 'Hoàng Thị Dung',
  byRole: 'officer',
  reason: 'Nhờ xóm xem lại hai mục.',
  items: [
    { criterionId: 'A3.1', ask: 'Số hộ có thiết bị chưa khớp danh sách.' },
    { criterionId: 'A7.1', ask: 'Ảnh chưa thấy camera.' },
  ],
};

/** Registers of the form: two phones that did not see each other. */
export const registersRow = (
  fields: Record<string, { opId: string; value?: Answers[string] }[]>,
  rev = 7,
): PulledRow => ({
  scope,
  entity: 'answers',
  id: FORM_ID,
  rev,
  value: { assessmentId: FORM_ID, fields },
});
/** UUIDv7s of two phones, 10:00 and 10:30 on 04/11/2025. */
const idAt = (ms: number, tail: string): string => {
  const hex = ms.toString(16).padStart(12, '0');
  return `${hex.slice(0, 8)}-${hex.slice(8)}-7000-8000-${tail.padStart(12, '0')}`;
};
export const ONE = idAt(SENT_AT + 3_600_000, 'aa');
export const OTHER = idAt(SENT_AT + 5_400_000, 'bb');
