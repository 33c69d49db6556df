/** Connections that only read: a few, shared by whoever asks, so that reading never waits for a writer. */
import { StoreBusyError } from '../store.ts';
import type { Session } from './session.ts';

export interface Reader<Tables> {
  session: Session;
  tables: Tables;
}

export interface Readers<Tables> {
  /** Runs `job` in a transaction of its own, on committed data of one instant. */
  read<Result>(job: (tables: Tables) => Promise<Result>): Promise<Result>;
  close(): Promise<void>;
}

export function createReaders<Tables>(count: number, make: () => Reader<Tables>): Readers<Tables> {
  const readers = Array.from({ length: count }, make);
  const free = [...readers];
  let closed = false;
  const waiting: ((reader: Reader<Tables>) => void)[] = [];

  const take = async (): Promise<Reader<Tables>> =>
    free.pop() ?? new Promise((resolve) => void waiting.push(resolve));
  const giveBack = (reader: Reader<Tables>): void => {
    const next = waiting.shift();
    if (next === undefined) free.push(reader);
    else next(reader);
  };

  return {
    read: async (job) => {
      if (closed) throw new StoreBusyError('the store is closed');
      const reader = await take();
      const { session, tables } = reader;
      try {
        await session.begin(false);
        const result = await job(tables);
        await session.commit();
        return result;
      } catch (error) {
        if (session.inTransaction()) await session.execute('rollback');
        throw error;
      } finally {
        giveBack(reader);
      }
    },
    // Each is taken first: whoever still reads is let finish.
    close: async () => {
      if (closed) return;
      closed = true;
      for (const _each of readers) await (await take()).session.close();
    },
  };
}
