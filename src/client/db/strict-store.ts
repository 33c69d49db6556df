import { promisifyRequest, type UseStore } from 'idb-keyval';

/**
 * A database of one table for `idb-keyval`. Its own leaves durability to the browser, and keeps the database from being
 * deleted; a person is told "saved" only when it is on disk, and what leaves a phone leaves it at once.
 */
export function strictStore(factory: IDBFactory, name: string, table: string): UseStore {
  let opening: Promise<IDBDatabase> | undefined;
  const open = (): Promise<IDBDatabase> => {
    const request = factory.open(name);
    request.addEventListener('upgradeneeded', () => request.result.createObjectStore(table));
    const database = promisifyRequest(request);
    const forget = (): void => {
      opening = undefined;
    };
    database.then((db) => {
      db.addEventListener('close', forget);
      db.addEventListener('versionchange', () => {
        db.close();
        forget();
      });
    }, forget);
    return database;
  };
  return async (mode, callback) => {
    opening ??= open();
    const database = await opening;
    return callback(database.transaction(table, mode, { durability: 'strict' }).objectStore(table));
  };
}
