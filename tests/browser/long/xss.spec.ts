/**
 * Words that would run if a page took them for more than words: three hundred of them, in the texts of a commune, read
 * on the screens of every role, with the content policy taken away: what keeps them words is that pages write texts, and
 * the policy stands behind that.
 */
import { expect, test, type Browser, type BrowserContext, type Page } from '@playwright/test';
import type { Role } from '#protocol/policy-roles.ts';
import { xssPayloads } from '../../support/xss-payloads.ts';
import { DESK, firstTab, PHONE } from '../support/browser.ts';
import { redeem } from '../support/enrol.ts';
import { TODAY } from '../support/officer.ts';
import { screensOf } from '../support/every-screen.ts';
import { writeHostileWords, type HostileWords } from '../support/hostile-words.ts';
import { World } from '../support/world.ts';

/** How often each kind of thing is there once more, with other words. */
const COPIES = Number(process.env['XSS_COPIES'] ?? 300);
/** Pages that stand for one thing each: so many are opened. */
const PAGES = Number(process.env['XSS_PAGES'] ?? 12);

test.describe.configure({ timeout: 1_800_000 });

let world: World;
let words: HostileWords;
test.beforeAll(async () => {
  const dist = process.env['TEST_DIST'];
  world = await World.start({
    entry: 'tests/support/planted-server.entry.ts',
    args: ['--demo', ...(dist === undefined ? [] : ['--dist', dist])],
  });
  words = await writeHostileWords(world, COPIES);
});
test.afterAll(() => world.dispose());

interface Watched {
  context: BrowserContext;
  page: Page;
  /** Where something ran. */
  ran: string[];
}

async function watched(browser: Browser, options: { bypassCSP: boolean; role?: Role }): Promise<Watched> {
  const isOffice =
    options.role === 'officer' || options.role === 'cultureOfficer' || options.role === 'chair';
  const context = await browser.newContext({ ...(isOffice ? DESK : PHONE), bypassCSP: options.bypassCSP });
  const ran: string[] = [];
  await context.exposeBinding('p', ({ page }) => void ran.push(page.url()));
  context.on('dialog', (dialog) => {
    ran.push(`${dialog.type()} ${dialog.message()}`);
    void dialog.dismiss();
  });
  return { context, page: await firstTab(context), ran };
}

/** Which of the words stand on the page, as text or in a field. */
const shown = (page: Page): Promise<string[]> =>
  page.evaluate((payloads) => {
    const fields = [...document.querySelectorAll('input, textarea')].map((field) =>
      'value' in field ? String(field.value) : '',
    );
    const text = [document.body.textContent, ...fields].join('\n');
    return payloads.filter((payload) => text.includes(payload));
  }, xssPayloads);

/** Every screen once; everything that is laid out is hovered and focused by nobody, so what runs, runs by itself. */
async function walk(page: Page, paths: readonly string[]): Promise<Set<string>> {
  const seen = new Set<string>();
  for (const path of paths) {
    await page.goto(world.origin + path);
    await expect(page.locator('h1').first()).toBeAttached();
    await page.waitForLoadState('networkidle');
    for (const payload of await shown(page)) seen.add(payload);
  }
  return seen;
}

const tours: readonly (readonly [role: Role, home: RegExp])[] = [
  ['hamletHead', /^Xóm /],
  ['unitContact', /^(?!Ghép máy|Đã ghép)/],
  ['officer', TODAY],
  ['cultureOfficer', /^Điển hình/],
  ['chair', TODAY],
];
for (const [role, home] of tours)
  for (const bypassCSP of [false, true])
    test(`no word of ${role}'s screens runs, ${bypassCSP ? 'also without the content policy' : 'as served'}`, async ({
      browser,
    }) => {
      const { context, page, ran } = await watched(browser, { bypassCSP, role });
      try {
        await redeem(page, words.links[role]?.[bypassCSP ? 1 : 0] ?? '', home);
        const paths = screensOf(role, words.rows[role] ?? words.rows.officer ?? [], PAGES);
        const seen = await walk(page, paths);
        console.log(
          `xss: ${role}, ${paths.length} screens, ${seen.size} of ${xssPayloads.length} words read`,
        );
        expect(ran).toEqual([]);
        // They were there to be run.
        expect(seen.size).toBeGreaterThan(role === 'officer' ? Math.min(COPIES, 250) : 5);
      } finally {
        await context.close();
      }
    });

test('a family reads what the commune says, and none of it runs', async ({ browser }) => {
  const { context, page, ran } = await watched(browser, { bypassCSP: true });
  try {
    await page.goto(world.link('household'));
    await expect(page.locator('h1').first()).toBeVisible();
    await walk(page, screensOf('household', [], PAGES));
    expect(ran).toEqual([]);
  } finally {
    await context.close();
  }
});

for (const bypassCSP of [true, false])
  test(`control: a page that takes words for markup runs ${bypassCSP ? 'them without the policy' : 'none with it'}`, async ({
    browser,
  }) => {
    const { context, page, ran } = await watched(browser, { bypassCSP });
    try {
      await page.goto(`${world.origin}/kiem-tra`);
      const refused = await page.evaluate((payloads) => {
        let count = 0;
        for (const payload of payloads) {
          const place = document.createElement('div');
          document.body.append(place);
          try {
            place.innerHTML = payload;
          } catch {
            count += 1;
          }
        }
        return count;
      }, xssPayloads);
      if (bypassCSP) await expect.poll(() => ran.length).toBeGreaterThan(50);
      else expect(refused).toBe(xssPayloads.length);
      console.log(`xss control: ${ran.length} ran, ${refused} of ${xssPayloads.length} refused as markup`);
      if (!bypassCSP) expect(ran).toEqual([]);
    } finally {
      await context.close();
    }
  });

test('three hundred words and more stand in the texts of many entities and kinds', () => {
  console.log(
    `xss: ${xssPayloads.length} words, ${words.filled} texts, ${words.applied} written, ${words.refused} refused; ` +
      `in ${[...words.taken].sort().join(', ')}`,
  );
  expect(xssPayloads.length).toBeGreaterThanOrEqual(300);
  expect(words.applied).toBeGreaterThan(COPIES * 4);
  expect(words.taken.size).toBeGreaterThan(24);
});
