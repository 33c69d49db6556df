/** Everything the engine takes from its surroundings, so that a simulation can replay them (design D11). */
import type { Chance, Clock } from '#protocol/ids.ts';
import type { PhotoType } from '#protocol/photo.ts';
import type { PhotoProblem } from '#client/db/model.ts';

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

/** What came of a picture: fit to be sent, or why it cannot be used. */
export type Shrunk =
  | {
      kind: 'shrunk';
      bytes: ArrayBuffer;
      mime: PhotoType;
      w: number;
      h: number;
      /** A few kB for lists. */
      thumb: ArrayBuffer;
      /** Its person is asked before its bytes go anywhere. */
      looksLikeId?: boolean;
    }
  | { kind: 'refused'; problem: PhotoProblem };

/** Decodes, turns upright, shrinks and strips (`protocol.md` §8). Throws only for a fault of its own. */
export interface PhotoCodec {
  shrink(raw: ArrayBuffer): Promise<Shrunk>;
}

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
  /** Absent: the browser's own, fetched with the first photo. */
  photoCodec?: PhotoCodec;
  /** The system was asked to spare data: photos wait for a tap. Absent: the browser's own word, where it has one. */
  isSavingData?(): boolean;
  /** A number on the app's icon, 0 for none. Absent: this phone shows none. */
  showBadge?(waiting: number): void;
  build: string;
  /** A bug or a broken disk inside the engine: it goes on, and somebody hears of it. */
  onError(error: unknown): void;
}

/** Between 0 (in) and 1 (out). */
export function fraction(chance: Chance): number {
  const [a = 0, b = 0, c = 0] = chance.bytes(3);
  return (a * 65_536 + b * 256 + c) / 16_777_216;
}
