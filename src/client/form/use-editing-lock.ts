/**
 * While words are not on disk, this tab holds the shared lock that keeps an update from reloading any tab
 * (`pwa/updater.ts` wants it alone).
 */
import { useEffect } from 'react';
import { EDITING_LOCK } from './editing-lock.ts';

export function useEditingLock(dirty: boolean): void {
  useEffect(() => {
    if (!dirty || !('locks' in navigator)) return undefined;
    const done = new AbortController();
    let release = (): void => done.abort();
    const held = new Promise<void>((resolve) => {
      release = () => {
        done.abort();
        resolve();
      };
    });
    navigator.locks
      .request(EDITING_LOCK, { mode: 'shared', signal: done.signal }, () => held)
      .catch((error: unknown) => {
        // Aborted before it was granted: the words were saved meanwhile.
        if (!done.signal.aborted) throw error;
      });
    return () => release();
  }, [dirty]);
}
