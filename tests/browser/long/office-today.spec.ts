/** The office's home and its progress, by keys alone, on a commune part-way through its campaign. */
import AxeBuilder from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
import { officeHelp } from '#client/messages/office-help.ts';
import { officeProgress } from '#client/messages/office-progress.ts';
import { officeToday } from '#client/messages/office-today.ts';
import { DESK, firstTab, openProfile, watch } from '../support/browser.ts';
import { guidePicture } from '../support/guide-picture.ts';
import { redeem } from '../support/enrol.ts';
import { TODAY } from '../support/officer.ts';
import { World } from '../support/world.ts';

const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

async function axeFinds(page: Page): Promise<string[]> {
  const { violations, passes } = await new AxeBuilder({ page }).withTags(WCAG).analyze();
  expect(passes.length).toBeGreaterThan(5);
  return violations.map(({ id, nodes }) => `${id} ${nodes.map(({ target }) => target.join(' ')).join(', ')}`);
}
const focused = (page: Page): Promise<string> =>
  page.evaluate(() => document.activeElement?.getAttribute('data-wait') ?? '');

test('Hôm nay and Tiến độ by the keyboard alone: walk what waits, open, find, read the keys, the figures', async () => {
  const world = await World.start({ args: ['--demo'] });
  try {
    const context = await openProfile(world.profileFolder(), DESK);
    const seen = await watch(context, world.origin);
    const page = await firstTab(context);
    await redeem(page, world.link('officer'), TODAY);
    const queue = page.getByRole('region', { name: /^Chờ tôi: \d+ việc$/ });
    await expect(queue).toBeVisible();
    // The rail counts the same things, and everybody has arrived.
    await expect(
      page
        .getByRole('navigation')
        .getByText(/^19/)
        .or(page.getByRole('heading', { name: /^19 xóm/ })),
    ).toBeVisible();

    await page.keyboard.press('ArrowDown');
    const first = await focused(page);
    await page.keyboard.press('ArrowDown');
    const second = await focused(page);
    expect([first, second].every((id) => id !== '') && first !== second).toBe(true);
    await page.keyboard.press('ArrowUp');
    expect(await focused(page)).toBe(first);
    expect(await axeFinds(page)).toEqual([]);
    await guidePicture(page, 'can-bo-hom-nay');

    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(/\/ra-soat\/[0-9a-f-]{36}/);
    await page.goBack();
    await expect(page.getByRole('heading', { level: 1, name: TODAY })).toBeVisible();

    await page.keyboard.press('?');
    await expect(page.getByRole('dialog').getByText(officeToday.keys.rows)).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await page.keyboard.press('/');
    await expect(page.getByRole('searchbox')).toBeFocused();
    await page.keyboard.type('thuan phong 14');
    await expect(
      page
        .getByRole('dialog')
        .getByRole('link', { name: /Thuận Phong 14/ })
        .first(),
    ).toBeVisible();
    await page.keyboard.press('Escape');

    await page.getByRole('link', { name: officeHelp.rail.progress }).focus();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { level: 1, name: officeProgress.title })).toBeVisible();
    await expect(page.getByRole('img', { name: /hộ đã gửi, / })).toBeVisible();
    expect(await axeFinds(page)).toEqual([]);
    await guidePicture(page, 'can-bo-tien-do');
    await page
      .getByRole('button', { name: new RegExp(`^${officeProgress.asTable}`) })
      .first()
      .focus();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('columnheader', { name: officeProgress.series.columns.total })).toBeVisible();
    expect(seen).toEqual({ violations: [], foreign: [], errors: [] });
    // Nothing of it needs the network: the same figures are there without.
    const sentence = await page
      .getByText(/hộ đã gửi, /)
      .first()
      .textContent();
    await context.setOffline(true);
    await page.reload();
    await expect(page.getByText(sentence ?? 'none').first()).toBeVisible();
    await context.close();
  } finally {
    await world.dispose();
  }
});
