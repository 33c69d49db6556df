/** The screens in front of a locked, wiped or cut-off phone, each as every other screen is looked at. */
import { expect, test, type Page } from '@playwright/test';
import { enrolWords } from '#client/messages/enrol.ts';
import { fill } from '#client/messages/fill.ts';
import { lockWords } from '#client/messages/lock.ts';
import { rescanWords } from '#client/messages/rescan.ts';
import { HAND_IN_PATH } from '#client/subject/hand-in-path.ts';
import { LEAVE_PATH, LOCK_PATH } from '#client/subject/lock-paths.ts';
import { RESCAN_PATH } from '#client/subject/rescan-path.ts';
import { firstTab, watch } from '../support/browser.ts';
import { redeem } from '../support/enrol.ts';
import { inspect } from '../support/inspect.ts';
import { tour } from '../support/tour.ts';
import { World } from '../support/world.ts';

const PIN = '294718';
const FREE_TRIES = 4;

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const heading = (page: Page, name: string) => page.getByRole('heading', { name, exact: true });

async function type(page: Page, first: string, second: string): Promise<void> {
  await page.getByLabel(lockWords.pin, { exact: true }).fill(first);
  await page.getByLabel(lockWords.pinAgain).fill(second);
  await button(page, lockWords.putOn).click();
}

test('putting a lock on, the locked screen, wrong PINs, the wait after them, and giving up', async ({
  browser,
}) => {
  const world = await World.start();
  try {
    await tour({ world, browser, info: test.info() }, async ({ page, look, go }) => {
      await redeem(page, world.link('hamletHead'), /^Xóm /);
      await go(LEAVE_PATH, 'ra-khoi-may');
      await go(LOCK_PATH, 'khoa-dat');
      await type(page, '123456', '123456');
      await expect(page.getByText(lockWords.guessable)).toBeVisible();
      await look('khoa-dat-so-de-doan');
      await type(page, PIN, '294719');
      await expect(page.getByText(lockWords.differs)).toBeVisible();
      await look('khoa-dat-hai-lan-khac');
      await type(page, PIN, PIN);
      await expect(page.getByText(lockWords.isOn.pin)).toBeVisible();
      await look('khoa-dang-bat');
      await button(page, lockWords.lockNow).click();
      await expect(heading(page, lockWords.lockedTitle)).toBeVisible();
      await look('khoa-dang-khoa');
      for (let wrong = 1; wrong <= FREE_TRIES; wrong++) {
        await page.getByLabel(lockWords.pin).fill('000001');
        await button(page, lockWords.open).click();
        await expect(page.getByText(fill(lockWords.wrong, { n: 10 - wrong }))).toBeVisible();
        if (wrong === 1) await look('khoa-sai-mot-lan');
      }
      await expect(page.getByRole('timer')).toBeVisible();
      await look('khoa-dang-cho');
      await button(page, lockWords.forgot).click();
      await expect(heading(page, lockWords.forgotTitle)).toBeVisible();
      await look('khoa-quen');
      await button(page, lockWords.forgotYes).click();
      await expect(heading(page, lockWords.goneTitle)).toBeVisible();
      await expect(page.getByText(lockWords.goneForgot)).toBeVisible({ timeout: 30_000 });
      await look('khoa-da-xoa');
      await go(HAND_IN_PATH, 'nop-ho');
    });
  } finally {
    await world.dispose();
  }
});

test('a phone that was revoked: what it says at home, and the way back with a new code', async ({
  browser,
}) => {
  const world = await World.start();
  const context = await browser.newContext();
  try {
    const seen = await watch(context, world.origin);
    const page = await firstTab(context);
    const wrong: string[] = [];
    const look = async (name: string): Promise<void> => {
      await expect(page.locator('h1').first()).toBeVisible();
      wrong.push(...(await inspect(page, name, test.info())));
    };
    await redeem(page, world.link('hamletHead'), /^Xóm /);
    const [device] = world.query('SELECT device_id FROM device');
    world.admin('revoke', String(device?.['device_id']));
    // Its next word to the commune is turned away.
    await page.goto(`${world.origin}${RESCAN_PATH}`);
    await expect(page.getByText(rescanWords.why)).toBeVisible({ timeout: 30_000 });
    await look('may-bi-thu-hoi');
    await page.getByRole('button', { name: rescanWords.button }).click();
    await expect(page.getByText(enrolWords.codeNeeded)).toBeVisible();
    await look('may-bi-thu-hoi-thieu-ma');
    for (const path of ['/xom', '/tinh-trang', '/hang-cho']) {
      await page.goto(world.origin + path);
      await look(`may-bi-thu-hoi${path.replaceAll('/', '-')}`);
    }
    expect(wrong).toEqual([]);
    const { errors, ...rest } = seen;
    expect(rest).toEqual({ violations: [], foreign: [] });
    // The browser's own note of a request that was turned away; nothing of the page's.
    expect(errors.filter((error) => !error.includes('status of 403'))).toEqual([]);
  } finally {
    await context.close();
    await world.dispose();
  }
});
