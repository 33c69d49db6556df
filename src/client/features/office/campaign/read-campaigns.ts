/** Campaigns with what belongs to them, newest first, and whose last edit from here came after another's. */
import type { CriteriaSet } from '#domain/criteria.ts';
import { recordSchemas, type Campaign } from '#protocol/entities.ts';
import type { StoredRow } from '#client/db/model.ts';
import { operationIn } from '#client/db/own-operation.ts';
import type { Workspace } from '#client/workspace.ts';

export interface CampaignRows {
  campaigns: StoredRow<'campaign'>[];
  deadlines: StoredRow<'deadline'>[];
  sets: CriteriaSet[];
  /** What was written here after another had changed it, by campaign. */
  refused: ReadonlyMap<string, Campaign>;
}

export async function readCampaigns(workspace: Workspace): Promise<CampaignRows> {
  const [campaigns, deadlines, sets, outbox] = await Promise.all([
    workspace.rows('campaign'),
    workspace.rows('deadline'),
    workspace.rows('criteriaSet'),
    workspace.outbox(),
  ]);
  const refused = new Map<string, Campaign>();
  for (const row of outbox) {
    const operation = row.kind === 'record.put' ? operationIn(row) : null;
    if (operation?.kind !== 'record.put' || operation.args.entity !== 'campaign') continue;
    const own = recordSchemas.campaign.safeParse(operation.args.value);
    // Other reasons stand over the screen, with the words (`refused/`).
    if (row.result?.code === 'STALE_BASIS' && own.success) refused.set(operation.args.id, own.data);
    else refused.delete(operation.args.id);
  }
  return {
    campaigns: campaigns.sort((a, b) => b.value.year - a.value.year),
    deadlines,
    sets: sets.map(({ value }) => value),
    refused,
  };
}
