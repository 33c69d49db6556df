/** Rows at rest under a key: nothing of a person's words on the disk, everything as before above it. */
import { expect, test } from 'vitest';
import { createLockStore, type LockRow } from '#client/db/lock-store.ts';
import { profileDbName } from '#client/db/profile-db.ts';
import { isSealed } from '#client/db/vault-mark.ts';
import { createCipher } from '#client/db/vault.ts';
import { lockProfile, unlockForGood, type LockParts } from '#client/lock/lock-profile.ts';
import { keyOfPin, newPinWay, pinFault } from '#client/lock/keys.ts';
import { destroyed, TRIES_MAX } from '#client/lock/tries.ts';
import { unlockByPin } from '#client/lock/unlock.ts';
import { shutVault, vaultOpener } from '#client/lock/vault-opener.ts';
import { openStore, quietHooks } from '#client/sync/open-store.ts';
import { syncEveryProfile } from '#client/sync/service-worker-sync.ts';
import { openCommune } from './commune.ts';
import { aDraft, seededChance } from './makers.ts';
import { createPhone, type Phone } from './surroundings.ts';
import { headOf, open, untilSent, untilTired } from './village.ts';

const PIN = '294718';
const CANARY = 'Ông Nguyễn Văn Hoàng Yến';

/** Everything on the phone's disk for one profile, as text: strings, and bytes read as UTF-8. */
async function onDisk({ indexedDB }: Phone, profileId: string): Promise<string> {
  const db = await new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open(profileDbName(profileId));
    request.addEventListener('success', () => resolve(request.result));
    request.addEventListener('error', () => reject(request.error ?? new Error('not opened')));
  });
  const parts: string[] = [];
  for (const table of Array.from(db.objectStoreNames)) {
    const rows = await new Promise<unknown[]>((resolve) => {
      const request = db.transaction(table).objectStore(table).getAll();
      request.addEventListener('success', () => resolve(request.result));
    });
    for (const row of rows)
      parts.push(
        JSON.stringify(row, (_key, value: unknown) =>
          ArrayBuffer.isView(value) || value instanceof ArrayBuffer
            ? Buffer.from(ArrayBuffer.isView(value) ? value.buffer : value).toString('utf8')
            : value,
        ),
      );
  }
  db.close();
  return parts.join('\n');
}

/** A head whose phone holds the canary in a draft, an unsent operation, a pulled row and a picture. */
async function writtenOn(seed: number) {
  const commune = await openCommune();
  const phone = createPhone(seed);
  const line = commune.line();
  const tab = phone.tab(line.fetch, { compress: line.compress });
  const profile = await headOf(commune, tab);
  const workspace = await open(profile, tab);
  await untilSent(phone, workspace);
  const id = workspace.newId();
  await workspace.putRecord('household', id, { id, hamletId: hamletOf(profile), householder: CANARY }, 0);
  await untilSent(phone, workspace);
  line.isDown = true;
  const assessmentId = profile.assessmentId ?? '';
  await workspace.saveDraft(aDraft({ id: assessmentId, assessmentId, witness: CANARY, updatedAt: 2 }));
  await workspace.comment(assessmentId, CANARY);
  await untilTired(workspace);
  await workspace.close();
  const store = createLockStore(phone.indexedDB);
  const parts: LockParts = { profileId: profile.id, around: tab, store };
  return { commune, phone, line, tab, profile, parts, store };
}

const hamletOf = ({ binding }: { binding?: { kind: string; id?: string } }): string => binding?.id ?? '';

async function lockedOn(seed: number) {
  const scene = await writtenOn(seed);
  const way = newPinWay(scene.tab.environment.chance);
  const outcome = await lockProfile(scene.parts, way, await keyOfPin(PIN, way));
  if (outcome.kind !== 'locked') throw new Error(outcome.kind);
  return { ...scene, key: outcome.key };
}

test('a locked profile has none of its words on the disk; before it was locked they are found', async () => {
  const scene = await writtenOn(61);
  const { phone, profile, tab, parts } = scene;
  const before = await onDisk(phone, profile.id);
  expect(before.split(CANARY).length - 1).toBeGreaterThanOrEqual(3);
  const way = newPinWay(tab.environment.chance);
  expect((await lockProfile(parts, way, await keyOfPin(PIN, way))).kind).toBe('locked');
  expect(await onDisk(phone, profile.id)).not.toContain(CANARY);
  expect(await isSealed(phone.indexedDB, profile.id)).toBe(true);
});

test('opened by its key it is as it was: read, written, sent; and in the clear again once the lock is off', async () => {
  const { phone, profile, tab, line, key, parts, store, commune } = await lockedOn(62);
  const opener = vaultOpener(profile.id, key, tab);
  const workspace = await open(profile, { ...tab, openStore: opener });
  const [draft] = await workspace.drafts();
  expect(draft?.witness).toBe(CANARY);
  expect((await workspace.rows('household')).map(({ value }) => value.householder)).toContain(CANARY);
  await workspace.saveDraft(aDraft({ ...draft, signedOffBy: `${CANARY} ký`, updatedAt: 3 }));
  expect(await onDisk(phone, profile.id)).not.toContain(CANARY);
  line.isDown = false;
  await untilSent(phone, workspace);
  expect((await workspace.outbox()).every(({ result }) => result?.verdict === 'applied')).toBe(true);
  expect(await commune.core.verify()).toMatchObject({ problems: [] });
  await workspace.close();
  expect((await unlockForGood(parts, key)).kind).toBe('off');
  expect(await store.lock(profile.id)).toBeUndefined();
  const plain = await open(profile, tab);
  expect((await plain.drafts())[0]?.signedOffBy).toBe(`${CANARY} ký`);
  await plain.close();
  expect(phone.errors).toEqual([]);
});

test('whoever has no key leaves a locked profile alone: the worker, another tab, another build', async () => {
  const { profile, tab, line } = await lockedOn(63);
  shutVault(profile.id);
  expect((await openStore(profile.id, tab, quietHooks)).kind).toBe('outdated');
  line.isDown = false;
  line.log.length = 0;
  expect(await syncEveryProfile(tab)).toBe('done');
  expect(line.log).toEqual([]);
});

test('a row sealed for one place is not taken for another, nor by another key', () => {
  const chance = seededChance(64);
  const cipher = createCipher(chance.bytes(32), chance);
  const box = cipher.seal(new TextEncoder().encode(CANARY), 'drafts\n{"id":"a"}');
  expect(new TextDecoder().decode(cipher.open(box, 'drafts\n{"id":"a"}'))).toBe(CANARY);
  expect(() => cipher.open(box, 'drafts\n{"id":"b"}')).toThrow();
  expect(() => createCipher(chance.bytes(32), chance).open(box, 'drafts\n{"id":"a"}')).toThrow();
});

const aLock = (over: Partial<LockRow> = {}): LockRow => ({
  kind: 'lock',
  profileId: 'p',
  way: { kind: 'pin', salt: new Uint8Array(32), rounds: 1 },
  wrapped: new Uint8Array(60),
  failures: 0,
  waitMs: 0,
  hiddenMs: 1,
  ...over,
});

test('the tenth wrong PIN destroys the key, however often the phone is started anew or its clock is turned', async () => {
  const { indexedDB, clock } = createPhone(65);
  await createLockStore(indexedDB).putLock(aLock());
  const said: string[] = [];
  for (let turn = 0; turn < TRIES_MAX; turn++) {
    // A start of its own each time, ten years to and fro.
    const store = createLockStore(indexedDB);
    clock.turn((turn % 2 === 0 ? 1 : -1) * 10 * 365 * 24 * 3_600_000);
    const waiting = (await store.lock('p'))?.waitMs ?? 0;
    if (waiting > 0) {
      expect(await unlockByPin(store, 'p', '000001')).toEqual({ kind: 'wait', waitMs: waiting });
      await store.changeLock('p', (row) => ({ ...row, waitMs: 0 }));
    }
    said.push((await unlockByPin(store, 'p', '000001')).kind);
  }
  expect(said).toEqual([...Array<string>(TRIES_MAX - 1).fill('wrong'), 'gone']);
  expect((await createLockStore(indexedDB).lock('p'))?.wrapped).toBeNull();
});

test('control: a try that was killed before its answer counts as wrong; a right one starts the count anew', async () => {
  const { profile, store } = await lockedOn(66);
  await store.changeLock(profile.id, (row) => ({ ...row, failures: 8 }));
  expect((await unlockByPin(store, profile.id, PIN)).kind).toBe('open');
  expect((await store.lock(profile.id))?.failures).toBe(0);
  await store.changeLock(profile.id, (row) => ({ ...row, failures: TRIES_MAX }));
  expect((await unlockByPin(store, profile.id, PIN)).kind).toBe('gone');
  await store.changeLock(profile.id, destroyed);
  expect((await unlockByPin(store, profile.id, PIN)).kind).toBe('gone');
});

test('a PIN that anybody tries first is not taken', () => {
  for (const pin of ['123456', '654321', '111111', '121212', '123123', '000000', '456789'])
    expect(pinFault(pin)).toBe('guessable');
  for (const pin of ['12345', '1234567', '12a456', '']) expect(pinFault(pin)).toBe('short');
  expect(pinFault(PIN)).toBeNull();
});
