/** What the installation keeps beside the profiles. */
import { IDBDatabase, IDBFactory } from 'fake-indexeddb';
import { expect, test, vi } from 'vitest';
import { beginSlip } from '#client/db/begin-slip.ts';
import { createPocket } from '#client/db/pocket.ts';
import { createProfileCard } from '#client/sync/profile-card.ts';
import { ASSESSMENT, handClock, seededChance } from './makers.ts';
import { aProfile } from './surroundings.ts';

const slip = {
  secret: 'S'.repeat(22),
  assessmentId: ASSESSMENT,
  communeId: 'binh-thuan',
  householdCode: 'DM-012',
};
const words = { title: 'Gia đình (mã DM-012)', label: 'Máy nhà' };
const around = () => ({ clock: handClock(), chance: seededChance(3) });

test('every write asks for strict durability', async () => {
  const pocket = createPocket(new IDBFactory());
  await pocket.settings();
  const transaction = vi.spyOn(IDBDatabase.prototype, 'transaction');
  await pocket.saveSettings({ largeText: true, theme: 'dark' });
  expect(transaction.mock.calls.map((call) => call[2])).toEqual([{ durability: 'strict' }]);
  expect(await pocket.settings()).toEqual({ largeText: true, theme: 'dark' });
  transaction.mockRestore();
});

test('two tabs that start at once agree on one installation', async () => {
  const disk = new IDBFactory();
  const [a, b] = [createPocket(disk), createPocket(disk)];
  const ids = await Promise.all([a.installationId(seededChance(1)), b.installationId(seededChance(2))]);
  expect(ids[0]).toBe(ids[1]);
  expect(ids[0]).toMatch(/^[A-Za-z0-9_-]{22}$/);
});

test('profiles put at once are all there, and changes to one leave the others', async () => {
  const pocket = createPocket(new IDBFactory());
  await Promise.all(['a', 'b', 'c'].map((id) => pocket.putProfile(aProfile({ id }))));
  await Promise.all([pocket.putProfile(aProfile({ id: 'a', title: 'Mới' })), pocket.removeProfile('b')]);
  expect((await pocket.profiles()).map(({ id, title }) => `${id}: ${title}`).toSorted()).toEqual([
    'a: Mới',
    'c: Xóm Chùa 9',
  ]);
});

test('a slip starts a profile at the tap, and the same slip is the same profile', async () => {
  const pocket = createPocket(new IDBFactory());
  const begun = await beginSlip(pocket, around(), slip, words);
  expect(begun).toMatchObject({
    role: 'household',
    title: words.title,
    assessmentId: ASSESSMENT,
    link: { state: 'pending', code: slip.secret },
  });
  expect(begun.id).toMatch(/^[0-9a-z]{10}$/);
  const [again, twice] = await Promise.all([
    beginSlip(pocket, { clock: handClock(), chance: seededChance(4) }, slip, words),
    beginSlip(pocket, { clock: handClock(), chance: seededChance(5) }, slip, words),
  ]);
  expect([again.id, twice.id]).toEqual([begun.id, begun.id]);
  expect((await pocket.profiles()).length).toBe(1);
});

test('a slip scanned again leaves an enrolled profile alone and gives a locked-out one its new code', async () => {
  const pocket = createPocket(new IDBFactory());
  const begun = await beginSlip(pocket, around(), slip, words);
  await pocket.putProfile({ ...begun, link: { state: 'enrolled' } });
  expect((await beginSlip(pocket, around(), slip, words)).link).toEqual({ state: 'enrolled' });
  await pocket.putProfile({ ...begun, link: { state: 'lockedOut', problem: 'device-revoked' } });
  const next = { ...slip, secret: 'T'.repeat(22) };
  expect((await beginSlip(pocket, around(), next, words)).link).toMatchObject({
    state: 'pending',
    code: next.secret,
  });
});

test('another family’s slip closes the first one’s part; its own opens it again, and nobody else’s part is touched', async () => {
  const pocket = createPocket(new IDBFactory());
  await pocket.putProfile(aProfile({ id: 'head' }));
  const first = await beginSlip(pocket, around(), slip, words);
  const other = { ...slip, assessmentId: '11111111-2222-5333-8444-555555555555', householdCode: 'DM-013' };
  const second = await beginSlip(pocket, { clock: handClock(), chance: seededChance(4) }, other, words);
  const closed = async () =>
    Object.fromEntries((await pocket.profiles()).map(({ id, closedAt }) => [id, closedAt !== undefined]));
  expect(await closed()).toEqual({ head: false, [first.id]: true, [second.id]: false });
  // What an engine still has in hand does not open it.
  const card = createProfileCard(pocket, first);
  await card.change({ ...card.current(), link: { state: 'enrolled' } });
  expect(await closed()).toEqual({ head: false, [first.id]: true, [second.id]: false });
  expect((await beginSlip(pocket, around(), slip, words)).id).toBe(first.id);
  expect(await closed()).toEqual({ head: false, [first.id]: false, [second.id]: true });
});
