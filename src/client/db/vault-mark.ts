/**
 * How a database says that its rows are sealed: as one that only newer code may write. Whatever opens it without the key
 * (the worker, another tab, an older build) leaves it alone.
 */
import { profileDbName } from './profile-db.ts';

export const SEALED_FLOOR = { minReader: 1_000_000, minWriter: 1_000_000 } as const;

const settled = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.addEventListener('success', () => resolve(request.result));
    request.addEventListener('error', () => reject(request.error ?? new Error('not readable')));
  });

/** False also where there is no such database, which does not begin to be by it. */
export async function isSealed(factory: IDBFactory, profileId: string): Promise<boolean> {
  const opening = factory.open(profileDbName(profileId));
  let isNew = false;
  opening.addEventListener('upgradeneeded', () => {
    isNew = true;
    opening.transaction?.abort();
  });
  let db: IDBDatabase;
  try {
    db = await settled(opening);
  } catch (error) {
    if (isNew) return false;
    throw error;
  }
  db.addEventListener('versionchange', () => db.close());
  try {
    const meta = db.transaction(['meta'], 'readonly').objectStore('meta');
    const floor: unknown = await settled(meta.get('schemaFloor'));
    return (
      typeof floor === 'object' &&
      floor !== null &&
      'minWriter' in floor &&
      floor.minWriter === SEALED_FLOOR.minWriter
    );
  } finally {
    db.close();
  }
}
