/**
 * The next family on this phone starts from today's form, also without a network: what anyone may read of the campaign
 * comes with the feed already, so nothing is asked for twice.
 */
import { currentCampaign } from '#protocol/current-campaign.ts';
import type { EngineStore } from '#client/db/engine-store.ts';
import type { Pocket } from '#client/db/pocket.ts';
import type { Workspace } from '#client/workspace.ts';

/** Writes only when something it is made of has changed since it last did. */
export function createCampaignKeeper(
  rows: Pick<Workspace, 'rows' | 'row'>,
  store: Pick<EngineStore, 'identity'>,
  pocket: Pick<Pocket, 'campaign' | 'saveCampaign'>,
  today: () => string,
): () => Promise<void> {
  let keptRev = 0;
  return async () => {
    const [communes, campaigns, deadlines] = await Promise.all([
      rows.rows('commune'),
      rows.rows('campaign'),
      rows.rows('deadline'),
    ]);
    const [commune] = communes;
    const current = currentCampaign(
      campaigns.map(({ value }) => value),
      today(),
    );
    const campaign = campaigns.find(({ value }) => value === current);
    if (commune === undefined || campaign === undefined) return;
    const householdSet = await rows.row('criteriaSet', campaign.value.criteriaSets.household);
    if (householdSet === undefined) return;
    const newestRev = Math.max(...[commune, campaign, householdSet, ...deadlines].map(({ rev }) => rev));
    if (newestRev <= keptRev) return;
    const recipient = (await store.identity())?.recipient ?? (await pocket.campaign())?.recipient;
    await pocket.saveCampaign({
      v: 1,
      commune: commune.value,
      campaign: campaign.value,
      deadlines: deadlines
        .map(({ value }) => value)
        .filter(({ campaignId }) => campaignId === campaign.value.id),
      householdSet: householdSet.value,
      ...(recipient === undefined ? {} : { recipient }),
    });
    keptRev = newestRev;
  };
}
