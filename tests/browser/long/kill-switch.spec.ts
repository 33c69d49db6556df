/** A bad release is taken off the phones: one opening, and its files are gone, the work is there and can leave. */
import { cpSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { killSwitchWords as words } from '#client/messages/kill-switch.ts';
import { RESCUE_PATH, RESCUE_TYPE } from '#protocol/rescue.ts';
import { root } from '../../support/source-files.ts';
import { firstTab, openProfile, says, underWorker } from '../support/browser.ts';
import { inspect } from '../support/inspect.ts';
import { tapThrough } from '../support/tap-household.ts';
import { World } from '../support/world.ts';

/** The same app, with a line of somebody else's in it. */
function poison(folder: string): void {
  const change = (name: string, to: (text: string) => string): void => {
    const file = join(folder, name);
    writeFileSync(file, to(readFileSync(file, 'utf8')));
    for (const packed of [`${file}.br`, `${file}.gz`]) if (existsSync(packed)) rmSync(packed);
  };
  writeFileSync(join(folder, 'assets/poison.js'), "document.documentElement.dataset.poisoned = 'yes';");
  change('index.html', (html) => html.replace('</head>', '<script src="/assets/poison.js"></script></head>'));
  // The worker knows the front page by its revision.
  change('sw.js', (code) =>
    code.replace(/("revision":")[0-9a-f]{32}(","url":"index\.html")/, `$1${'f'.repeat(32)}$2`),
  );
}

const poisoned = (page: Page): Promise<boolean> =>
  page.evaluate(() => document.documentElement.dataset['poisoned'] === 'yes');
const left = (page: Page) =>
  page.evaluate(async () => ({
    caches: await caches.keys(),
    workers: (await navigator.serviceWorker.getRegistrations()).length,
  }));

test.setTimeout(240_000);

test('a poisoned build is gone after one opening, the outbox is whole, leaves as a file and by itself', async () => {
  const info = test.info();
  const served = info.outputPath('served');
  cpSync(process.env['TEST_DIST'] ?? join(root, 'dist'), served, { recursive: true });
  const world = await World.start({
    entry: 'tests/support/planted-server.entry.ts',
    args: ['--dist', served],
  });
  const context = await openProfile(world.profileFolder());
  try {
    const page = await firstTab(context);
    await page.goto(world.link('household'));
    await underWorker(page);
    await world.server.stop();
    await tapThrough(page);
    await expect(says(page, 'Chờ gửi')).toBeVisible();

    // The bad release reaches the phone, and the phone runs it.
    const good = info.outputPath('good');
    cpSync(served, good, { recursive: true });
    poison(served);
    // Nothing is taken while it is out: what waits must still wait when the switch is thrown.
    await context.route('**/api/v1/**', (route) => route.abort());
    await world.server.start();
    await page.evaluate(async () => (await navigator.serviceWorker.ready).update());
    await expect
      .poll(() => page.evaluate(async () => (await navigator.serviceWorker.ready).waiting?.state))
      .toBe('installed');
    await page.evaluate(async () =>
      (await navigator.serviceWorker.ready).waiting?.postMessage({ type: 'SKIP_WAITING' }),
    );
    // The page opens itself anew when its worker has changed; asked meanwhile there is nobody to answer.
    await expect.poll(() => poisoned(page).catch(() => false)).toBe(true);
    expect((await left(page)).caches.length).toBeGreaterThan(0);

    await world.server.restart({ KILL_SWITCH: 'on' });
    await context.unroute('**/api/v1/**');
    // One opening, with nobody tapping anything.
    await page.goto(`${world.origin}/`);
    await expect(page.getByRole('heading', { name: words.title })).toBeVisible();
    expect(await left(page)).toEqual({ caches: [], workers: 0 });
    expect(await poisoned(page)).toBe(false);
    await expect(page.getByText('1 việc chưa gửi')).toBeVisible();
    expect(await inspect(page, 'trang-cuu', info)).toEqual([]);
    await page.screenshot({ path: info.outputPath('rescue-page.png') });
    // Nothing signed is taken meanwhile.
    const refused = await page.evaluate(async () => (await fetch('/api/v1/sync', { method: 'POST' })).status);
    expect([refused, world.count('SELECT COUNT(*) FROM submission')]).toEqual([503, 0]);

    const saving = page.waitForEvent('download');
    await page.getByRole('button', { name: words.save }).click();
    const file = readFileSync((await (await saving).path()) ?? '');
    const handedIn = await fetch(world.origin + RESCUE_PATH, {
      method: 'POST',
      headers: { 'content-type': RESCUE_TYPE },
      body: new Uint8Array(file),
    });
    expect(await handedIn.json()).toMatchObject({ taken: 1 });
    expect(world.count('SELECT COUNT(*) FROM submission')).toBe(1);
    // By itself too, and it counts once.
    await page.getByRole('button', { name: words.handIn }).click();
    await expect(page.getByText(/^Xã đã nhận 0 việc, đã có từ trước 1 việc/)).toBeVisible();

    // Mended: the app is back at the same address, with the same work.
    rmSync(served, { recursive: true });
    cpSync(good, served, { recursive: true });
    await world.server.restart();
    await page.goto(`${world.origin}/`);
    await expect(says(page, 'Xã đã nhận')).toBeVisible();
    expect(await poisoned(page)).toBe(false);
    expect(world.count('SELECT COUNT(*) FROM submission')).toBe(1);
  } finally {
    await context.close();
    await world.dispose();
  }
});
