/** A new release is offered, never forced: not while words are unsaved, and the draft is there after it. */
import { cpSync, rmSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { status } from '#client/messages/status.ts';
import { updateWords } from '#client/messages/update.ts';
import { root } from '../../support/source-files.ts';
import { firstTab, openProfile, underWorker } from '../support/browser.ts';
import { holdSaves, releaseSaves } from '../support/draft-store.ts';
import { redeem } from '../support/enrol.ts';
import { buildInto } from '../support/other-build.ts';
import { World } from '../support/world.ts';

test('a new build is offered, waits for unsaved words, and keeps the draft', async () => {
  const info = test.info();
  const served = info.outputPath('served');
  cpSync(`${root}/dist`, served, { recursive: true });
  const world = await World.start({
    entry: 'tests/support/planted-server.entry.ts',
    args: ['--dist', served],
  });
  const context = await openProfile(world.profileFolder());
  try {
    const page = await firstTab(context);
    await redeem(page, world.link('hamletHead'), /^Xóm /);
    await underWorker(page);
    await page.goto(`${world.origin}/xom/phieu?nhom=A2`);
    const fields = page.getByRole('main').getByRole('textbox');
    await fields.first().fill('7');
    await expect(page.getByText(/Đã lưu trên máy này lúc/)).toBeVisible();

    rmSync(served, { recursive: true });
    buildInto(served, 'ban-moi');
    await world.server.restart();
    await page.evaluate(() => Reflect.set(window, 'isSamePage', true));
    const isSamePage = () => page.evaluate(() => Reflect.get(window, 'isSamePage') === true);
    await holdSaves(page);
    await fields.nth(1).fill('41');

    await page.evaluate(async () => (await navigator.serviceWorker.ready).update());
    await expect(page.getByText(updateWords.ready)).toBeVisible();
    await page.getByRole('button', { name: updateWords.letIn }).click();
    await expect(page.getByText(updateWords.waiting)).toBeVisible();
    // Offered and accepted, and still it waits: the words are not on disk.
    expect(await page.evaluate(async () => (await navigator.serviceWorker.ready).waiting?.state)).toBe(
      'installed',
    );
    expect(await isSamePage()).toBe(true);

    await releaseSaves(page);
    // Whether the save that hung came through or was given up: the next keystroke is saved with all before it.
    await fields.nth(1).fill('42');
    // Asked while the page is being replaced there is nobody to answer.
    await expect.poll(() => isSamePage().catch(() => false)).toBe(false);
    await expect(fields.first()).toHaveValue('7');
    await expect(fields.nth(1)).toHaveValue('42');
    await page.goto(`${world.origin}/tinh-trang`);
    await expect(page.getByText('ban-moi')).toBeVisible();
    await expect(page.getByText(status.build)).toBeVisible();
  } finally {
    await context.close();
    await world.dispose();
  }
});
