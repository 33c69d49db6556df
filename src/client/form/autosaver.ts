/**
 * Keeps an open form on disk: put at the latest `delayMs` after the last change, at once when asked (page hidden, next
 * question). One put at a time, the newest value wins. What could not be saved stays here until a later put succeeds.
 */
import { SaveFailure } from '#client/workspace.ts';

export type SaveState =
  /** Nothing changed since the form was opened. */
  | { kind: 'untouched' }
  | { kind: 'dirty' }
  | { kind: 'saved'; at: number }
  | { kind: 'failed'; reason: SaveFailure['reason'] };

/** The pocket's own failures come as the browser names them; a workspace's as {@link SaveFailure}. */
const reasonOf = (error: unknown): SaveFailure['reason'] => {
  if (error instanceof SaveFailure) return error.reason;
  return error instanceof DOMException && error.name === 'QuotaExceededError' ? 'full' : 'lost';
};

interface AutosaverDeps<T> {
  save: (value: T) => Promise<void>;
  now: () => number;
  delayMs: number;
}

export interface Autosaver<T> {
  state: () => SaveState;
  subscribe: (listener: () => void) => () => void;
  change: (value: T) => void;
  /** Resolves when everything up to now is on disk or has failed (see `state`); never rejects. */
  flush: () => Promise<void>;
  /** Not saved yet, or not possible to save: leaving now would lose words. */
  isDirty: () => boolean;
}

// No class: old Safari would pay for its private fields with a helper each, on the way to the first question.
export function createAutosaver<T>({ save, now, delayMs }: AutosaverDeps<T>): Autosaver<T> {
  const listeners = new Set<() => void>();
  let state: SaveState = { kind: 'untouched' };
  let pending: { value: T } | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let running: Promise<void> | null = null;

  const set = (next: SaveState): void => {
    state = next;
    for (const listener of listeners) listener();
  };
  // Read through a call: what awaits lets others change it.
  const waits = (): boolean => pending !== null;
  const hasFailed = (): boolean => state.kind === 'failed';

  async function putOnce(): Promise<void> {
    const job = pending;
    if (job === null) return;
    pending = null;
    try {
      await save(job.value);
      set(waits() ? { kind: 'dirty' } : { kind: 'saved', at: now() });
    } catch (error) {
      pending ??= job;
      set({ kind: 'failed', reason: reasonOf(error) });
    }
  }

  async function flush(): Promise<void> {
    clearTimeout(timer);
    while (waits() || running !== null) {
      running ??= putOnce().finally(() => {
        running = null;
      });
      await running;
      if (hasFailed()) return;
    }
  }

  return {
    state: () => state,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    change(value) {
      pending = { value };
      // A failure stays on the screen until a put has succeeded.
      if (!hasFailed()) set({ kind: 'dirty' });
      clearTimeout(timer);
      timer = setTimeout(() => void flush(), delayMs);
    },
    flush,
    isDirty: () => waits() || running !== null,
  };
}
