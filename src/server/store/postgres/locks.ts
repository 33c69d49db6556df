/**
 * Locks between the processes that share one database: advisory locks of one connection kept for them, which the server
 * gives back when the connection ends, however its process died.
 */
import { createHash } from 'node:crypto';
import type { SharedLock } from '../exclusive.ts';
import { StoreBusyError } from '../store.ts';
import type { Session } from './session.ts';

/** 64 bits of a hash: two names that share a lock only wait for each other. */
const keyOf = (communeId: string, name: string): string =>
  createHash('sha256').update(`${communeId}\0${name}`).digest().readBigInt64BE(0).toString();

export function createPostgresLocks(session: Session, communeId: string): SharedLock {
  const takenIn = new Map<string, number>();
  return {
    tryTake: async (name) => {
      const { rows } = await session.ask('select pg_try_advisory_lock($1::bigint) as taken', [
        keyOf(communeId, name),
      ]);
      const taken = rows[0]?.taken === true;
      if (taken) takenIn.set(name, session.generation());
      return taken;
    },
    giveBack: async (name) => {
      const generation = takenIn.get(name);
      takenIn.delete(name);
      const { rows } = await session.ask('select pg_advisory_unlock($1::bigint) as given', [
        keyOf(communeId, name),
      ]);
      if (generation !== session.generation() || rows[0]?.given !== true)
        throw new StoreBusyError(`the lock "${name}" was lost while it was held`);
    },
  };
}
