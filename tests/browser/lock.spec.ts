/** The lock of the app in a real browser: by a passkey's own secret, without a network. */
import { expect, test, type CDPSession, type Page } from '@playwright/test';
import { fill } from '#client/messages/fill.ts';
import { lockWords } from '#client/messages/lock.ts';
import { LOCK_PATH } from '#client/subject/lock-paths.ts';
import { firstTab, openProfile, underWorker } from './support/browser.ts';
import { redeem } from './support/enrol.ts';
import { guidePicture } from './support/guide-picture.ts';
import { findInFolder } from './support/profile-bytes.ts';
import { addHousehold } from './support/proxy-entry.ts';
import { World } from './support/world.ts';

const FAMILY = 'Bà Hường 5e2b9d01';

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const heading = (page: Page, name: string) => page.getByRole('heading', { name, exact: true });

/** A phone whose own lock makes passkeys that have a secret. */
async function withPasskeys(page: Page): Promise<CDPSession> {
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('WebAuthn.enable');
  await cdp.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      ctap2Version: 'ctap2_1',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      hasPrf: true,
    },
  });
  return cdp;
}

test('locked by the phone’s own passkey: nothing is shown or found without it, and it opens without a network', async () => {
  const world = await World.start();
  const folder = world.profileFolder();
  const context = await openProfile(folder);
  try {
    const page = await firstTab(context);
    await withPasskeys(page);
    await redeem(page, world.link('hamletHead'), /^Xóm /);
    const hamlet = (await page.locator('h1').textContent()) ?? '';
    await underWorker(page);
    await page.goto(`${world.origin}/cac-ho`);
    await world.server.stop();
    await page.goto(world.origin + LOCK_PATH);
    await expect(heading(page, lockWords.byPasskey)).toBeVisible();
    await guidePicture(page, 'may-khoa');
    await button(page, lockWords.putOn).click();
    await expect(page.getByText(lockWords.isOn.passkey)).toBeVisible();
    await page.goto(`${world.origin}/cac-ho`);
    await button(page, lockWords.openByPasskey).click();
    await addHousehold(page, FAMILY);

    // A new start: only its name is shown, at whatever address.
    for (const path of ['/cac-ho', '/hang-cho', '/tinh-trang']) {
      await page.goto(world.origin + path);
      await expect(page.getByText(fill(lockWords.lockedWhat, { ten: hamlet }))).toBeVisible();
      await expect(page.getByText(FAMILY)).toHaveCount(0);
    }
    expect(Object.fromEntries(findInFolder(`${folder}/Default/IndexedDB`, [FAMILY]))).toEqual({});

    await button(page, lockWords.openByPasskey).click();
    await expect(page.getByText(/Đã làm trên máy này/)).toBeVisible();
    await page.goto(`${world.origin}/cac-ho`);
    await button(page, lockWords.openByPasskey).click();
    await expect(page.getByText(FAMILY)).toBeVisible();
    await world.server.start();
    await expect
      .poll(() => world.count(`SELECT COUNT(*) FROM record WHERE value LIKE '%${FAMILY}%'`))
      .toBe(1);
  } finally {
    await context.close();
    await world.dispose();
  }
});
