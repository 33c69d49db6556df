/** Faults 19, 23-28 in a real browser: frozen tabs, wrong clocks, releases that arrive in pieces. */
import { cpSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { appTrouble } from '#client/messages/app-trouble.ts';
import { root } from '../../support/source-files.ts';
import { firstTab, openProfile, says } from '../../browser/support/browser.ts';
import { redeem } from '../../browser/support/enrol.ts';
import { fillHamletForm, signAndSend } from '../../browser/support/hamlet-form.ts';
import { answerHousehold } from '../../browser/support/household-form.ts';
import { buildInto } from '../../browser/support/other-build.ts';
import { enrolHead, SYNC, startBadWorld } from './bad-world.ts';

// promise: P9
for (const { name, at } of [
  { name: 'a day ahead', at: Date.now() + 86_400_000 },
  { name: 'a year behind', at: Date.now() - 365 * 86_400_000 },
  { name: 'in 1970', at: 86_400_000 },
])
  test(`a phone whose clock is ${name} sends like any other, once, and its order is its own`, async () => {
    const bad = await startBadWorld();
    const context = await openProfile(bad.world.profileFolder());
    try {
      const page = await firstTab(context);
      await page.clock.install({ time: at });
      await enrolHead(page, bad);
      await fillHamletForm(page);
      await signAndSend(page, 'Nguyễn Văn Tám');
      await expect(says(page, 'Xã đã nhận')).toBeVisible({ timeout: 40_000 });
      expect(bad.world.count('SELECT COUNT(*) FROM submission')).toBe(1);
      expect(bad.world.count('SELECT COUNT(*) FROM quarantine')).toBe(0);
      const [{ received_at: received } = {}] = bad.world.query('SELECT received_at FROM submission');
      expect(Math.abs(Number(received) - Date.now())).toBeLessThan(600_000);
    } finally {
      await context.close();
      await bad.dispose();
    }
  });

test('a frozen tab does not keep the other tab of the phone from sending', async () => {
  const bad = await startBadWorld();
  const context = await openProfile(bad.world.profileFolder());
  try {
    const one = await firstTab(context);
    await enrolHead(one, bad);
    const session = await context.newCDPSession(one);
    await session.send('Page.setWebLifecycleState', { state: 'frozen' });
    const two = await context.newPage();
    await two.goto(`${bad.proxy.origin}/xom`);
    await fillHamletForm(two);
    await signAndSend(two, 'Nguyễn Văn Tám');
    await expect(says(two, 'Xã đã nhận')).toBeVisible({ timeout: 120_000 });
    await session.send('Page.setWebLifecycleState', { state: 'active' });
    await expect(says(one, 'Xã đã nhận')).toBeVisible({ timeout: 40_000 });
    expect(bad.world.count('SELECT COUNT(*) FROM submission')).toBe(1);
  } finally {
    await context.close();
    await bad.dispose();
  }
});

test('a tab that dies while its request is under way: the other tab finishes it, once', async () => {
  const bad = await startBadWorld();
  const context = await openProfile(bad.world.profileFolder());
  try {
    const one = await firstTab(context);
    await enrolHead(one, bad);
    await fillHamletForm(one);
    const two = await context.newPage();
    await two.goto(`${bad.proxy.origin}/hang-cho`);
    bad.proxy.script = [{ match: SYNC, times: 1, fault: { do: 'hold' } }];
    await signAndSend(one, 'Nguyễn Văn Tám');
    // Sealed, and its request (or that of the draft before it) hangs.
    await expect(one).toHaveURL(/\/bien-nhan\//);
    await expect.poll(() => bad.proxy.log.some((line) => line.endsWith('hold'))).toBe(true);
    const session = await context.newCDPSession(one);
    await Promise.race([session.send('Page.crash').catch(() => undefined), one.waitForEvent('crash')]);
    bad.proxy.release();
    await expect(says(two, 'Xã đã nhận')).toBeVisible({ timeout: 120_000 });
    expect(bad.world.count('SELECT COUNT(*) FROM submission')).toBe(1);
  } finally {
    await context.close();
    await bad.dispose();
  }
});

test('a release whose files are not all there is not taken: the old one keeps serving', async () => {
  const served = test.info().outputPath('served');
  cpSync(process.env['TEST_DIST'] ?? join(root, 'dist'), served, { recursive: true });
  const bad = await startBadWorld({
    entry: 'tests/support/planted-server.entry.ts',
    args: ['--dist', served],
  });
  const context = await openProfile(bad.world.profileFolder());
  try {
    const page = await firstTab(context);
    await enrolHead(page, bad);
    rmSync(served, { recursive: true });
    buildInto(served, 'ban-thieu');
    await bad.world.server.restart();
    // One script of the new build never comes.
    bad.proxy.script = [{ match: /^GET \/assets\/[^?]*\.js/, fault: { do: 'badGateway' } }];
    const outcome = await page.evaluate(async () => {
      const registration = await navigator.serviceWorker.ready;
      try {
        await registration.update();
      } catch {
        return 'refused';
      }
      const worker = registration.installing;
      if (worker === null) return registration.waiting === null ? 'none' : 'installed';
      return new Promise<string>((resolve) => {
        worker.addEventListener('statechange', () => resolve(worker.state));
      });
    });
    expect(outcome).not.toBe('installed');
    bad.proxy.isDown = true;
    await page.reload();
    await expect(page.locator('h1').filter({ hasText: /^Xóm / })).toBeVisible();
  } finally {
    await context.close();
    await bad.dispose();
  }
});

test('scripts of an old build that are gone from the server: the page says what it misses, and does not load anew for ever', async () => {
  const served = test.info().outputPath('served');
  cpSync(process.env['TEST_DIST'] ?? join(root, 'dist'), served, { recursive: true });
  const bad = await startBadWorld({
    entry: 'tests/support/planted-server.entry.ts',
    args: ['--dist', served],
  });
  const context = await openProfile(bad.world.profileFolder(), {
    viewport: { width: 360, height: 740 },
    serviceWorkers: 'block',
  });
  try {
    const page = await firstTab(context);
    await page.goto(`${bad.proxy.origin}/`);
    await expect(page.locator('h1')).toBeVisible();
    // Without the worker every further chunk comes from the server, and there they are gone.
    for (const name of readdirSync(join(served, 'assets')))
      if (/\.js(\.br|\.gz)?$/.test(name)) rmSync(join(served, 'assets', name));
    writeFileSync(join(served, 'assets', 'het.txt'), '');
    await bad.world.server.restart();
    let loads = 0;
    page.on('load', () => (loads += 1));
    await page.evaluate(() => {
      history.pushState(null, '', '/kiem-tra');
      dispatchEvent(new PopStateEvent('popstate'));
    });
    await expect(page.getByText(appTrouble.errorTitle).or(page.locator('h1')).first()).toBeVisible();
    await page.waitForLoadState('networkidle');
    expect(loads).toBeLessThanOrEqual(1);
  } finally {
    await context.close();
    await bad.dispose();
  }
});

test('a family and a hamlet head on one phone have databases of their own', async () => {
  const bad = await startBadWorld();
  const context = await openProfile(bad.world.profileFolder());
  try {
    const page = await firstTab(context);
    await page.goto(bad.link('household'));
    await expect(page.locator('h1')).toBeVisible();
    bad.proxy.isDown = true;
    await answerHousehold(page);
    bad.proxy.isDown = false;
    const names = () =>
      page.evaluate(async () => (await indexedDB.databases()).map((database) => database.name ?? ''));
    const before = (await names()).filter((name) => name.startsWith('thidua-'));
    await redeem(page, bad.link('hamletHead'), /^Xóm /);
    await expect
      .poll(async () => (await names()).filter((name) => name.startsWith('thidua-')).length)
      .toBeGreaterThan(before.length);
  } finally {
    await context.close();
    await bad.dispose();
  }
});
