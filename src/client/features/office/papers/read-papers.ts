/** What a hamlet or a unit has put on paper, as the office's machine holds it. */
import type { SubjectRecordEntity } from '#protocol/subject-records.ts';
import type { StoredRow } from '#client/db/model.ts';
import type { Workspace } from '#client/workspace.ts';

interface Whose {
  campaignId: string;
  subjectId: string;
}

async function ofSubject<Entity extends SubjectRecordEntity>(
  workspace: Pick<Workspace, 'rows'>,
  entity: Entity,
  { campaignId, subjectId }: Whose,
): Promise<StoredRow<Entity>[]> {
  return (await workspace.rows(entity))
    .filter(({ value }) => value.campaignId === campaignId && value.subjectId === subjectId)
    .sort((a, b) => (a.id < b.id ? -1 : 1));
}

export interface SubjectPapers {
  plan: StoredRow<'plan'> | undefined;
  narrative: StoredRow<'narrative'> | undefined;
  nominations: StoredRow<'nomination'>[];
  evidence: StoredRow<'evidence'>[];
}

export async function readSubjectPapers(
  workspace: Pick<Workspace, 'rows'>,
  whose: Whose,
): Promise<SubjectPapers> {
  const [plans, narratives, nominations, evidence] = await Promise.all([
    ofSubject(workspace, 'plan', whose),
    ofSubject(workspace, 'narrative', whose),
    ofSubject(workspace, 'nomination', whose),
    ofSubject(workspace, 'evidence', whose),
  ]);
  return { plan: plans[0], narrative: narratives[0], nominations, evidence };
}

/** One person put forward, with whose proposal it is and what the office has said. */
export interface NominationEntry {
  row: StoredRow<'nomination'>;
  /** "Trường Tiểu học Bình Thuận", "Xóm Chùa 9". */
  subjectName: string;
  judgement: StoredRow<'nominationJudgement'> | undefined;
}

/** By whose they are, then in the order they were written. */
export async function readNominations(
  workspace: Workspace,
  hamletNamed: (name: string) => string,
): Promise<NominationEntry[]> {
  const [nominations, judgements, units, hamlets] = await Promise.all([
    workspace.rows('nomination'),
    workspace.rows('nominationJudgement'),
    workspace.rows('unit'),
    workspace.rows('hamlet'),
  ]);
  const names = new Map([
    ...units.map(({ id, value }) => [id, value.name] as const),
    ...hamlets.map(({ id, value }) => [id, hamletNamed(value.name)] as const),
  ]);
  const judged = new Map(judgements.map((row) => [row.id, row]));
  return nominations
    .map((row) => ({
      row,
      subjectName: names.get(row.value.subjectId) ?? '',
      judgement: judged.get(row.id),
    }))
    .sort((a, b) => a.subjectName.localeCompare(b.subjectName, 'vi') || (a.row.id < b.row.id ? -1 : 1));
}
