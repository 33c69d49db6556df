/** What people call those whom a signal, a draw or a visit names, and where they live. */
import type { CriteriaSet, SubjectKind } from '#domain/criteria.ts';
import type { SubmissionRow } from '#protocol/judged-rows.ts';
import { fill } from '#client/messages/fill.ts';
import { trustWords } from '#client/messages/office-trust.ts';
import type { Desk } from '../today/desk.ts';

export interface Subjects {
  /** Null: no longer on this machine. */
  nameOf: (kind: SubjectKind, id: string) => string | null;
  /** Hamlet in which it lies; '' for a unit. */
  hamletOf: (kind: SubjectKind, id: string) => string;
  /** Its form in force, the family's own before a proxy. */
  formOf: (subjectId: string) => SubmissionRow | undefined;
  setOf: (kind: SubjectKind, id: string) => CriteriaSet | undefined;
}

const hamletName = (name: string): string =>
  name.startsWith(trustWords.kinds.hamlet) ? name : fill(trustWords.hamletNamed, { name });

/** Of the campaign that runs; made once per change of the replica. */
export function subjectsOf(desk: Desk): Subjects {
  const units = new Map(desk.units.map((standing) => [standing.id, standing]));
  const ofCampaign = new Set(
    desk.rows.assessment.flatMap(({ id, campaignId, state }) =>
      campaignId === desk.campaign?.id && state !== 'withdrawn' ? [id] : [],
    ),
  );
  const forms = new Map<string, SubmissionRow>();
  for (const form of desk.rows.submission) {
    if (!form.current || !ofCampaign.has(form.assessmentId)) continue;
    if (form.channel === 'self' || !forms.has(form.subjectId)) forms.set(form.subjectId, form);
  }
  const nameOf: Subjects['nameOf'] = (kind, id) => {
    const known =
      kind === 'household'
        ? desk.households.get(id)?.householder
        : kind === 'hamlet'
          ? desk.hamletNames.get(id)
          : units.get(id)?.name;
    const name = known ?? forms.get(id)?.subjectName;
    if (name === undefined) return null;
    return kind === 'hamlet' ? hamletName(name) : name;
  };
  const refOf = (kind: SubjectKind, id: string): string | undefined => {
    const sets = desk.campaign?.criteriaSets;
    if (kind !== 'unit') return sets?.[kind];
    const sector = units.get(id)?.unit?.sector;
    return sector === undefined ? undefined : sets?.unit[sector];
  };
  return {
    nameOf,
    hamletOf: (kind, id) =>
      kind === 'hamlet'
        ? id
        : kind === 'household'
          ? (desk.households.get(id)?.hamletId ?? forms.get(id)?.hamletId ?? '')
          : '',
    formOf: (subjectId) => forms.get(subjectId),
    setOf: (kind, id) => desk.sets.get(forms.get(id)?.criteriaSet ?? refOf(kind, id) ?? ''),
  };
}
