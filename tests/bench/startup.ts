/** Cold and warm start of a family's page beside a page with React alone, in the same run on the same machine. */
import type { Browser } from '@playwright/test';
import { serveBarePage } from './bare-page.ts';
import { firstFieldAt, openBrowser, slowDown, startServer, watchFirstField } from './browser.ts';
import { median, type Row } from './result.ts';

const COLD_RUNS = 3;
const WARM_RUNS = 5;

/** Nothing on the phone, 400 kbit/s, 400 ms, processor six times slower; no worker, as a first visit has none. */
async function cold(browser: Browser, url: string): Promise<number> {
  const context = await browser.newContext({ serviceWorkers: 'block' });
  try {
    await watchFirstField(context);
    const page = await context.newPage();
    await slowDown(context, page, true);
    await page.goto(url, { waitUntil: 'commit' });
    return await firstFieldAt(page);
  } finally {
    await context.close();
  }
}

/** Everything on the phone, no network at all, processor six times slower. */
async function warm(browser: Browser, url: string): Promise<number[]> {
  const context = await browser.newContext();
  try {
    await watchFirstField(context);
    const first = await context.newPage();
    await first.goto(url);
    await firstFieldAt(first);
    await first.locator('input').first().fill('4');
    await first.evaluate(async () => {
      await navigator.serviceWorker.ready;
    });
    await first.reload();
    await firstFieldAt(first);
    await first.waitForFunction(() => navigator.serviceWorker.controller?.state === 'activated');
    await first.close();
    await context.setOffline(true);
    const times: number[] = [];
    for (let run = 0; run < WARM_RUNS; run++) {
      const page = await context.newPage();
      await slowDown(context, page, false);
      await page.goto(url, { waitUntil: 'commit' });
      times.push(await firstFieldAt(page));
      await page.close();
    }
    return times;
  } finally {
    await context.close();
  }
}

export async function benchStartup(): Promise<Row[]> {
  const server = await startServer();
  const bare = await serveBarePage();
  const browser = await openBrowser();
  try {
    const url = server.link(/household slip/);
    const [ours, floor]: [number[], number[]] = [[], []];
    // Taken in turn, so that a slow moment of the machine falls on both.
    for (let run = 0; run < COLD_RUNS; run++) {
      ours.push(await cold(browser, url));
      floor.push(await cold(browser, bare.url));
    }
    const [coldOurs, coldBare] = [median(ours), median(floor)];
    const [warmOurs, warmBare] = [median(await warm(browser, url)), median(await warm(browser, bare.url))];
    const how = '400 kbit/s, 400 ms, processor ÷6';
    return [
      {
        name: 'start.cold',
        what: 'start: family form, cold to first field',
        value: coldOurs,
        unit: 'ms',
        note: how,
      },
      {
        name: 'start.coldBare',
        what: 'start: React alone, cold to first field',
        value: coldBare,
        unit: 'ms',
      },
      {
        name: 'start.coldRatio',
        what: 'start: cold, ours / React alone',
        value: coldOurs / coldBare,
        unit: '×',
      },
      {
        name: 'start.warm',
        what: 'start: family form, warm without a network',
        value: warmOurs,
        unit: 'ms',
        note: 'processor ÷6',
      },
      {
        name: 'start.warmBare',
        what: 'start: React alone, warm without a network',
        value: warmBare,
        unit: 'ms',
      },
      {
        name: 'start.warmRatio',
        what: 'start: warm, ours / React alone (budget 1,3)',
        value: warmOurs / warmBare,
        unit: '×',
      },
    ];
  } finally {
    await browser.close();
    await bare.close();
    await server.dispose();
  }
}
