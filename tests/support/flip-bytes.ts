/**
 * One bit of a database file turned over, somewhere: does `verify` say so? A bit that changes no row (free space, an
 * index's spare bytes) may go unsaid; one that does may not.
 */
import { copyFileSync, openSync, readSync, closeSync, rmSync, statSync, writeSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { openSqliteStore } from '#server/store/sqlite.ts';
import { tableNames } from '#server/store/table-list.ts';
import { verifyStore } from '#server/verify/verify-store.ts';
import type { JournalEntry } from '#server/backup/journal-entry.ts';

/** State of a conversation, made anew by the next request, and counts of attempts: nothing else says what it should be. */
const passing: Readonly<Record<string, readonly string[]>> = {
  device: ['counter', 'challenge_presented', 'challenge_issued', 'seen_at', 'report', 'flag'],
  commune: ['created_at', 'drain_until'],
};
const passingTables: ReadonlySet<string> = new Set(['attempt', 'stumble', 'upload']);

/** Every row that says something, as text. */
function dump(file: string): string[] {
  const database = new DatabaseSync(file, { readOnly: true });
  try {
    return tableNames
      .filter((table) => !passingTables.has(table))
      .flatMap((table) =>
        database
          .prepare(`select * from ${table}`)
          .all()
          .map((row) => {
            for (const column of passing[table] ?? []) delete row[column];
            return `${table} ${JSON.stringify(row)}`;
          }),
      )
      .toSorted();
  } finally {
    database.close();
  }
}

function readAll(file: string): string[] | null {
  try {
    return dump(file);
  } catch {
    return null;
  }
}

export interface Flip {
  offset: number;
  bit: number;
  /** `named`: verify says where · `notOpened`: the store refuses the file · `harmless`: no row differs. */
  outcome: 'named' | 'notOpened' | 'harmless' | 'missed';
  where: string;
}

/** `random(n)`: a whole number below n. */
export async function flipOnce(
  file: string,
  communeId: string,
  { random, journal }: { random: (below: number) => number; journal: readonly JournalEntry[] },
): Promise<Flip> {
  const copy = `${file}.flipped`;
  for (const suffix of ['', '-wal', '-shm']) rmSync(copy + suffix, { force: true });
  copyFileSync(file, copy);
  const [offset, bit] = [random(statSync(copy).size), random(8)];
  const handle = openSync(copy, 'r+');
  const byte = Buffer.alloc(1);
  readSync(handle, byte, 0, 1, offset);
  byte[0] = (byte[0] ?? 0) ^ (1 << bit);
  writeSync(handle, byte, 0, 1, offset);
  closeSync(handle);
  const told = (outcome: Flip['outcome'], where = ''): Flip => ({ offset, bit, outcome, where });

  let problems: { what: string; where: string }[];
  try {
    const store = openSqliteStore({ file: copy, communeId });
    try {
      ({ problems } = await verifyStore(store, { isStill: true, journal: async () => journal }));
    } finally {
      await store.close();
    }
  } catch (error) {
    return told('notOpened', error instanceof Error ? error.message : '');
  }
  const [problem] = problems;
  if (problem !== undefined) return told('named', `${problem.what}: ${problem.where}`);
  const now = readAll(copy);
  const before = dump(file);
  const same =
    now !== null && now.length === before.length && now.every((row, index) => row === before[index]);
  return told(same ? 'harmless' : 'missed');
}
