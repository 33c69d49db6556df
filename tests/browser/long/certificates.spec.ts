/** Giấy khen on paper: forty in one print job, each line where its blank says, names as they are written. */
import { expect, test, type Page } from '@playwright/test';
import { newBlank, withSlot, type Blank } from '#domain/certificates/blank.ts';
import { fill } from '#client/messages/fill.ts';
import { blankWords, certificateWords as words } from '#client/messages/office-certificates.ts';
import { DESK, firstTab, openProfile, watch } from '../support/browser.ts';
import { redeem } from '../support/enrol.ts';
import { inspect } from '../support/inspect.ts';
import { TODAY } from '../support/officer.ts';
import { printedPages, type PrintedLine, type PrintedPage } from '../support/printed-text.ts';
import { putRows } from '../support/put-rows.ts';
import { World } from '../support/world.ts';

const idOf = (n: number): string => `0198c1f0-0000-7000-8000-${String(n).padStart(12, '0')}`;
const NAMES = [
  'Xóm Đình 6',
  'Hộ {{ông}} <b>Nguyễn</b> & ${name}',
  'Bà \u202ETrần Thị \u200FẶng',
  'Ban Chấp hành Hội Liên hiệp Phụ nữ xã Bình Thuận, tập thể dẫn đầu '.repeat(3).trim().slice(0, 200),
  ...Array.from({ length: 36 }, (_each, at) => `Hộ ông Nguyễn Văn Ẫm ${at + 1}`),
];
const DECISION = idOf(900);
/** Tenths of a millimetre: the printer draws 2 mm too far right. */
const SHIFT = { x: -20, y: 15 };
const BLANK: Blank = {
  ...withSlot(newBlank(idOf(901), 'Phôi khổ riêng', { width: 2703, height: 1951 }), 'recipient', {
    x: 400,
    y: 952,
    width: 1900,
    align: 'center',
  }),
  shift: SHIFT,
};

const award = (name: string, at: number, campaignId: string) => ({
  id: idOf(at + 1),
  campaignId,
  track: 'movement',
  recipient: { kind: 'household', name, position: 'Xóm Đình 6, xã Bình Thuận' },
  ground: { kind: 'nomination', by: 'Trưởng xóm', reason: 'Tiêu biểu' },
  achievement: 'Đã có thành tích trong phong trào thi đua “Đẩy mạnh chuyển đổi số” năm 2025',
  summary: '',
  upward: false,
  namedPublicly: false,
  course: [{ to: 'decided', at: 1 }],
  decisionId: DECISION,
});
const decision = (campaignId: string) => ({
  id: DECISION,
  campaignId,
  state: 'approved',
  number: '125',
  date: '2025-11-20',
  signer: { title: 'CHỦ TỊCH', onBehalf: 'TM. ỦY BAN NHÂN DÂN', name: 'Vũ Văn Đông' },
  baseSalary: 2_340_000,
  fund: '',
  awards: NAMES.map((_name, at) => ({ awardId: idOf(at + 1), amount: 1_053_000 })),
  total: 1_053_000 * NAMES.length,
});

const letters = (text: string): string => text.replaceAll(/[\s\p{Cf}]/gu, '');

/** Lines of the name that do not stand within half a millimetre of the blank's numbers; all of them where none is it. */
function misplaced({ lines }: PrintedPage, name: string, blank: Blank): PrintedLine[] {
  const slot = blank.fields['recipient'];
  if (slot === undefined) throw new Error('the blank prints no name');
  const own = lines.filter(({ text }) => letters(name).includes(letters(text)));
  if (letters(own.map(({ text }) => text).join('')) !== letters(name)) return lines;
  const middle = own.reduce((sum, { y }) => sum + y, 0) / own.length;
  const wanted = { x: (slot.x + slot.width / 2 + blank.shift.x) / 10, y: (slot.y + blank.shift.y) / 10 };
  return own.filter(
    ({ left, right }) => Math.abs((left + right) / 2 - wanted.x) > 0.5 || Math.abs(middle - wanted.y) > 0.5,
  );
}
const misplacedIn = (pages: readonly PrintedPage[], blank: Blank): PrintedLine[][] =>
  pages.map((page, at) => misplaced(page, NAMES[at] ?? '', blank));

const print = async (page: Page, path?: string): Promise<PrintedPage[]> =>
  printedPages(await page.pdf({ preferCSSPageSize: true, ...(path !== undefined && { path }) }));

test('forty certificates come out in one job, each line within half a millimetre of its blank, names letter by letter', async () => {
  // A limit on hanging, not on speed.
  test.setTimeout(300_000);
  const info = test.info();
  const world = await World.start();
  try {
    const context = await openProfile(world.profileFolder(), DESK);
    const seen = await watch(context, world.origin);
    const page = await firstTab(context);
    await redeem(page, world.link('officer'), TODAY);
    const campaignId = String(world.query(`select id from record where entity = 'campaign'`)[0]?.['id']);
    await page.goto(`${world.origin}/giay-khen`);
    await expect(page.getByText(words.emptyTitle)).toBeVisible();
    expect(await inspect(page, 'giay-khen-trong', info, 'desk')).toEqual([]);
    const awards = NAMES.map((name, at) => award(name, at, campaignId));
    const laid = await putRows(page, [
      ...awards.map((value) => ({ entity: 'award', id: value.id, value })),
      { entity: 'awardDecision', id: DECISION, value: decision(campaignId) },
      { entity: 'certificateBlank', id: BLANK.id, value: BLANK, rev: 0 },
    ]);
    expect(laid).toBe(NAMES.length + 2);

    await page.goto(`${world.origin}/giay-khen?quyet-dinh=${DECISION}`);
    const button = page.getByRole('button', { name: fill(words.print, { n: NAMES.length }) });
    await expect(button).toBeVisible();
    expect(await inspect(page, 'giay-khen', info, 'desk')).toEqual([]);
    const pages = await print(page, info.outputPath('phoi.pdf'));
    expect(pages).toHaveLength(NAMES.length);
    for (const each of pages) {
      expect(each.width).toBeCloseTo(BLANK.width / 10, 0);
      expect(each.height).toBeCloseTo(BLANK.height / 10, 0);
    }
    expect(misplacedIn(pages, BLANK).flat()).toEqual([]);
    // The control: a blank measured 5 mm lower, or 5 mm to the left, is not what was printed.
    const planted = withSlot(BLANK, 'recipient', { y: 952 + 50 });
    expect(misplacedIn(pages, planted).every((wrong) => wrong.length > 0)).toBe(true);
    const aside = withSlot(BLANK, 'recipient', { x: 350 });
    expect(misplacedIn(pages, aside).every((wrong) => wrong.length > 0)).toBe(true);

    // The whole page, and the sheet to measure a printer with.
    await page.getByRole('button', { name: words.modes.page }).click();
    const whole = await print(page, info.outputPath('ca-trang.pdf'));
    expect(whole).toHaveLength(NAMES.length);
    expect(whole[0]?.width).toBeCloseTo(297, 0);
    expect(whole[0]?.lines.map(({ text }) => text)).toContain('GIẤY KHEN');
    expect(await inspect(page, 'giay-khen-ca-trang', info, 'desk')).toEqual([]);
    await page.evaluate(() => {
      window.print = () => undefined;
    });
    await page.getByRole('button', { name: words.modes.overlay }).click();
    await page.getByRole('button', { name: words.ruler }).click();
    const [ruler, ...others] = await print(page, info.outputPath('thuoc.pdf'));
    expect(others).toEqual([]);
    expect(ruler?.lines.map(({ text }) => text)).toContain('100');

    // A blank changed by arrow keys prints where it was put.
    await page.getByRole('link', { name: words.editBlank }).click();
    await page.getByRole('button', { name: blankWords.arrow.ArrowDown }).focus();
    for (let press = 0; press < 4; press++) await page.keyboard.press('Shift+ArrowDown');
    expect(await inspect(page, 'giay-khen-chinh-phoi', info, 'desk')).toEqual([]);
    await page.getByRole('button', { name: blankWords.save }).click();
    await expect(page.getByText(blankWords.saved)).toBeVisible();
    // The commune has it too.
    await expect
      .poll(() => world.count(`select count(*) from record where entity = 'certificateBlank'`))
      .toBe(1);
    await page.goto(`${world.origin}/giay-khen?quyet-dinh=${DECISION}`);
    await expect(button).toBeVisible();
    const lower = withSlot(BLANK, 'recipient', { y: 952 + 200 });
    expect(misplacedIn(await print(page), lower).flat()).toEqual([]);
    expect(seen).toEqual({ violations: [], foreign: [], errors: [] });
    await context.close();
  } finally {
    await world.dispose();
  }
});
