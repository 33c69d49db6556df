/** Holds and releases the writing of drafts in a page: the moment between a keystroke and its place on disk, made long. */
import type { Page } from '@playwright/test';

/** From now on no put reaches IndexedDB in this page until {@link releaseSaves}. */
export const holdSaves = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const { prototype } = IDBObjectStore;
    const { put } = prototype;
    const held: (() => void)[] = [];
    prototype.put = function hold(this: IDBObjectStore, ...args: Parameters<typeof put>) {
      // The transaction stays open on a read that is asked again and again, so the put comes late and does not fail.
      const request = this.get(IDBKeyRange.only('giu-cho'));
      let isHeld = true;
      held.push(() => {
        isHeld = false;
      });
      const turn = () => {
        if (isHeld) this.get(IDBKeyRange.only('giu-cho')).addEventListener('success', turn);
        else put.apply(this, args);
      };
      request.addEventListener('success', turn);
      return request;
    };
    Reflect.set(window, 'releaseSaves', () => {
      prototype.put = put;
      for (const release of held) release();
    });
  });

export const releaseSaves = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const release: unknown = Reflect.get(window, 'releaseSaves');
    if (typeof release === 'function') release();
  });
