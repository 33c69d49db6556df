/** The lock of the app by a PIN that is guessed, in a real browser. */
import { expect, test, type Page } from '@playwright/test';
import { fill } from '#client/messages/fill.ts';
import { leaveWords, lockWords } from '#client/messages/lock.ts';
import { LOCK_PATH } from '#client/subject/lock-paths.ts';
import { firstTab, openProfile, underWorker } from '../support/browser.ts';
import { redeem } from '../support/enrol.ts';
import { addHousehold } from '../support/proxy-entry.ts';
import { World } from '../support/world.ts';

const PIN = '294718';
const FAMILY = 'Bà Hường 5e2b9d01';
const YEARS_10 = 3652 * 24 * 60 * 60_000;

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const heading = (page: Page, name: string) => page.getByRole('heading', { name, exact: true });

/** Wrong six digits; the wait it costs is shortened on the disk, which no one without tools can. */
async function tryPin(page: Page, pin: string): Promise<void> {
  await page.getByLabel(lockWords.pin).fill(pin);
  await button(page, lockWords.open).click();
}

test('ten wrong PINs, over restarts and clocks turned ten years, leave only what the commune can read', async () => {
  const world = await World.start();
  const folder = world.profileFolder();
  let context = await openProfile(folder);
  try {
    let page = await firstTab(context);
    await redeem(page, world.link('hamletHead'), /^Xóm /);
    await underWorker(page);
    await page.goto(`${world.origin}/cac-ho`);
    await world.server.stop();
    await addHousehold(page, FAMILY);
    await page.goto(world.origin + LOCK_PATH);
    await page.getByLabel(lockWords.pin, { exact: true }).fill('123456');
    await page.getByLabel(lockWords.pinAgain).fill('123456');
    await button(page, lockWords.putOn).click();
    await expect(page.getByText(lockWords.guessable)).toBeVisible();
    await page.getByLabel(lockWords.pin, { exact: true }).fill(PIN);
    await page.getByLabel(lockWords.pinAgain).fill(PIN);
    await button(page, lockWords.putOn).click();
    await expect(page.getByText(lockWords.isOn.pin)).toBeVisible();
    // The unsent is sealed beside it within a moment of opening.
    await page.waitForFunction(async () => {
      const names = await indexedDB.databases();
      return names.some(({ name }) => name === 'thidua-khoa');
    });
    await button(page, lockWords.lockNow).click();
    await tryPin(page, PIN);
    await expect(page.getByText(lockWords.isOn.pin)).toBeVisible();

    for (let turn = 1; turn <= 10; turn++) {
      // Another start of the browser each third time, with the clock ten years to and fro; of the page, the others.
      if (turn % 3 === 1) {
        await context.close();
        context = await openProfile(folder);
        page = await firstTab(context);
        await page.addInitScript(
          (ms: number) => {
            const { now } = Date;
            Date.now = () => now() + ms;
          },
          turn % 2 === 0 ? YEARS_10 : -YEARS_10,
        );
      }
      await page.goto(`${world.origin}/tinh-trang`);
      await expect(heading(page, lockWords.lockedTitle)).toBeVisible();
      const isWaiting = await page.getByRole('timer').isVisible();
      expect(isWaiting).toBe(turn > 4);
      if (isWaiting) await shortenWait(page);
      await tryPin(page, '000001');
      if (turn < 9) await expect(page.getByText(fill(lockWords.wrong, { n: 10 - turn }))).toBeVisible();
      else if (turn === 9) await expect(page.getByText(lockWords.wrongLast)).toBeVisible();
    }
    await expect(page.getByText(lockWords.gone)).toBeVisible({ timeout: 30_000 });
    await expect(page.getByText(fill(lockWords.keptFor, { n: 1 }))).toBeVisible();
    await expect(button(page, leaveWords.again)).toHaveCount(0);
    await page.goto(`${world.origin}/cac-ho`);
    await expect(page.getByText(FAMILY)).toHaveCount(0);
    await world.server.start();
    await page.goto(world.origin);
    await expect
      .poll(() => world.count(`SELECT COUNT(*) FROM record WHERE value LIKE '%${FAMILY}%'`))
      .toBe(1);
  } finally {
    await context.close();
    await world.dispose();
  }
});

/** What minutes with the app open would do; a test does not sit through them. */
async function shortenWait(page: Page): Promise<void> {
  await page.evaluate(
    () =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open('thidua-khoa');
        opening.addEventListener('error', () => reject(opening.error ?? new Error('not opened')));
        opening.addEventListener('success', () => {
          const transaction = opening.result.transaction('kv', 'readwrite');
          const reading = transaction.objectStore('kv').openCursor();
          reading.addEventListener('success', () => {
            const cursor = reading.result;
            if (cursor === null) return;
            const value: unknown = cursor.value;
            if (typeof value === 'object' && value !== null && 'waitMs' in value)
              cursor.update({ ...value, waitMs: 0 });
            cursor.continue();
          });
          transaction.addEventListener('complete', () => {
            opening.result.close();
            resolve();
          });
        });
      }),
  );
  await page.reload();
}
