/**
 * One writer an upload, whatever process it came to: tus locks over the store's own exclusion. A connection that died
 * half-way still holds its upload until its time-out; a newer one in this process makes it let go, one elsewhere is told
 * that the upload is locked.
 */
import type { Lock, Locker } from '@tus/server';
import type { Store } from '../store/store.ts';

/** How long a request waits for another to let go. */
export const LOCK_WAIT_MS = 3000;

/** Not a failure of ours: tus makes the reply of its own protocol from it. */
class UploadLockedError extends Error {
  override readonly name = 'UploadLockedError';
  readonly status_code = 423;
  readonly body = 'locked';
}

export function createTusLocker(store: Pick<Store, 'exclusive'>, waitMs: number): Locker {
  /** How to ask who holds an upload in this process to let go. */
  const holders = new Map<string, () => unknown>();

  const newLock = (uploadId: string): Lock => {
    let release: (() => void) | null = null;

    const acquire = (signal: AbortSignal, askToLetGo: () => unknown): Promise<void> =>
      new Promise((resolve, reject) => {
        let isGivenUp = false;
        const giveUp = (): void => {
          isGivenUp = true;
          clearTimeout(timer);
          reject(new UploadLockedError('the upload is being sent'));
        };
        const timer = setTimeout(giveUp, waitMs);
        signal.addEventListener('abort', giveUp, { once: true });
        const hold = async (): Promise<void> => {
          clearTimeout(timer);
          signal.removeEventListener('abort', giveUp);
          if (isGivenUp) return;
          holders.set(uploadId, askToLetGo);
          const released = new Promise<void>((free) => {
            release = free;
          });
          resolve();
          await released;
          holders.delete(uploadId);
        };
        store.exclusive(`upload ${uploadId}`, hold).catch((error: unknown) => {
          clearTimeout(timer);
          reject(error instanceof Error ? error : new Error('no lock', { cause: error }));
        });
      });

    return {
      lock: async (signal, askToLetGo) => {
        holders.get(uploadId)?.();
        await acquire(signal, askToLetGo);
      },
      unlock: () => {
        release?.();
        release = null;
        return Promise.resolve();
      },
    };
  };
  return { newLock };
}
