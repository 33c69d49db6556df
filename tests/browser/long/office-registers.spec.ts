/**
 * What the officer keeps and answers for, at 1366×768 and by the keyboard alone: signals, the draw after the last day,
 * visits, registers, words from the public, the log, and the figures sent upwards.
 */
import { expect, test, type Locator, type Page } from '@playwright/test';
import { fill } from '#client/messages/fill.ts';
import { feedbackWords } from '#client/messages/feedback.ts';
import { officeAudit } from '#client/messages/office-audit.ts';
import { auditKinds } from '#client/messages/office-audit-words.ts';
import { officeFeedback } from '#client/messages/office-feedback.ts';
import { officeHelp } from '#client/messages/office-help.ts';
import { officeRegisters as registers } from '#client/messages/office-registers.ts';
import { officeReport } from '#client/messages/office-report.ts';
import { officeToday } from '#client/messages/office-today.ts';
import { trustWords } from '#client/messages/office-trust.ts';
import { stateWords } from '#client/messages/states.ts';
import { firstTab, openProfile } from '../support/browser.ts';
import { choose, press, type, walkTo } from '../support/by-keyboard.ts';
import { inspect } from '../support/inspect.ts';
import { openOffice } from '../support/officer.ts';
import { placeInRail } from '../support/rail.ts';
import { World } from '../support/world.ts';

// A step that hangs names itself long before the story's own limit.
test.use({ actionTimeout: 15_000 });

/** Through the rail, as the officer goes; the first link of that name is the rail's. */
async function go(page: Page, place: string, title = place): Promise<void> {
  await press(page, await placeInRail(page, place, (head) => press(page, head)));
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
}
const tabOf = (page: Page, name: string): Locator =>
  page.getByRole('main').getByRole('navigation').getByRole('link', { name, exact: true });

async function writeEntry(page: Page, add: string, title: string, people?: string): Promise<void> {
  await press(page, page.getByRole('button', { name: add }));
  const dialog = page.getByRole('dialog');
  // Not without saying what it was.
  await press(page, dialog.getByRole('button', { name: registers.save }));
  await expect(dialog.getByText(registers.needed)).toBeVisible();
  await type(page, dialog.getByLabel(registers.fields.title), title);
  if (people !== undefined) await type(page, dialog.getByLabel(registers.fields.people), people);
  await press(page, dialog.getByRole('checkbox').first(), 'Space');
  await press(page, dialog.getByRole('button', { name: registers.save }));
  await expect(dialog).toBeHidden();
  await expect(page.getByRole('row').filter({ hasText: title })).toBeVisible();
}

const { signals, draw, visits } = trustWords;

/** Looks into the first signal there is, then draws, visits the first one drawn. */
async function trust(page: Page, look: (name: string) => Promise<void>): Promise<void> {
  await go(page, trustWords.title);
  await expect(page.getByText(/^Đã so \d+ ảnh/)).toBeVisible({ timeout: 60_000 });
  await look('kiem-tra-lai');
  const open = await page.locator('[data-signal]').count();
  expect(open).toBeGreaterThan(0);
  await page.keyboard.press('ArrowDown');
  const first = page.locator('[data-signal]').first();
  await expect(first.getByRole('link').first()).toBeFocused();
  // Its evidence is one key away, and one key back.
  await page.keyboard.press('Enter');
  await expect(page.locator('[data-criterion]').first()).toBeVisible();
  await page.goBack();
  await expect(first).toBeVisible();
  const marked = first.getByRole('button', { name: signals.mark });
  await press(page, marked);
  const dialog = page.getByRole('dialog');
  await type(page, dialog.getByLabel(signals.who), 'Phạm Thu Hà');
  await press(page, dialog.getByRole('button', { name: signals.mark }));
  await expect(page.getByText(signals.seenKept)).toBeVisible();
  await expect(page.getByRole('button', { name: new RegExp(`^${signals.seen} \\(1\\)`) })).toBeVisible();

  await press(page, tabOf(page, trustWords.tabs.draw));
  await expect(page.getByText(draw.emptyTitle)).toBeVisible();
  await press(page, page.getByRole('button', { name: draw.act }));
  await type(page, page.getByRole('dialog').getByLabel(draw.seed), 'Xổ số 22/11/2025: 48151');
  await press(page, page.getByRole('dialog').getByRole('button', { name: /^Rút \d+ phiếu$/ }));
  const drawn = page.getByRole('table', { name: draw.chosen });
  await expect(drawn).toBeVisible();
  await press(page, page.getByRole('button', { name: draw.redraw }));
  await expect(page.getByText(/^Rút lại từ \d+ phiếu đang có: đúng \d+ phiếu này/)).toBeVisible();
  await look('kiem-tra-lai-rut');

  await press(page, drawn.getByRole('link', { name: /^Lập phúc tra/ }).first());
  await expect(page.getByRole('heading', { level: 1, name: visits.formNew })).toBeVisible();
  await choose(page, page.getByLabel(visits.conclusion, { exact: true }), visits.conclusions.differs);
  await type(page, page.getByLabel(visits.by), 'Phạm Thu Hà, Lê Văn Nam');
  await choose(page, page.locator('fieldset fieldset select').first(), visits.results.differs);
  await look('phuc-tra-moi');
  await press(page, page.getByRole('button', { name: visits.save }));
  await expect(drawn.getByRole('link', { name: new RegExp(`^${visits.conclusions.differs}`) })).toBeVisible();
  await press(page, tabOf(page, trustWords.tabs.visits));
  await expect(page.getByRole('table', { name: trustWords.tabs.visits })).toContainText(
    fill(visits.counts, { confirmed: 0, differs: 1, notSeen: 0 }),
  );
  await look('phuc-tra');
}

/** Each register kept, put right, taken out and back, and taken away as a table. */
async function keepRegisters(page: Page, look: (name: string) => Promise<void>): Promise<void> {
  await go(page, registers.title);
  await expect(page.getByText(registers.empty.training)).toBeVisible();
  await writeEntry(page, registers.add.training, 'Lớp hoa ban', '86');
  await press(page, page.getByRole('button', { name: `${registers.edit}: Lớp hoa ban` }));
  await type(page, page.getByRole('dialog').getByLabel(registers.fields.people), '90');
  await press(page, page.getByRole('dialog').getByRole('button', { name: registers.saveEdit }));
  await expect(
    page.getByText(fill(registers.sums.training, { n: 1, people: 90, hamlets: 1, all: 19 })),
  ).toBeVisible();
  await press(page, page.getByRole('button', { name: `${registers.end}: Lớp hoa ban` }));
  await expect(page.getByText(registers.empty.training)).toBeVisible();
  await press(page, page.getByRole('button', { name: registers.undo }));
  await expect(page.getByRole('row').filter({ hasText: 'Lớp hoa ban' })).toBeVisible();
  await look('so-tap-huan');
  const download = page.waitForEvent('download');
  await press(page, page.getByRole('button', { name: registers.export }));
  expect((await download).suggestedFilename()).toMatch(/\.xlsx$/);
  await press(page, tabOf(page, registers.tabs.event));
  await writeEntry(page, registers.add.event, 'Ngày hội chuyển đổi số', '420');
  await press(page, tabOf(page, registers.tabs.proposal));
  await writeEntry(page, registers.add.proposal, 'Nhóm Zalo báo mất điện');
  await press(page, tabOf(page, registers.tabs.inspection));
  await expect(page.getByRole('table', { name: registers.tabs.inspection })).toContainText('Lê Văn Nam');
  await look('so-kiem-tra');
}

const WORDS = 'Loa truyền thanh xóm hỏng từ tuần trước, mong xã sửa giúp.';
const ANSWER = 'Đã giao tổ kỹ thuật, sửa xong trước ngày 30.';

async function writeToCommune(person: Page, origin: string): Promise<string> {
  await person.goto(`${origin}/y-kien-gop-y`);
  await type(person, person.getByLabel(feedbackWords.text, { exact: true }), WORDS);
  await press(person, person.getByRole('button', { name: feedbackWords.send }));
  await expect(person.getByText(feedbackWords.sentTitle)).toBeVisible();
  return (await person.getByText(/^[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}$/).textContent()) ?? '';
}
async function lookUp(person: Page, origin: string, code: string, answer: string): Promise<void> {
  await person.goto(`${origin}/y-kien-gop-y`);
  await type(person, person.getByLabel(feedbackWords.code), code);
  await person.keyboard.press('Enter');
  await expect(person.getByText(answer)).toBeVisible();
}

async function readLog(page: Page, look: (name: string) => Promise<void>): Promise<void> {
  await go(page, officeAudit.title);
  const table = page.getByRole('table', { name: officeAudit.tableName });
  await choose(page, page.getByLabel(officeAudit.kind, { exact: true }), auditKinds['record.put'] ?? '');
  await type(page, page.getByRole('searchbox', { name: officeAudit.search }), 'lop hoa ban');
  await page.keyboard.press('Enter');
  // Written, put right, taken out, put back; what was taken out has no name to be found by.
  await expect(table.getByRole('row')).toHaveCount(4);
  const rows = table.getByRole('button');
  await walkTo(page, rows.first());
  await page.keyboard.press('ArrowDown');
  await expect(rows.nth(1)).toBeFocused();
  await page.keyboard.press('Enter');
  const entry = page.getByRole('complementary').filter({ hasText: officeAudit.checkTitle });
  await expect(entry).toContainText(`${officeAudit.change.before}: 86`);
  await expect(entry).toContainText(`${officeAudit.change.after}: 90`);
  await look('nhat-ky');
  const download = page.waitForEvent('download');
  await press(page, page.getByRole('button', { name: fill(officeAudit.export, { format: '.csv' }) }));
  expect((await download).suggestedFilename()).toMatch(/\.csv$/);
  await press(page, page.getByRole('button', { name: officeAudit.headsOpen }));
  const heads = page.getByRole('table', { name: officeAudit.headsTitle });
  const code = (await heads.getByRole('row').nth(1).getByRole('cell').last().textContent()) ?? '';
  expect(code).toMatch(/^[\w-]{43}$/);
  await type(page, page.getByLabel(officeAudit.headCheck), code);
  await expect(page.getByText(/^Trùng với mã cuối ngày /)).toBeVisible();
  await look('nhat-ky-ma-ngay');
}

/** "Đã gửi phiếu tự đánh giá: 10 trên 19" are those who stand somewhere on Tiến độ, and the registers' own sums are here. */
async function report(page: Page, look: (name: string) => Promise<void>): Promise<void> {
  await go(page, officeHelp.rail.progress);
  const where = page.locator('section').filter({
    has: page.getByRole('heading', { name: fill(officeToday.where.hamlets, { n: 19 }), exact: true }),
  });
  const unsent = new RegExp(`^(${officeToday.where.none}|${stateWords.draft}|${stateWords.withdrawn})`);
  await expect(where.getByRole('row').first()).toBeVisible();
  let sent = 0;
  for (const row of await where.getByRole('row').all())
    if (!unsent.test(await row.innerText())) sent += Number(await row.locator('b').textContent());
  expect(sent).toBeGreaterThan(0);
  await go(page, officeReport.title);
  const hamlets = page.getByRole('table', { name: officeReport.sections.hamlet, exact: true });
  const cells = async (name: string, within: Locator): Promise<string[]> => {
    const row = within.getByRole('row').filter({ hasText: name }).first();
    await expect(row).toBeVisible();
    return row.getByRole('cell').allTextContents();
  };
  expect((await cells(officeReport.rows.sent, hamlets)).slice(0, 2)).toEqual([String(sent), '19']);
  const own = page.getByRole('table', { name: officeReport.sections.registers });
  expect((await cells(officeReport.rows.trainingPeople, own))[0]).toBe('90');
  expect((await cells(officeReport.rows.proposal, own))[0]).toBe('1');
  const checks = page.getByRole('table', { name: officeReport.sections.checks });
  expect((await cells(officeReport.rows.differs, checks)).slice(0, 2)).toEqual(['1', '1']);
  const public_ = page.getByRole('table', { name: officeReport.sections.feedback });
  expect((await cells(officeReport.rows.feedback, public_)).slice(0, 2)).toEqual(['1', '1']);
  await look('so-lieu-bao-cao');
}

test('signals, draw, visits, registers, words from the public, log and report, by the keyboard alone', async () => {
  // Eight screens walked Tab by Tab: minutes where the machine has other work.
  test.setTimeout(600_000);
  const info = test.info();
  const world = await World.start({ args: ['--demo'] });
  const office = await openOffice(world);
  const outside = await openProfile(world.profileFolder());
  try {
    const { page } = office;
    const wrong: string[] = [];
    const look = async (name: string): Promise<void> => {
      wrong.push(...(await inspect(page, name, info, 'desk')));
    };
    await test.step('signals, draw, visit', () => trust(page, look));
    await test.step('registers', () => keepRegisters(page, look));
    await test.step('words from the public', async () => {
      const person = await firstTab(outside);
      const code = await writeToCommune(person, world.origin);
      wrong.push(...(await inspect(person, 'gop-y', info)));
      await go(page, officeFeedback.title);
      const row = page.getByRole('button', { name: WORDS });
      await expect(row).toBeVisible({ timeout: 60_000 });
      await press(page, row);
      await type(page, page.getByLabel(officeFeedback.answer, { exact: true }), ANSWER);
      await press(page, page.getByRole('button', { name: officeFeedback.send }));
      await expect(page.getByText(officeFeedback.waits)).toBeHidden({ timeout: 60_000 });
      await look('gop-y-cua-dan');
      await lookUp(person, world.origin, code, ANSWER);
    });
    await test.step('log', () => readLog(page, look));
    await test.step('report', () => report(page, look));
    expect(wrong).toEqual([]);
  } finally {
    await outside.close();
    await office.context.close();
    await world.dispose();
  }
});
