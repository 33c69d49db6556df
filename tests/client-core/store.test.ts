/** The store contract on IndexedDB and in memory. */
import { createMemoryStore } from '#client/db/memory-store.ts';
import type { EngineStore } from '#client/db/engine-store.ts';
import { openStore, quietHooks } from '#client/sync/open-store.ts';
import { batchContract } from './batch-contract.ts';
import { photoContract } from './photo-contract.ts';
import { standingContract } from './standing-contract.ts';
import { storeContract } from './store-contract.ts';
import { createPhone } from './surroundings.ts';

const noNetwork = (): Promise<Response> => Promise.reject(new TypeError('no network'));

const inMemory = async (): Promise<EngineStore> => createMemoryStore();
async function onDisk(): Promise<EngineStore> {
  const opened = await openStore('p1', createPhone(1).tab(noNetwork), quietHooks);
  if (opened.kind !== 'open') throw new Error(opened.kind);
  return opened.store;
}

for (const contract of [storeContract, standingContract, photoContract, batchContract]) {
  contract('memory', inMemory);
  contract('indexeddb', onDisk);
}
