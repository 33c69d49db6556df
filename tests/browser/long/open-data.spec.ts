/**
 * Open data from the office's press to a stranger's machine: released on the screen, taken without an account, read by its
 * own dictionary; a second release after one more form leaves the first as it was and tells of no single family.
 */
import { readFileSync } from 'node:fs';
import { expect, test, type Browser, type Page } from '@playwright/test';
import papaparse from 'papaparse';
import { boardWords } from '#domain/board/words.ts';
import { tableIds, type TableId } from '#domain/open-data/table-ids.ts';
import { tableWords } from '#domain/open-data/words.ts';
import { BOARD_PATH, OPEN_DATA_PATH, openDocumentSchema } from '#protocol/open-data.ts';
import { fill } from '#client/messages/fill.ts';
import { openDataWords as words } from '#client/messages/office-open-data.ts';
import { SYNC } from '../support/award-groups.ts';
import { firstTab, openProfile, watch } from '../support/browser.ts';
import { guidePicture } from '../support/guide-picture.ts';
import { answerHousehold, consentAndSend } from '../support/household-form.ts';
import { inspect } from '../support/inspect.ts';
import { openOffice } from '../support/officer.ts';
import { World } from '../support/world.ts';

test.use({ actionTimeout: 15_000 });
test.setTimeout(300_000);

const NOTE = 'Số liệu đến hết ngày hôm nay';

async function release(page: Page, number: number, note: string): Promise<void> {
  await page.getByRole('button', { name: fill(words.next.release, { n: number }), exact: true }).click();
  const dialog = page.getByRole('dialog', { name: fill(words.dialog.title, { n: number }) });
  await dialog.getByLabel(words.dialog.note).fill(note);
  await dialog.getByRole('button', { name: words.dialog.confirm, exact: true }).click();
  await expect(dialog).toHaveCount(0);
  // The commune has made it: only then are there addresses.
  const line = page
    .getByRole('listitem')
    .filter({ hasText: fill(words.list.release, { n: number, when: '' }) });
  await expect(line.getByRole('link', { name: words.list.whole })).toBeVisible(SYNC);
}

interface Taken {
  json: string;
  csv: Map<TableId, string>;
}

/** By the public board's own links, with no cookie and no account. */
async function takeAsStranger(browser: Browser, origin: string, number: number): Promise<Taken> {
  const context = await browser.newContext();
  try {
    const page = await context.newPage();
    await page.goto(`${origin}${BOARD_PATH}`);
    const csv = new Map<TableId, string>();
    for (const id of tableIds) {
      const link = page.locator(`a[href="${OPEN_DATA_PATH}/${number}/${id}.csv"]`);
      await expect(link).toHaveText(`${tableWords.of[id].title} (CSV)`);
      const [file] = await Promise.all([page.waitForEvent('download'), link.click()]);
      expect(file.suggestedFilename()).toBe(`ban-${number}-${id}.csv`);
      csv.set(id, readFileSync(await file.path(), 'utf8'));
    }
    const whole = await context.request.get(`${origin}${OPEN_DATA_PATH}/${number}`);
    expect(whole.headers()['content-type']).toContain('application/json');
    expect(await context.cookies()).toEqual([]);
    return { json: await whole.text(), csv };
  } finally {
    await context.close();
  }
}

const rowsOf = (csv: string): string[][] =>
  papaparse.parse<string[]>(csv.replace(/^\uFEFF/, ''), { skipEmptyLines: true }).data;
const asText = (cell: string | number | null): string => (cell === null ? '' : String(cell));

/** What the tables say is what their dictionary says they are, and the CSV says the same. */
function readByDictionary({ json, csv }: Taken) {
  const document = openDocumentSchema.parse(JSON.parse(json));
  for (const { id, columns, rows } of document.tables) {
    const [head, ...lines] = rowsOf(csv.get(id) ?? '');
    expect(head).toEqual(columns.map(({ name }) => name));
    expect(lines).toEqual(rows.map((row) => row.map(asText)));
    for (const [at, { type, title, description }] of columns.entries()) {
      expect([title, description]).not.toContain('');
      const cells = rows.map((row) => row[at]).filter((cell) => cell !== null);
      const wanted = type === 'string' ? 'string' : 'number';
      expect([...new Set(cells.map((cell) => typeof cell))].filter((each) => each !== wanted)).toEqual([]);
    }
  }
  return document;
}
type Read = ReturnType<typeof readByDictionary>;
const tableOf = ({ tables }: Read, wanted: TableId) => tables.find(({ id }) => id === wanted)?.rows ?? [];

/** Of which release a line is stands in it; the totals are always of the newest, whatever they sum. */
const figuresOf = (read: Read, wanted: TableId) => {
  const columns = read.tables.find(({ id }) => id === wanted)?.columns ?? [];
  const from = columns.findIndex(({ name }) => name === 'tu_ban');
  return tableOf(read, wanted).map((row) =>
    row.includes(tableWords.all) ? row.filter((_, at) => at !== from) : row,
  );
};

/** A hamlet with ten forms and a family of it that has sent none. */
function latecomer(world: World): { hamlet: string; code: string } {
  const [row] = world.query(
    `select h.value as hamlet, f.code as code
     from record f join record h on h.entity = 'hamlet' and h.id = f.parent_id
     where f.entity = 'household' and f.ended_at is null
       and not exists (select 1 from assessment a where a.subject_id = f.id and a.state <> 'draft')
       and (select count(distinct a.subject_id) from assessment a
            where a.hamlet_id = h.id and a.subject_kind = 'household' and a.state in ('received', 'verified')) >= 10
     order by f.code limit 1`,
  );
  if (row === undefined) throw new Error('no such family in the synthetic commune');
  const { name }: { name: string } = JSON.parse(String(row['hamlet']));
  return { hamlet: name, code: String(row['code']) };
}

test('a release goes from the office’s press to anybody’s machine, and the next tells nothing of the one family between them', async ({
  browser,
}, info) => {
  const world = await World.start();
  world.admin('seed-demo', '--households', '420', '--seed', '7');
  const { hamlet, code } = latecomer(world);
  const { context, page } = await openOffice(world);
  try {
    const seen = await watch(context, world.origin);
    await page.goto(`${world.origin}/so-lieu-mo`);
    await expect(page.getByText(words.list.empty, { exact: true })).toBeVisible();
    const lineOf = page
      .getByRole('table', { name: words.next.hamlets, exact: true })
      .getByRole('row')
      .filter({ has: page.getByRole('rowheader', { name: hamlet, exact: true }) });
    await expect(lineOf).toContainText(words.next.first, SYNC);
    await release(page, 1, NOTE);
    await guidePicture(page, 'can-bo-so-lieu-mo');
    expect(await inspect(page, 'so-lieu-mo', info)).toEqual([]);

    // The board names it when it is looked at again.
    const stranger = await browser.newContext();
    const board = await stranger.newPage();
    await expect(async () => {
      await board.goto(`${world.origin}${BOARD_PATH}`);
      await expect(board.getByRole('heading', { name: /^Bản số 1, / })).toBeVisible({ timeout: 1000 });
    }).toPass(SYNC);
    await expect(board.getByRole('link', { name: boardWords.openCatalogue })).toBeVisible();
    await stranger.close();
    const first = await takeAsStranger(browser, world.origin, 1);
    const one = readByDictionary(first);
    expect([one.number, one.note, one.least]).toEqual([1, NOTE, 10]);
    const counts = tableOf(one, 'cau-tra-loi').map((row) => row[6]);
    expect(counts.filter((count) => typeof count === 'number').length).toBeGreaterThan(30);
    expect(counts.filter((count) => typeof count === 'number' && count < 10)).toEqual([]);

    // One family more sends.
    const family = await openProfile(world.profileFolder());
    const phone = await firstTab(family);
    await phone.goto(world.issue('slip', '--household', code));
    await answerHousehold(phone);
    await consentAndSend(phone);
    await expect(phone.getByRole('main')).toContainText('Xã đã nhận', SYNC);
    await family.close();

    await page.goto(`${world.origin}/so-lieu-mo`);
    await expect(lineOf).toContainText(fill(words.next.kept, { release: 1, n: 1 }), SYNC);
    await expect(page.getByText(words.next.nothing)).toBeVisible();
    await release(page, 2, '');
    await expect(async () => {
      const reply = await page.request.get(`${world.origin}${BOARD_PATH}`);
      expect(await reply.text()).toContain(`${OPEN_DATA_PATH}/2"`);
    }).toPass(SYNC);
    const second = await takeAsStranger(browser, world.origin, 2);
    const two = readByDictionary(second);
    for (const id of ['tham-gia', 'cau-tra-loi'] as const)
      expect(figuresOf(two, id)).toEqual(figuresOf(one, id));
    // What was released is what it was, to the byte.
    expect(await takeAsStranger(browser, world.origin, 1)).toEqual(first);
    expect(seen).toEqual({ violations: [], foreign: [], errors: [] });
  } finally {
    await context.close();
    await world.dispose();
  }
});
