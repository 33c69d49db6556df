/** The officer reviews ten forms at 1366×768 by the keyboard alone: scores, returns with items, verifies; each by rule. */
import { expect, test, type Page } from '@playwright/test';
import { reviewWords } from '#client/messages/office-review.ts';
import { reviewManyWords } from '#client/messages/office-review-many.ts';
import { fill } from '#client/messages/fill.ts';
import { stateWords } from '#client/messages/states.ts';
import { openOffice } from '../support/officer.ts';
import { guidePicture } from '../support/guide-picture.ts';
import { inspect } from '../support/inspect.ts';
import { World } from '../support/world.ts';

// A step that hangs names itself long before the story's own limit.
test.use({ actionTimeout: 15_000 });

const FORMS = 10;
const RETURNED = 7;
const ROWS = '[data-criterion]';

const focused = (page: Page): Promise<string | null> =>
  page.evaluate(() => document.activeElement?.getAttribute('data-criterion') ?? null);

const press = async (page: Page, ...keys: string[]): Promise<void> => {
  for (const key of keys) await page.keyboard.press(key);
};

/** Every criterion without points gets some: as claimed, or what stands first among the quick ones. */
async function scoreAll(page: Page): Promise<void> {
  await press(page, 'Home', 'b');
  await expect(page.getByRole('dialog')).toBeVisible();
  await press(page, 'Enter');
  await expect(page.getByRole('dialog')).toBeHidden();
  await press(page, 'Home');
  const rows = await page.locator(ROWS).count();
  for (let at = 0; at < rows; at++) {
    const id = await focused(page);
    expect(id).not.toBeNull();
    const cell = page.getByRole('row').filter({ has: page.locator(`[data-criterion="${id ?? ''}"]`) });
    if ((await cell.getByText(reviewWords.empty).count()) === 0) {
      await press(page, 'ArrowDown');
      continue;
    }
    await press(page, '1', 'Control+Enter');
    // Written, and the next row has the focus; the last one keeps it.
    await expect(cell.getByText(reviewWords.empty)).toHaveCount(0);
    if (at < rows - 1) await expect.poll(() => focused(page)).not.toBe(id);
  }
}

async function verify(page: Page): Promise<void> {
  await press(page, 'v');
  await expect(page.getByRole('button', { name: reviewWords.verify.go })).toBeFocused();
  await press(page, 'Enter');
  await expect(page.getByRole('dialog')).toBeHidden();
  await expect(page.getByText(stateWords.verified, { exact: true }).first()).toBeVisible();
}

async function sendBack(page: Page): Promise<void> {
  await press(page, 'Home', 'r');
  await page.keyboard.type('Nhờ bổ sung minh chứng.');
  await press(page, 'Control+Enter', 't');
  await expect(page.getByRole('dialog').getByRole('textbox').first()).toBeFocused();
  await press(page, 'Tab', 'Tab', 'Tab');
  await page.keyboard.type('Nhờ xem lại một mục.');
  await press(page, 'Tab', 'Tab', 'Enter');
  // Its title is the state's own word.
  await expect(page.getByRole('dialog')).toBeHidden();
  await expect(page.getByText(stateWords.returned, { exact: true }).first()).toBeVisible();
}

/** Every family's form with nothing to look at, by two keys and Enter; the commune has judged each when it is over. */
async function verifyMany(page: Page, world: World): Promise<void> {
  await page.goto(`${world.origin}/ra-soat?loai=ho&chon=1`);
  await expect(page.getByRole('checkbox').first()).toBeVisible();
  await press(page, 'a', 'v');
  const go = page.getByRole('dialog').getByRole('button', { name: /^Thẩm định/ });
  await expect(go).toBeFocused();
  const chosen = Number(/\d+/.exec((await go.textContent()) ?? '')?.[0]);
  expect(chosen).toBeGreaterThan(50);
  await press(page, 'Enter');
  await expect(
    page.getByText(fill(reviewManyWords.run.result, { n: String(chosen) }), { exact: true }),
  ).toBeVisible({ timeout: 60_000 });
  await expect(page.getByRole('checkbox')).toHaveCount(0);
}

test('ten forms are reviewed by the keyboard alone: seven returned, three scored and verified; then the families’ at once', async () => {
  const info = test.info();
  const world = await World.start({ args: ['--demo'] });
  const office = await openOffice(world);
  try {
    const { page } = office;
    await page.goto(`${world.origin}/ra-soat?trang-thai=received&xep=ten`);
    const first = page.getByRole('table').getByRole('link').first();
    await expect(first).toBeVisible();
    await press(page, '/', 'Tab');
    for (
      let tabs = 0;
      tabs < 40 && !(await first.evaluate((link) => link === document.activeElement));
      tabs++
    )
      await press(page, 'Tab');
    await press(page, 'Enter');
    for (let form = 0; form < FORMS; form++) {
      await expect(page.locator(ROWS).first()).toBeVisible();
      const selected = page.locator(`${ROWS}[aria-current]`);
      for (let tabs = 0; tabs < 30 && (await focused(page)) === null; tabs++) await press(page, 'Tab');
      await expect(selected).toBeFocused();
      if (form < RETURNED) await sendBack(page);
      else {
        await scoreAll(page);
        await verify(page);
      }
      const address = page.url().replace(/\?.*/, '');
      await press(page, 'n');
      await expect.poll(() => page.url()).not.toContain(address);
    }
    const wrong = await inspect(page, 'ra-soat-phieu', info, 'desk');
    await guidePicture(page, 'can-bo-ra-soat');
    await page.goto(`${world.origin}/ra-soat?loai=xom`);
    await expect(page.getByRole('table').getByRole('link').first()).toBeVisible();
    wrong.push(...(await inspect(page, 'ra-soat', info, 'desk')));
    await verifyMany(page, world);
    wrong.push(...(await inspect(page, 'ra-soat-nhieu', info, 'desk')));
    expect(wrong).toEqual([]);
  } finally {
    await office.context.close();
    await world.dispose();
  }
});
