/** What people left behind on this phone, sealed, goes to the commune whenever the app is open with a network. */
import { useEffect } from 'react';
import { createLockStore } from '#client/db/lock-store.ts';
import { createBrowserEnvironment } from '#client/sync/browser-environment.ts';

export function useLeftSent(build: string): void {
  useEffect(() => {
    const store = createLockStore(indexedDB);
    const environment = createBrowserEnvironment(build);
    const send = async (): Promise<void> => {
      if ((await store.alone()).length === 0) return;
      await (await import('#client/lock/send-left.ts')).sendEveryLeft(store, environment);
    };
    const sending = (): void => {
      send().catch(environment.onError);
    };
    sending();
    addEventListener('online', sending);
    return () => removeEventListener('online', sending);
  }, [build]);
}
