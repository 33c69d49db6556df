/** A phone by a sent link waits for the officer's four digits and goes on by itself; one that is declined keeps its work. */
import AxeBuilder from '@axe-core/playwright';
import { expect, test, type Browser, type Page } from '@playwright/test';
import { deviceWords } from '#client/messages/devices.ts';
import { officeDevices } from '#client/messages/devices-office.ts';
import { enrolWords } from '#client/messages/enrol.ts';
import { fill } from '#client/messages/fill.ts';
import { talkWords } from '#client/messages/hamlet.ts';
import { says } from '../support/browser.ts';
import { guidePicture } from '../support/guide-picture.ts';
import { openOffice } from '../support/officer.ts';
import { World } from '../support/world.ts';

/** Asked every ten seconds while somebody looks on. */
const BY_ITSELF = { timeout: 40_000 };

const phone = async (browser: Browser): Promise<Page> => (await browser.newContext()).newPage();

async function linkFor(desk: Page, world: World, hamlet: string): Promise<string> {
  await desk.goto(`${world.origin}/van-phong/may/cap-ma`);
  await desk.getByRole('radio', { name: new RegExp(`^${hamlet}`) }).click();
  await desk.getByRole('button', { name: officeDevices.make.sent }).click();
  const text = await desk.getByLabel(officeDevices.link.label).inputValue();
  return /http\S+$/.exec(text)?.[0] ?? '';
}

/** At a sent link: bound, and at the hamlet's home, where it says that it waits. */
async function bindWaiting(page: Page, link: string): Promise<string> {
  await page.goto(link);
  // Nobody's phone, on its first page: it says whose officials give out codes before anything is tapped.
  await expect(page.getByText(/^Mã chỉ do cán bộ xã [^,]+, hoặc trưởng xóm của mình/)).toBeVisible();
  await page.getByRole('button', { name: enrolWords.button, exact: true }).click();
  await page.getByRole('button', { name: deviceWords.awaits.enter }).click();
  const card = page.getByRole('region', { name: deviceWords.awaits.title });
  const spoken = (await card.getByRole('img').getAttribute('aria-label')) ?? '';
  return spoken.replaceAll(/\D/g, '');
}

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

test('a sent link waits for the officer’s four digits: approved, it sends by itself; declined, nothing is lost', async ({
  browser,
}) => {
  const world = await World.start();
  try {
    const desk = (await openOffice(world)).page;
    const head = await phone(browser);
    const link = await linkFor(desk, world, 'Chùa 9');
    // A program that looks at links before their reader does spends nothing.
    const looked = await fetch(link, { headers: { accept: 'text/html' } });
    expect(looked.status).toBe(200);
    const digits = await bindWaiting(head, link);
    await guidePicture(head, 'may-bon-so');
    await say(head, 'Xóm gửi trong lúc chờ');
    expect(arrived(world)).toBe(0);

    await desk.getByRole('link', { name: /^Máy và mã/ }).click();
    const waiting = desk.getByRole('region', { name: fill(officeDevices.waiting.title, { n: 1 }) });
    await expect(waiting).toBeVisible(BY_ITSELF);
    expect(await axeFinds(desk)).toEqual([]);
    expect(await axeFinds(head)).toEqual([]);
    await waiting
      .getByRole('button', { name: fill(officeDevices.waiting.approveOf, { digits, place: 'xóm Chùa 9' }) })
      .click();
    await expect(head.getByRole('region', { name: deviceWords.awaits.title })).toHaveCount(0, BY_ITSELF);
    await expect.poll(() => arrived(world)).toBe(1);

    const stranger = await phone(browser);
    await bindWaiting(stranger, await linkFor(desk, world, 'Đầm Mụ'));
    await say(stranger, 'Không phải của xóm');
    await desk.getByRole('link', { name: /^Máy và mã/ }).click();
    await desk.getByRole('button', { name: /^Từ chối máy/ }).click(BY_ITSELF);
    await desk.getByRole('dialog').getByRole('button', { name: officeDevices.waiting.decline }).click();
    await expect(says(stranger, deviceWords.declined.title)).toBeVisible(BY_ITSELF);
    await says(stranger, deviceWords.declined.title).click();
    await expect(stranger.getByText(deviceWords.declined.why)).toBeVisible();
    await expect(stranger.getByText('1 việc chưa gửi vẫn nằm trên máy này.')).toBeVisible();
    expect(arrived(world)).toBe(1);
  } finally {
    await world.dispose();
  }
});
