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

export class Autosaver<T> {
  readonly #deps: AutosaverDeps<T>;
  readonly #listeners = new Set<() => void>();
  #state: SaveState = { kind: 'untouched' };
  #pending: { value: T } | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #running: Promise<void> | null = null;

  constructor(deps: AutosaverDeps<T>) {
    this.#deps = deps;
  }

  readonly state = (): SaveState => this.#state;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  change(value: T): void {
    this.#pending = { value };
    // A failure stays on the screen until a put has succeeded.
    if (this.#state.kind !== 'failed') this.#set({ kind: 'dirty' });
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.flush(), this.#deps.delayMs);
  }

  /** Resolves when everything up to now is on disk or has failed (see {@link state}); never rejects. */
  async flush(): Promise<void> {
    clearTimeout(this.#timer);
    while (this.#pending !== null || this.#running !== null) {
      this.#running ??= this.#putOnce().finally(() => {
        this.#running = null;
      });
      await this.#running;
      if (this.#state.kind === 'failed') return;
    }
  }

  /** Not saved yet, or not possible to save: leaving now would lose words. */
  isDirty(): boolean {
    return this.#pending !== null || this.#running !== null;
  }

  async #putOnce(): Promise<void> {
    const job = this.#pending;
    if (job === null) return;
    this.#pending = null;
    try {
      await this.#deps.save(job.value);
      this.#set(this.#pending === null ? { kind: 'saved', at: this.#deps.now() } : { kind: 'dirty' });
    } catch (error) {
      this.#pending ??= job;
      this.#set({ kind: 'failed', reason: reasonOf(error) });
    }
  }

  #set(state: SaveState): void {
    this.#state = state;
    for (const listener of this.#listeners) listener();
  }
}
