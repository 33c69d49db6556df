/** Web Locks of one phone: shared by its tabs, and let go by the platform when a tab dies. */
import type { Locks } from '#client/sync/environment.ts';

/** Whoever may hold a lock and die with it. */
export interface Holder {
  isDead: boolean;
}

export const never = <T>(): Promise<T> => new Promise<T>(() => {});

export interface SimLocks {
  of(holder: Holder): Locks;
  /** After a holder died. */
  letGo(): void;
  /** Does a living tab hold or wait for one? */
  isBusy(): boolean;
  /** Resolves at the next moment nobody does. */
  free(): Promise<void>;
}

export function createLocks(): SimLocks {
  const held = new Map<string, Holder>();
  let queue: { name: string; holder: Holder; grant: () => void }[] = [];
  let freed: (() => void)[] = [];
  const isBusy = (): boolean => held.size > 0 || queue.length > 0;
  const announce = (): void => {
    if (isBusy()) return;
    const waiting = freed;
    freed = [];
    for (const resolve of waiting) resolve();
  };
  const grantNext = (name: string): void => {
    const next = queue.find((waiting) => waiting.name === name);
    if (next === undefined) {
      announce();
      return;
    }
    queue = queue.filter((waiting) => waiting !== next);
    held.set(name, next.holder);
    next.grant();
  };
  const release = (name: string, holder: Holder): void => {
    if (held.get(name) !== holder) return;
    held.delete(name);
    grantNext(name);
  };
  return {
    of: (holder) => ({
      async request(name, { ifAvailable }, body) {
        if (holder.isDead) return never();
        if (held.has(name)) {
          if (ifAvailable) return body(false);
          await new Promise<void>((resolve) => void queue.push({ name, holder, grant: resolve }));
          if (holder.isDead) return never();
        } else held.set(name, holder);
        try {
          return await body(true);
        } finally {
          release(name, holder);
        }
      },
    }),
    letGo() {
      queue = queue.filter(({ holder }) => !holder.isDead);
      for (const [name, holder] of held) if (holder.isDead) release(name, holder);
      announce();
    },
    isBusy,
    free: () => (isBusy() ? new Promise((resolve) => void freed.push(resolve)) : Promise.resolve()),
  };
}
