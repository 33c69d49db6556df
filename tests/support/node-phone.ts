/** The app's own store, sealer and engine in Node, on an IndexedDB in memory: a phone without its screen. */
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { readFragment } from '#protocol/fragment.ts';
import { createPocket } from '#client/db/pocket.ts';
import type { ProfileRow } from '#client/db/model.ts';
import { enrolNow } from '#client/sync/enrol-now.ts';
import type { Environment, Locks, Timers } from '#client/sync/environment.ts';
import { openWorkspace, type Surroundings } from '#client/open-workspace.ts';
import type { Workspace } from '#client/workspace.ts';

const timers: Timers = {
  set: (ms, run) => ({ timer: setTimeout(run, ms) }),
  clear: (handle) => clearTimeout((handle as { timer: NodeJS.Timeout }).timer),
};

/** Web Locks of one installation, in memory. */
function createLocks(): Locks {
  const tails = new Map<string, Promise<unknown>>();
  return {
    request: async (name, { ifAvailable }, body) => {
      const before = tails.get(name);
      if (before !== undefined && ifAvailable) return body(false);
      const turn = (async () => {
        await before;
        return body(true);
      })();
      const tail = turn.then(
        () => undefined,
        () => undefined,
      );
      tails.set(name, tail);
      void tail.then(() => tails.get(name) === tail && tails.delete(name));
      return turn;
    },
  };
}

export type Network = Environment['fetch'];

/** The real network to one server. */
export const networkTo =
  (origin: string): Network =>
  (path, init) =>
    fetch(`${origin}${path}`, init);

/** Errors an engine reported, for a test to look at. */
export interface NodeSurroundings extends Surroundings {
  errors: unknown[];
}

export function nodeSurroundings(network: Network): NodeSurroundings {
  const factory = new IDBFactory();
  const errors: unknown[] = [];
  const environment: Environment = {
    clock: { now: () => Date.now() },
    chance: { bytes: (length) => crypto.getRandomValues(new Uint8Array(length)) },
    timers,
    locks: createLocks(),
    fetch: network,
    compress: null,
    isVisible: () => true,
    onWake: () => () => undefined,
    askBackgroundSync: () => Promise.resolve(),
    isPersisted: () => Promise.resolve(true),
    build: 'test',
    onError: (error) => void errors.push(error),
  };
  return { environment, pocket: createPocket(factory), indexedDB: factory, IDBKeyRange, errors };
}

const quiet = { flush: () => Promise.resolve(), onOutdated: () => undefined, onBlocked: () => undefined };

export async function openOn(surroundings: Surroundings, profile: ProfileRow): Promise<Workspace> {
  const opened = await openWorkspace(profile, surroundings, quiet);
  if (opened.kind !== 'open') throw new Error(`the workspace did not open: ${opened.kind}`);
  return opened.workspace;
}

/** Redeems an enrolment link, as the tap does, and opens what it gave. */
export async function enrolOn(surroundings: Surroundings, link: string): Promise<Workspace> {
  const fragment = readFragment(new URL(link).hash);
  if (fragment === null) throw new Error(`no code in ${link}`);
  const outcome = await enrolNow(surroundings, fragment.secret, 'Máy thử');
  if (outcome.kind !== 'answered') throw new Error(`not enrolled: ${JSON.stringify(outcome)}`);
  return openOn(surroundings, outcome.profile);
}
