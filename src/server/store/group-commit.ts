/**
 * Writers that arrive in the same turn of the event loop share one transaction and one fsync; nobody is answered before
 * the commit. Failing is rare, so it is what costs: when a job throws, all of its batch is taken back and each runs again
 * in a transaction of its own, where the failing one takes back only itself.
 */
import { StoreBusyError, type Transaction } from './store.ts';
import type { Tables } from './tables.ts';

/** Bounds how long the first of a batch waits for the last. */
const JOBS_PER_COMMIT = 64;
/** How long a commit waits for those already on their way: less than one commit takes. */
const GATHER_MS = 3;

export interface Connection {
  /** Opens a transaction; one that writes keeps every other writer of the commune out until it ends. */
  begin(writes: boolean): Promise<unknown>;
  /** Settles once the transaction is on the disk; throws when it is not, or when nobody can tell. */
  commit(): Promise<unknown>;
  /** Runs one statement without parameters. */
  execute(text: string): Promise<unknown>;
  /** False once the database itself has rolled back (disk full, I/O error, lost connection). */
  inTransaction(): boolean;
}

interface Job {
  writes: boolean;
  run(transaction: Transaction): Promise<Settle>;
  fail(error: unknown): void;
}
/** Tells the caller how its job went; called after the commit. */
type Settle = () => void;

export interface GroupCommit {
  write<Result>(job: (transaction: Transaction) => Promise<Result>): Promise<Result>;
  read<Result>(job: (tables: Tables) => Promise<Result>): Promise<Result>;
  arriving<Result>(work: Promise<Result>): Promise<Result>;
  /** Resolves when everything asked for so far has been settled. */
  idle(): Promise<void>;
}

const nextTurn = (): Promise<void> => new Promise((resolve) => void setImmediate(resolve));

export function createGroupCommit(connection: Connection, tables: Tables, gatherMs = GATHER_MS): GroupCommit {
  const waiting: Job[] = [];
  let running: Promise<void> | null = null;
  let onTheirWay = 0;
  let allHere: (() => void) | null = null;

  const arriving = async <Result>(work: Promise<Result>): Promise<Result> => {
    onTheirWay += 1;
    try {
      return await work;
    } finally {
      // In the next turn: by then whoever waited for `work` has asked for its write.
      setImmediate(() => {
        onTheirWay -= 1;
        if (onTheirWay === 0) allHere?.();
      });
    }
  };
  const gather = (): Promise<void> =>
    new Promise((resolve) => {
      const timer = setTimeout(resolve, gatherMs);
      allHere = () => {
        clearTimeout(timer);
        resolve();
      };
    });

  const savepoint = async <Result>(work: () => Promise<Result>): Promise<Result> => {
    await connection.execute('savepoint part');
    try {
      const result = await work();
      await connection.execute('release part');
      return result;
    } catch (error) {
      if (!connection.inTransaction()) throw new StoreBusyError('transaction lost', { cause: error });
      await connection.execute('rollback to part');
      await connection.execute('release part');
      throw error;
    }
  };
  const transaction: Transaction = { ...tables, savepoint };

  /** False when even that failed: then the connection is lost, or the next transaction finds this one and ends it. */
  const takeBack = async (): Promise<boolean> => {
    try {
      await connection.execute('rollback');
      return true;
    } catch {
      // What went wrong first is what everybody is told.
      return false;
    }
  };

  /** Runs and commits all of them, or none: then it says why, and whether the fault is a job's own. */
  const attempt = async (
    jobs: readonly Job[],
  ): Promise<{ kind: 'done' } | { kind: 'job' | 'store'; error: unknown }> => {
    let kind: 'job' | 'store' = 'store';
    try {
      await connection.begin(jobs.some((job) => job.writes));
      kind = 'job';
      const settles: Settle[] = [];
      for (const job of jobs) settles.push(await job.run(transaction));
      kind = 'store';
      await connection.commit();
      for (const settle of settles) settle();
      return { kind: 'done' };
    } catch (error) {
      const lost = error instanceof StoreBusyError || !connection.inTransaction();
      const undone = !connection.inTransaction() || (await takeBack());
      return { kind: lost || !undone ? 'store' : kind, error };
    }
  };

  const commitTogether = async (jobs: readonly Job[]): Promise<void> => {
    const outcome = await attempt(jobs);
    if (outcome.kind === 'store')
      for (const job of jobs)
        job.fail(new StoreBusyError('not known to be committed', { cause: outcome.error }));
    if (outcome.kind !== 'job') return;
    if (jobs.length === 1) jobs[0]?.fail(outcome.error);
    else for (const job of jobs) await commitTogether([job]);
  };

  const drain = async (): Promise<void> => {
    await nextTurn();
    while (waiting.length > 0) {
      // Only a commit is worth sharing: a read waits for nobody, least of all for the write it is part of.
      const isShared =
        onTheirWay > 0 && waiting.length < JOBS_PER_COMMIT && waiting.some(({ writes }) => writes);
      if (isShared) await gather();
      await commitTogether(waiting.splice(0, JOBS_PER_COMMIT));
      await nextTurn();
    }
    running = null;
  };

  const enqueue = <Result>(
    writes: boolean,
    job: (transaction: Transaction) => Promise<Result>,
  ): Promise<Result> =>
    new Promise((resolve, reject) => {
      waiting.push({
        writes,
        run: async (open) => {
          const result = await job(open);
          return () => {
            resolve(result);
          };
        },
        fail: reject,
      });
      running ??= drain();
    });

  return {
    write: (job) => enqueue(true, job),
    read: (job) => enqueue(false, job),
    arriving,
    idle: async () => {
      while (running !== null) await running;
    },
  };
}
