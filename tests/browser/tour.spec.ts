/** Every screen of every role, looked at: policy, origin, axe, width. Pictures are left in the test's own folder. */
import { expect, test, type Browser, type Page, type TestInfo } from '@playwright/test';
import { formatPoints } from '#domain/vietnamese/format.ts';
import type { Role } from '#protocol/policy-roles.ts';
import { moveWords } from '#client/messages/moves.ts';
import { office } from '#client/messages/office.ts';
import { firstTab, says, type Watch, watch } from './support/browser.ts';
import { redeem } from './support/enrol.ts';
import { answerHousehold, consentAndSend, openFirstField } from './support/household-form.ts';
import { inspect } from './support/inspect.ts';
import { World } from './support/world.ts';

let world: World;
test.beforeAll(async () => {
  world = await World.start({ args: ['--demo'] });
});
test.afterAll(() => world.dispose());

interface Visit {
  page: Page;
  look(name: string): Promise<void>;
  go(path: string, name: string): Promise<void>;
}

/** Runs a tour in a fresh browser profile and holds everything it saw against the rules. */
async function tour(browser: Browser, info: TestInfo, visit: (visit: Visit) => Promise<void>): Promise<void> {
  const context = await browser.newContext();
  const seen: Watch = await watch(context, world.origin);
  const wrong: string[] = [];
  try {
    const page = await firstTab(context);
    const look = async (name: string) => {
      await expect(page.locator('h1').first()).toBeVisible();
      wrong.push(...(await inspect(page, name, info)));
    };
    const go = async (path: string, name: string) => {
      await page.goto(`${world.origin}${path}`);
      await look(name);
    };
    await visit({ page, look, go });
  } finally {
    await context.close();
  }
  expect(wrong).toEqual([]);
  expect(seen).toEqual({ violations: [], foreign: [], errors: [] });
}

const enrolled = (page: Page, role: Role, home: RegExp) => redeem(page, world.link(role), home);

test('screens anyone may open', async ({ browser }, info) => {
  await tour(browser, info, async ({ page, go, look }) => {
    await go('/', 'mo-dau');
    await go('/kiem-tra', 'kiem-tra');
    await page.getByRole('textbox').fill('K3QF-72MA-X');
    await page.getByRole('button').last().click();
    await look('kiem-tra-sai');
    await go('/nop-ho', 'nop-ho');
    await go('/ghep', 'ghep');
    await go(new URL(world.link('hamletHead')).pathname + new URL(world.link('hamletHead')).hash, 'ghep-ma');
  });
});

test('screens of a family', async ({ browser }, info) => {
  await tour(browser, info, async ({ page, look }) => {
    await page.goto(world.link('household'));
    await look('ho-mo-dau');
    await openFirstField(page);
    await look('ho-cau-dau');
    await answerHousehold(page);
    await look('ho-dong-y');
    await consentAndSend(page);
    await expect(says(page, 'Xã đã nhận')).toBeVisible();
    await look('ho-bien-nhan');
  });
});

test('screens of a hamlet head', async ({ browser }, info) => {
  await tour(browser, info, async ({ page, go, look }) => {
    await enrolled(page, 'hamletHead', /^Xóm /);
    await look('xom');
    await go('/xom/phieu', 'xom-phieu');
    await go('/xom/phieu?nhom=A1', 'xom-nhom');
    await go('/xom/phieu?xem-lai', 'xom-xem-lai');
    await go('/cac-ho', 'cac-ho');
    await page.getByRole('main').getByRole('link').first().click();
    await look('nhap-thay');
    await go('/hang-cho', 'hang-cho');
    await go('/tinh-trang', 'tinh-trang');
  });
});

test('screens of a unit', async ({ browser }, info) => {
  await tour(browser, info, async ({ page, go, look }) => {
    await enrolled(page, 'unitContact', /./);
    await look('don-vi');
    await go('/don-vi/phieu', 'don-vi-phieu');
    await go('/don-vi/can-chon', 'can-chon');
  });
});

test('screens of the office', async ({ browser }, info) => {
  await tour(browser, info, async ({ page, go, look }) => {
    await enrolled(page, 'officer', new RegExp(`^${office.received}$`));
    await expect(page.getByRole('row').nth(1)).toBeVisible();
    await page.screenshot({ path: info.outputPath('van-phong-danh-sach.png') });
    // Few rows: a hundred more of the same tell axe nothing new.
    await go('/van-phong?loai=xom', 'van-phong');
    await page.setViewportSize({ width: 1366, height: 768 });
    const first = page.getByRole('row').nth(1);
    const score = await first
      .getByRole('cell')
      .filter({ hasText: /^\d{1,3},\d\d$/ })
      .textContent();
    await first.getByRole('link').press('Enter');
    await expect(page.getByText(`${score ?? ''} trên ${formatPoints(10_000)} điểm`).first()).toBeVisible();
    await page.getByRole('button', { name: moveWords.buttons['received returned'], exact: true }).click();
    await look('van-phong-tra-lai');
    await go('/van-phong?tim=khong-co-ai-ten-nay', 'van-phong-trong');
    await go('/tinh-trang', 'van-phong-tinh-trang');
  });
});

test('the watch of this tour sees what it must: a planted violation and a planted foreign request', async ({
  browser,
}) => {
  const context = await browser.newContext();
  try {
    const seen = await watch(context, world.origin);
    const page = await firstTab(context);
    await page.goto(`${world.origin}/kiem-tra`);
    await page.evaluate(() => {
      const image = document.createElement('img');
      image.src = 'https://example.com/x.png';
      document.body.append(image);
    });
    await expect.poll(() => seen.violations.length).toBeGreaterThan(0);
    const other = await browser.newContext({ bypassCSP: true });
    const seenThere = await watch(other, world.origin);
    const page2 = await firstTab(other);
    await page2.goto(`${world.origin}/kiem-tra`);
    await page2.evaluate(() => fetch('http://127.0.0.1:9/x').catch(() => undefined));
    expect(seenThere.foreign).toEqual(['http://127.0.0.1:9/x']);
    await other.close();
  } finally {
    await context.close();
  }
});
