/** The sets as the office holds them: versions, who uses which, which are locked by a form, what is being made. */
import { criteriaRef } from '#domain/criteria-set.ts';
import type { CriteriaSet, SubjectKind } from '#domain/criteria.ts';
import { differencesOf } from '#domain/criteria-edit/differences.ts';
import { draftOf, readDraft } from '#domain/criteria-edit/draft.ts';
import { derivedIdOf } from '#protocol/assessment-id.ts';
import type { Campaign } from '#protocol/entities.ts';
import type { StoredRow } from '#client/db/model.ts';
import type { Workspace } from '#client/workspace.ts';

/** One draft of each next version: two officers who begin it write the same record, and are told of each other. */
export const draftIdOf = (setId: string, version: number): string =>
  derivedIdOf('criteriaDraft', setId, String(version));

export interface SetFamily {
  id: string;
  /** Oldest first. */
  versions: CriteriaSet[];
  latest: CriteriaSet;
  /** Forms that name a version, by its reference. */
  sent: ReadonlyMap<string, number>;
}

export interface CriteriaRows {
  families: SetFamily[];
  campaigns: StoredRow<'campaign'>[];
  drafts: StoredRow<'criteriaDraft'>[];
  submissions: StoredRow<'submission'>[];
}

export async function readCriteria(workspace: Workspace): Promise<CriteriaRows> {
  const [sets, campaigns, drafts, submissions] = await Promise.all([
    workspace.rows('criteriaSet'),
    workspace.rows('campaign'),
    workspace.rows('criteriaDraft'),
    workspace.rows('submission'),
  ]);
  const sent = new Map<string, number>();
  for (const { value } of submissions)
    if (value.current) sent.set(value.criteriaSet, (sent.get(value.criteriaSet) ?? 0) + 1);
  const byId = new Map<string, CriteriaSet[]>();
  for (const { value } of sets) byId.set(value.id, [...(byId.get(value.id) ?? []), value]);
  const families = [...byId].flatMap(([id, found]): SetFamily[] => {
    const versions = found.sort((a, b) => a.version - b.version);
    const latest = versions.at(-1);
    return latest === undefined ? [] : [{ id, versions, latest, sent }];
  });
  return { families: families.sort(inOrder), campaigns, drafts, submissions };
}

const KINDS: readonly SubjectKind[] = ['household', 'hamlet', 'unit'];
const inOrder = ({ latest: a }: SetFamily, { latest: b }: SetFamily): number =>
  KINDS.indexOf(a.subjectKind) - KINDS.indexOf(b.subjectKind) || a.id.localeCompare(b.id);

/** The version a campaign gives to those a set is for. */
export const refIn = ({ criteriaSets }: Campaign, { subjectKind, sector }: CriteriaSet): string => {
  if (subjectKind !== 'unit') return criteriaSets[subjectKind];
  return sector === undefined ? '' : criteriaSets.unit[sector];
};

/** The campaign with another version of one set. */
export const withSet = (campaign: Campaign, set: CriteriaSet): Campaign => {
  const ref = criteriaRef(set);
  const { criteriaSets } = campaign;
  const { subjectKind, sector } = set;
  if (subjectKind !== 'unit') return { ...campaign, criteriaSets: { ...criteriaSets, [subjectKind]: ref } };
  return sector === undefined
    ? campaign
    : { ...campaign, criteriaSets: { ...criteriaSets, unit: { ...criteriaSets.unit, [sector]: ref } } };
};

/** How many places the draft of the next version differs in; null = nothing is being made. */
export function draftChanges({ drafts }: CriteriaRows, { id, latest }: SetFamily): number | null {
  const row = drafts.find((each) => each.id === draftIdOf(id, latest.version + 1));
  const draft = row === undefined ? null : readDraft(row.value.set);
  if (draft === null) return null;
  const changes = differencesOf(draftOf(latest, draft.version), draft).length;
  return changes === 0 ? null : changes;
}
