import { expect, test } from 'vitest';
import { initialsOf } from '#server/sync/judge/human-code.ts';
import { rowSchemas } from '#protocol/entities.ts';
import { openCommune } from './commune.ts';
import { setOf } from './makers.ts';
import { household, pull, put, results, send } from './sending.ts';

test('initials make the code: numbers whole, letters without marks', () => {
  expect(['Đầm Mụ', 'Chùa 8', 'Thuận Phong 12', 'Tiến Thành 1', '–'].map(initialsOf)).toEqual([
    'DM',
    'C8',
    'TP12',
    'TT1',
    'X',
  ]);
});

test('a head adds families offline: codes are the server’s, in order, and never change', async () => {
  const commune = await openCommune();
  const hamletId = commune.hamlets[0]?.id ?? '';
  const [head, officer] = [await commune.head(), await commune.officer()];
  const [a, b] = [head.newId(), head.newId()];
  const [first] = await results(
    commune,
    head,
    put('household', a, { id: a, hamletId, householder: 'Lê Thị Mai', code: 'XX-999' }),
    household(b, hamletId),
  );
  expect(await send(commune, officer, household(a, hamletId, 'Lê Thị Mai Anh', first?.rev))).toEqual([
    'applied',
  ]);
  const { rows } = await pull(commune, head);
  const seen = rows
    .filter(({ entity }) => entity === 'household')
    .map(({ value }) => rowSchemas.household.parse(value));
  expect(seen.map(({ householder, code }) => [householder, code])).toEqual([
    ['Hộ dùng thử', 'DM-001'],
    ['Lê Thị Mai', 'DM-003'],
    ['Lê Thị Mai Anh', 'DM-002'],
  ]);
});

test('a write on an old basis is refused; a device’s own run of writes is not', async () => {
  const commune = await openCommune();
  const hamletId = commune.hamlets[0]?.id ?? '';
  const [head, officer] = [await commune.head(), await commune.officer()];
  const id = head.newId();
  expect(
    await send(
      commune,
      head,
      household(id, hamletId),
      household(id, hamletId, 'Lê Mai'),
      household(id, hamletId, 'Mai'),
    ),
  ).toEqual(['applied', 'applied', 'applied']);
  expect(await send(commune, officer, household(id, hamletId, 'Khác'))).toEqual(['STALE_BASIS']);
  const { rows } = await pull(commune, officer);
  const row = rows.find((found) => found.entity === 'household' && found.id === id);
  expect(await send(commune, officer, household(id, hamletId, 'Đúng', row?.rev))).toEqual(['applied']);
  expect(await send(commune, head, household(id, hamletId, 'Cũ', row?.rev))).toEqual(['STALE_BASIS']);
});

test('an answer to the public that was taken back is given anew by whoever sees none; while it stands it is not', async () => {
  const commune = await openCommune();
  const [one, two] = [await commune.officer(), await commune.officer()];
  const id = one.newId();
  const campaignId = await commune.store.read(
    async ({ record }) => (await record.list('campaign'))[0]?.id ?? '',
  );
  const answer = (words: string, baseRev: number) =>
    put('feedbackReply', id, { id, campaignId, state: 'answered', answer: words }, baseRev);
  const [first] = await results(commune, one, answer('Mai thợ đến.', 0));
  // Control: what stands is not written over by who has not seen it.
  expect(await send(commune, two, answer('Đã sửa.', 0))).toEqual(['STALE_BASIS']);
  expect(await send(commune, one, put('feedbackReply', id, undefined, first?.rev))).toEqual(['applied']);
  expect(await send(commune, two, answer('Đã sửa.', 0))).toEqual(['applied']);
  expect(await send(commune, one, answer('Mai thợ đến.', 0))).toEqual(['STALE_BASIS']);
  expect(await commune.core.verify()).toMatchObject({ problems: [] });
});

test('a head writes families of the own hamlet and nothing else', async () => {
  const commune = await openCommune();
  const [own, other] = [commune.hamlets[0]?.id ?? '', commune.hamlets[1]?.id ?? ''];
  const [head, neighbour, family] = [
    await commune.head(),
    await commune.head(other),
    await commune.family('DM-001'),
  ];
  const id = head.newId();
  const rev = (await results(commune, head, household(id, own)))[0]?.rev;
  expect(await send(commune, head, household(head.newId(), other))).toEqual(['NOT_PERMITTED']);
  // Neither given away nor taken.
  expect(await send(commune, head, household(id, other, 'Mai', rev))).toEqual(['NOT_PERMITTED']);
  expect(await send(commune, neighbour, household(id, other, 'Mai', rev))).toEqual(['NOT_PERMITTED']);
  expect(await send(commune, neighbour, put('household', id, undefined, rev))).toEqual(['NOT_PERMITTED']);
  expect(await send(commune, family, household(family.newId(), own))).toEqual(['NOT_PERMITTED']);
  const hamlet = { id: own, name: 'Đầm Mụ', order: 1, validFrom: '2025-01-01', households: 90 };
  expect(await send(commune, head, put('hamlet', own, hamlet))).toEqual(['NOT_PERMITTED']);
  const person = { id, name: 'A', role: 'officer' };
  expect(await send(commune, head, put('person', id, person))).toEqual(['NOT_PERMITTED']);
});

test('what does not fit its entity is set aside; what stands alone is not ended or rewritten', async () => {
  const commune = await openCommune();
  const hamletId = commune.hamlets[0]?.id ?? '';
  const officer = await commune.officer();
  const [id, other] = [officer.newId(), officer.newId()];
  const { campaign } = await commune.core.publicCampaign();
  expect(
    await send(
      commune,
      officer,
      put('dream', id, {}),
      put('household', id, { id, hamletId }),
      put('household', id, { id: other, hamletId, householder: 'A' }),
      household(id, other),
      put('household', other, undefined),
      put('campaign', campaign.id, undefined, 10),
      put('criteriaSet', 'household@1', setOf('household'), 3),
      put('commune', 'another', { ...(await commune.core.publicCampaign()).commune, id: 'another' }),
    ),
  ).toEqual([
    'UNKNOWN_KIND',
    'ARGS_INVALID',
    'ARGS_INVALID',
    'UNKNOWN_SUBJECT',
    'UNKNOWN_SUBJECT',
    'STATE_GUARD',
    'STATE_GUARD',
    'NOT_PERMITTED',
  ]);
});

test('a record that ends is gone from every audience', async () => {
  const commune = await openCommune();
  const hamletId = commune.hamlets[0]?.id ?? '';
  const head = await commune.head();
  const id = head.newId();
  const [added] = await results(commune, head, household(id, hamletId));
  expect(await send(commune, head, put('household', id, undefined, added?.rev))).toEqual(['applied']);
  expect((await pull(commune, head)).rows.find((row) => row.id === id)?.value).toBeNull();
  expect(await commune.core.createSlip(id)).toEqual({ kind: 'unknownSubject' });
  expect((await commune.core.verify()).problems).toEqual([]);
});
