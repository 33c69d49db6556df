/** A helper's phone by the head's code works until the head says no; one by a sent link has its story in the long lane. */
import AxeBuilder from '@axe-core/playwright';
import { expect, test, type Browser, type Page } from '@playwright/test';
import { deviceWords } from '#client/messages/devices.ts';
import { fill } from '#client/messages/fill.ts';
import { talkWords } from '#client/messages/hamlet.ts';
import { CODES_PATH } from '#protocol/devices.ts';
import { redeem } from '../support/enrol.ts';
import { guidePicture } from '../support/guide-picture.ts';
import { overflowInDouble } from '../support/inspect.ts';
import { World } from '../support/world.ts';

/** Asked every ten seconds while somebody looks on. */
const BY_ITSELF = { timeout: 40_000 };

const phone = async (browser: Browser): Promise<Page> => (await browser.newContext()).newPage();

async function say(page: Page, text: string): Promise<void> {
  await page.getByLabel(talkWords.label).fill(text);
  await page.getByRole('button', { name: talkWords.send, exact: true }).click();
  await expect(page.getByText(text).last()).toBeVisible();
}
const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
async function axeFinds(page: Page): Promise<string[]> {
  const { violations, passes } = await new AxeBuilder({ page }).withTags(WCAG).analyze();
  expect(passes.length).toBeGreaterThan(5);
  return violations.map(({ id, nodes }) => `${id} ${nodes.map(({ target }) => target.join(' ')).join(', ')}`);
}
const arrived = (world: World): number =>
  world.count("SELECT COUNT(*) FROM operation WHERE kind = 'comment.add'");

test('a helper bound by the head’s code works at once, until the head takes it back; unsent work is kept', async ({
  browser,
}) => {
  const world = await World.start();
  try {
    const head = await phone(browser);
    await redeem(head, world.link('hamletHead'), /^Xóm /);
    await head.goto(`${world.origin}/xom/may`);
    await head.getByLabel(deviceWords.helpers.nameLabel).fill('Chị Hoa');
    await head.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
    const issued = head.waitForResponse((response) => response.url().endsWith(CODES_PATH));
    await head.getByRole('button', { name: deviceWords.helpers.get }).click();
    await expect(head.getByRole('img', { name: /^Mã QR ghép máy cho/ })).toBeVisible();
    // Pressed from below a list: whose code it is stands in sight.
    await expect(head.locator('h1')).toBeInViewport({ ratio: 1 });
    await guidePicture(head, 'may-nguoi-giup');
    expect(await axeFinds(head)).toEqual([]);
    expect(await overflowInDouble(head)).toBe(0);
    const code: unknown = await (await issued).json();
    const fragment = typeof code === 'object' && code !== null ? String(Reflect.get(code, 'fragment')) : '';

    const helper = await phone(browser);
    await redeem(helper, `${world.origin}/ghep#${fragment}`, /^Xóm /);
    await say(helper, 'Người giúp viết');
    await expect.poll(() => arrived(world), BY_ITSELF).toBe(1);
    await expect(head.getByText(fill(deviceWords.code.bound, { label: 'Chị Hoa' }))).toBeVisible(BY_ITSELF);

    await head.getByRole('button', { name: deviceWords.helpers.done }).click();
    await head.getByRole('button', { name: fill(deviceWords.helpers.revokeOf, { name: 'Chị Hoa' }) }).click();
    await head.getByRole('dialog').getByRole('button', { name: deviceWords.helpers.revoke }).click();
    await expect(head.getByText(fill(deviceWords.helpers.revoked, { name: 'Chị Hoa' }))).toBeVisible();

    await say(helper, 'Viết sau khi bị thu hồi');
    await helper.goto(`${world.origin}/quet-lai`);
    await expect(helper.getByText('1 việc chưa gửi vẫn nằm trên máy này.')).toBeVisible(BY_ITSELF);
    expect(arrived(world)).toBe(1);
  } finally {
    await world.dispose();
  }
});
