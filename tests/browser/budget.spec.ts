/**
 * The weight of the fill path, in encoded bytes as the server sends them (design §6). The service worker is blocked, so
 * that what the page itself needs is counted and not the precache; the page's HTML and every request count.
 *
 * "Before the first field is usable" is taken without a clock: every request the HTML does not name itself is held back
 * until an answer is on disk. What was fetched by then was enough, and is all that counts.
 */
import { expect, test, type Page, type Request } from '@playwright/test';
import { answerHousehold, consentAndSend, openFirstField } from './support/household-form.ts';
import { PHONE, says } from './support/browser.ts';
import { World } from './support/world.ts';

const PATH_BYTES = 160_000;
const PATH_REQUESTS = 8;
const FIRST_FIELD_BYTES = 90_000;

interface Fetched {
  path: string;
  bytes: number;
  isFirst: boolean;
}

const sum = (rows: readonly Fetched[]): number => rows.reduce((total, { bytes }) => total + bytes, 0);
const table = (rows: readonly Fetched[]): string =>
  [
    ...rows.map(
      ({ path, bytes, isFirst }) => `${String(bytes).padStart(8)}  ${isFirst ? 'first' : '     '}  ${path}`,
    ),
    `${String(sum(rows.filter(({ isFirst }) => isFirst))).padStart(8)}  before the first field is usable`,
    `${String(sum(rows)).padStart(8)}  in ${rows.length} requests`,
  ].join('\n');

/** Holds back what the HTML does not ask for by name. @returns lets all of it go */
async function holdTheRest(page: Page, origin: string): Promise<() => void> {
  const html = await (await page.request.get(`${origin}/p`, { headers: { accept: 'text/html' } })).text();
  const named = new Set([...html.matchAll(/(?:src|href)="(\/[^"]*)"/g)].map((match) => match[1] ?? ''));
  expect(named.size).toBeGreaterThan(1);
  let release = (): void => undefined;
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route('**/*', async (route) => {
    const { pathname } = new URL(route.request().url());
    if (pathname !== '/p' && !named.has(pathname)) await released;
    await route.continue();
  });
  return release;
}

/** A browser's picture for its own tab is no part of the page. */
const isTabIcon = (request: Request): boolean => new URL(request.url()).pathname.startsWith('/icons/');

async function fetchedBy(request: Request, isFirst: boolean): Promise<Fetched> {
  const { pathname } = new URL(request.url());
  const headers = (await request.response())?.headers() ?? {};
  const { responseBodySize: bytes } = await request.sizes();
  const isText = /javascript|css|html/.test(headers['content-type'] ?? '');
  // Brotli makes nothing smaller of a few dozen bytes.
  if (isText && bytes > 300) expect(headers['content-encoding'], pathname).toBe('br');
  return { path: pathname, bytes, isFirst };
}

test('the fill path stays within its bytes and requests', async ({ browser }) => {
  const world = await World.start();
  const context = await browser.newContext({ ...PHONE, serviceWorkers: 'block' });
  try {
    const page = await context.newPage();
    const release = await holdTheRest(page, world.origin);
    const asked: { request: Request; isFirst: boolean }[] = [];
    let isFirst = true;
    page.on('request', (request) => {
      if (!isTabIcon(request)) asked.push({ request, isFirst: false });
    });
    page.on('requestfinished', (request) => {
      const entry = asked.find((each) => each.request === request);
      if (entry) entry.isFirst = isFirst;
    });
    await page.goto(world.link('household'));
    await (await openFirstField(page)).fill('4');
    await expect(page.getByText(/Đã lưu trên máy này lúc/)).toBeVisible();
    isFirst = false;
    release();
    await answerHousehold(page);
    const askedBefore = asked.length;
    await consentAndSend(page);
    await expect(says(page, 'Xã đã nhận')).toBeVisible();

    await page.waitForLoadState('networkidle');
    const all = await Promise.all(asked.map(({ request, isFirst: first }) => fetchedBy(request, first)));
    // The path ends with the exchange that took the form; what its receipt is drawn with comes after, and later
    // exchanges look for news.
    const end = all.findIndex(({ path }, index) => index >= askedBefore && path === '/api/v1/sync') + 1;
    expect(end).toBeGreaterThan(askedBefore);
    const rows = all.slice(0, end);
    console.log(`\nfill path, encoded bytes\n${table(rows)}`);
    console.log(
      `after it: ${all
        .slice(end)
        .map(({ path, bytes }) => `${path} ${bytes}`)
        .join(', ')}`,
    );
    expect(rows.length).toBeGreaterThan(4);
    expect.soft(sum(rows.filter((row) => row.isFirst))).toBeLessThanOrEqual(FIRST_FIELD_BYTES);
    expect.soft(sum(rows)).toBeLessThanOrEqual(PATH_BYTES);
    expect.soft(rows.length).toBeLessThanOrEqual(PATH_REQUESTS);
  } finally {
    await context.close();
    await world.dispose();
  }
});
