/** Two tabs of one phone, and a tab that dies while somebody types. */
import { expect, test, type Page } from '@playwright/test';
import { reviewWords } from '#client/messages/hamlet.ts';
import { firstTab, openProfile, says } from './support/browser.ts';
import { redeem } from './support/enrol.ts';
import { World } from './support/world.ts';

const review = async (page: Page, world: World) => {
  await page.goto(`${world.origin}/xom/phieu?xem-lai`);
  await page.getByLabel(reviewWords.signName).fill('Nguyễn Văn Tám');
  await page.getByRole('button', { name: reviewWords.signButton }).click();
};
const send = (page: Page) => page.getByRole('button', { name: reviewWords.send }).click();

// promise: P4
test('two tabs that press Gửi together make one submission and a sequence without a hole', async () => {
  const world = await World.start();
  const context = await openProfile(world.profileFolder());
  try {
    const one = await firstTab(context);
    await redeem(one, world.link('hamletHead'), /^Xóm /);
    await one.goto(`${world.origin}/xom/phieu?nhom=A2`);
    await one.getByRole('main').getByRole('textbox').first().fill('7');
    await expect(one.getByText(/Đã lưu trên máy này lúc/)).toBeVisible();
    const two = await context.newPage();
    await review(one, world);
    await review(two, world);
    await Promise.all([send(one), send(two)]);
    await expect(one).toHaveURL(/\/bien-nhan\//);
    await expect(two).toHaveURL(one.url());
    await expect(says(one, 'Xã đã nhận')).toBeVisible();
    await expect(says(two, 'Xã đã nhận')).toBeVisible();

    expect(world.count("SELECT COUNT(*) FROM operation WHERE kind = 'assessment.submit'")).toBe(1);
    expect(world.count('SELECT COUNT(*) FROM submission')).toBe(1);
    const places = world
      .query("SELECT seq FROM device_seq WHERE device_id <> '' ORDER BY seq")
      .map((row) => row['seq']);
    expect(places).toEqual(places.map((_seq, index) => index + 1));
    expect(places.length).toBeGreaterThan(0);
  } finally {
    await context.close();
    await world.dispose();
  }
});

// promise: P1
test('a tab killed in the middle of a word keeps all that the state line called saved', async () => {
  const world = await World.start();
  const context = await openProfile(world.profileFolder());
  try {
    const page = await firstTab(context);
    await redeem(page, world.link('hamletHead'), /^Xóm /);
    await page.goto(`${world.origin}/xom/phieu?nhom=A8`);
    await page.getByRole('radio').nth(1).check({ force: true });
    const written = page.getByRole('main').locator('textarea');
    const began = Date.now();
    await written.pressSequentially('Tổ công nghệ số dạy bà con');
    await expect(page.locator('[data-state="draft"]')).toContainText(/Đã lưu trên máy này lúc/);
    test
      .info()
      .annotations.push({ type: 'saved', description: `${Date.now() - began} ms after the first letter` });
    await written.pressSequentially(' dùng');
    const session = await context.newCDPSession(page);
    // The renderer is gone at once: no pagehide, no visibilitychange, nothing is flushed.
    await Promise.race([session.send('Page.crash').catch(() => undefined), page.waitForEvent('crash')]);

    const again = await context.newPage();
    await again.goto(`${world.origin}/xom/phieu?nhom=A8`);
    await expect(again.getByRole('main').locator('textarea')).toHaveValue(/^Tổ công nghệ số dạy bà con/);
  } finally {
    await context.close();
    await world.dispose();
  }
});
