/** Everything the engine takes from its surroundings, so that a simulation can replay them (design D11). */
import type { Chance, Clock } from '#protocol/ids.ts';

export type Handle = object;

export interface Timers {
  /** Runs once after `ms`. */
  set(ms: number, run: () => void): Handle;
  clear(handle: Handle): void;
}

export interface Locks {
  /**
   * Runs `body` holding the lock. With `ifAvailable` it does not wait: `body` is told whether it holds it. Shared by all
   * tabs and the worker of one origin.
   */
  request<T>(
    name: string,
    options: { ifAvailable: boolean },
    body: (held: boolean) => Promise<T>,
  ): Promise<T>;
}

export type WakeEvent = 'online' | 'visible' | 'restored';

export interface Environment {
  clock: Clock;
  chance: Chance;
  timers: Timers;
  locks: Locks;
  fetch: (path: string, init: RequestInit) => Promise<Response>;
  /** gzip, where the browser has it. */
  compress: ((bytes: Uint8Array<ArrayBuffer>) => Promise<Uint8Array<ArrayBuffer>>) | null;
  isVisible(): boolean;
  /** Calls back on the platform's hints; returns the unsubscriber. */
  onWake(listener: (event: WakeEvent) => void): () => void;
  /** Asks the browser to wake the worker when there is a network. Nothing depends on it: most phones will not. */
  askBackgroundSync(): Promise<void>;
  /** Storage the browser promised not to evict. */
  isPersisted(): Promise<boolean>;
  build: string;
  /** A bug or a broken disk inside the engine: it goes on, and somebody hears of it. */
  onError(error: unknown): void;
}

/** Between 0 (in) and 1 (out). */
export function fraction(chance: Chance): number {
  const [a = 0, b = 0, c = 0] = chance.bytes(3);
  return (a * 65_536 + b * 256 + c) / 16_777_216;
}
