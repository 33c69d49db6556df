import { expect, test } from 'vitest';
import type { Intent } from '#protocol/operation.ts';
import type { SigningDevice } from '../../support/signing-device.ts';
import { openCommune, type Commune } from './commune.ts';
import { consentOf, submitIntent } from './makers.ts';
import { mine } from './review-scene.ts';
import { household, pull, put, results, send } from './sending.ts';

const inBatch = (batchId: string, intent: Intent): Intent =>
  intent.kind === 'record.put' ? { ...intent, args: { ...intent.args, batchId } } : intent;
const settle = (id: string, state: 'committed' | 'reverted', records: number, baseRev = 0) =>
  put('batch', id, { id, state, label: 'Danh sách hộ', records }, baseRev);
const families = async (commune: Commune, phone: SigningDevice): Promise<string[]> =>
  (await pull(commune, phone)).rows
    .filter(({ entity, value }) => entity === 'household' && value !== null)
    .map(({ value }) => String(value?.['householder']))
    .toSorted();
const revOf = async ({ store }: Commune, entity: string, id: string) =>
  (await store.read((tables) => tables.record.find(entity, id)))?.rev ?? 0;

/** One family to be written down, another to be renamed; and the batch they are in. */
async function listOfFamilies() {
  const commune = await openCommune();
  const [officer, head] = [await commune.officer(), await commune.head()];
  const hamletId = commune.hamlets[0]?.id ?? '';
  const [known, added, batchId] = [officer.newId(), officer.newId(), officer.newId()];
  const [first] = await results(commune, officer, household(known, hamletId, 'Lê Thị Mai'));
  const held = await send(
    commune,
    officer,
    inBatch(batchId, household(added, hamletId, 'Ma Văn Bình')),
    inBatch(batchId, household(known, hamletId, 'Lê Thị Mai Anh', first?.rev)),
  );
  expect(held).toEqual(['applied', 'applied']);
  return { commune, officer, head, hamletId, known, added, batchId };
}

test('records of a batch come into sight together, by its commit, and leave it together, by its revert', async () => {
  const { commune, officer, head, batchId } = await listOfFamilies();
  expect(await families(commune, head)).toEqual(['Hộ dùng thử', 'Lê Thị Mai']);
  const [committed] = await results(commune, officer, settle(batchId, 'committed', 2));
  expect(committed?.verdict).toBe('applied');
  expect(await families(commune, head)).toEqual(['Hộ dùng thử', 'Lê Thị Mai Anh', 'Ma Văn Bình']);
  expect(await send(commune, officer, settle(batchId, 'committed', 2, committed?.rev))).toEqual([
    'STATE_GUARD',
  ]);

  expect(await send(commune, officer, settle(batchId, 'reverted', 2, committed?.rev))).toEqual(['applied']);
  expect(await families(commune, head)).toEqual(['Hộ dùng thử', 'Lê Thị Mai']);
  expect((await commune.core.verify()).problems).toEqual([]);
});

test('a batch is committed whole or not at all', async () => {
  const { commune, officer, head, hamletId, batchId, known } = await listOfFamilies();
  const before = await families(commune, head);
  // One of three did not arrive.
  expect(await send(commune, officer, settle(batchId, 'committed', 3))).toEqual(['STALE_BASIS']);
  // Somebody renames the family meanwhile: the batch has not seen that.
  await send(commune, head, household(known, hamletId, 'Mai', await revOf(commune, 'household', known)));
  expect(await send(commune, officer, settle(batchId, 'committed', 2))).toEqual(['STALE_BASIS']);
  expect(await families(commune, head)).toEqual(before.map((name) => (name === 'Lê Thị Mai' ? 'Mai' : name)));
  expect((await commune.core.verify()).problems).toEqual([]);
});

test('what people did since is not taken back', async () => {
  const { commune, officer, head, hamletId, batchId, known, added } = await listOfFamilies();
  const [committed] = await results(commune, officer, settle(batchId, 'committed', 2));
  const revert = settle(batchId, 'reverted', 2, committed?.rev);
  const family = await commune.family(added);
  await send(commune, family, submitIntent(mine(family), 'household', { consent: consentOf('self') }));
  expect(await send(commune, officer, revert)).toEqual(['STATE_GUARD']);
  await send(commune, head, household(known, hamletId, 'Mai', await revOf(commune, 'household', known)));
  expect(await send(commune, officer, revert)).toEqual(['STALE_BASIS']);
  expect(await families(commune, head)).toEqual(['Hộ dùng thử', 'Ma Văn Bình', 'Mai']);
  expect((await commune.core.verify()).problems).toEqual([]);
});

test('a hamlet and its families can come in one batch; what is no data of the office, and a head’s records, in none', async () => {
  const commune = await openCommune();
  const [officer, head] = [await commune.officer(), await commune.head()];
  const [batchId, hamletId, id] = [officer.newId(), officer.newId(), officer.newId()];
  const hamlet = { id: hamletId, name: 'Đồng Tâm', order: 20, validFrom: '2025-07-01' };
  const { campaign } = await commune.core.publicCampaign();
  expect(
    await send(
      commune,
      officer,
      inBatch(batchId, put('hamlet', hamletId, hamlet)),
      inBatch(batchId, household(id, hamletId)),
      inBatch(batchId, put('registerEntry', campaign.id, { ...campaign }, 1)),
      inBatch(batchId, put('household', id, { id, hamletId })),
      settle(batchId, 'reverted', 2),
      settle(batchId, 'committed', 2),
      inBatch(batchId, household(officer.newId(), hamletId)),
    ),
  ).toEqual(['applied', 'applied', 'STATE_GUARD', 'ARGS_INVALID', 'STATE_GUARD', 'applied', 'STATE_GUARD']);
  expect(await send(commune, head, inBatch(head.newId(), household(head.newId(), hamletId)))).toEqual([
    'NOT_PERMITTED',
  ]);
  const rev = await revOf(commune, 'batch', batchId);
  expect(await send(commune, officer, put('batch', batchId, undefined, rev))).toEqual(['STATE_GUARD']);
  expect(await send(commune, officer, settle(batchId, 'reverted', 2, rev))).toEqual(['applied']);
  const { rows } = await pull(commune, officer);
  expect(rows.filter((row) => row.id === hamletId || row.id === id).map(({ value }) => value)).toEqual([
    null,
    null,
  ]);
  expect((await commune.core.verify()).problems).toEqual([]);
});
