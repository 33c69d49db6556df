/** The write of a draft, in Chromium: from the transaction to its completion, against a bare strict put of the same row. */
import type { Page } from '@playwright/test';
import { enrolWords } from '#client/messages/enrol.ts';
import { openBrowser, startServer } from './browser.ts';
import { median, type Row } from './result.ts';

const SAVES = 20;

/** Notes how long each transaction that put a draft took, in ms; keeps the last row that was put. */
async function watchDrafts(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const took: number[] = [];
    const kept: { took: number[]; row?: unknown } = { took };
    Reflect.set(window, 'drafts', kept);
    const started = new WeakMap<IDBTransaction, number>();
    const { transaction } = IDBDatabase.prototype;
    IDBDatabase.prototype.transaction = function begin(...args) {
      const at = performance.now();
      const begun = transaction.apply(this, args);
      started.set(begun, at);
      return begun;
    };
    const { put } = IDBObjectStore.prototype;
    IDBObjectStore.prototype.put = function note(...args) {
      const at = started.get(this.transaction);
      if (this.name === 'drafts' && at !== undefined) {
        kept.row = args[0];
        this.transaction.addEventListener('complete', () => took.push(performance.now() - at));
      }
      return put.apply(this, args);
    };
  });
}

const savedMoreThan = (before: number): boolean => {
  const drafts: unknown = Reflect.get(window, 'drafts');
  return (
    drafts instanceof Object && 'took' in drafts && Array.isArray(drafts.took) && drafts.took.length > before
  );
};

/** As many bare strict puts of the row the app put last. */
const putBare = async (saves: number): Promise<{ ours: number[]; bare: number[] }> => {
  const drafts: unknown = Reflect.get(window, 'drafts');
  if (!(drafts instanceof Object && 'row' in drafts && 'took' in drafts && Array.isArray(drafts.took))) {
    throw new Error('no draft was put');
  }
  const opening = indexedDB.open('bare-bench', 1);
  opening.addEventListener('upgradeneeded', () =>
    opening.result.createObjectStore('rows', { keyPath: 'id' }),
  );
  await new Promise((resolve) => opening.addEventListener('success', resolve));
  const bare: number[] = [];
  for (let save = 0; save < saves; save++) {
    const at = performance.now();
    const transaction = opening.result.transaction('rows', 'readwrite', { durability: 'strict' });
    transaction.objectStore('rows').put(drafts.row);
    await new Promise((resolve) => transaction.addEventListener('complete', resolve));
    bare.push(performance.now() - at);
  }
  opening.result.close();
  return { ours: drafts.took.map(Number), bare };
};

export async function benchDraftSave(): Promise<Row[]> {
  const server = await startServer();
  const browser = await openBrowser();
  try {
    const page = await (await browser.newContext()).newPage();
    await watchDrafts(page);
    await page.goto(server.link(/hamlet-head/));
    await page.getByRole('button', { name: enrolWords.button, exact: true }).click();
    await page
      .getByText(enrolWords.doneTitle)
      .or(page.locator('h1', { hasText: /^Xóm / }))
      .first()
      .waitFor();
    await page.goto(`${server.origin}/xom/phieu?nhom=A2`);
    const field = page.getByRole('main').getByRole('textbox').first();
    for (let save = 0; save < SAVES; save++) {
      await field.fill(String(save + 1));
      await page.waitForFunction(savedMoreThan, save);
    }
    const { ours, bare } = await page.evaluate(putBare, SAVES);
    const [ourMs, bareMs] = [median(ours), median(bare)];
    return [
      {
        name: 'draft.save',
        what: 'draft: one save, transaction to completion',
        value: ourMs,
        unit: 'ms',
        note: `median of ${ours.length}`,
      },
      {
        name: 'draft.bare',
        what: 'draft: IndexedDB alone, strict put of the same row',
        value: bareMs,
        unit: 'ms',
      },
      {
        name: 'draft.ratio',
        what: 'draft: ours / IndexedDB alone',
        value: ourMs / bareMs,
        unit: '×',
        budget: { atMost: 1.3 },
      },
    ];
  } finally {
    await browser.close();
    await server.dispose();
  }
}
