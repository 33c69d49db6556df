/** A commune whose forms have something worth a second look: hurried typing, one picture in two forms, a figure too high. */
import { criteriaOf } from '#domain/criteria-set.ts';
import type { PulledRow } from '#client/db/engine-store.ts';
import type { SubmissionRow } from '#protocol/judged-rows.ts';
import { assessmentIdOf } from '#protocol/assessment-id.ts';
import { CAMPAIGN_ID, COMMUNE_ID, HAMLET_ID, householdId } from '../../hamlet/made-rows.ts';
import { formId, hamletId, hamletSet, madeHamlet } from '../ranking/made-hamlets.ts';
import { fullAnswers, RECEIVED_AT, sent, submissionId } from '../office-rows.ts';

const photoHash = (letter: string): string => letter.repeat(43);

interface Family {
  index: number;
  name: string;
  form?: Partial<SubmissionRow>;
}

/** As the server shows it: the assessment names its submission. */
export function family({ index, name, form = {} }: Family): PulledRow[] {
  const subjectId = householdId(index);
  const id = assessmentIdOf(COMMUNE_ID, CAMPAIGN_ID, subjectId);
  const assessment: PulledRow = {
    scope: 'office',
    entity: 'assessment',
    id,
    rev: 2,
    value: {
      id,
      campaignId: CAMPAIGN_ID,
      subjectKind: 'household',
      subjectId,
      hamletId: HAMLET_ID,
      state: 'received',
      statusRev: 1,
      round: 1,
      submissions: [
        {
          id: submissionId(index),
          channel: form.channel ?? 'self',
          receiptCode: 'K3QF72MA7',
          receivedAt: RECEIVED_AT,
          current: true,
        },
      ],
    },
  };
  const rows = sent({ name, index, submission: form }).filter(({ entity }) => entity !== 'assessment');
  return [...rows, assessment];
}

export const families = (count: number, form?: (index: number) => Partial<SubmissionRow>): PulledRow[] =>
  Array.from({ length: count }, (_, at) =>
    family({ index: at + 1, name: `Hộ ${at + 1}`, ...(form && { form: form(at + 1) }) }),
  ).flat();

/** Typed by one person, a form every `seconds`, no two alike. */
export const typedEvery =
  (seconds: number, byName = 'Trần Văn Tấn') =>
  (index: number): Partial<SubmissionRow> => ({
    channel: 'proxy',
    byName,
    claimedAt: RECEIVED_AT + index * seconds * 1000,
    snapshot: { ...fullAnswers, householdPeople14: index + 1, 'B2.1': { n: index } },
  });

let photos = 0;
/** A stored picture under the first criterion of a hamlet's form. */
export function photoOf(index: number, photoId: string): PulledRow {
  photos += 1;
  const id = `0198c1f0-0000-7000-c000-${String(photos).padStart(12, '0')}`;
  const criterionId = criteriaOf(hamletSet)[0]?.id ?? '';
  return {
    scope: 'office',
    entity: 'photo',
    id,
    rev: 1,
    value: {
      id,
      assessmentId: assessmentIdOf(COMMUNE_ID, CAMPAIGN_ID, hamletId(index)),
      criterionId,
      photoId,
      state: 'stored',
      bytes: 1000,
      w: 100,
      h: 100,
      byName: 'Trưởng xóm',
      at: RECEIVED_AT,
      storedAt: RECEIVED_AT,
    },
  };
}

/** Two hamlets whose forms show the very same file. */
export const sharedPicture = (): PulledRow[] => [
  ...madeHamlet({ index: 91, name: 'Bình Xuân', state: 'received' }),
  ...madeHamlet({ index: 92, name: 'Đình 6', state: 'received' }),
  photoOf(91, photoHash('B')),
  photoOf(92, photoHash('B')),
  photoOf(92, photoHash('C')),
];
export const sharedFormId = formId(91);

export { HAMLET_ID, householdId };
