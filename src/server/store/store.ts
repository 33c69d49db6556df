/**
 * The store as the rest of the server sees it: embedded (`sqlite.ts`) or on a database server (`postgres.ts`), with one
 * contract for both.
 */
import type { Storable } from './statement.ts';
import type { TableName } from './table-list.ts';
import type { Tables } from './tables.ts';

/** What a job works with: the tables, inside the transaction it runs in. */
export interface Transaction extends Tables {
  /** Runs `work` so that its writes are undone, and only they, when it throws; the error is passed on. */
  savepoint<Result>(work: () => Promise<Result>): Promise<Result>;
}

/** A row as it is stored, every column by its name. */
export type StoredRow = Readonly<Record<string, Storable>>;

/** All of the commune as it was at one instant, whatever is written meanwhile. */
export interface Snapshot {
  /** Number of migrations behind these rows. */
  readonly schema: number;
  /** The commune's rows of a table in order of its key, some at a time; one table is read to its end before the next. */
  rows(table: TableName): AsyncIterable<readonly StoredRow[]>;
}

export type PutRows = (table: TableName, rows: readonly StoredRow[]) => Promise<void>;

export interface Store {
  readonly communeId: string;
  /**
   * Runs a job that writes. Jobs that arrive together share one commit; one that throws is undone alone. The promise
   * settles only after the commit has reached the disk. A job awaits nothing but its transaction, and changes nothing
   * but it: beside one that fails it runs a second time.
   */
  write<Result>(job: (transaction: Transaction) => Promise<Result>): Promise<Result>;
  /** Runs a job that only reads, on committed data. */
  read<Result>(job: (tables: Tables) => Promise<Result>): Promise<Result>;
  /**
   * Passes `work` through, and tells the store that a write will follow it at once (a signature is being checked, say):
   * a commit about to begin waits a moment for it, so that many phones at once cost few flushes of the disk.
   */
  arriving<Result>(work: Promise<Result>): Promise<Result>;
  /**
   * Runs `work` while nobody else, in this process or another on the same store, runs under the same name. Not inside a
   * transaction.
   */
  exclusive<Result>(name: string, work: () => Promise<Result>): Promise<Result>;
  /** For backups: reads everything of one instant while others go on writing, in bounded memory. */
  snapshot<Result>(work: (snapshot: Snapshot) => Promise<Result>): Promise<Result>;
  /**
   * For restoring: takes the commune's rows away and puts what `work` gives in their place, all of it or, when `work`
   * throws, nothing. Tables come in the order of `tableNames`; columns a row lacks take their defaults; a column this
   * build does not know is an error. `work` may read files. Nobody else may be using the store.
   */
  load(work: (put: PutRows) => Promise<void>): Promise<void>;
  /**
   * After an erasure: what was taken away is not left over in free space of the files either. The embedded store is
   * rewritten, so writers wait meanwhile.
   */
  scrub(): Promise<void>;
  /** What the database engine itself finds wrong with its files, a line each; nothing when all is well. */
  integrity(): Promise<string[]>;
  close(): Promise<void>;
}

/** The store cannot write now (locked by another process, disk full): nothing happened, try again later. */
export class StoreBusyError extends Error {
  override readonly name = 'StoreBusyError';
}
