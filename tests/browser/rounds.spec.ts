/** Two phones of one hamlet: nobody's words are overwritten. Back and forth with the commune is in the long lane. */
import { expect, test, type Page } from '@playwright/test';
import { chooseWords } from '#client/messages/choosing.ts';
import { homeWords } from '#client/messages/hamlet.ts';
import { firstTab, openProfile } from './support/browser.ts';
import { redeem } from './support/enrol.ts';
import { World } from './support/world.ts';

// A step that hangs names itself long before the story's own limit.
test.use({ actionTimeout: 15_000 });

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const saved = (page: Page) => expect(page.getByText(/Đã lưu trên máy này lúc/)).toBeVisible();

// promise: P5
test('two phones of one hamlet write different figures without a network: both are kept until a person chooses', async () => {
  const world = await World.start();
  const one = await openProfile(world.profileFolder());
  const two = await openProfile(world.profileFolder());
  try {
    const [head, helper] = [await firstTab(one), await firstTab(two)];
    await redeem(head, world.link('hamletHead'), /^Xóm /);
    const hamlet = ((await head.locator('h1').textContent()) ?? '').replace(/^Xóm /, '');
    await redeem(helper, world.issue('enrol', '--role', 'hamletHelper', '--hamlet', hamlet), /^Xóm /);
    for (const phone of [head, helper]) await expect(phone.getByText(homeWords.openForm)).toBeVisible();
    for (const [phone, figure] of [
      [head, '6'],
      [helper, '9'],
    ] as const) {
      await phone.goto(`${world.origin}/xom/phieu?nhom=A2&muc=A2.1`);
      await phone.context().setOffline(true);
      await phone.getByRole('main').getByRole('textbox').first().fill(figure);
      await saved(phone);
    }
    for (const phone of [head, helper]) {
      await phone.context().setOffline(false);
      await phone.goto(`${world.origin}/hang-cho`);
      await phone.getByRole('button', { name: 'Gửi ngay' }).click();
      await expect
        .poll(() => world.count("SELECT COUNT(*) FROM operation WHERE kind = 'answers.save'"))
        .toBe(phone === head ? 1 : 2);
    }
    await head.goto(`${world.origin}/xom/can-chon`);
    await expect(head.getByText(chooseWords.two)).toBeVisible();
    await head.getByRole('radio', { name: /^9 buổi/ }).check({ force: true });
    await button(head, chooseWords.pick).click();
    await expect(head.getByText(chooseWords.done)).toBeVisible();
    await expect
      .poll(() => world.count("SELECT COUNT(*) FROM operation WHERE kind = 'answers.save'"))
      .toBe(3);
    await helper.goto(`${world.origin}/xom/can-chon`);
    await expect(helper.getByText(chooseWords.done)).toBeVisible();
  } finally {
    await one.close();
    await two.close();
    await world.dispose();
  }
});
