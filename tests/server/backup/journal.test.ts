import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { JOURNAL_FILE, openJournal } from '#server/backup/journal.ts';
import type { JournalEntry } from '#server/backup/journal-entry.ts';
import { openBox, type Box } from './box.ts';

const folders: string[] = [];
const boxes: Box[] = [];
const aFile = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'thidua-journal-'));
  folders.push(folder);
  return join(folder, JOURNAL_FILE);
};
afterEach(async () => {
  for (const box of boxes.splice(0)) await box.remove();
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});
const revoked = (device: string): JournalEntry => ({ k: 'revoked', device, at: 1 });

test('what was appended together or one after the other is there, in order', async () => {
  const file = aFile();
  const journal = await openJournal(file);
  await Promise.all([journal.append([revoked('a')]), journal.append([revoked('b')])]);
  await journal.append([revoked('c')]);
  await journal.close();
  const again = await openJournal(file);
  await again.append([revoked('d')]);
  expect(await again.read()).toEqual({
    entries: ['a', 'b', 'c', 'd'].map(revoked),
    torn: false,
    unreadable: [],
  });
  await again.close();
});

test('a line a crash cut off is told, and the next begins whole', async () => {
  const file = aFile();
  const journal = await openJournal(file);
  await journal.append([revoked('a')]);
  await journal.close();
  appendFileSync(file, '{"k":"revo');
  const torn = await openJournal(file);
  expect(await torn.read()).toMatchObject({ entries: [revoked('a')], torn: true });
  await torn.append([revoked('b')]);
  expect(await torn.read()).toEqual({ entries: [revoked('a'), revoked('b')], torn: false, unreadable: [2] });
  await torn.close();
});

test('at every length a crash may leave, all whole lines are read', async () => {
  const file = aFile();
  const journal = await openJournal(file);
  await journal.append(['a', 'b', 'c'].map(revoked));
  await journal.close();
  const whole = readFileSync(file);
  for (let length = 0; length <= whole.length; length++) {
    writeFileSync(file, whole.subarray(0, length));
    const cut = await openJournal(file);
    const { entries } = await cut.read();
    const lines = whole.subarray(0, length).toString().split('\n').length - 1;
    expect(entries).toEqual(['a', 'b', 'c'].slice(0, lines).map(revoked));
    await cut.close();
  }
});

test('a commit whose line a crash kept back is in the journal after the next start', async () => {
  const box = await openBox();
  boxes.push(box);
  const phone = await box.head();
  await box.core.revoke(phone.id);
  await box.close();
  const file = join(box.dataDir, JOURNAL_FILE);
  const lines = readFileSync(file, 'utf8').trimEnd().split('\n');
  // The crash came before the last three lines.
  writeFileSync(file, `${lines.slice(0, -3).join('\n')}\n`);
  await box.open();
  expect((await box.core.verify()).problems).toEqual([]);
  const now = readFileSync(file, 'utf8').trimEnd().split('\n');
  expect(now.toSorted()).toEqual(lines.toSorted());
}, 30_000);
