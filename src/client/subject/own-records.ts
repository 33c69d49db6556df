/** The records a hamlet or a unit owns in one campaign (`protocol/subject-records.ts`), as its phone reads them. */
import type { SubjectRecordEntity } from '#protocol/subject-records.ts';
import type { ProfileRow, StoredRow } from '#client/db/model.ts';
import type { Workspace } from '#client/workspace.ts';

export interface Owner {
  campaignId: string;
  subjectKind: 'hamlet' | 'unit';
  subjectId: string;
}

/** null: nobody's own (an office's profile), or the campaign has not come down yet. */
export function ownerOf({ binding }: ProfileRow, campaignId: string | undefined): Owner | null {
  if (campaignId === undefined || binding === undefined) return null;
  if (binding.kind !== 'hamlet' && binding.kind !== 'unit') return null;
  return { campaignId, subjectKind: binding.kind, subjectId: binding.id };
}

/** In the order they were made: their ids carry it. */
export async function ownRecords<Entity extends SubjectRecordEntity>(
  workspace: Pick<Workspace, 'rows'>,
  entity: Entity,
  { campaignId, subjectId }: Pick<Owner, 'campaignId' | 'subjectId'>,
): Promise<StoredRow<Entity>[]> {
  const rows = await workspace.rows(entity);
  return rows
    .filter(({ value }) => value.campaignId === campaignId && value.subjectId === subjectId)
    .sort((a, b) => (a.id < b.id ? -1 : 1));
}
