/**
 * The browser's way back, with the pages it keeps whole for it (which test browsers switch off): what was typed stands
 * there, and nothing of a person who left the machine meanwhile.
 */
import { expect, test, type BrowserContext, type Page } from '@playwright/test';
import { leaveWords } from '#client/messages/lock.ts';
import { LEAVE_PATH } from '#client/subject/lock-paths.ts';
import { DESK, firstTab, openProfile, PHONE } from '../support/browser.ts';
import { redeem } from '../support/enrol.ts';
import { openFirstField } from '../support/household-form.ts';
import { TODAY } from '../support/officer.ts';
import { World } from '../support/world.ts';

const KEEPS_PAGES = { ignoreDefaultArgs: ['--disable-back-forward-cache'] };
const COUNT = 'keptPages';

/** Counts the pages that came back as the browser had kept them. Call before the first navigation. */
async function countKept(context: BrowserContext): Promise<(page: Page) => Promise<number>> {
  await context.addInitScript((key) => {
    addEventListener('pageshow', ({ persisted }) => {
      if (persisted) sessionStorage.setItem(key, String(Number(sessionStorage.getItem(key)) + 1));
    });
  }, COUNT);
  return (page) => page.evaluate((key) => Number(sessionStorage.getItem(key)), COUNT);
}

/** As by a link to a page of another document. */
async function leaveFor(page: Page, path: string): Promise<void> {
  await page.evaluate((to) => location.assign(to), path);
  await expect(page).toHaveURL(new RegExp(`${path}$`));
  await expect(page.locator('h1').first()).toBeVisible();
}
/**
 * There and back until the browser had kept the page: one that is just exchanging with the commune is not kept. What must
 * hold on the way back holds either way.
 */
async function thereAndBack(
  page: Page,
  kept: (page: Page) => Promise<number>,
  holds: () => Promise<void>,
): Promise<void> {
  for (let times = 0; times < 10 && (await kept(page)) === 0; times++) {
    await leaveFor(page, '/kiem-tra');
    await page.goBack();
    await holds();
  }
  // The control: it came back as the browser had kept it.
  expect(await kept(page)).toBeGreaterThan(0);
}

test('what was typed into a form stands there when one went away by a link and comes back', async () => {
  const world = await World.start({ args: ['--demo'] });
  const families = await openProfile(world.profileFolder(), { ...PHONE, ...KEEPS_PAGES });
  const heads = await openProfile(world.profileFolder(), { ...PHONE, ...KEEPS_PAGES });
  try {
    const ofFamily = await countKept(families);
    const family = await firstTab(families);
    await family.goto(world.link('household'));
    await (await openFirstField(family)).fill('7');
    await expect(family.getByText(/Đã lưu trên máy này lúc/)).toBeVisible();
    await thereAndBack(family, ofFamily, () =>
      expect(family.getByRole('main').getByRole('textbox')).toHaveValue('7'),
    );

    const ofHead = await countKept(heads);
    const head = await firstTab(heads);
    await redeem(head, world.link('hamletHead'), /^Xóm /);
    await head.goto(`${world.origin}/xom/hoat-dong/moi`);
    await head.getByLabel('Nội dung').fill('Họp xóm bàn việc cài VNeID');
    await thereAndBack(head, ofHead, () =>
      expect(head.getByLabel('Nội dung')).toHaveValue('Họp xóm bàn việc cài VNeID'),
    );
  } finally {
    await families.close();
    await heads.close();
    await world.dispose();
  }
});

test('the way back shows nothing of an officer who left the machine', async () => {
  const world = await World.start({ args: ['--demo'] });
  const context = await openProfile(world.profileFolder(), { ...DESK, ...KEEPS_PAGES });
  try {
    const kept = await countKept(context);
    const page = await firstTab(context);
    await redeem(page, world.link('officer'), TODAY);
    // Until then the way back leads to the office.
    await thereAndBack(page, kept, () =>
      expect(page.getByRole('heading', { level: 1, name: TODAY })).toBeVisible(),
    );

    await leaveFor(page, LEAVE_PATH);
    await page.getByRole('button', { name: leaveWords.go, exact: true }).click();
    await expect(page.getByRole('heading', { name: leaveWords.doneTitle })).toBeVisible();
    for (let back = 0; back < 3; back++) {
      await page.goBack();
      await expect(page.locator('h1').first()).toBeVisible();
      await expect(page.getByRole('heading', { level: 1, name: TODAY })).toHaveCount(0);
      await expect(page.getByRole('table')).toHaveCount(0);
    }
  } finally {
    await context.close();
    await world.dispose();
  }
});
