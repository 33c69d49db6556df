/**
 * A profile's database that newer code wrote, or an upgrade holds: looked into without Dexie, which would change it. Only
 * what an export needs is read, and nothing is written.
 */
import { profileDbName } from '../profile-db.ts';
import type { Identity, OutboxRow, SyncState } from '../model.ts';

export interface Unopened {
  identity: Identity | undefined;
  /** What the commune has not answered for, in order of seq. */
  waiting: OutboxRow[];
}

const settled = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.addEventListener('success', () => resolve(request.result));
    request.addEventListener('error', () =>
      reject(request.error ?? new Error('the database cannot be read')),
    );
  });

function open(factory: IDBFactory, name: string): Promise<IDBDatabase> {
  // Without a version it opens as it is.
  const request = factory.open(name);
  // There was none: it must not begin to be.
  request.addEventListener('upgradeneeded', () => request.transaction?.abort());
  return settled(request);
}

/** Rejects when there is no such database or the browser does not give it to us. */
export async function readUnopened(factory: IDBFactory, profileId: string): Promise<Unopened> {
  const db = await open(factory, profileDbName(profileId));
  db.addEventListener('versionchange', () => db.close());
  try {
    const transaction = db.transaction(['meta', 'outbox'], 'readonly');
    const meta = transaction.objectStore('meta');
    const identity: IDBRequest<Identity | undefined> = meta.get('identity');
    const state: IDBRequest<SyncState | undefined> = meta.get('sync');
    const rows: IDBRequest<OutboxRow[]> = transaction.objectStore('outbox').getAll();
    const [key, standing, sealed] = await Promise.all([settled(identity), settled(state), settled(rows)]);
    return { identity: key, waiting: sealed.filter(({ seq }) => seq > (standing?.ackedSeq ?? 0)) };
  } finally {
    db.close();
  }
}
