/** A database call a person waits for: bounded, tried once more after the connection broke, and named when it fails. */
import { SaveFailure } from '#client/workspace.ts';
import type { Guard } from './dexie-store.ts';

const CALL_MS = 8000;

/** Names of an error and of what it wraps: Dexie hides the quota inside an AbortError, also at commit. */
function namesOf(error: unknown, depth = 0): string[] {
  if (!(error instanceof Object) || depth > 4) return [];
  const name = 'name' in error && typeof error.name === 'string' ? [error.name] : [];
  const inner = 'inner' in error ? namesOf(error.inner, depth + 1) : [];
  const cause = 'cause' in error ? namesOf(error.cause, depth + 1) : [];
  return [...name, ...inner, ...cause];
}

const LOST = [
  'DatabaseClosedError',
  'InvalidStateError',
  'UnknownError',
  'OpenFailedError',
  'TransactionInactiveError',
];

const isFull = (error: unknown): boolean => namesOf(error).includes('QuotaExceededError');
const isLost = (error: unknown): boolean => namesOf(error).some((name) => LOST.includes(name));

export interface GuardPlatform {
  after: (ms: number, run: () => void) => () => void;
  /** Brings a broken connection back; rejects when it cannot. */
  reopen: () => Promise<void>;
  /** Closed for good, because a newer version took over. */
  isOutdated: () => boolean;
}

/** Throws {@link SaveFailure} for what the platform did to us; anything else is a bug and passes through. */
export function createGuard(platform: GuardPlatform): Guard {
  const bounded = async <T>(call: () => Promise<T>): Promise<T> => {
    let stop = (): void => {};
    const late = new Promise<never>((_resolve, reject) => {
      stop = platform.after(CALL_MS, () => reject(new SaveFailure('timeout')));
    });
    try {
      return await Promise.race([call(), late]);
    } finally {
      stop();
    }
  };
  const named = (error: unknown): unknown => {
    if (error instanceof SaveFailure) return error;
    if (isFull(error)) return new SaveFailure('full', { cause: error });
    if (isLost(error)) return new SaveFailure(platform.isOutdated() ? 'outdated' : 'lost', { cause: error });
    return error;
  };
  return async (call) => {
    try {
      return await bounded(call);
    } catch (error) {
      if (isFull(error) || !isLost(error) || platform.isOutdated()) throw named(error);
    }
    try {
      await bounded(platform.reopen);
      return await bounded(call);
    } catch (error) {
      throw named(error);
    }
  };
}
