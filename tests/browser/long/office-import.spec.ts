/**
 * The officer's lists from a file, at 1366×768 and by keyboard alone: 19 hamlets and 1.800 families of a commune taken
 * over, from a workbook that LibreOffice wrote, appear whole and are taken back whole.
 */
import { join } from 'node:path';
import { expect, test, type Locator, type Page } from '@playwright/test';
import { importWords as words } from '#client/messages/office-import.ts';
import { placesWords as places } from '#client/messages/office-places.ts';
import { root } from '../../support/source-files.ts';
import { press, walkTo } from '../support/by-keyboard.ts';
import { DESK, firstTab, openProfile, watch } from '../support/browser.ts';
import { redeem } from '../support/enrol.ts';
import { guidePicture } from '../support/guide-picture.ts';
import { inspect } from '../support/inspect.ts';
import { placeInRail } from '../support/rail.ts';
import { World } from '../support/world.ts';

const LIST = join(root, 'tests/support/files/ho-quan-chu.xlsx');

let world: World;
test.beforeAll(async () => {
  world = await World.start();
});
test.afterAll(() => world.dispose());

const figure = (page: Page, text: string): Locator => page.getByRole('status').filter({ hasText: text });
const households = (): number =>
  world.count("SELECT count(*) FROM record WHERE entity = 'household' AND ended_at IS NULL");
const hamlets = (): number =>
  world.count("SELECT count(*) FROM record WHERE entity = 'hamlet' AND ended_at IS NULL");

test('a workbook of 19 hamlets and 1.800 families is imported, seen whole and undone, by keyboard', async ({
  browserName: _browser,
}, info) => {
  const context = await openProfile(world.profileFolder(), DESK);
  const page = await firstTab(context);
  const seen = await watch(context, world.origin);
  await redeem(page, world.link('officer'), /^Hôm nay/);
  const before = { households: households(), hamlets: hamlets() };

  await press(page, await placeInRail(page, places.title, (head) => press(page, head)));
  await press(page, page.getByRole('link', { name: places.tabs.households, exact: true }));
  const search = page.getByRole('searchbox', { name: places.search });
  await expect(search).toBeVisible();
  await press(page, page.getByRole('link', { name: places.import, exact: true }));

  await expect(async () => {
    await walkTo(page, page.getByLabel(words.file));
    const chooser = page.waitForEvent('filechooser', { timeout: 5000 });
    await page.keyboard.press('Enter');
    await (await chooser).setFiles(LIST);
  }).toPass();
  await expect(page.getByRole('heading', { name: /Bước 2/ })).toBeFocused();
  // Guessed from the headings; the title above them is none.
  await expect(page.getByLabel(words.heading)).toHaveValue('1');
  await walkTo(page, page.getByLabel(words.former));
  await page.keyboard.type('xã Quân Chu');
  const faults = await inspect(page, 'nhap-cot', info, 'desk');
  await page.setViewportSize(DESK.viewport ?? { width: 1366, height: 768 });
  await press(page, page.getByRole('button', { name: words.toPreview, exact: true }));

  await expect(page.getByRole('heading', { name: /Bước 3/ })).toBeFocused();
  await expect(figure(page, '1.800 dòng: 1.800 thêm mới')).toBeVisible();
  await press(page, page.getByRole('checkbox', { name: /Thêm 19 xóm/ }), 'Space');
  faults.push(...(await inspect(page, 'nhap-xem-truoc', info, 'desk')));
  await guidePicture(page, 'can-bo-nhap-danh-sach');
  await page.setViewportSize(DESK.viewport ?? { width: 1366, height: 768 });
  const began = Date.now();
  await press(page, page.getByRole('button', { name: 'Nhập 1.800 dòng', exact: true }));
  await expect(page.getByRole('heading', { name: 'Đã ghi 1.819 mục' })).toBeVisible();
  const sealed = Date.now();
  await expect(figure(page, places.batches.committed)).toBeVisible({ timeout: 60_000 });
  info.annotations.push({
    type: 'figures',
    description: `sealed in ${sealed - began} ms, committed after ${Date.now() - sealed} ms more`,
  });
  expect({ households: households(), hamlets: hamlets() }).toEqual({
    households: before.households + 1800,
    hamlets: before.hamlets + 19,
  });

  await press(page, page.getByRole('link', { name: words.toList, exact: true }));
  const all = before.households + 1800;
  const shown = all.toLocaleString('de-DE').replace(/\./g, '');
  await expect(figure(page, `${shown} trên ${shown}`)).toBeVisible({ timeout: 60_000 });
  await page.keyboard.press('/');
  await expect(search).toBeFocused();
  await page.keyboard.type('luong minh long');
  await expect(page.getByRole('button', { name: 'Lương Minh Long' }).first()).toBeVisible();
  faults.push(...(await inspect(page, 'danh-sach-ho', info, 'desk')));
  await page.setViewportSize(DESK.viewport ?? { width: 1366, height: 768 });

  await press(page, page.getByRole('link', { name: places.tabs.batches, exact: true }));
  await press(page, page.getByRole('button', { name: /^Hoàn tác: Nhập hộ gia đình/ }));
  await press(page, page.getByRole('button', { name: places.batches.undoDo, exact: true }));
  await expect(page.getByText(places.batches.reverted)).toBeVisible({ timeout: 60_000 });
  expect({ households: households(), hamlets: hamlets() }).toEqual(before);
  faults.push(...(await inspect(page, 'lan-nhap', info, 'desk')));

  expect(faults).toEqual([]);
  expect(seen.violations).toEqual([]);
  expect(seen.foreign).toEqual([]);
  expect(seen.errors).toEqual([]);
  await context.close();
});
