import { expect, test } from 'vitest';
import { criteriaRef } from '#domain/criteria-set.ts';
import { defaultCriteriaSets } from '#domain/defaults/all.ts';
import type { Campaign } from '#protocol/entities.ts';
import type { Intent } from '#protocol/operation.ts';
import { openCommune, type Commune } from './commune.ts';
import { submitIntent } from './makers.ts';
import { mine } from './review-scene.ts';
import { put, send } from './sending.ts';

const inBatch = (batchId: string, intent: Intent): Intent =>
  intent.kind === 'record.put' ? { ...intent, args: { ...intent.args, batchId } } : intent;
const settle = (id: string, state: 'committed' | 'reverted', records: number, baseRev = 0) =>
  put('batch', id, { id, state, label: 'Công bố bản 2', records }, baseRev);
const revOf = async ({ store }: Commune, entity: string, id: string): Promise<number> =>
  (await store.read((tables) => tables.record.find(entity, id)))?.rev ?? 0;
const secondOf = (id: string) => {
  const set = defaultCriteriaSets().find((each) => each.id === id);
  if (set === undefined) throw new Error(`no ${id}`);
  return { ...set, version: 2 };
};
const pointing = (campaign: Campaign, sets: Partial<Campaign['criteriaSets']>): Campaign => ({
  ...campaign,
  criteriaSets: { ...campaign.criteriaSets, ...sets },
});

test('a version and the campaign that points at it come in one batch, and stay', async () => {
  const commune = await openCommune();
  const officer = await commune.officer();
  const { campaign } = await commune.core.publicCampaign();
  const set = secondOf('household');
  const [batchId, rev] = [officer.newId(), await revOf(commune, 'campaign', campaign.id)];
  expect(
    await send(
      commune,
      officer,
      // Nobody can point at what there is not.
      put('campaign', campaign.id, pointing(campaign, { household: criteriaRef(set) }), rev),
      inBatch(batchId, put('criteriaSet', criteriaRef(set), set)),
      inBatch(
        batchId,
        put('campaign', campaign.id, pointing(campaign, { household: criteriaRef(set) }), rev),
      ),
      settle(batchId, 'committed', 2),
    ),
  ).toEqual(['UNKNOWN_SUBJECT', 'applied', 'applied', 'applied']);
  expect((await commune.core.publicCampaign()).householdSet.version).toBe(2);
  const settled = await revOf(commune, 'batch', batchId);
  expect(await send(commune, officer, settle(batchId, 'reverted', 2, settled))).toEqual(['STATE_GUARD']);
  expect((await commune.core.verify()).problems).toEqual([]);
});

test('once a form of a kind was sent, the campaign keeps that kind’s version; the others may still change', async () => {
  const commune = await openCommune();
  const [officer, head] = [await commune.officer(), await commune.head()];
  const { campaign } = await commune.core.publicCampaign();
  await send(commune, head, submitIntent(mine(head), 'hamlet'));
  for (const id of ['hamlet', 'household', 'unit-TH'])
    await send(commune, officer, put('criteriaSet', `${id}@2`, secondOf(id)));
  const to = async (sets: Partial<Campaign['criteriaSets']>) =>
    send(
      commune,
      officer,
      put('campaign', campaign.id, pointing(campaign, sets), await revOf(commune, 'campaign', campaign.id)),
    );
  expect(await to({ hamlet: 'hamlet@2' })).toEqual(['STATE_GUARD']);
  expect(await to({ household: 'household@2' })).toEqual(['applied']);
  expect(await to({ unit: { ...campaign.criteriaSets.unit, TH: 'unit-TH@2' } })).toEqual(['applied']);
  expect((await commune.core.verify()).problems).toEqual([]);
});
