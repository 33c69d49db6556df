/**
 * The officer's tab with a full commune in it, in a real Chromium: until a key pressed is drawn, the longest time the
 * page does not answer, and what it holds in memory after coming, and after an hour's worth of going about.
 */
import type { BrowserContext, Page } from '@playwright/test';
import { enrolWords } from '#client/messages/enrol.ts';
import { HOUSEHOLDS_TAB } from '#client/features/office/places/paths.ts';
import { LIST_PATH, PROGRESS_PATH } from '#client/features/office/paths.ts';
import { TRUST_PATH } from '#client/features/office/trust/paths.ts';
import { officeHelp } from '#client/messages/office-help.ts';
import { linkOf } from '#server/links.ts';
import { SigningDevice } from '../support/signing-device.ts';
import { openBrowser } from './browser.ts';
import { issuedFor, LINK_MS, secretOf, type Commune } from './commune.ts';
import { heapOf, rowsHeld, slowestOf, watchPage } from './page-watch.ts';
import { median, type Row } from './result.ts';
import { serveSite } from './site.ts';

const DESK = { viewport: { width: 1366, height: 768 }, locale: 'vi-VN', timezoneId: 'Asia/Ho_Chi_Minh' };
const TYPED = 'nguyen van h';
/** Faster than most type. */
const KEY_MS = 120;
const ROUNDS = 12;
/** Until what was read and derived again has come to rest. */
const REST_MS = 3_000;
const PULL_TIMEOUT_MS = 15 * 60_000;

const search = (page: Page) => page.getByRole('searchbox').first();

async function typeAndClear(page: Page): Promise<void> {
  await search(page).click();
  await page.keyboard.type(TYPED, { delay: KEY_MS });
  await page.keyboard.press('Control+A');
  await page.keyboard.press('Delete');
}

/** Within the app, as a click in the rail goes: nothing is loaded anew. */
async function goTo(page: Page, path: string): Promise<void> {
  await page.evaluate((to) => {
    history.pushState(null, '', to);
  }, path);
}

async function openList(page: Page): Promise<void> {
  await goTo(page, LIST_PATH);
  await page.locator('tr[data-row]').first().waitFor({ timeout: 180_000 });
}
async function openHouseholds(page: Page): Promise<void> {
  await goTo(page, HOUSEHOLDS_TAB);
  await page.locator('tr[data-row][data-index]').first().waitFor({ timeout: 180_000 });
}
async function openProgress(page: Page): Promise<void> {
  await goTo(page, PROGRESS_PATH);
  await page.getByRole('combobox').first().waitFor({ timeout: 180_000 });
}
const chooseEach = async (page: Page): Promise<void> => {
  const choice = page.getByRole('combobox').first();
  const count = await choice.getByRole('option').count();
  for (const at of [1, 2, count - 1, 0]) {
    await choice.focus();
    await choice.selectOption({ index: at });
    await page.waitForTimeout(KEY_MS);
  }
};
const scroll = async (page: Page): Promise<void> => {
  for (const by of [1500, 30_000, 200_000, -100_000, -200_000]) {
    await page.mouse.wheel(0, by);
    await page.waitForTimeout(KEY_MS);
  }
};

/** What an officer does in some minutes: through the screens, searching, sorting, opening and going back. */
async function goAbout(page: Page): Promise<void> {
  await openList(page);
  await typeAndClear(page);
  await scroll(page);
  await page.locator('tr[data-row] a').first().click();
  await page.waitForURL(/ra-soat\/[0-9a-f-]{36}/);
  await page.waitForTimeout(500);
  await openProgress(page);
  await chooseEach(page);
  await openHouseholds(page);
  await typeAndClear(page);
  await scroll(page);
}

/** Another family comes into the commune; the tab hears of it. */
async function changeElsewhere(commune: Commune, page: Page, hamletId: string, held: number): Promise<void> {
  const other = await SigningDevice.make();
  const code = await commune.core.createEnrolCode({ role: 'officer', ttlMs: LINK_MS });
  await other.enrol(commune.door, secretOf(code));
  const id = other.newId();
  const value = { id, hamletId, householder: 'Nguyễn Văn Mới' };
  const put = other.seal({ kind: 'record.put', args: { entity: 'household', id, value, baseRev: 0 } });
  await other.exchange(commune.door, [put]);
  await page.evaluate(() => window.dispatchEvent(new Event('online')));
  for (let turn = 0; turn < 600 && (await rowsHeld(page)) <= held; turn++) await page.waitForTimeout(100);
}

async function openDesk(commune: Commune, context: BrowserContext, origin: string): Promise<Page> {
  await context.addInitScript(watchPage);
  const page = await context.newPage();
  const code = await commune.core.createEnrolCode({ role: 'officer', ttlMs: LINK_MS });
  await page.goto(linkOf(origin, issuedFor(code)));
  await page.getByRole('button', { name: enrolWords.button, exact: true }).click();
  // The whole commune comes before the page lets one in.
  await page.getByRole('button', { name: enrolWords.go, exact: true }).click({ timeout: PULL_TIMEOUT_MS });
  await page
    .locator('h1')
    .filter({ hasText: new RegExp(`^${officeHelp.rail.today}, `) })
    .waitFor({ timeout: 300_000 });
  return page;
}

/** Rows of figures, named `office.tab.…`. */
function figures() {
  const rows: Row[] = [];
  const add =
    (unit: Row['unit']) =>
    (name: string, what: string, value: number, atMost?: number): void => {
      // It takes minutes: one sees that it goes on.
      console.error(`    ${what}: ${value.toFixed(1)} ${unit}`);
      rows.push({
        name: `office.tab.${name}`,
        what: `office tab: ${what}`,
        value,
        unit,
        ...(atMost !== undefined && { budget: { atMost } }),
      });
    };
  return { rows, ms: add('ms'), mb: add('MB'), count: add('rows') };
}
type Figures = ReturnType<typeof figures>;

/** Keys, filters and scrolling, screen by screen. */
async function atWork(page: Page, { ms }: Figures): Promise<void> {
  await openList(page);
  const typed = await slowestOf(page, () => typeAndClear(page));
  ms('search', 'a key in the search of Rà soát, until it is drawn', typed.key, 100);
  const filtered = await slowestOf(page, () => chooseEach(page));
  ms('filter', 'a filter of Rà soát, longest task', filtered.task, 100);
  const scrolled = await slowestOf(page, () => scroll(page));
  ms('scroll', 'scrolling through Rà soát, longest task', scrolled.task, 100);
  await openHouseholds(page);
  const found = await slowestOf(page, () => typeAndClear(page));
  ms('places', 'a key in the search of the families, longest', Math.max(found.key, found.task), 100);
  await openProgress(page);
  const shown = await slowestOf(page, () => chooseEach(page));
  ms('progress', 'another series of Tiến độ, longest task', shown.task, 100);
}

async function photosCompared(page: Page, { ms }: Figures): Promise<void> {
  await goTo(page, TRUST_PATH);
  const startedAt = performance.now();
  const { task } = await slowestOf(page, () =>
    page.getByText(/Đã so [\d.]+ ảnh/).waitFor({ timeout: 300_000 }),
  );
  ms('photos', '3.000 photos compared with each other, beside the work', performance.now() - startedAt);
  ms('photosTask', 'opening Kiểm tra lại and comparing, longest task', task);
}

async function oneChange(commune: Commune, page: Page, { ms, count }: Figures): Promise<void> {
  await openList(page);
  const hamletId = await page
    .locator('select option')
    .evaluateAll((all) => all.map((each) => each.getAttribute('value') ?? '').find((id) => id.length === 36));
  const held = await rowsHeld(page);
  const seen = await slowestOf(page, () => changeElsewhere(commune, page, hamletId ?? '', held));
  ms('change', 'a change from elsewhere while Rà soát is open, longest task', seen.task);
  count('changeRows', 'rows of the list drawn anew for it', seen.drawn, 60);
}

/** @param rows how many there are to come */
export async function benchOfficeTab(commune: Commune, rows: number): Promise<Row[]> {
  const browser = await openBrowser();
  const site = await serveSite(commune.fetch);
  const context = await browser.newContext(DESK);
  const told = figures();
  try {
    const since = performance.now();
    const page = await openDesk(commune, context, site.origin);
    const session = await context.newCDPSession(page);
    while ((await rowsHeld(page)) < rows) {
      if (performance.now() - since > PULL_TIMEOUT_MS)
        throw new Error(`${await rowsHeld(page)} of ${rows} rows`);
      await page.waitForTimeout(250);
    }
    told.ms('pull', `from the link until all ${rows} rows are in the browser`, performance.now() - since);
    await page.waitForTimeout(REST_MS);
    told.mb('heap', 'memory after the first pull', await heapOf(session), 250);
    await atWork(page, told);
    await photosCompared(page, told);
    await oneChange(commune, page, told);
    const heaps: number[] = [];
    for (let round = 0; round < ROUNDS; round++) {
      await goAbout(page);
      heaps.push(await heapOf(session));
    }
    const early = median(heaps.slice(0, ROUNDS / 2));
    const late = median(heaps.slice(ROUNDS / 2));
    told.mb(
      'heapLate',
      `memory after ${ROUNDS} rounds of search, scroll, open, back`,
      heaps.at(-1) ?? 0,
      250,
    );
    told.mb('heapGrowth', 'of these, the later half beside the earlier', late - early, 10);
    return told.rows;
  } finally {
    await context.close();
    await site.close();
    await browser.close();
  }
}
