/**
 * The store as the rest of the server sees it. One embedded implementation now (`sqlite.ts`); a database server can
 * stand behind the same interface.
 */
import type { Tables } from './tables.ts';

/** What a job works with: the tables, inside the transaction it runs in. */
export interface Transaction extends Tables {
  /** Runs `work` so that its writes are undone, and only they, when it throws; the error is passed on. */
  savepoint<Result>(work: () => Promise<Result>): Promise<Result>;
}

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
  close(): Promise<void>;
}

/** The store cannot write now (locked by another process, disk full): nothing happened, try again later. */
export class StoreBusyError extends Error {
  override readonly name = 'StoreBusyError';
}
