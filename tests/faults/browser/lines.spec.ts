/** Faults 30-46 in a real browser: whatever the line does, the form arrives once and the screen never lies. */
import { expect, test } from '@playwright/test';
import type { Fault } from '../../support/fault-proxy.ts';
import { firstTab, openProfile, says } from '../../browser/support/browser.ts';
import { fillHamletForm, signAndSend } from '../../browser/support/hamlet-form.ts';
import { SYNC, enrolHead, onHeadsPhone, startBadWorld } from './bad-world.ts';

const lies: Fault[] = [
  { do: 'html200' },
  { do: 'json200' },
  { do: 'redirect' },
  { do: 'badGateway' },
  { do: 'truncateReply', afterBytes: 200 },
  { do: 'resetReply', afterBytes: 0 },
  { do: 'resetReply', afterBytes: 400 },
  { do: 'resetRequest', afterBytes: 900 },
  { do: 'oldReply' },
  { do: 'twice' },
  { do: 'strip', headers: ['x-thidua-proof'] },
];

test('through portals, resets, half replies, old replies and doubles a form is received once, and never said to be before', () =>
  onHeadsPhone(async ({ page, bad }) => {
    bad.proxy.isDown = true;
    await fillHamletForm(page);
    await signAndSend(page, 'Nguyễn Văn Tám');
    await expect(says(page, 'Chờ gửi')).toBeVisible();

    bad.proxy.isDown = false;
    for (const fault of lies) {
      bad.proxy.script = [{ match: SYNC, times: 1, fault }];
      await page.goto(`${bad.proxy.origin}/hang-cho`);
      const before = bad.proxy.log.length;
      await expect
        .poll(() => bad.proxy.log.slice(before).some((line) => line.endsWith(fault.do)), { timeout: 40_000 })
        .toBe(true);
      const held = bad.world.count('SELECT COUNT(*) FROM submission');
      if (held === 0) await expect(says(page, 'Xã đã nhận')).toBeHidden();
    }
    bad.proxy.script = [];
    await expect(says(page, 'Xã đã nhận')).toBeVisible({ timeout: 40_000 });
    expect(bad.world.count("SELECT COUNT(*) FROM operation WHERE kind = 'assessment.submit'")).toBe(1);
    expect(bad.world.count('SELECT COUNT(*) FROM submission')).toBe(1);
    expect(bad.world.count('SELECT COUNT(*) FROM quarantine')).toBe(0);
    expect(bad.world.admin('verify')).toBeTruthy();
  }));

test('a line without a route keeps the words calm, and a tap tries although the browser says offline', () =>
  onHeadsPhone(async ({ page, bad, context }) => {
    await context.addInitScript(() => {
      Object.defineProperty(Navigator.prototype, 'onLine', { get: () => false });
    });
    bad.proxy.script = [{ match: SYNC, fault: { do: 'blackhole' } }];
    await fillHamletForm(page);
    await signAndSend(page, 'Nguyễn Văn Tám');
    await expect(says(page, 'Đang gửi').or(says(page, 'Chờ gửi')).first()).toBeVisible();
    // The phone's own deadline ends it; nothing spins for ever.
    await expect(says(page, 'Chờ gửi')).toBeVisible({ timeout: 60_000 });
    bad.proxy.script = [];
    await page.goto(`${bad.proxy.origin}/hang-cho`);
    await expect(says(page, 'Xã đã nhận')).toBeVisible({ timeout: 40_000 });
    expect(bad.world.count('SELECT COUNT(*) FROM submission')).toBe(1);
  }));

test('at two kilobytes a second the words arrive within a minute', () =>
  onHeadsPhone(async ({ page, bad, context }) => {
    bad.proxy.isDown = true;
    await fillHamletForm(page);
    await signAndSend(page, 'Nguyễn Văn Tám');
    await expect(says(page, 'Chờ gửi')).toBeVisible();
    const session = await context.newCDPSession(page);
    await session.send('Network.emulateNetworkConditions', {
      offline: false,
      latency: 600,
      downloadThroughput: 2048,
      uploadThroughput: 2048,
    });
    bad.proxy.isDown = false;
    await expect(says(page, 'Xã đã nhận')).toBeVisible({ timeout: 60_000 });
  }));

test('a line that comes and goes every three seconds makes progress and doubles nothing', async () => {
  const bad = await startBadWorld();
  const context = await openProfile(bad.world.profileFolder());
  const flap = setInterval(() => {
    bad.proxy.isDown = !bad.proxy.isDown;
  }, 3000);
  try {
    const page = await firstTab(context);
    bad.proxy.isDown = false;
    await page.goto(bad.link('hamletHead'));
    clearInterval(flap);
    bad.proxy.isDown = false;
    await enrolHead(page, bad);
    const again = setInterval(() => {
      bad.proxy.isDown = !bad.proxy.isDown;
    }, 3000);
    try {
      await fillHamletForm(page);
      await signAndSend(page, 'Nguyễn Văn Tám');
      await expect(says(page, 'Xã đã nhận')).toBeVisible({ timeout: 60_000 });
    } finally {
      clearInterval(again);
      bad.proxy.isDown = false;
    }
    expect(bad.world.count('SELECT COUNT(*) FROM submission')).toBe(1);
  } finally {
    clearInterval(flap);
    await context.close();
    await bad.dispose();
  }
});
