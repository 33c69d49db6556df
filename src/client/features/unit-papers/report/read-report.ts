/** What a unit's report is made from, out of what is on this phone. */
import type { UnitReportFacts } from '#domain/papers/unit-report-facts.ts';
import type { SubmissionRow } from '#protocol/judged-rows.ts';
import { givenPoints } from '#client/subject/given-points.ts';
import { isHeldByCommune } from '#client/subject/sheet-state.ts';
import type { Workspace } from '#client/workspace.ts';
import type { OwnPapers } from '../read-papers.ts';
import { openAnswers } from '../reported-answers.ts';

type Form = Pick<UnitReportFacts, 'set' | 'answers' | 'given'>;

/** Once the commune holds the form the report speaks of what was sent, and of its points once they are given. */
async function heldForm(workspace: Workspace, { sheet }: OwnPapers): Promise<Form | null> {
  const { state, lastMove } = sheet.assessment?.value ?? {};
  const isVerified = state === 'verified' || state === 'final';
  const verified =
    isVerified && lastMove !== undefined
      ? (await workspace.row('submission', lastMove.submission))?.value
      : undefined;
  const form: SubmissionRow | undefined = verified ?? (isHeldByCommune(sheet) ? sheet.sentForm : undefined);
  if (form === undefined) return null;
  const [set, scores] = await Promise.all([
    workspace.row('criteriaSet', form.criteriaSet),
    workspace.row('scores', form.id),
  ]);
  if (set === undefined) return null;
  return {
    set: set.value,
    answers: form.snapshot,
    ...(verified !== undefined && { given: givenPoints(set.value, form, scores?.value) }),
  };
}

/** null before the commune's campaign and criteria are on this phone. */
export async function readReport(workspace: Workspace, rows: OwnPapers): Promise<UnitReportFacts | null> {
  const { sheet, plan, narrative, nominations } = rows;
  const { campaign, profile, unit, set } = sheet;
  const [commune, held] = await Promise.all([
    workspace.row('commune', profile.communeId),
    heldForm(workspace, rows),
  ]);
  const form = held ?? (set === undefined ? null : { set, answers: openAnswers(set, sheet) });
  if (campaign === undefined || form === null) return null;
  return {
    unit: unit?.name ?? profile.title,
    campaign,
    commune: commune?.value,
    plan: plan?.value,
    paragraphs: narrative?.value.paragraphs ?? [],
    nominations: nominations.map(({ value }) => value),
    ...form,
  };
}
