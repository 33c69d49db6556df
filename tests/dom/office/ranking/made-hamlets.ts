/** Hamlets with their sheets sent and scored, as the office's replica holds them. */
import type { Answer, Answers } from '#domain/answers.ts';
import { defaultCriteriaSets } from '#domain/defaults/all.ts';
import { criteriaOf, type Criterion } from '#domain/criteria.ts';
import { score } from '#domain/score.ts';
import { assessmentIdOf } from '#protocol/assessment-id.ts';
import type { AssessmentState } from '#protocol/operation.ts';
import type { PulledRow } from '#client/db/engine-store.ts';
import { CAMPAIGN_ID, COMMUNE_ID } from '../../hamlet/made-rows.ts';

const found = defaultCriteriaSets().find(({ id }) => id === 'hamlet');
if (!found) throw new Error('no hamlet set');
export const hamletSet = found;
const AT = Date.parse('2025-11-04T02:00:00.000Z');

export const hamletId = (index: number): string =>
  `0198c1f0-0000-7000-9000-${String(index).padStart(12, '0')}`;
export const formId = (index: number): string => `0198c1f0-0000-7000-b000-${String(index).padStart(12, '0')}`;

const full = (criterion: Criterion): Answer => {
  switch (criterion.type) {
    case 'yesno':
      return true;
    case 'level':
      return { level: criterion.levels.at(-1)?.id ?? '' };
    case 'text':
      return { level: criterion.levels.at(-1)?.id ?? '', text: 'Mô hình của xóm' };
    case 'count':
      return 40;
    case 'ratio':
      return { n: 90, d: 97 };
  }
};
/** Everything claimed in full. */
export const boast: Answers = {
  ...Object.fromEntries(hamletSet.sharedQuestions.map(({ id }) => [id, 97])),
  ...Object.fromEntries(criteriaOf(hamletSet).map((criterion) => [criterion.id, full(criterion)])),
};

export interface MadeHamlet {
  index: number;
  name: string;
  state?: AssessmentState;
  /** Criterion → points; the rest of the criteria get theirs in full when `isScored`. */
  points?: Readonly<Record<string, number>>;
  isScored?: boolean;
  late?: boolean;
}

/** A hamlet, its assessment, its form and the officer's points. */
export function madeHamlet(made: MadeHamlet): PulledRow[] {
  const { index, name, state = 'verified', points = {}, isScored = true, late = false } = made;
  const [id, form] = [hamletId(index), formId(index)];
  const assessmentId = assessmentIdOf(COMMUNE_ID, CAMPAIGN_ID, id);
  const given = isScored
    ? { ...Object.fromEntries(criteriaOf(hamletSet).map((each) => [each.id, each.maxPoints])), ...points }
    : points;
  const selfScore = score(hamletSet, boast).normalised;
  return [
    {
      scope: 'office',
      entity: 'hamlet',
      id,
      rev: 1,
      value: { id, name, order: index + 10, households: 97, validFrom: '2025-01-01' },
    },
    {
      scope: 'office',
      entity: 'assessment',
      id: assessmentId,
      rev: 1,
      value: {
        id: assessmentId,
        campaignId: CAMPAIGN_ID,
        subjectKind: 'hamlet',
        subjectId: id,
        state,
        statusRev: 2,
        round: 1,
        submissions: [{ id: form, channel: 'self', receiptCode: 'K3QF72MA7', receivedAt: AT, current: true }],
      },
    },
    {
      scope: 'office',
      entity: 'submission',
      id: form,
      rev: 1,
      value: {
        id: form,
        assessmentId,
        subjectKind: 'hamlet',
        subjectId: id,
        subjectName: name,
        channel: 'self',
        round: 1,
        current: true,
        criteriaSet: 'hamlet@1',
        snapshot: boast,
        selfScore,
        serverScore: selfScore,
        signedOffBy: '',
        byName: '',
        claimedAt: AT,
        clockOff: 0,
        receivedAt: AT,
        late,
        receiptCode: 'K3QF72MA7',
        digest: 'A'.repeat(43),
      },
    },
    {
      scope: 'office',
      entity: 'scores',
      id: form,
      rev: 1,
      value: {
        submissionId: form,
        assessmentId,
        fields: Object.fromEntries(
          Object.entries(given).map(([criterionId, value]) => [
            criterionId,
            [
              {
                opId: formId(index),
                points: value,
                reasonCode: 'evidence',
                reason: '',
                byName: 'Cán bộ',
                byRole: 'officer' as const,
                at: AT,
              },
            ],
          ]),
        ),
      },
    },
  ];
}
