/**
 * One at a time under a name. Inside a process callers queue; between processes whoever is first in its queue takes a
 * lock that the death of its process gives back.
 */
import { setTimeout as pause } from 'node:timers/promises';

/** A lock between processes. Taking it never waits, so that nobody who waits holds up the process. */
export interface SharedLock {
  /** True when it is ours now. */
  tryTake(name: string): Promise<boolean>;
  /** @throws when it may have been lost while it was ours: then somebody else may have worked under the same name. */
  giveBack(name: string): Promise<void>;
}

/** How long until it is asked again whether another process is done. */
const ASK_AGAIN_MS = 25;

export type Exclusive = <Result>(name: string, work: () => Promise<Result>) => Promise<Result>;

/** Without a `shared` lock (a store in memory) nobody outside this process is there to be kept out. */
export function createExclusive(shared?: SharedLock): Exclusive {
  const tails = new Map<string, Promise<void>>();

  const acrossProcesses = async <Result>(name: string, work: () => Promise<Result>): Promise<Result> => {
    if (shared === undefined) return work();
    while (!(await shared.tryTake(name))) await pause(ASK_AGAIN_MS);
    let result: Result;
    try {
      result = await work();
    } catch (error) {
      // What went wrong in the work is what the caller must hear of, whatever becomes of the lock.
      await shared.giveBack(name).catch(() => undefined);
      throw error;
    }
    await shared.giveBack(name);
    return result;
  };

  return async (name, work) => {
    const before = tails.get(name);
    const turn = (async () => {
      await before;
      return acrossProcesses(name, work);
    })();
    const tail = turn.then(
      () => undefined,
      () => undefined,
    );
    tails.set(name, tail);
    try {
      return await turn;
    } finally {
      if (tails.get(name) === tail) tails.delete(name);
    }
  };
}
