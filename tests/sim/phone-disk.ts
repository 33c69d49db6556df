/** What a phone keeps: one store a profile and the pocket beside them. Kept aside and put back whole, as disks are. */
import { IDBFactory } from 'fake-indexeddb';
import type { OpenedStore } from '#client/sync/open-store.ts';
import { createMemoryDisk, createMemoryTables, type MemoryDisk } from '#client/db/memory-store.ts';
import { createStore } from '#client/db/store-core.ts';
import { firstState } from '#client/db/sync-state.ts';
import type { BaseRow, Tables } from '#client/db/tables.ts';
import type { DraftRow, OutboxRow, PhotoRow, ReceiptRow, SyncState } from '#client/db/model.ts';
import { emptyPocket, type PocketHeld } from './pocket.ts';

/** What one profile's store holds, for the checks: not to be changed. */
export interface DiskView {
  deviceId: string | undefined;
  state: SyncState;
  drafts: DraftRow[];
  outbox: OutboxRow[];
  receipts: ReceiptRow[];
  rows: BaseRow[];
  photos: PhotoRow[];
  /** Of the bytes that are there. */
  photoKeys: ReadonlySet<string>;
}

export interface DiskCopy {
  profiles: ReadonlyMap<string, MemoryDisk['held']>;
  pocket: PocketHeld;
}

export interface PhoneDisk {
  pocket: PocketHeld;
  indexedDB: IDBFactory;
  /** `open` is the platform's own way; `around` wraps the tables in memory. */
  store(
    profileId: string,
    around: (tables: Tables) => Tables,
    open: () => Promise<OpenedStore>,
  ): Promise<
    (Extract<OpenedStore, { kind: 'open' }> & { tables: Tables }) | Exclude<OpenedStore, { kind: 'open' }>
  >;
  view(profileId: string): Promise<DiskView>;
  copy(): Promise<DiskCopy>;
  put(copy: DiskCopy): Promise<void>;
}

const viewOf = (held: MemoryDisk['held']): DiskView => ({
  deviceId: held.identity?.deviceId,
  state: { ...firstState, ...held.syncState },
  drafts: [...held.drafts.values()],
  outbox: [...held.outbox.values()].toSorted((a, b) => a.seq - b.seq),
  receipts: [...held.receipts.values()],
  rows: [...held.rows.values()],
  photos: [...held.photos.values()],
  photoKeys: new Set(held.photoBytes.keys()),
});

export function createMemoryPhoneDisk(): PhoneDisk {
  let disks = new Map<string, { disk: MemoryDisk; tables: Tables }>();
  const open = (profileId: string, held?: MemoryDisk['held']): { disk: MemoryDisk; tables: Tables } => {
    const known = disks.get(profileId);
    if (known !== undefined) return known;
    const disk = held === undefined ? createMemoryDisk() : { held };
    const made = { disk, tables: createMemoryTables(disk) };
    disks.set(profileId, made);
    return made;
  };
  const phone: PhoneDisk = {
    pocket: emptyPocket,
    indexedDB: new IDBFactory(),
    store: async (profileId, around) => {
      const { tables } = open(profileId);
      return { kind: 'open', store: createStore(around(tables)), close: () => {}, tables };
    },
    view: async (profileId) => viewOf(open(profileId).disk.held),
    copy: async () => ({
      profiles: new Map([...disks].map(([id, { disk }]) => [id, disk.held])),
      pocket: phone.pocket,
    }),
    async put(copy) {
      disks = new Map();
      for (const [id, held] of copy.profiles) open(id, held);
      phone.pocket = copy.pocket;
    },
  };
  return phone;
}
