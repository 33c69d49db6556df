/** The store contract on IndexedDB and in memory. */
import { createMemoryStore } from '#client/db/memory-store.ts';
import { openStore } from '#client/sync/open-store.ts';
import { storeContract } from './store-contract.ts';
import { createPhone } from './surroundings.ts';

const noNetwork = (): Promise<Response> => Promise.reject(new TypeError('no network'));

storeContract('memory', async () => createMemoryStore());
storeContract('indexeddb', async () => {
  const opened = await openStore('p1', createPhone(1).tab(noNetwork), {
    flush: () => Promise.resolve(),
    onOutdated: () => {},
    onBlocked: () => {},
  });
  if (opened.kind !== 'open') throw new Error(opened.kind);
  return opened.store;
});
