/** A phone whose disk a test can copy, put back, or give to another phone. */
import { createMemoryDisk, createMemoryTables, type MemoryDisk } from '#client/db/memory-store.ts';
import type { EngineStore } from '#client/db/engine-store.ts';
import { createStore } from '#client/db/store-core.ts';
import type { Environment } from '#client/sync/environment.ts';
import type { Surroundings } from '#client/sync/open-store.ts';
import { createPhone, type Phone } from './surroundings.ts';

export interface DiskPhone {
  phone: Phone;
  tab: Surroundings;
  /** The profile's store, for looking into. */
  store(profileId: string): EngineStore;
  /** Everything as it is now; given to {@link DiskPhone.putBack} it is the disk's state again. */
  copy(): Map<string, MemoryDisk['held']>;
  putBack(copied: Map<string, MemoryDisk['held']>): void;
}

export function createDiskPhone(
  seed: number,
  fetch: Environment['fetch'],
  over: Partial<Environment> = {},
): DiskPhone {
  const phone = createPhone(seed);
  const disks = new Map<string, { disk: MemoryDisk; store: EngineStore }>();
  /** One for every tab, so that its transactions follow each other as on a real disk. */
  const diskOf = (profileId: string): { disk: MemoryDisk; store: EngineStore } => {
    const made = createMemoryDisk();
    const kept = disks.get(profileId) ?? { disk: made, store: createStore(createMemoryTables(made)) };
    disks.set(profileId, kept);
    return kept;
  };
  const store = (profileId: string): EngineStore => diskOf(profileId).store;
  return {
    phone,
    tab: {
      ...phone.tab(fetch, over),
      openStore: async (id) => ({ kind: 'open', store: store(id), close: () => {} }),
    },
    store,
    copy: () => new Map([...disks].map(([id, { disk }]) => [id, disk.held])),
    putBack(copied) {
      for (const [id, held] of copied) diskOf(id).disk.held = held;
    },
  };
}
