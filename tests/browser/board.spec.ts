/** The public board as people meet it: without script, without a network, printed; and how it is built. */
import { expect, test } from '@playwright/test';
import { BOARD_PATH } from '#protocol/open-data.ts';
import { boardWords } from '#domain/board/words.ts';
import { firstTab, openProfile, underWorker, watch } from './support/browser.ts';
import { inspect } from './support/inspect.ts';
import { World } from './support/world.ts';

let world: World;
test.beforeAll(async () => {
  world = await World.start({ args: ['--demo'] });
});
test.afterAll(() => world.dispose());

test('the board is read without script, in every width and theme, within 40 kB and one request, an example’s picture beside it', async ({
  browser,
}, info) => {
  const reader = await browser.newContext({ javaScriptEnabled: false });
  const asked: string[] = [];
  const plain = await reader.newPage();
  plain.on('request', (request) => asked.push(new URL(request.url()).pathname));
  const reply = await plain.goto(`${world.origin}${BOARD_PATH}`);
  expect((await reply?.request().sizes())?.responseBodySize).toBeLessThan(40_000);
  for (const heading of [boardWords.familiesTitle, boardWords.unitsTitle, boardWords.criteriaTitle])
    await expect(plain.getByRole('heading', { name: heading })).toBeVisible();
  await plain.getByText('Bộ tiêu chí tự đánh giá của xóm').first().click();
  await expect(plain.getByText('A1.1.').first()).toBeVisible();
  // Pictures of examples come when they are looked at, and are not of the page.
  const picture = plain.getByRole('img', { name: /^Ảnh của / }).first();
  await picture.scrollIntoViewIfNeeded();
  await expect.poll(() => picture.evaluate((img: HTMLImageElement) => img.naturalWidth)).toBeGreaterThan(0);
  const own = asked.filter(
    (path) => !path.startsWith('/icons/') && !path.startsWith(`${BOARD_PATH}/dien-hinh/`),
  );
  expect(own).toEqual([BOARD_PATH]);
  await reader.close();

  const context = await browser.newContext();
  const seen = await watch(context, world.origin);
  const page = await firstTab(context);
  await page.goto(`${world.origin}${BOARD_PATH}`);
  expect(await inspect(page, 'cong-khai', info, 'phone')).toEqual([]);
  expect(seen).toEqual({ violations: [], foreign: [], errors: [] });
  await context.close();
});

test('a phone with the app shows the board without a network as it last saw it, and nothing else under its name', async () => {
  const context = await openProfile(world.profileFolder());
  try {
    const page = await firstTab(context);
    await page.goto(world.origin);
    await underWorker(page);
    await page.goto(`${world.origin}${BOARD_PATH}?tu=zalo`);
    const title = await page.locator('h1').innerText();
    await context.setOffline(true);
    await page.goto(`${world.origin}${BOARD_PATH}`);
    await expect(page.locator('h1')).toHaveText(title);
    await expect(page.getByText('Số liệu lúc')).toBeVisible();
    await context.setOffline(false);
    const kept = await page.evaluate(async () => {
      const cache = await caches.open('thidua-cong-khai');
      return (await cache.keys()).map(({ url }) => new URL(url).pathname + new URL(url).search);
    });
    expect(kept).toEqual([BOARD_PATH]);
  } finally {
    await context.close();
  }
});
