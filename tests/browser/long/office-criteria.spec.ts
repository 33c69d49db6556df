/** The officer makes a new version of a set and publishes it, at 1366×768 and by the keyboard alone. */
import { expect, test } from '@playwright/test';
import { fill } from '#client/messages/fill.ts';
import { criteriaWords as words } from '#client/messages/office-criteria.ts';
import { openOffice } from '../support/officer.ts';
import { walkTo } from '../support/by-keyboard.ts';
import { guidePicture } from '../support/guide-picture.ts';
import { inspect } from '../support/inspect.ts';
import { World } from '../support/world.ts';

test('a changed set is published by keyboard alone; the running campaign takes it while nobody has sent a form', async () => {
  const testInfo = test.info();
  const world = await World.start();
  try {
    const { context, page } = await openOffice(world);
    await page.goto(`${world.origin}/bo-tieu-chi`);
    await expect(page.getByRole('heading', { level: 1, name: words.title })).toBeVisible();
    expect(await inspect(page, 'office-criteria-sets', testInfo, 'desk')).toEqual([]);
    const set = page
      .getByRole('row', { name: /của xóm/ })
      .getByRole('link')
      .last();
    await walkTo(page, set);
    await page.keyboard.press('Enter');

    // The tree is walked by arrows, a criterion chosen, its field reached by Tab.
    const tree = page.getByRole('region', { name: words.editor.treeName });
    await walkTo(page, tree.getByRole('button').first());
    await walkTo(page, tree.getByRole('button', { name: /^A2\.3/ }), 'ArrowDown');
    await page.keyboard.press('Enter');
    const target = page.getByLabel(words.fields.targetPercent);
    await expect(target).toBeVisible();
    await walkTo(page, target);
    await page.keyboard.press('ControlOrMeta+a');
    await page.keyboard.type('70');

    const pane = page.getByRole('region', { name: words.editor.paneName });
    await walkTo(page, pane.getByRole('button', { name: /^Khác bản 1/ }));
    await page.keyboard.press('Enter');
    await expect(pane.getByRole('heading', { name: 'Bản 2 khác bản 1: 2 chỗ' })).toBeVisible();
    expect(await inspect(page, 'office-criteria-editor', testInfo, 'desk')).toEqual([]);
    await guidePicture(page, 'can-bo-bo-tieu-chi');
    await walkTo(page, pane.getByRole('button', { name: words.editor.panes.preview }));
    await page.keyboard.press('Enter');
    const phone = page.frameLocator(`iframe[title="${words.preview.frame}"]`);
    await expect(phone.getByText('A2.3')).toBeVisible();
    expect(await phone.locator('body').evaluate((body) => body.ownerDocument.defaultView?.innerWidth)).toBe(
      356,
    );

    // On this machine, or sent already where the walk took long.
    await expect(page.getByRole('status').filter({ hasText: /Đã lưu/ })).toBeVisible();
    await walkTo(page, page.getByRole('button', { name: fill(words.editor.publish, { n: 2 }) }), 'Shift+Tab');
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog');
    await expect(dialog.getByText(/Chưa có phiếu nào của loại này được gửi/)).toBeVisible();
    await walkTo(page, dialog.getByRole('button', { name: fill(words.publishing.confirm, { n: 2 }) }));
    await page.keyboard.press('Enter');
    await expect(page.getByText(fill(words.publishing.done, { n: 2 }))).toBeVisible();

    await walkTo(page, page.getByRole('link', { name: words.editor.back }), 'Shift+Tab');
    await page.keyboard.press('Enter');
    const row = page.getByRole('row', { name: /của xóm/ });
    await expect(row).toContainText('Bản 2: đã công bố');
    await expect(row.getByRole('cell').first()).toHaveText('Bản 2');
    await context.close();
  } finally {
    await world.dispose();
  }
});

test('a tab killed while a criterion is written loses half a second at most; what it kept goes when the editor is left', async () => {
  const world = await World.start();
  try {
    const { context, page } = await openOffice(world);
    const address = `${world.origin}/bo-tieu-chi/hamlet?muc=A2.3`;
    await page.goto(address);
    const name = page.getByLabel(words.fields.shortText);
    await name.fill('Hộ dùng dịch vụ công');
    await name.pressSequentially(' trực tuyến');
    await expect(page.getByRole('status').filter({ hasText: /Đã lưu trên máy này/ })).toBeVisible();
    const session = await context.newCDPSession(page);
    // The renderer is gone at once: no pagehide, nothing is flushed.
    await Promise.race([session.send('Page.crash').catch(() => undefined), page.waitForEvent('crash')]);

    const again = await context.newPage();
    await again.goto(address);
    await expect(again.getByLabel(words.fields.shortText)).toHaveValue('Hộ dùng dịch vụ công trực tuyến');
    await again.getByRole('link', { name: words.editor.back }).click();
    await expect(again.getByRole('row', { name: /của xóm/ })).toContainText('1 chỗ');
    await context.close();
  } finally {
    await world.dispose();
  }
});
