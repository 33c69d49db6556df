/** Faults 1-17 in a real browser: full disk, blocked and newer databases, cleared data, killed browsers. */
import { expect, test, type Page } from '@playwright/test';
import { appTrouble } from '#client/messages/app-trouble.ts';
import { firstTab, openProfile, says } from '../../browser/support/browser.ts';
import {
  SAVED,
  browserPids,
  enrolHead,
  numberFields,
  numbersPath,
  onHeadsPhone,
  startBadWorld,
} from './bad-world.ts';

const KILLS = Number(process.env['BROWSER_KILLS'] ?? 100);

const profileDatabase = (page: Page): Promise<string> =>
  page.evaluate(async () => {
    const names = (await indexedDB.databases()).map(({ name }) => name ?? '');
    return names.find((name) => /^thidua-[0-9a-z]{10}$/.test(name)) ?? '';
  });

const painted = (page: Page): Promise<void> =>
  page.evaluate(
    () => new Promise<void>((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve()))),
  );

// promise: P1
test('a full disk: the words stay on the screen, the line says so, and room brings them to disk', () =>
  onHeadsPhone(async ({ page, bad, context }) => {
    await page.goto(`${bad.proxy.origin}${numbersPath}`);
    await numberFields(page).first().fill('7');
    await expect(page.getByText(SAVED)).toBeVisible();
    const session = await context.newCDPSession(page);
    const { origin } = bad.proxy;
    await session.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 1 });
    // The browser looks at the quota now and then, not at every write.
    let typed = 40;
    await expect(async () => {
      typed += 1;
      await numberFields(page).nth(1).fill(String(typed));
      await expect(says(page, 'Chưa lưu được')).toBeVisible({ timeout: 1500 });
    }).toPass({ timeout: 90_000 });
    await expect(numberFields(page).nth(1)).toHaveValue(String(typed));
    await session.send('Storage.overrideQuotaForOrigin', { origin });
    await expect(async () => {
      await numberFields(page).nth(1).fill('12');
      await numberFields(page).nth(1).fill('13');
      await expect(page.getByText(SAVED)).toBeVisible({ timeout: 1500 });
    }).toPass({ timeout: 90_000 });
    await page.reload();
    await expect(numberFields(page).first()).toHaveValue('7');
    await expect(numberFields(page).nth(1)).toHaveValue('13');
  }));

test('newer code upgraded the database: this window writes nothing more, says so, and no word is lost', () =>
  onHeadsPhone(async ({ page, bad, context }) => {
    await page.goto(`${bad.proxy.origin}${numbersPath}`);
    await numberFields(page).first().fill('7');
    await expect(page.getByText(SAVED)).toBeVisible();
    const name = await profileDatabase(page);

    const other = await context.newPage();
    await other.goto(`${bad.proxy.origin}/icons/icon.svg`);
    await other.evaluate(
      (database) =>
        new Promise<void>((resolve, reject) => {
          const request = indexedDB.open(database, 9990);
          request.addEventListener('success', () => {
            request.result.close();
            resolve();
          });
          request.addEventListener('error', () => reject(request.error ?? new Error('not opened')));
        }),
      name,
    );
    await expect(page.getByText(appTrouble.outdated).first()).toBeVisible();
    await page.reload();
    await expect(page.getByText(appTrouble.outdated).first()).toBeVisible();
    const kept = await other.evaluate(
      (database) =>
        new Promise<number>((resolve, reject) => {
          const request = indexedDB.open(database);
          request.addEventListener('success', () => {
            const count = request.result.transaction('drafts').objectStore('drafts').count();
            count.addEventListener('success', () => resolve(count.result));
          });
          request.addEventListener('error', () => reject(request.error ?? new Error('not opened')));
        }),
      name,
    );
    expect(kept).toBe(1);
  }));

test('cleared browser data: the phone starts anew, claims nothing, and the commune still holds what it received', () =>
  onHeadsPhone(async ({ page, bad, context }) => {
    await page.goto(`${bad.proxy.origin}${numbersPath}`);
    await numberFields(page).first().fill('7');
    await expect
      .poll(() => bad.world.count("SELECT COUNT(*) FROM operation WHERE kind = 'answers.save'"), {
        timeout: 60_000,
      })
      .toBe(1);
    const session = await context.newCDPSession(page);
    await session.send('Storage.clearDataForOrigin', { origin: bad.proxy.origin, storageTypes: 'all' });
    // The page notices by itself and loads anew: the person's next visit is another tab.
    const next = await context.newPage();
    await page.close();
    await next.goto(`${bad.proxy.origin}/`);
    await expect(next.locator('h1').filter({ hasText: /^Xóm / })).toBeHidden();
    const link = bad.world
      .issue('enrol', '--role', 'hamletHead', '--hamlet', 'Đầm Mụ')
      .replace(bad.world.origin, bad.proxy.origin);
    await next.goto(link);
    await expect(next.getByRole('button').first()).toBeVisible();
    expect(bad.world.count("SELECT COUNT(*) FROM operation WHERE kind = 'answers.save'")).toBe(1);
  }));

// promise: P1
test(`the browser is killed ${KILLS} times after "Đã lưu trên máy": every draft is there`, async () => {
  test.setTimeout(60_000 + KILLS * 20_000);
  const bad = await startBadWorld();
  const folder = bad.world.profileFolder();
  let context = await openProfile(folder);
  try {
    let page = await firstTab(context);
    await enrolHead(page, bad);
    let lost = 0;
    for (let kill = 1; kill <= KILLS; kill++) {
      await page.goto(`${bad.proxy.origin}${numbersPath}`);
      const value = String(kill);
      await numberFields(page).first().fill(value);
      // The next frame says "saving": what the line says afterwards is said of this value.
      await painted(page);
      await expect(page.locator('[data-state="draft"]')).toContainText(SAVED);
      const pids = browserPids(folder);
      expect(pids.length).toBeGreaterThan(0);
      const gone = context.waitForEvent('close');
      for (const pid of pids) process.kill(pid, 'SIGKILL');
      await gone;
      context = await openProfile(folder);
      page = await firstTab(context);
      await page.goto(`${bad.proxy.origin}${numbersPath}`);
      await expect(numberFields(page).first()).toBeVisible();
      if ((await numberFields(page).first().inputValue()) !== value) lost += 1;
    }
    console.log(`${KILLS} kills of the browser after "Đã lưu": ${lost} drafts lost`);
    expect(lost).toBe(0);
  } finally {
    await context.close().catch(() => undefined);
    await bad.dispose();
  }
});
