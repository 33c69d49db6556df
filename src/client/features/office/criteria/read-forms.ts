/** Forms in force of one kind in one campaign, with the group each is ranked in. */
import type { Scored } from '#domain/criteria-edit/compare-scores.ts';
import type { Sector, SubjectKind } from '#domain/criteria.ts';
import type { Hamlet } from '#protocol/entities.ts';
import type { SubmissionRow } from '#protocol/judged-rows.ts';
import type { Workspace } from '#client/workspace.ts';

export interface WhichForms {
  campaignId: string;
  subjectKind: SubjectKind;
  /** Units of this sector alone. */
  sector?: Sector;
}

/** A family's own form counts before the one typed for it. */
const counted = (forms: readonly SubmissionRow[]): SubmissionRow[] => {
  const byAssessment = new Map<string, SubmissionRow>();
  for (const form of forms)
    if (form.channel === 'self' || !byAssessment.has(form.assessmentId))
      byAssessment.set(form.assessmentId, form);
  return [...byAssessment.values()];
};

export async function formsOf(
  workspace: Workspace,
  { campaignId, subjectKind, sector }: WhichForms,
): Promise<{ forms: Scored[]; hamlets: Hamlet[] }> {
  const [assessments, submissions, units, hamlets] = await Promise.all([
    workspace.rows('assessment'),
    workspace.rows('submission'),
    sector === undefined ? [] : workspace.rows('unit'),
    workspace.rows('hamlet'),
  ]);
  const ours = new Set(
    assessments.flatMap(({ value }) =>
      value.campaignId === campaignId && value.subjectKind === subjectKind ? [value.id] : [],
    ),
  );
  const inSector = new Set(units.filter(({ value }) => value.sector === sector).map(({ id }) => id));
  const forms = counted(
    submissions
      .map(({ value }) => value)
      .filter(
        ({ current, assessmentId, subjectId }) =>
          current && ours.has(assessmentId) && (sector === undefined || inSector.has(subjectId)),
      ),
  );
  return {
    forms: forms.map(({ subjectId, subjectName, snapshot, hamletId }) => ({
      subjectId,
      name: subjectName,
      group: subjectKind === 'household' ? (hamletId ?? '') : subjectKind,
      answers: snapshot,
    })),
    hamlets: hamlets.map(({ value }) => value).sort((a, b) => a.order - b.order),
  };
}
