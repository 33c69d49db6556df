import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, test } from 'vitest';
import { journalOf } from '#server/backup/journal-facts.ts';
import { openSqliteStore } from '#server/store/sqlite.ts';
import { verifyStore } from '#server/verify/verify-store.ts';
import { openCommune } from '../core/commune.ts';

/** What a hand in the database could do, and what it must be called. */
const tampering: readonly (readonly [sql: string, what: string])[] = [
  ['update submission set server_score = server_score + 1 where rowid = 1', 'score-differs'],
  ["update submission set receipt_code = '000000000' where rowid = 1", 'receipt-code-differs'],
  ["update operation set verdict = 'refused' where kind = 'comment.add'", 'log-chain-broken'],
  [
    "update operation set body = replace(body, 'entity', 'entitx') where kind = 'record.put'",
    'body-differs-from-hash',
  ],
  ['delete from operation where rev = (select max(rev) from operation)', 'log-head-differs'],
  ['delete from device_seq where seq = 1', 'sequence-has-a-gap'],
  ["update device set chain = 'AAAA' || substr(chain, 5) where last_seq > 0", 'device-chain-differs'],
  ["delete from feed where scope = 'office' and entity = 'submission'", 'feed-differs-from-tables'],
  ['delete from submission where rowid = 1', 'feed-differs-from-tables'],
  // What only the log, judged again, or the journal beside the database can tell.
  ["update register set value = 'false' where value = 'true'", 'row-differs-from-log'],
  ['update household_answer set number = number + 1 where number is not null', 'row-differs-from-log'],
  [
    "update feed set value = replace(value, 'received', 'verified') where entity = 'assessment'",
    'row-differs-from-log',
  ],
  ['delete from comment where rowid = 1', 'row-of-the-log-missing'],
  [
    "update record set value = replace(value, 'Hộ', 'Hộp') where entity = 'household'",
    'row-differs-from-log',
  ],
  ["update device set binding_id = 'x' where role = 'hamletHead'", 'row-differs-from-journal'],
  ["update device set role = 'officer' where role = 'hamletHead'", 'device-role-differs-from-log'],
  ["update enrol_code set binding_kind = 'office' where rowid = 1", 'row-differs-from-journal'],
];

test('what was tampered with is found and named; a store left alone has no problems', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'thidua-verify-'));
  const [file, copy] = [join(folder, 'a.sqlite'), join(folder, 'b.sqlite')];
  const commune = await openCommune({ file });
  await commune.core.seedDemo({ households: 8, seed: 7 });
  await commune.core.createSlip('DM-001');
  expect((await commune.core.verify()).problems).toEqual([]);
  const journal = await commune.store.read(journalOf);
  const { communeId } = commune.core;
  await commune.core.close();

  const found: (readonly [string, string | undefined])[] = [];
  for (const [sql, what] of tampering) {
    copyFileSync(file, copy);
    const raw = new DatabaseSync(copy);
    const { changes } = raw.prepare(sql).run();
    raw.close();
    const store = openSqliteStore({ file: copy, communeId });
    const { problems } = await verifyStore(store, { isStill: true, journal: async () => journal });
    if (changes !== 0) found.push([sql, problems.find((problem) => problem.what === what)?.what]);
    await store.close();
    for (const suffix of ['', '-wal', '-shm']) rmSync(copy + suffix, { force: true });
  }
  expect(found).toEqual(tampering);
  rmSync(folder, { recursive: true });
}, 60_000);
