/** The ranking by the keyboard alone, on a commune part-way through: look, freeze with a reason, reckon again, take away. */
import { expect, test } from '@playwright/test';
import { rankingWords as words } from '#client/messages/office-ranking.ts';
import { press, walkTo } from '../support/by-keyboard.ts';
import { guidePicture } from '../support/guide-picture.ts';
import { inspect } from '../support/inspect.ts';
import { openOffice } from '../support/officer.ts';
import { World } from '../support/world.ts';

test('hamlets are ranked, frozen, and reckoned again equal by the commune’s server and by this machine', async () => {
  const testInfo = test.info();
  const world = await World.start({ args: ['--demo'] });
  try {
    const { context, page } = await openOffice(world);
    await page.goto(`${world.origin}/xep-hang`);
    await expect(page.getByRole('heading', { level: 1, name: words.titles.hamlet })).toBeVisible();
    await expect(page.getByText(words.provisional)).toBeVisible();
    expect(await inspect(page, 'office-ranking', testInfo, 'desk')).toEqual([]);
    await guidePicture(page, 'can-bo-xep-hang');

    await press(page, page.getByRole('button', { name: words.freeze.act }));
    const dialog = page.getByRole('dialog');
    await expect(dialog.getByText(words.freeze.means)).toBeVisible();
    // Not without a reason while forms are open.
    await press(page, dialog.getByRole('button', { name: /^Chốt \d+ xóm$/ }));
    await expect(dialog.getByText(words.freeze.reasonNeeded)).toBeVisible();
    await walkTo(page, dialog.getByLabel(words.freeze.reason));
    await page.keyboard.type('Họp Hội đồng lần một; các xóm còn lại chấm sau.');
    await press(page, dialog.getByRole('button', { name: /^Chốt \d+ xóm$/ }));
    await expect(page.getByText(words.freeze.saved)).toBeVisible();

    const frozen = page.getByRole('listitem').filter({ hasText: 'Chốt lúc' });
    await expect(frozen).toHaveCount(1);
    // The server has reckoned it again and keeps it: nothing waits, nothing is refused.
    await expect(frozen.getByText('Chờ gửi')).toHaveCount(0, { timeout: 30_000 });
    await expect(page.getByText(/^Xã chưa nhận bảng/)).toHaveCount(0);
    await press(page, frozen.getByRole('button', { name: words.freeze.recompute }));
    await expect(frozen.getByText(/bằng nhau cả \d+ xóm, mã kiểm tra khớp/)).toBeVisible();

    const download = page.waitForEvent('download');
    await press(page, page.getByRole('button', { name: words.exportXlsx }));
    expect((await download).suggestedFilename()).toMatch(/\.xlsx$/);
    await context.close();
  } finally {
    await world.dispose();
  }
});
