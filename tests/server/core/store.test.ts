import { existsSync, mkdtempSync, renameSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, expect, test } from 'vitest';
import { loadKeys } from '#server/crypto/keys.ts';
import { hashTextNow, nextChainNow } from '#server/crypto/hash.ts';
import { openServerCore } from '#server/core.ts';
import { openSqliteStore } from '#server/store/sqlite.ts';
import { CHAIN_START, hashText, nextChain } from '#protocol/hash.ts';
import { chance, testClock } from './commune.ts';

const folders: string[] = [];
const folder = (): string => {
  const made = mkdtempSync(join(tmpdir(), 'thidua-core-'));
  folders.push(made);
  return made;
};
afterEach(() => {
  for (const made of folders.splice(0)) rmSync(made, { recursive: true, force: true });
});

test('the hashes taken at once are those of the protocol', async () => {
  for (const text of ['', 'a', 'Xóm Đầm Mụ', 'x'.repeat(100_000)]) {
    expect(hashTextNow(text)).toBe(await hashText(text));
    expect(nextChainNow(CHAIN_START, hashTextNow(text))).toBe(
      await nextChain(CHAIN_START, await hashText(text)),
    );
  }
});

test('the first start seeds once; the second finds commune, key and epoch as they were', async () => {
  const dataDir = folder();
  const log = () => undefined;
  const first = await openServerCore({ dataDir, clock: testClock(), chance, log, sessions: 'notAsked' });
  const campaign = await first.core.publicCampaign();
  const { epoch } = await first.core.hello();
  expect(first.firstStart).toBe(true);
  for (const name of ['thidua.sqlite', 'thidua.sqlite-wal'])
    expect(statSync(join(dataDir, name)).mode & 0o777).toBe(0o600);
  expect(campaign.deadlines.map(({ phrase }) => phrase).toSorted()).toEqual([
    'trước ngày 10/11/2025',
    'trước ngày 10/11/2025',
    'trước ngày 15/11/2025',
  ]);
  const unit = campaign.deadlines.find(({ subjectKind }) => subjectKind === 'unit');
  expect(new Date(unit?.cutoffAt ?? 0).toISOString()).toBe('2025-11-14T17:00:00.000Z');
  expect((await first.core.verify()).counts).toMatchObject({ hamlets: 19, households: 1 });
  await first.core.close();

  const second = await openServerCore({ dataDir, clock: testClock(), chance, log, sessions: 'notAsked' });
  expect(second.firstStart).toBe(false);
  expect(await second.core.publicCampaign()).toEqual(campaign);
  expect((await second.core.hello()).epoch).toBe(epoch);
  expect(second.core.communeJwk).toEqual(first.core.communeJwk);
  await second.core.close();
});

test('a folder that lost its keys, or holds those of another, is not opened and makes none', async () => {
  const dataDir = folder();
  const keysDir = join(dataDir, 'keys');
  const open = () =>
    openServerCore({ dataDir, clock: testClock(), chance, log: () => {}, sessions: 'notAsked' });
  const first = await open();
  await first.core.close();
  renameSync(keysDir, join(dataDir, 'lost'));
  await expect(open()).rejects.toThrow('is not in');
  expect(existsSync(keysDir)).toBe(false);
  await loadKeys(keysDir);
  await expect(open()).rejects.toThrow('servers of one database share DATA_DIR');
  // The control: with its own keys back it opens, and signs as before.
  rmSync(keysDir, { recursive: true });
  renameSync(join(dataDir, 'lost'), keysDir);
  const again = await open();
  expect(again.core.communeJwk).toEqual(first.core.communeJwk);
  await again.core.close();
});

test('the key is readable by its owner alone', async () => {
  const dir = join(folder(), 'keys');
  await loadKeys(dir);
  expect(statSync(join(dir, 'commune.jwk.json')).mode & 0o777).toBe(0o600);
  expect(statSync(dir).mode & 0o777).toBe(0o700);
});

test('tables are strict, keyed by the commune first, and written through a synced log', async () => {
  const file = join(folder(), 'a.sqlite');
  const store = openSqliteStore({ file, communeId: 'a1' });
  await store.close();
  const raw = new DatabaseSync(file);
  const tables = raw.prepare("select name, sql from sqlite_schema where type = 'table'").all();
  expect(tables.length).toBeGreaterThan(14);
  for (const { name, sql } of tables) {
    expect(String(sql)).toMatch(/strict$/);
    const [first] = raw.prepare(`select name from pragma_table_info(?) where pk = 1`).all(String(name));
    expect(first).toEqual({ name: 'commune_id' });
  }
  expect(raw.prepare('pragma journal_mode').get()).toEqual({ journal_mode: 'wal' });
  raw.close();
});

test('a database written by a newer program is not opened', async () => {
  const file = join(folder(), 'a.sqlite');
  await openSqliteStore({ file, communeId: 'a1' }).close();
  const raw = new DatabaseSync(file);
  raw.exec('pragma user_version = 99');
  raw.close();
  expect(() => openSqliteStore({ file, communeId: 'a1' })).toThrow('newer version');
});

test('two communes in one database never see each other', async () => {
  const file = join(folder(), 'a.sqlite');
  const [here, there] = ['a1', 'b2'].map((communeId) => openSqliteStore({ file, communeId }));
  const row = { rev: 0, epoch: 'e', audit_head: CHAIN_START, facts_op: '', created_at: 0, drain_until: null };
  await here?.write(async ({ commune, feed }) => {
    await commune.create(row);
    await feed.put({ scope: 'office', entity: 'hamlet', id: 'x', rev: 1, value: '{}' });
  });
  expect(await there?.read(({ commune }) => commune.find())).toBeUndefined();
  expect(await there?.read(({ feed }) => feed.page('office', 0, 10))).toEqual([]);
  await here?.close();
  await there?.close();
});
