/** Rows laid into the replica of the open profile, as an exchange would have left them. */
import type { Page } from '@playwright/test';

export interface LaidRow {
  entity: string;
  id: string;
  value: object;
  /** 0: the commune has none of that name, so that what is written here on it is taken. */
  rev?: number;
}

/** Beside a row of the office's own scope; seen after the next opening of a page. */
export const putRows = (page: Page, rows: readonly LaidRow[]): Promise<number> =>
  page.evaluate(async (laid) => {
    const done = <Result>(request: IDBRequest<Result>): Promise<Result> =>
      new Promise((resolve, reject) => {
        request.addEventListener('success', () => resolve(request.result));
        request.addEventListener('error', () => reject(request.error ?? new Error('no reason')));
      });
    let put = 0;
    for (const { name = '' } of await indexedDB.databases()) {
      const database = await done(indexedDB.open(name));
      if (database.objectStoreNames.contains('rows')) {
        const store = database.transaction('rows', 'readwrite').objectStore('rows');
        const [like] = await done(store.getAll(null, 1));
        if (like !== undefined)
          for (const row of laid) {
            store.put({ ...like, scope: 'office', rev: 1, ...row });
            put += 1;
          }
      }
      database.close();
    }
    return put;
  }, rows);
