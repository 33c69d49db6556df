/** What a phone keeps of the app, and what it does not: after a tour the caches hold files of the build alone. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { root } from '../../support/source-files.ts';
import { firstTab, openProfile, says, underWorker, watch } from '../support/browser.ts';
import { redeem } from '../support/enrol.ts';
import { tapThrough } from '../support/tap-household.ts';
import { World } from '../support/world.ts';

const dist = process.env['TEST_DIST'] ?? join(root, 'dist');
const built = new Set(
  readdirSync(dist, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => `/${join(entry.parentPath, entry.name).slice(dist.length + 1)}`),
);

/** Paths of everything in Cache Storage. */
const kept = (page: Page): Promise<string[]> =>
  page.evaluate(async () => {
    const requests = await Promise.all(
      (await caches.keys()).map(async (name) => (await caches.open(name)).keys()),
    );
    return requests.flat().map(({ url }) => new URL(url).pathname);
  });
const strange = (paths: readonly string[]): string[] => paths.filter((path) => !built.has(path));

test('after a tour the caches hold files of the build and nothing else', async () => {
  const world = await World.start();
  const context = await openProfile(world.profileFolder());
  try {
    const seen = await watch(context, world.origin);
    const page = await firstTab(context);
    await page.goto(world.link('household'));
    await underWorker(page);
    await tapThrough(page);
    await expect(says(page, 'Xã đã nhận')).toBeVisible();
    await page.goto(`${world.origin}/du-lieu`);
    await expect(page.locator('h1').first()).toBeVisible();
    await redeem(page, world.link('hamletHead'), /^Xóm /);
    for (const path of ['/xom/phieu', '/cac-ho', '/hang-cho', '/tinh-trang']) {
      await page.goto(world.origin + path);
      await expect(page.locator('h1').first()).toBeVisible();
    }
    const paths = await kept(page);
    expect(paths.length).toBeGreaterThan(10);
    expect(strange(paths)).toEqual([]);
    expect(paths.filter((path) => path.startsWith('/api/') || path.startsWith('/cuu/'))).toEqual([]);

    // One worker, from one address; another is refused by the policy before it is asked for.
    const workers = await page.evaluate(async () => {
      const registrations = await navigator.serviceWorker.getRegistrations();
      return registrations.map(({ active }) => new URL(active?.scriptURL ?? '').pathname);
    });
    expect(workers).toEqual(['/sw.js']);
    const refused = await page.evaluate(() =>
      Promise.resolve()
        .then(() => navigator.serviceWorker.register('/cuu/sw.js'))
        .then(() => 'registered', String),
    );
    expect(refused).toMatch(/TrustedScriptURL/);
    expect(seen.violations.filter((each) => !each.startsWith('require-trusted-types-for'))).toEqual([]);

    // The control: what somebody put there is seen.
    await page.evaluate(async () => (await caches.open('x')).put('/api/v1/hello', new Response('{}')));
    expect(strange(await kept(page))).toEqual(['/api/v1/hello']);
  } finally {
    await context.close();
    await world.dispose();
  }
});
