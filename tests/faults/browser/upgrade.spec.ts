/** Fault 10 in a real browser: another window holds the database of an older release. */
import { expect, test, type Page } from '@playwright/test';
import { appTrouble } from '#client/messages/app-trouble.ts';

import { SAVED, numberFields, numbersPath, onHeadsPhone } from './bad-world.ts';

/** The database as an older release left it, held open by a window that does not let go. */
async function holdOlder(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const open = (name: string, version?: number, upgrade?: (db: IDBDatabase) => void) =>
      new Promise<IDBDatabase>((resolve, reject) => {
        const request = version === undefined ? indexedDB.open(name) : indexedDB.open(name, version);
        request.addEventListener('upgradeneeded', () => upgrade?.(request.result));
        request.addEventListener('success', () => resolve(request.result));
        request.addEventListener('error', () => reject(request.error ?? new Error('not opened')));
      });
    const name = (await indexedDB.databases())
      .map((database) => database.name ?? '')
      .find((found) => /^thidua-[0-9a-z]{10}$/.test(found));
    if (name === undefined) throw new Error('no profile here');
    const now = await open(name);
    const kept = ['meta', 'drafts', 'outbox', 'receipts', 'rows'];
    const tx = now.transaction(kept);
    const shapes = kept.map((table) => {
      const store = tx.objectStore(table);
      const indexes = [...store.indexNames].map((index) => {
        const { keyPath, multiEntry, unique } = store.index(index);
        return { index, keyPath, multiEntry, unique };
      });
      return { table, keyPath: store.keyPath, indexes };
    });
    const all = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve) => request.addEventListener('success', () => resolve(request.result)));
    const contents = await Promise.all(
      kept.map(async (table) => ({
        keys: await all(tx.objectStore(table).getAllKeys()),
        values: await all<unknown[]>(tx.objectStore(table).getAll()),
      })),
    );
    now.close();
    await new Promise((resolve) => indexedDB.deleteDatabase(name).addEventListener('success', resolve));
    const older = await open(name, 10, (db) => {
      for (const { table, keyPath, indexes } of shapes) {
        const store = db.createObjectStore(table, keyPath === null ? {} : { keyPath });
        for (const { index, keyPath: path, multiEntry, unique } of indexes)
          store.createIndex(index, path, { multiEntry, unique });
      }
    });
    const fill = older.transaction(kept, 'readwrite');
    contents.forEach(({ keys, values }, at) => {
      const { table, keyPath } = shapes[at] ?? { table: '', keyPath: null };
      values.forEach((value, row) =>
        keyPath === null ? fill.objectStore(table).put(value, keys[row]) : fill.objectStore(table).put(value),
      );
    });
    await new Promise((resolve) => fill.addEventListener('complete', resolve));
    // No listener for `versionchange`: it vetoes by doing nothing.
    Reflect.set(window, 'older', older);
  });
}

test('a window that holds the older database is named within ten seconds, and closing it is enough', () =>
  onHeadsPhone(async ({ page, bad, context }) => {
    await page.goto(`${bad.proxy.origin}${numbersPath}`);
    await numberFields(page).first().fill('7');
    await expect(page.getByText(SAVED)).toBeVisible();
    const holder = await context.newPage();
    await holder.goto(`${bad.proxy.origin}/icons/icon.svg`);
    await page.close();
    await holdOlder(holder);

    const again = await context.newPage();
    await again.goto(`${bad.proxy.origin}${numbersPath}`);
    await expect(again.getByText(appTrouble.blocked).first()).toBeVisible({ timeout: 12_000 });
    await holder.close();
    await expect(async () => {
      if (!(await numberFields(again).first().isVisible())) await again.reload();
      await expect(numberFields(again).first()).toHaveValue('7', { timeout: 3000 });
    }).toPass({ timeout: 30_000 });
  }));
