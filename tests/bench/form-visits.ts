/** One page with the form, visited as a phone would: for the first time over a slow line, and again without one. */
import type { Browser, BrowserContext, Page, Request } from '@playwright/test';
import { openPhone, slowDown } from './browser.ts';
import {
  FIELD,
  firstFieldAt,
  keysToPaint,
  SENTINEL,
  untilUsable,
  watchForm,
  type Way,
} from './form-watch.ts';

export interface FormPage extends Way {
  name: string;
  /** An address to begin at, with nothing on the phone. */
  first: () => Promise<string>;
  /** The address of the form, once it was begun at the first. */
  again: (first: string) => string;
}

/** All that was asked for before the first field could be typed into. */
export interface Fetched {
  /** Of the replies' bodies, as encoded. */
  bytes: number;
  requests: number;
}

export interface Cold extends Fetched {
  /** ms from the navigation until a key in the first field is kept; NaN: never. */
  usable: number;
  /** From that key until it is on disk, ms. */
  saved: number;
}

/** A browser's picture for its own tab is no part of a page. */
const isTabIcon = (request: Request): boolean => /^\/(icons\/|favicon)/.test(new URL(request.url()).pathname);

/** Listens from here on. @returns what to ask once the first field is there */
function watchFetched(page: Page): () => Promise<Fetched> {
  const asked: Request[] = [];
  page.on('request', (request) => {
    if (!isTabIcon(request)) asked.push(request);
  });
  return async () => {
    const until = await page.evaluate((at) => performance.timeOrigin + at, await firstFieldAt(page));
    const before = asked.filter((request) => request.timing().startTime <= until);
    const sizes = await Promise.all(before.map((request) => request.sizes()));
    return {
      bytes: sizes.reduce((sum, { responseBodySize }) => sum + responseBodySize, 0),
      requests: before.length,
    };
  };
}

/** Nothing on the phone, 400 kbit/s, 400 ms, processor six times slower; no worker, as a first visit has none. */
export async function visitCold(browser: Browser, form: FormPage): Promise<Cold> {
  const context = await openPhone(browser, { serviceWorkers: 'block' });
  try {
    await watchForm(context, form);
    const page = await context.newPage();
    const fetched = watchFetched(page);
    await slowDown(context, page, true);
    await page.goto(await form.first(), { waitUntil: 'commit' });
    const { usableAt, savedIn } = await untilUsable(page);
    return { usable: usableAt, saved: savedIn, ...(await fetched()) };
  } finally {
    await context.close();
  }
}

export interface Warm {
  usable: number;
  /** ms of each key. */
  keys: number[];
  /** MB of JavaScript objects alive after the load and the keys. */
  heap: number;
}

/** A phone on which the form was begun, its page kept by its worker, without a network from here on. */
export class WarmPhone {
  readonly #context: BrowserContext;
  readonly #url: string;
  /** At its first visit, over a line as fast as this machine's. */
  readonly fetched: Fetched;

  private constructor(context: BrowserContext, url: string, fetched: Fetched) {
    this.#context = context;
    this.#url = url;
    this.fetched = fetched;
  }

  static async begin(browser: Browser, form: FormPage): Promise<WarmPhone> {
    const context = await openPhone(browser);
    await watchForm(context, form);
    const page = await context.newPage();
    const first = await form.first();
    const askFetched = watchFetched(page);
    await page.goto(first);
    const { usableAt } = await untilUsable(page);
    const fetched = await askFetched();
    const url = form.again(first);
    await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
    await page.goto(url);
    await firstFieldAt(page);
    const kept = page.locator(FIELD).filter({ visible: true }).first();
    await page.waitForFunction(() => navigator.serviceWorker.controller?.state === 'activated');
    if (Number.isNaN(usableAt) || !(await isKept(page)))
      throw new Error(`${form.name} does not keep what was typed: “${await kept.inputValue()}”`);
    await page.close();
    await context.setOffline(true);
    return new WarmPhone(context, url, fetched);
  }

  async visit(keys: number): Promise<Warm> {
    const page = await this.#context.newPage();
    await slowDown(this.#context, page, false);
    await page.goto(this.#url, { waitUntil: 'commit' });
    const usable = await firstFieldAt(page);
    await page.waitForLoadState('networkidle');
    const painted = await keysToPaint(page, keys);
    const heap = await heapOf(page);
    await page.close();
    return { usable, keys: painted, heap };
  }

  close(): Promise<void> {
    return this.#context.close();
  }
}

/** What was typed is there after a reload; libraries put it back a moment after they have drawn. */
const isKept = (page: Page): Promise<boolean> =>
  page
    .waitForFunction(
      ([field, typed]) =>
        [...document.querySelectorAll<HTMLInputElement>(field)]
          .find((each) => each.offsetParent !== null)
          ?.value.startsWith(typed) === true,
      [FIELD, SENTINEL] as const,
      { timeout: 20_000 },
    )
    .then(
      () => true,
      () => false,
    );

async function heapOf(page: Page): Promise<number> {
  const session = await page.context().newCDPSession(page);
  await session.send('HeapProfiler.enable');
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  return usedSize / 1e6;
}
