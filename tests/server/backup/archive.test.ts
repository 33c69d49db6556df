import {
  copyFileSync,
  mkdirSync,
  existsSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { Encrypter } from 'age-encryption';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { KEPT_BACKUPS } from '#server/backup/kept.ts';
import { readRecovery } from '#server/backup/recovery.ts';
import { scheduleBackups, BACKUP_EVERY_MS } from '#server/backup/schedule.ts';
import type { BackupSummary } from '#server/backup/backups.ts';
import type { BackupOutcome } from '#server/backup/make-backup.ts';
import { loadKeys } from '#server/crypto/keys.ts';
import { backUp, openBox, speak, type Box } from './box.ts';

let box: Box;
let good: string;
beforeAll(async () => {
  box = await openBox();
  good = await backUp(box);
}, 60_000);
afterAll(async () => {
  await box.remove();
});

/** The archive with one change, beside the good one. */
function bent(name: string, change: (bytes: Buffer) => Buffer): string {
  const file = join(box.backups, name);
  writeFileSync(file, change(readFileSync(good)));
  return file;
}

test('an archive is whole, its owner’s alone, and holds no readable word', async () => {
  const bytes = readFileSync(good);
  expect(bytes.subarray(0, 21).toString()).toBe('age-encryption.org/v1');
  expect(bytes.includes('Đầm Mụ')).toBe(false);
  expect(readdirSync(box.backups).filter((name) => name.endsWith('.part'))).toEqual([]);
  expect(readdirSync(box.dataDir).filter((name) => name.startsWith('restoring-'))).toEqual([]);
  expect(await box.core.backups()).toMatchObject([{ kept: true, elsewhere: true, place: good }]);
});

test('one bit, one byte less, another’s key, another’s hand: none is restored, and nothing changes', async () => {
  const before = readdirSync(box.dataDir).toSorted();
  const middle = (bytes: Buffer) => Math.floor(bytes.length / 2);
  const encrypter = new Encrypter();
  const keys = await loadKeys(join(box.dataDir, 'keys'));
  encrypter.addRecipient(keys.recipient);
  const forged = Buffer.from(await encrypter.encrypt(readFileSync(good).subarray(0, 4096)));
  const cases: [string, string][] = [
    [
      'a bit',
      bent('bit.age', (bytes) =>
        bytes.fill((bytes[middle(bytes)] ?? 0) ^ 1, middle(bytes), middle(bytes) + 1),
      ),
    ],
    ['the last byte', bent('short.age', (bytes) => bytes.subarray(0, -1))],
    ['half of it', bent('half.age', (bytes) => bytes.subarray(0, middle(bytes)))],
    ['nothing in it', bent('empty.age', () => Buffer.alloc(0))],
    ['made by somebody else', bent('forged.age', () => forged)],
  ];
  for (const [what, file] of cases)
    expect([what, (await box.restore({ file })).kind]).toEqual([what, 'refused']);
  const lasting = (names: readonly string[]): string[] =>
    names.filter((name) => !/lock|owner|-wal|-shm/.test(name)).toSorted();
  expect(lasting(readdirSync(box.dataDir))).toEqual(lasting(before));
  // Control: the archive they were all made from.
  expect((await box.restore({ file: good })).kind).toBe('restored');
  await box.open();
}, 60_000);

test('a paper of another commune opens nothing', async () => {
  const other = await openBox();
  await other.close();
  await other.wipe();
  const file = join(other.backups.replace(/backups$/, ''), 'there.age');
  copyFileSync(good, file);
  expect(await other.restore({ file, recovery: other.recovery.join('\n') })).toMatchObject({
    kind: 'refused',
  });
  expect(existsSync(join(other.dataDir, 'thidua.sqlite'))).toBe(false);
  // Control: the right paper.
  expect(await other.restore({ file, recovery: box.recovery.join('\n') })).toMatchObject({
    kind: 'restored',
  });
  expect(readRecovery(box.recovery.join('\n')).mark).toMatch(/^[\w-]{43}$/);
  await other.remove();
}, 60_000);

test('on the disk of the data nothing counts as safe, and the newest eight of each kind are kept', async () => {
  const here = await openBox();
  const phone = await here.head();
  await speak(here, phone, [
    phone.seal({ kind: 'comment.add', args: { assessmentId: here.assessmentOf(phone), text: 'một' } }),
  ]);
  // Left over by backups that were killed: what was half written, and what was opened to be tested.
  mkdirSync(join(here.dataDir, 'restoring-x'));
  mkdirSync(here.backups);
  writeFileSync(join(here.backups, `thidua-${here.core.communeId}-x.tar.gz.age.part`), '');
  const made = await here.core.backup({ to: here.backups, offBox: false });
  expect(readdirSync(here.dataDir)).not.toContain('restoring-x');
  expect(readdirSync(here.backups).filter((name) => name.endsWith('.part'))).toEqual([]);
  expect(made).toMatchObject({ kind: 'made', elsewhere: false });
  expect((await speak(here, phone)).value).toMatchObject({ safeSeq: 0 });
  expect((await here.core.backups()).map(({ kept }) => kept)).toEqual([false]);

  // Eight older ones elsewhere, as the tables and the folder know them.
  const database = new DatabaseSync(join(here.dataDir, 'thidua.sqlite'));
  const older = Array.from({ length: KEPT_BACKUPS }, (_, index) => join(here.backups, `older-${index}`));
  for (const [index, file] of older.entries()) {
    writeFileSync(file, '');
    database
      .prepare('insert into backup values (?, ?, ?, ?, 1, null, ?)')
      .run(here.core.communeId, `b${index}`, index, index + 1, file);
  }
  database.close();
  here.clock.advance(1000);
  const newest = await backUp(here);
  expect([...older, newest].map((file) => existsSync(file))).toEqual([
    false,
    ...Array.from({ length: KEPT_BACKUPS }, () => true),
  ]);
  // The one on the data's own disk is counted by itself.
  expect(existsSync(made.kind === 'made' ? made.file : '')).toBe(true);
  expect((await here.core.backups()).filter(({ kept }) => kept)).toHaveLength(KEPT_BACKUPS);
  expect(await here.core.backup({ to: here.backups, offBox: true, ifOlderThanMs: 60_000 })).toMatchObject({
    kind: 'fresh',
  });
  await here.remove();
}, 120_000);

test('a folder that cannot be written, a picture that is gone: no backup, and no archive left over', async () => {
  const here = await openBox();
  writeFileSync(here.backups, '');
  const failed = { kind: 'failed', cause: expect.any(String) };
  expect(await here.core.backup({ to: join(here.backups, 'locked'), offBox: true })).toEqual(failed);
  rmSync(here.backups);
  const database = new DatabaseSync(join(here.dataDir, 'thidua.sqlite'));
  const hash = 'A'.repeat(43);
  database
    .prepare('insert into blob values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, null)')
    .run(here.core.communeId, hash, 'hamlet:x', 'stored', '', hash, 9, 'image/jpeg', 1, 1, hash, 9, 1);
  expect(await here.core.backup({ to: here.backups, offBox: true })).toEqual(failed);
  expect(readdirSync(here.backups)).toEqual([]);
  expect(await here.core.backups()).toEqual([]);
  // Control: without the hole.
  database.exec('delete from blob');
  database.close();
  expect(await backUp(here)).toContain(here.backups);
  await here.remove();
}, 60_000);

interface Waiting {
  ms: number;
  run: () => void;
}

test('backups by themselves: a minute after the start when one is due, every six hours, again after a failure', async () => {
  const waiting: Waiting[] = [];
  const outcomes: BackupOutcome[] = [
    { kind: 'failed', cause: 'disk full' },
    { kind: 'made', backupId: 'b', file: 'f', elsewhere: true, counts: {}, members: 1, removed: [] },
  ];
  const logged: string[] = [];
  let told: () => void = () => undefined;
  const schedule = scheduleBackups({
    clock: { now: () => 100 * BACKUP_EVERY_MS },
    timers: {
      set: (ms, run) => {
        waiting.push({ ms, run });
        told();
        return waiting.length;
      },
      clear: () => undefined,
    },
    backups: async (): Promise<BackupSummary[]> => [],
    run: async () => outcomes.shift() ?? { kind: 'failed', cause: 'none' },
    log: (level, event) => logged.push(`${level} ${event}`),
  });
  const next = async (): Promise<Waiting> => {
    if (waiting.length === 0) await new Promise<void>((resolve) => (told = resolve));
    return waiting.shift() ?? { ms: -1, run: () => undefined };
  };
  const first = await next();
  first.run();
  const second = await next();
  second.run();
  const third = await next();
  schedule.stop();
  expect([first.ms, second.ms, third.ms]).toEqual([60_000, 30 * 60_000, BACKUP_EVERY_MS]);
  expect(logged).toEqual(['alarm backup-failed', 'info backup-made']);
});
