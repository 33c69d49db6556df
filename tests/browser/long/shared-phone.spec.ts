/** A phone that others use, too: what is left of a person who left it, in the app and in the browser's own files. */
import { randomBytes } from 'node:crypto';
import { expect, test, type Page } from '@playwright/test';
import { leaveWords, leftWords, lockWords } from '#client/messages/lock.ts';
import { LEAVE_PATH } from '#client/subject/lock-paths.ts';
import { firstTab, openProfile, underWorker } from '../support/browser.ts';
import { redeem } from '../support/enrol.ts';
import { findInFolder } from '../support/profile-bytes.ts';
import { addHousehold } from '../support/proxy-entry.ts';
import { listFamilies } from '../support/village-names.ts';
import { World } from '../support/world.ts';

const PULLED = 40;
const TYPED = 10;

/** Letters that nothing compresses, inside a name that is stored as UTF-16. */
const canaries = (count: number): string[] =>
  Array.from({ length: count }, () => randomBytes(9).toString('hex'));
const nameOf = (canary: string): string => `Bà Hường ${canary}`;

async function leave(page: Page, origin: string): Promise<void> {
  await page.goto(`${origin}${LEAVE_PATH}`);
  await page.getByRole('button', { name: leaveWords.go, exact: true }).click();
}

test('of a head who leaves a shared phone without a network, no byte of 50 words is found, and the work arrives', async () => {
  const world = await World.start();
  const folder = world.profileFolder();
  const [pulled, typed] = [canaries(PULLED), canaries(TYPED)];
  const all = [...pulled, ...typed];
  let context = await openProfile(folder);
  try {
    const hamlet = await listFamilies(world.origin, world.link('hamletHead'), pulled.map(nameOf));
    let page = await firstTab(context);

    await redeem(page, world.issue('enrol', '--role', 'hamletHead', '--hamlet', hamlet), /^Xóm /);
    await underWorker(page);
    await page.goto(`${world.origin}/cac-ho`);
    await expect(page.getByText(/^Bà Hường /).first()).toBeVisible();
    await world.server.stop();
    for (const canary of typed) await addHousehold(page, nameOf(canary));

    await context.close();
    // Control: without leaving, a copy of the folder tells everything.
    expect(findInFolder(folder, all).size).toBe(all.length);

    context = await openProfile(folder);
    page = await firstTab(context);
    await leave(page, world.origin);
    await expect(page.getByText(/Còn 10 việc chưa tới xã/)).toBeVisible({ timeout: 60_000 });
    await page.getByRole('button', { name: leaveWords.keepAndGo, exact: true }).click();
    await expect(page.getByRole('heading', { name: leaveWords.doneTitle })).toBeVisible({ timeout: 30_000 });
    await page.getByRole('link', { name: lockWords.toLeft }).click();
    await expect(page.getByRole('heading', { name: leftWords.title })).toBeVisible();
    await context.close();
    expect(Object.fromEntries(findInFolder(folder, all))).toEqual({});

    // The sealed rest goes by itself as soon as somebody opens the app where there is a network.
    await world.server.start();
    context = await openProfile(folder);
    page = await firstTab(context);
    await page.goto(world.origin);
    await expect
      .poll(() =>
        world.count("SELECT COUNT(*) FROM record WHERE entity = 'household' AND value LIKE '%Bà Hường%'"),
      )
      .toBe(all.length);
    await page.goto(`${world.origin}/nop-ho`);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expect(page.getByRole('heading', { name: leftWords.title })).toHaveCount(0);
  } finally {
    await context.close();
    await world.dispose();
  }
});
