/** A hamlet's sheet that has been sent, and the people who review it. */
import { criteriaOf } from '#domain/criteria-set.ts';
import { rowSchemas } from '#protocol/entities.ts';
import type { AssessmentRow, SubmissionRow } from '#protocol/judged-rows.ts';
import type { FeedRow } from '#protocol/exchange.ts';
import type { AssessmentState, Intent, OperationOf } from '#protocol/operation.ts';
import type { SigningDevice } from '../../support/signing-device.ts';
import { openCommune, type Commune } from './commune.ts';
import { setOf, submitIntent } from './makers.ts';
import { pull, send } from './sending.ts';

/** All rows of an entity this phone is shown, tombstones too. */
export async function rowsOf(commune: Commune, phone: SigningDevice, entity: string): Promise<FeedRow[]> {
  const rows: FeedRow[] = [];
  for (let cursors: Record<string, number> = {}, more = true; more;) {
    const page = await pull(commune, phone, cursors);
    rows.push(...page.rows.filter((row) => row.entity === entity));
    ({ cursors, more } = page);
  }
  return rows;
}

export const mine = (phone: SigningDevice): string => phone.enrolment?.assessmentId ?? '';

/** An assessment as this phone is shown it. */
export async function assessmentSeen(
  commune: Commune,
  phone: SigningDevice,
  id: string,
): Promise<AssessmentRow> {
  const row = (await rowsOf(commune, phone, 'assessment')).find((found) => found.id === id);
  return rowSchemas.assessment.parse(row?.value);
}

export async function submissionSeen(
  commune: Commune,
  phone: SigningDevice,
  assessmentId: string,
): Promise<SubmissionRow> {
  const seen = (await rowsOf(commune, phone, 'submission')).map(({ value }) =>
    rowSchemas.submission.parse(value),
  );
  const found = seen.findLast((value) => value.assessmentId === assessmentId);
  if (found === undefined) throw new Error('no submission is seen');
  return found;
}

export const moveIntent = (
  args: Pick<OperationOf<'assessment.move'>['args'], 'assessmentId' | 'submission' | 'to' | 'statusRev'> &
    Partial<OperationOf<'assessment.move'>['args']>,
): Intent => ({ kind: 'assessment.move', args });

export const scoreIntent = (
  submission: Pick<SubmissionRow, 'id' | 'digest'>,
  more: Partial<OperationOf<'score.set'>['args']> = {},
): Intent => ({
  kind: 'score.set',
  args: {
    submission: submission.id,
    criterionId: 'A1.1',
    points: 100,
    reasonCode: 'evidence',
    reason: 'Có ảnh',
    basis: submission.digest,
    bases: [],
    ...more,
  },
});

/** Points for every criterion that has none: a hamlet's or unit's form is verified only then. */
export async function gradeRest(
  commune: Commune,
  officer: SigningDevice,
  submission: Pick<SubmissionRow, 'id' | 'digest' | 'criteriaSet'>,
): Promise<void> {
  const seen = (await rowsOf(commune, officer, 'scores')).findLast(({ id }) => id === submission.id);
  const scored = seen?.value === undefined ? {} : rowSchemas.scores.parse(seen.value).fields;
  const intents = criteriaOf(setOf(submission.criteriaSet.split('@')[0] ?? ''))
    .filter(({ id }) => scored[id] === undefined)
    .map(({ id, maxPoints }) => scoreIntent(submission, { criterionId: id, points: maxPoints, reason: '' }));
  const verdicts = await send(commune, officer, ...intents);
  if (verdicts.some((verdict) => verdict !== 'applied')) throw new Error(`not graded: ${verdicts.join()}`);
}

/** Lets whoever scores beside the officer score these groups of the campaign's forms of hamlets. */
export const assignIntent = (
  by: SigningDevice,
  campaignId: string,
  groups: readonly string[],
  subjectKind = 'hamlet',
): Intent => {
  const id = by.newId();
  const value = { id, campaignId, role: 'cultureOfficer', subjectKind, groups };
  return { kind: 'record.put', args: { entity: 'scoringAssignment', id, value, baseRev: 0 } };
};

const WORDS = { reason: 'Thiếu ảnh', items: [{ criterionId: 'A1.1', ask: 'Chụp lại bảng tin' }] };

export interface Scene {
  commune: Commune;
  head: SigningDevice;
  officer: SigningDevice;
  /** The head's sheet. */
  assessmentId: string;
  /** Moves it as `by` from where the office sees it, with words; the verdict or its code. */
  move(
    by: SigningDevice,
    to: AssessmentState,
    more?: Partial<OperationOf<'assessment.move'>['args']>,
  ): Promise<string>;
  seen(phone: SigningDevice): Promise<AssessmentRow>;
  submission(): Promise<SubmissionRow>;
}

export async function openScene(options: Parameters<typeof openCommune>[0] = {}): Promise<Scene> {
  const commune = await openCommune(options);
  const [head, officer] = [await commune.head(), await commune.officer()];
  const assessmentId = mine(head);
  const [sent] = await send(commune, head, submitIntent(assessmentId, 'hamlet'));
  if (sent !== 'applied') throw new Error(`not sent: ${sent}`);
  const seen = (phone: SigningDevice) => assessmentSeen(commune, phone, assessmentId);
  return {
    commune,
    head,
    officer,
    assessmentId,
    seen,
    submission: () => submissionSeen(commune, officer, assessmentId),
    move: async (by, to, more = {}) => {
      const { statusRev, submissions } = await seen(officer);
      const submission = submissions.findLast(({ current }) => current)?.id ?? assessmentId;
      const [verdict] = await send(
        commune,
        by,
        moveIntent({ assessmentId, submission, to, statusRev, ...WORDS, ...more }),
      );
      return verdict ?? '';
    },
  };
}
