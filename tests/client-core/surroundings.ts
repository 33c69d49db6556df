/** A phone without a browser: fake-indexeddb, locks shared by its tabs, timers the test turns. */
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import type { ProfileRow } from '#client/db/model.ts';
import { createPocket } from '#client/db/pocket.ts';
import type { Environment, Handle, Locks, WakeEvent } from '#client/sync/environment.ts';
import type { Surroundings } from '#client/sync/open-store.ts';
import { handClock, seededChance } from './makers.ts';

/** Web Locks between the tabs of one phone. */
export function createLocks(): Locks {
  const tails = new Map<string, Promise<unknown>>();
  const held = new Set<string>();
  return {
    async request(name, { ifAvailable }, body) {
      if (ifAvailable && held.has(name)) return body(false);
      const before = tails.get(name) ?? Promise.resolve();
      const turn = before.then(async () => {
        held.add(name);
        try {
          return await body(true);
        } finally {
          held.delete(name);
        }
      });
      tails.set(
        name,
        turn.catch(() => undefined),
      );
      return turn;
    },
  };
}

export interface HandTimers {
  set(ms: number, run: () => void): Handle;
  clear(handle: Handle): void;
  /** Milliseconds of the timers that are set, in order. */
  waiting(): number[];
  /** Lets the next one due go off and turns the clock to it. */
  fireNext(): void;
}

export function createHandTimers(clock: ReturnType<typeof handClock>): HandTimers {
  const timers = new Map<Handle, { at: number; run: () => void }>();
  const inOrder = () => [...timers].toSorted(([, a], [, b]) => a.at - b.at);
  return {
    set(ms, run) {
      const handle = {};
      timers.set(handle, { at: clock.now() + ms, run });
      return handle;
    },
    clear: (handle) => {
      timers.delete(handle);
    },
    waiting: () => inOrder().map(([, { at }]) => at - clock.now()),
    fireNext() {
      const [next] = inOrder();
      if (next === undefined) throw new Error('no timer is set');
      const [handle, { at, run }] = next;
      timers.delete(handle);
      clock.turn(Math.max(0, at - clock.now()));
      run();
    },
  };
}

export interface Phone {
  clock: ReturnType<typeof handClock>;
  timers: HandTimers;
  indexedDB: IDBFactory;
  /** Another tab of the same phone: same disk, same locks, own page. */
  tab(
    fetch: Environment['fetch'],
    over?: Partial<Environment>,
  ): Surroundings & { wake(event: WakeEvent): void };
  errors: unknown[];
}

export function createPhone(seed: number): Phone {
  const clock = handClock();
  const timers = createHandTimers(clock);
  const indexedDB = new IDBFactory();
  const locks = createLocks();
  const chance = seededChance(seed);
  const errors: unknown[] = [];
  return {
    clock,
    timers,
    indexedDB,
    errors,
    tab(fetch, over = {}) {
      const listeners = new Set<(event: WakeEvent) => void>();
      const environment: Environment = {
        clock,
        chance,
        timers,
        locks,
        fetch,
        compress: null,
        isVisible: () => true,
        onWake: (listener) => {
          listeners.add(listener);
          return () => listeners.delete(listener);
        },
        askBackgroundSync: () => Promise.resolve(),
        isPersisted: () => Promise.resolve(true),
        build: 'test',
        onError: (error) => errors.push(error),
        ...over,
      };
      return {
        environment,
        pocket: createPocket(indexedDB),
        indexedDB,
        IDBKeyRange,
        wake: (event) => listeners.forEach((listener) => listener(event)),
      };
    },
  };
}

export const quietHooks = { flush: () => Promise.resolve(), onOutdated: () => {}, onBlocked: () => {} };

export const aProfile = (over: Partial<ProfileRow> = {}): ProfileRow => ({
  id: 'p1',
  role: 'hamletHead',
  title: 'Xóm Chùa 9',
  communeId: 'binh-thuan',
  link: { state: 'enrolled' },
  createdAt: 1,
  usedAt: 1,
  ...over,
});

/** Lets promises and the fake database run until it holds; bounded in turns, not in time. */
export async function untilTrue(holds: () => boolean | Promise<boolean>, turns = 400_000): Promise<void> {
  for (let turn = 0; turn < turns; turn++) {
    if (await holds()) return;
    await new Promise((resolve) => setImmediate(resolve));
  }
  throw new Error(`never came true: ${holds.toString()}`);
}
