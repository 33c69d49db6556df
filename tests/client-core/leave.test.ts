/** Leaving a phone, being cut off, lists that were lent, and families beside each other: what goes and what stays. */
import { expect, onTestFinished, test, vi } from 'vitest';
import { keepWords, keptWords, wordsDbName } from '#client/db/kept-words.ts';
import { createLockStore } from '#client/db/lock-store.ts';
import { profileDbName } from '#client/db/profile-db.ts';
import { keepUnsent, lastSend, wipeAll } from '#client/lock/leave.ts';
import { countOpen, isLeaseOver, LEASE_MS, LEASE_TICK_MS } from '#client/lock/lease.ts';
import { refreshLeft } from '#client/lock/keep-left.ts';
import { sendEveryLeft } from '#client/lock/send-left.ts';
import { openCommune, type Commune } from './commune.ts';
import { aDraft } from './makers.ts';
import { createPhone, untilTrue } from './surroundings.ts';
import { headOf, open, untilSent } from './village.ts';

async function headAt(commune: Commune, seed: number) {
  const phone = createPhone(seed);
  const line = commune.line();
  const tab = phone.tab(line.fetch, { compress: line.compress });
  const profile = await headOf(commune, tab);
  const workspace = await open(profile, tab);
  await untilSent(phone, workspace);
  const store = createLockStore(phone.indexedDB);
  return { phone, line, tab, profile, workspace, store, parts: { profile, around: tab, store } };
}

test('who leaves with a network leaves nothing, and all of it is with the commune', async () => {
  const commune = await openCommune();
  const { phone, profile, workspace, parts, store, tab } = await headAt(commune, 71);
  const assessmentId = profile.assessmentId ?? '';
  await workspace.close();
  const again = await open(profile, tab);
  await again.saveDraft(aDraft({ id: assessmentId, assessmentId, answers: { 'A1.1': true }, updatedAt: 2 }));
  await again.comment(assessmentId, 'Xin chào xã');
  await again.close();
  // Half typed in a small form, here and in another's profile.
  vi.stubGlobal('indexedDB', phone.indexedDB);
  onTestFinished(() => void vi.unstubAllGlobals());
  for (const owner of [profile.id, 'another']) await keepWords(owner, 'plan', { text: 'Chưa xong' });
  expect(await lastSend(parts)).toEqual({ kind: 'looked', unsent: { operations: 0, photos: 0 } });
  expect(await keepUnsent(parts)).toEqual({ kind: 'nothing' });
  expect(await wipeAll(parts)).toEqual({ kind: 'wiped' });
  const names = (await phone.indexedDB.databases()).map(({ name }) => name);
  expect(names).not.toContain(profileDbName(profile.id));
  expect(names).not.toContain(wordsDbName(profile.id));
  expect(await keptWords('another', 'plan')).toEqual(new Map([['plan', { text: 'Chưa xong' }]]));
  expect(names.filter((name) => name?.startsWith('thidua-quet'))).toEqual([]);
  expect(await tab.pocket.profiles()).toEqual([]);
  expect(await store.alone()).toEqual([]);
  expect(await commune.core.verify()).toMatchObject({ problems: [], counts: { comments: 1 } });
  expect(phone.errors).toEqual([]);
});

test('who leaves without one leaves a sealed file alone; it goes by itself later, and the typed draft is in it', async () => {
  const commune = await openCommune();
  const { phone, line, profile, workspace, parts, store, tab } = await headAt(commune, 72);
  const assessmentId = profile.assessmentId ?? '';
  line.isDown = true;
  await workspace.comment(assessmentId, 'Chưa tới xã');
  await workspace.close();
  const other = await open(profile, tab);
  await other.saveDraft(aDraft({ id: assessmentId, assessmentId, answers: { 'A1.1': true }, updatedAt: 2 }));
  await other.close();
  expect(await lastSend(parts)).toEqual({ kind: 'looked', unsent: { operations: 2, photos: 0 } });
  expect(await keepUnsent(parts)).toEqual({ kind: 'left', operations: 2 });
  expect(await wipeAll(parts)).toEqual({ kind: 'wiped' });
  const [left] = await store.alone();
  expect(left).toMatchObject({ operations: 2, title: profile.title });
  expect(new TextDecoder().decode(left?.bytes)).not.toContain('Chưa tới xã');
  await sendEveryLeft(store, tab.environment);
  // Control: without a network it stays.
  expect(await store.alone()).toHaveLength(1);
  line.isDown = false;
  await sendEveryLeft(store, tab.environment);
  expect(await store.alone()).toEqual([]);
  expect(await commune.core.verify()).toMatchObject({ problems: [], counts: { comments: 1 } });
  expect(phone.errors).toEqual([]);
});

test('a locked profile keeps its unsent sealed beside it, and no longer once the commune has it', async () => {
  const commune = await openCommune();
  const { phone, line, profile, workspace, store, tab } = await headAt(commune, 73);
  line.isDown = true;
  await workspace.comment(profile.assessmentId ?? '', 'Bí mật');
  await refreshLeft(workspace, store, tab.environment);
  expect(await store.left(profile.id)).toMatchObject({ operations: 1, isAlone: false });
  // Of somebody who is still here: nobody else hands it in.
  expect(await store.alone()).toEqual([]);
  line.isDown = false;
  workspace.sendNow();
  await untilSent(phone, workspace);
  await refreshLeft(workspace, store, tab.environment);
  expect(await store.left(profile.id)).toBeUndefined();
  await workspace.close();
});

test('on the commune’s word that a phone is cut off, what it was shown goes at once and what it wrote stays', async () => {
  const commune = await openCommune();
  const { phone, profile, workspace } = await headAt(commune, 74);
  const assessmentId = profile.assessmentId ?? '';
  const id = workspace.newId();
  const hamletId = profile.binding?.kind === 'hamlet' ? profile.binding.id : '';
  await workspace.putRecord('household', id, { id, hamletId, householder: 'Bà Hường' }, 0);
  await untilSent(phone, workspace);
  expect(await workspace.rows('household')).toHaveLength(1);
  for (const { deviceId } of await commune.core.listDevices()) await commune.core.revoke(deviceId);
  await workspace.comment(assessmentId, 'Chưa gửi');
  await untilTrue(() => workspace.profile.link.state === 'lockedOut');
  const other = await Promise.all([workspace.rows('assessment'), workspace.rows('submission')]);
  expect(other.flat()).toEqual([]);
  expect(await workspace.rows('criteriaSet')).not.toEqual([]);
  const waiting = (await workspace.outbox()).filter(({ result }) => result === undefined);
  expect(waiting.map(({ kind }) => kind)).toEqual(['comment.add']);
  expect(await workspace.exportRescue()).toMatchObject({ kind: 'file', operations: 1 });
  await workspace.close();
});

const DAY_MS = 24 * 60 * 60_000;
const YEARS_10 = 3652 * DAY_MS;

test('lists are hidden a fortnight after the last contact; a clock turned ten years either way changes nothing', async () => {
  const contactAt = Date.UTC(2025, 10, 1);
  const over = (now: number, openMs = 0) => isLeaseOver({ contactAt, now, openMs });
  expect(over(contactAt + LEASE_MS)).toBe(false);
  expect(over(contactAt + 15 * DAY_MS)).toBe(true);
  expect(isLeaseOver({ contactAt: null, now: contactAt + YEARS_10, openMs: LEASE_MS * 2 })).toBe(false);
  for (const jump of [YEARS_10, -YEARS_10]) {
    expect(over(contactAt + DAY_MS + jump, DAY_MS)).toBe(false);
    // The clock tells nothing any more: the time the app was open does.
    expect(over(contactAt + DAY_MS + jump, LEASE_MS + DAY_MS)).toBe(true);
  }
  const store = createLockStore(createPhone(75).indexedDB);
  await countOpen(store, 'p', contactAt, LEASE_TICK_MS);
  expect(await countOpen(store, 'p', contactAt, LEASE_TICK_MS)).toBe(2 * LEASE_TICK_MS);
  // Another contact begins anew.
  expect(await countOpen(store, 'p', contactAt + 1, 0)).toBe(0);
});

test('two people of one phone: no read of one holds a word of the other, and leaving takes one alone', async () => {
  const commune = await openCommune();
  const { phone, line, tab, profile, workspace, parts } = await headAt(commune, 76);
  const second = await headOf(commune, tab, 'Chùa 8');
  const beside = await open(second, tab);
  await untilSent(phone, beside);
  line.isDown = true;
  const canaries = { first: 'hoàng-yến-một', second: 'hoàng-yến-hai' };
  await workspace.comment(profile.assessmentId ?? '', canaries.first);
  await beside.comment(second.assessmentId ?? '', canaries.second);
  const readsOf = async (of: typeof workspace): Promise<string> =>
    JSON.stringify([
      await of.drafts(),
      await of.outbox(),
      await of.receipts(),
      await of.rows('comment'),
      await of.rows('household'),
      await of.rows('assessment'),
      await of.batches(),
      await of.diagnostic(),
    ]);
  expect(await readsOf(workspace)).toContain(canaries.first);
  expect(await readsOf(workspace)).not.toContain(canaries.second);
  expect(await readsOf(beside)).toContain(canaries.second);
  expect(await readsOf(beside)).not.toContain(canaries.first);
  await workspace.close();
  await wipeAll(parts);
  expect(await readsOf(beside)).toContain(canaries.second);
  expect((await tab.pocket.profiles()).map(({ id }) => id)).toEqual([second.id]);
  await beside.close();
});
