/** Every screen of every role, looked at: policy, origin, axe, width. Pictures are left in the test's own folder. */
import { expect, test, type Page } from '@playwright/test';
import { formatPoints } from '#domain/vietnamese/format.ts';
import type { Role } from '#protocol/policy-roles.ts';
import { cardWords, listWords } from '#client/messages/households.ts';
import { GUIDES_PATH } from '#client/form/guide-path.ts';
import { fill } from '#client/messages/fill.ts';
import { reviewWords } from '#client/messages/office-review.ts';
import {
  lastYearPath,
  narrativePath,
  nominationPath,
  nominationsPath,
  papersPath,
  planPath,
} from '#client/subject/papers-path.ts';
import { activitiesPath } from '#client/subject/activities-path.ts';
import { PUBLIC_FEEDBACK_PATH } from '#client/subject/feedback-path.ts';
import { HELPERS_PATH } from '#client/subject/helpers-path.ts';
import { HOUSEHOLDS_PATH, REMIND_PATH } from '#client/subject/households-path.ts';
import { RESCAN_PATH } from '#client/subject/rescan-path.ts';
import { LEAVE_PATH, LOCK_PATH } from '#client/subject/lock-paths.ts';
import { SLIPS_PATH } from '#client/subject/slips-path.ts';
import { firstTab, says, watch } from './support/browser.ts';
import { redeem } from './support/enrol.ts';
import { namedOfficeScreens } from './support/every-screen.ts';
import { answerHousehold, consentAndSend, openFirstField } from './support/household-form.ts';
import { TODAY } from './support/officer.ts';
import { DESK, tour, type Visit } from './support/tour.ts';
import { World } from './support/world.ts';

/** Screens that an address alone opens, and the name of their pictures. A new screen adds a line here. */
type Screens = readonly (readonly [path: string, name: string])[];
const OPEN_SCREENS: Screens = [
  ['/', 'mo-dau'],
  ['/quet', 'quet'],
  ['/ghep', 'ghep'],
  ['/nop-ho', 'nop-ho'],
  [GUIDES_PATH, 'huong-dan'],
  [`${GUIDES_PATH}/vneid-muc-2`, 'huong-dan-bai'],
];
const HAMLET_SCREENS: Screens = [
  ['/xom/phieu', 'xom-phieu'],
  ['/xom/phieu?nhom=A1', 'xom-nhom'],
  ['/xom/phieu?xem-lai', 'xom-xem-lai'],
  ['/xom/buoc', 'xom-buoc'],
  ['/xom/diem-xa', 'xom-diem-xa'],
  [activitiesPath('/xom'), 'xom-hoat-dong'],
  [`${activitiesPath('/xom')}/moi`, 'xom-hoat-dong-moi'],
  [SLIPS_PATH, 'phieu-moi'],
  [REMIND_PATH, 'loi-nhac'],
  ['/hang-cho', 'hang-cho'],
  ['/tinh-trang', 'tinh-trang'],
];
const UNIT_SCREENS: Screens = [
  ['/don-vi/phieu', 'don-vi-phieu'],
  ['/don-vi/can-chon', 'can-chon'],
  [papersPath('/don-vi'), 'don-vi-ho-so'],
  [planPath('/don-vi'), 'don-vi-ke-hoach'],
  [nominationPath('/don-vi', 'moi'), 'don-vi-ca-nhan'],
];
const FAMILY_SCREENS: Screens = [
  ['/du-lieu', 'ho-du-lieu'],
  ['/du-lieu/yeu-cau/delete', 'ho-yeu-cau'],
  ['/du-lieu/rut-dong-y/process', 'ho-rut-dong-y'],
];

/** Lists and forms beside those above: in the whole tour of the long lane alone, for the time they take. */
const isWhole = process.env['TOUR'] === 'whole';
const MORE_OPEN: Screens = [[PUBLIC_FEEDBACK_PATH, 'gop-y']];
const MORE_OF_HAMLET: Screens = [
  [HOUSEHOLDS_PATH, 'cac-ho'],
  [papersPath('/xom'), 'xom-ho-so'],
  [HELPERS_PATH, 'may-nguoi-giup'],
  [LOCK_PATH, 'khoa-ung-dung'],
  [LEAVE_PATH, 'ra-khoi-may'],
  ['/xom/khong-co', 'khong-co-trang'],
];
const MORE_OF_UNIT: Screens = [
  [activitiesPath('/don-vi'), 'don-vi-hoat-dong'],
  ['/don-vi/phieu?xem-lai', 'don-vi-xem-lai'],
  [nominationsPath('/don-vi'), 'don-vi-cac-ca-nhan'],
  [narrativePath('/don-vi'), 'don-vi-bao-cao'],
  [lastYearPath('/don-vi'), 'don-vi-nam-truoc'],
];
const MORE_OF_FAMILY: Screens = [
  ['/hang-cho', 'ho-hang-cho'],
  ['/tinh-trang', 'ho-tinh-trang'],
  [RESCAN_PATH, 'ho-quet-lai'],
];

const all = async (screens: Screens, go: Visit['go']): Promise<void> => {
  for (const [path, name] of screens) await go(path, name);
};

// Three looks at each of many screens: a limit on hanging, not on speed.
test.describe.configure({ timeout: 900_000 });

let world: World;
test.beforeAll(async () => {
  world = await World.start({ args: ['--demo'] });
});
test.afterAll(() => world.dispose());

const enrolled = (page: Page, role: Role, home: RegExp) => redeem(page, world.link(role), home);

test('screens anyone may open', async ({ browser }, info) => {
  await tour({ world, browser, info }, async ({ page, go, look }) => {
    await all(OPEN_SCREENS, go);
    if (isWhole) await all(MORE_OPEN, go);
    await go('/kiem-tra', 'kiem-tra');
    await page.getByRole('textbox').fill('K3QF-72MA-X');
    await page.getByRole('button').last().click();
    await look('kiem-tra-sai');
    await go(new URL(world.link('hamletHead')).pathname + new URL(world.link('hamletHead')).hash, 'ghep-ma');
  });
});

test('screens of a family', async ({ browser }, info) => {
  await tour({ world, browser, info }, async ({ page, look, go }) => {
    await page.goto(world.link('household'));
    await look('ho-mo-dau');
    await openFirstField(page);
    await look('ho-cau-dau');
    await answerHousehold(page);
    await look('ho-dong-y');
    await consentAndSend(page);
    await expect(says(page, 'Xã đã nhận')).toBeVisible();
    await look('ho-bien-nhan');
    await all(FAMILY_SCREENS, go);
    if (isWhole) await all(MORE_OF_FAMILY, go);
  });
});

test('screens of a hamlet head', async ({ browser }, info) => {
  await tour({ world, browser, info }, async ({ page, go, look }) => {
    await enrolled(page, 'hamletHead', /^Xóm /);
    await look('xom');
    await all(HAMLET_SCREENS, go);
    if (isWhole) await all(MORE_OF_HAMLET, go);
    await page.goto(`${world.origin}/cac-ho`);
    await page.getByRole('link', { name: listWords.more }).first().click();
    await look('ho');
    await page.getByRole('link', { name: cardWords.proxy }).click();
    await look('nhap-thay');
  });
});

test('screens of a unit', async ({ browser }, info) => {
  await tour({ world, browser, info }, async ({ page, go, look }) => {
    await enrolled(page, 'unitContact', /^(?!Ghép máy|Đã ghép)/);
    await look('don-vi');
    await all(UNIT_SCREENS, go);
    if (isWhole) await all(MORE_OF_UNIT, go);
  });
});

test('screens of the office', async ({ browser }, info) => {
  await tour({ world, browser, info, device: DESK }, async ({ page, go, look }) => {
    await enrolled(page, 'officer', TODAY);
    await expect(page.getByRole('row').nth(1)).toBeVisible();
    await look('van-phong-hom-nay');
    await go('/tien-do', 'van-phong-tien-do');
    // Few rows: a hundred more of the same tell axe nothing new.
    await go('/ra-soat?loai=xom&trang-thai=received', 'van-phong');
    await page.setViewportSize({ width: 1366, height: 768 });
    const first = page.getByRole('row').nth(1);
    const score = await first
      .getByRole('cell')
      .filter({ hasText: /^\d{1,3},\d\d$/ })
      .textContent();
    await first.getByRole('link').press('Enter');
    await expect(page.getByText(`${score ?? ''} trên ${formatPoints(10_000)} điểm`).first()).toBeVisible();
    await look('van-phong-phieu');
    await page.getByRole('button', { name: fill(reviewWords.ret.button, { n: 0 }), exact: true }).click();
    await look('van-phong-tra-lai');
    await go('/ra-soat?tim=khong-co-ai-ten-nay', 'van-phong-trong');
    await go('/tinh-trang', 'van-phong-tinh-trang');
  });
});

/** Each of them within the limit on hanging. */
const PARTS = isWhole ? [0, 1, 2, 3] : [];
for (const part of PARTS)
  test(`every other screen of the office, part ${part + 1} of ${PARTS.length}`, async ({ browser }, info) => {
    // A printed link pairs one machine, and the commune's above is the first story's.
    const own = await World.start({ args: ['--demo'] });
    try {
      await tour({ world: own, browser, info, device: DESK }, async ({ page, go }) => {
        await redeem(page, own.link('officer'), TODAY);
        await all(
          namedOfficeScreens.filter((_, at) => at % PARTS.length === part),
          go,
        );
      });
    } finally {
      await own.dispose();
    }
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
