/**
 * While a shared phone asks who is there, nobody's engine runs: what a family left waiting when it handed the phone on
 * goes all the same, as long as the app is open.
 */
import { useEffect } from 'react';
import type { Pocket } from '#client/db/pocket.ts';
import { createBrowserEnvironment } from '#client/sync/browser-environment.ts';
import { syncEveryProfile } from '#client/sync/service-worker-sync.ts';

export function useSentForAll(pocket: Pocket, build: string, isNobodyIn: boolean): void {
  useEffect(() => {
    if (!isNobodyIn) return undefined;
    const environment = createBrowserEnvironment(build);
    const send = (): void => {
      syncEveryProfile({ environment, pocket, indexedDB, IDBKeyRange }).catch(environment.onError);
    };
    send();
    addEventListener('online', send);
    return () => removeEventListener('online', send);
  }, [pocket, build, isNobodyIn]);
}
