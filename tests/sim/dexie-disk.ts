/** The phone's disk as browsers have it: the production store on IndexedDB, looked into and copied beside Dexie. */
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { openProfileDb, profileDbName } from '#client/db/profile-db.ts';
import { firstState } from '#client/db/sync-state.ts';
import type { BaseRow } from '#client/db/tables.ts';
import type { DraftRow, Identity, OutboxRow, PhotoRow, ReceiptRow, SyncState } from '#client/db/model.ts';
import type { DiskCopy, DiskView, PhoneDisk } from './phone-disk.ts';
import { emptyPocket } from './pocket.ts';

interface Tables {
  drafts: DraftRow;
  outbox: OutboxRow;
  receipts: ReceiptRow;
  rows: BaseRow;
  photos: PhotoRow;
}

const settled = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.addEventListener('success', () => resolve(request.result));
    request.addEventListener('error', () => reject(request.error ?? new Error('not read')));
  });

const connect = (factory: IDBFactory, profileId: string): Promise<IDBDatabase> =>
  settled(factory.open(profileDbName(profileId)));

/** Everything the checks look at, as it is at one moment. */
async function look(db: IDBDatabase): Promise<DiskView> {
  const transaction = db.transaction(
    ['meta', 'drafts', 'outbox', 'receipts', 'rows', 'photos', 'photoBytes'],
    'readonly',
  );
  const all = <Name extends keyof Tables>(name: Name): Promise<Tables[Name][]> =>
    settled(transaction.objectStore(name).getAll());
  const meta = transaction.objectStore('meta');
  const identity: IDBRequest<Identity | undefined> = meta.get('identity');
  const standing: IDBRequest<Partial<SyncState> | undefined> = meta.get('sync');
  const [key, state, drafts, outbox, receipts, rows, photos, keys] = await Promise.all([
    settled(identity),
    settled(standing),
    all('drafts'),
    all('outbox'),
    all('receipts'),
    all('rows'),
    all('photos'),
    settled(transaction.objectStore('photoBytes').getAllKeys()),
  ]);
  return {
    deviceId: key?.deviceId,
    state: { ...firstState, ...state },
    drafts,
    outbox: outbox.toSorted((a, b) => a.seq - b.seq),
    receipts,
    rows,
    photos,
    photoKeys: new Set(keys.map(String)),
  };
}

type Dump = Map<string, [IDBValidKey, unknown][]>;

async function dump(factory: IDBFactory, profileId: string): Promise<Dump> {
  const db = await connect(factory, profileId);
  const names = [...db.objectStoreNames];
  const out: Dump = new Map();
  const transaction = db.transaction(names, 'readonly');
  for (const name of names) {
    const store = transaction.objectStore(name);
    const [keys, values] = await Promise.all([
      settled(store.getAllKeys()),
      settled<unknown[]>(store.getAll()),
    ]);
    out.set(
      name,
      keys.map((key, index) => [key, values[index]]),
    );
  }
  db.close();
  return out;
}

async function restore(factory: IDBFactory, profileId: string, rows: Dump): Promise<void> {
  const platform = { indexedDB: factory, IDBKeyRange, after: () => () => {} };
  const hooks = { flush: () => Promise.resolve(), onOutdated: () => {}, onBlocked: () => {} };
  const opened = await openProfileDb(profileId, platform, hooks);
  if (opened.kind !== 'open') throw new Error(opened.kind);
  opened.db.close({ disableAutoOpen: true });
  const db = await connect(factory, profileId);
  const transaction = db.transaction([...rows.keys()], 'readwrite');
  for (const [name, pairs] of rows) {
    const store = transaction.objectStore(name);
    for (const [key, value] of pairs) store.put(value, ...(store.keyPath === null ? [key] : []));
  }
  await new Promise<void>((resolve, reject) => {
    transaction.addEventListener('complete', () => resolve());
    transaction.addEventListener('abort', () => reject(transaction.error ?? new Error('not written')));
  });
  db.close();
}

const dumps = new WeakMap<DiskCopy, ReadonlyMap<string, Dump>>();

export function createDexiePhoneDisk(): PhoneDisk {
  let profiles = new Set<string>();
  let readers = new Map<string, Promise<IDBDatabase>>();
  const disk: PhoneDisk = {
    pocket: emptyPocket,
    indexedDB: new IDBFactory(),
    async store(profileId, _around, open) {
      profiles.add(profileId);
      const opened = await open();
      return opened.kind === 'open' ? { ...opened, tables: opened.store.tables } : opened;
    },
    async view(profileId) {
      const reader = readers.get(profileId) ?? connect(disk.indexedDB, profileId);
      readers.set(profileId, reader);
      return look(await reader);
    },
    async copy() {
      const copy: DiskCopy = { profiles: new Map(), pocket: disk.pocket };
      const all = new Map<string, Dump>();
      for (const id of profiles) all.set(id, await dump(disk.indexedDB, id));
      dumps.set(copy, all);
      return copy;
    },
    async put(copy) {
      for (const reader of readers.values()) (await reader).close();
      readers = new Map();
      profiles = new Set();
      disk.indexedDB = new IDBFactory();
      disk.pocket = copy.pocket;
      for (const [id, rows] of dumps.get(copy) ?? []) {
        profiles.add(id);
        await restore(disk.indexedDB, id, rows);
      }
    },
  };
  return disk;
}
