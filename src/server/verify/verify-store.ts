/**
 * Recomputes what the store claims of itself (`sync.md` §2.16): each device's chain, the operation log, every score and
 * receipt code, every row that judging makes, devices and codes against the journal, pictures against their files. Reads
 * only; in pages, so that a large commune fits into memory.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { JournalEntry } from '../backup/journal-entry.ts';
import { verifyBlobs } from '../photos/verify-blobs.ts';
import { openSqliteStore } from '../store/sqlite.ts';
import type { Store } from '../store/store.ts';
import { tableNames } from '../store/table-list.ts';
import { verifyAgainstJournal } from './against-journal.ts';
import { verifyAgainstLog } from './against-log.ts';
import { verifyDevices } from './devices.ts';
import { verifyFeed } from './feed.ts';
import { verifyLog } from './log.ts';
import { verifyOfficeRows } from './office-rows.ts';
import { verifyQuarantine } from './quarantine.ts';
import type { Report, VerifyReport } from './report.ts';
import { verifySubmissions } from './submissions.ts';

export interface VerifyOptions {
  /** Holds the pictures; left out, they are not looked at. */
  dataDir?: string;
  /** Reads the journal as it is now; left out, there is nothing beside the database to hold it against. */
  journal?: () => Promise<readonly JournalEntry[]>;
  /** Nobody writes meanwhile: it need not be copied to be seen at one instant. */
  isStill?: boolean;
  /** Milliseconds, for the figures. */
  now?: () => number;
}

/** For the copy and the log played again: what everybody sent is in it, so nobody else may read it. */
async function withFolder<Result>(
  dataDir: string | undefined,
  work: (folder: string) => Promise<Result>,
): Promise<Result> {
  const folder = await mkdtemp(join(dataDir ?? tmpdir(), 'verifying-'));
  try {
    return await work(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** All of it as it is at one instant, to be read at leisure while others go on writing. */
async function copyOf(store: Store, file: string): Promise<Store> {
  const copy = openSqliteStore({ file, communeId: store.communeId, throwAway: true });
  await store.snapshot((snapshot) =>
    copy.load(async (put) => {
      for (const table of tableNames) for await (const rows of snapshot.rows(table)) await put(table, rows);
    }),
  );
  return copy;
}

const closeIfOpen = async (copy: Store | null): Promise<void> => copy?.close();

interface Checks {
  part(name: string, work: () => Promise<Record<string, number>>): Promise<void>;
  report: Report;
  options: VerifyOptions;
}

async function verifyRows(store: Store, replayed: string, { part, report, options }: Checks) {
  const { journal } = options;
  await part('log', () => verifyLog(store, report));
  await part('devices', () => verifyDevices(store, report));
  await part('submissions', () => verifySubmissions(store, report));
  await part('quarantine', () => verifyQuarantine(store, report));
  await part('feed', () => verifyFeed(store, report));
  await part('office', () => verifyOfficeRows(store, report));
  await part('replay', () => verifyAgainstLog(store, replayed, report));
  // The journal is read after the rows: a line may be younger than the commit it speaks of, never older.
  if (journal !== undefined)
    await part('journal', async () => verifyAgainstJournal(store, await journal(), report));
}

/** Never throws for what is in the database: what cannot even be read is a problem with a name, too. */
export async function verifyStore(store: Store, options: VerifyOptions = {}): Promise<VerifyReport> {
  const { dataDir, isStill = false, now = () => performance.now() } = options;
  const problems: VerifyReport['problems'] = [];
  const report: Report = (what, where) => void problems.push({ what, where });
  const took: VerifyReport['took'] = {};
  const counts: VerifyReport['counts'] = {};

  const part = async (name: string, work: () => Promise<Record<string, number>>): Promise<void> => {
    const began = now();
    try {
      Object.assign(counts, await work());
    } catch (error) {
      const words = error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error);
      report('cannot-be-read', `${name}: ${words}`);
    }
    took[name] = Math.round(now() - began);
  };

  await part('database', async () => {
    for (const line of await store.integrity()) report('database-damaged', line);
    return {};
  });
  await withFolder(dataDir, async (folder) => {
    let copy: Store | null = null;
    await part('copy', async () => {
      if (!isStill) copy = await copyOf(store, join(folder, 'copy.sqlite'));
      return {};
    });
    try {
      await verifyRows(copy ?? store, join(folder, 'replayed.sqlite'), { part, report, options });
    } finally {
      await closeIfOpen(copy);
    }
  });
  if (dataDir !== undefined)
    await part('photos', async () => {
      const photos = await verifyBlobs(store, dataDir);
      problems.push(...photos.problems);
      return photos.counts;
    });
  return { counts, problems, took };
}
