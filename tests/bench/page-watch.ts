/** A page with a stopwatch in it: keys, long tasks, rows drawn, rows of its own database, memory. */
import type { CDPSession, Page } from '@playwright/test';

declare global {
  interface Window {
    /** Since it was last looked at, ms. */
    slowest?: { key: number; task: number; drawn: number };
  }
}

/** Runs in the page before anything else does. */
export function watchPage(): void {
  const slowest = { key: 0, task: 0, drawn: 0 };
  window.slowest = slowest;
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) slowest.task = Math.max(slowest.task, duration);
  }).observe({ type: 'longtask' });
  const events: PerformanceObserverInit & { durationThreshold: number } = {
    type: 'event',
    durationThreshold: 16,
  };
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) slowest.key = Math.max(slowest.key, duration);
  }).observe(events);
  new MutationObserver((changes) => {
    for (const { addedNodes } of changes)
      for (const node of addedNodes) slowest.drawn += Number(node.nodeName === 'TR');
  }).observe(document, { subtree: true, childList: true });
}

export interface Slowest {
  /** From a key or click until its frame, ms. */
  key: number;
  /** Longest the page's thread was held, ms. */
  task: number;
  /** Rows put into tables. */
  drawn: number;
}

/** What was slow while `act` ran and until the page had come to rest. */
export async function slowestOf(page: Page, act: () => Promise<unknown>): Promise<Slowest> {
  await page.evaluate(() => Object.assign(window.slowest ?? {}, { key: 0, task: 0, drawn: 0 }));
  await act();
  await page.waitForTimeout(700);
  return page.evaluate(() => ({ key: 0, task: 0, drawn: 0, ...window.slowest }));
}

/** Rows in the tab's own database. */
export const rowsHeld = (page: Page): Promise<number> =>
  page.evaluate(async () => {
    const named = (await indexedDB.databases()).find(
      ({ name }) => name !== undefined && /^thidua-[0-9a-z]{10}$/.test(name),
    );
    if (named?.name === undefined) return 0;
    const db = await new Promise<IDBDatabase>((resolve, reject) => {
      const opening = indexedDB.open(named.name ?? '');
      opening.onsuccess = () => resolve(opening.result);
      opening.onerror = () => reject(opening.error ?? new Error('not opened'));
    });
    try {
      if (!db.objectStoreNames.contains('rows')) return 0;
      return await new Promise<number>((resolve, reject) => {
        const counting = db.transaction('rows').objectStore('rows').count();
        counting.onsuccess = () => resolve(counting.result);
        counting.onerror = () => reject(counting.error ?? new Error('not counted'));
      });
    } finally {
      db.close();
    }
  });

/** MB of the page's own objects that are still reachable. */
export async function heapOf(session: CDPSession): Promise<number> {
  await session.send('HeapProfiler.collectGarbage');
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  return usedSize / 1e6;
}
