/**
 * From the demo commune's forms to forty certificates in one print job: freeze, shortlist, hamlets' votes, notice,
 * council, letter, a decision prepared by the office and approved by the chair on his phone.
 */
import { expect, test, type Page } from '@playwright/test';
import { awardForms as forms } from '#client/messages/office-awards-forms.ts';
import { awardPapers as papers } from '#client/messages/office-awards-papers.ts';
import { awardWords as words } from '#client/messages/office-awards.ts';
import { certificateWords } from '#client/messages/office-certificates.ts';
import { fill } from '#client/messages/fill.ts';
import { firstTab, openProfile, PHONE } from '../support/browser.ts';
import { anyNumber, freeze, SYNC, verifyFamilies } from '../support/award-groups.ts';
import { redeem } from '../support/enrol.ts';
import { guidePicture } from '../support/guide-picture.ts';
import { inspect } from '../support/inspect.ts';
import { openOffice, TODAY } from '../support/officer.ts';
import { printedPages } from '../support/printed-text.ts';
import { World } from '../support/world.ts';

const CERTIFICATES = 40;
const GROUPS = 5;
const NOMINEE = 'Bà Nguyễn Thị Lan Hương';
const DAY_MS = 86_400_000;
/** Well before today, so that the notice is over: what was done on paper is written down afterwards. */
const daysAgo = (days: number): string => new Date(Date.now() - days * DAY_MS).toISOString().slice(0, 10);

const next = async (page: Page, template: string): Promise<void> => {
  const link = page.getByRole('region', { name: words.next.title }).getByRole('link');
  await expect(link).toHaveText(anyNumber(template), SYNC);
  await link.click();
};
const press = (page: Page, template: string): Promise<void> =>
  page.getByRole('button', { name: anyNumber(template) }).click();
const shown = (page: Page, table: string) => expect(page.getByRole('table', { name: table })).toBeVisible();
/** It is sealed here, and the commune has taken it. */
async function settled(page: Page): Promise<void> {
  await expect(page.getByRole('button', { name: words.undo })).toBeVisible();
  await expect(page.getByText(anyNumber(words.waits))).toHaveCount(0, SYNC);
}

/** Of families named by how many forms their hamlet has, the hamlets with most. */
function hamletsWithMost(world: World): string[] {
  return world
    .query(
      "select hamlet_id as id from assessment where subject_kind = 'household' and state in ('received', 'verified') group by hamlet_id order by count(*) desc, hamlet_id limit ?",
      String(GROUPS),
    )
    .map(({ id }) => String(id));
}

/** Marks names, or takes the last out, until so many are in it. */
async function markExactly(page: Page, n: number): Promise<void> {
  const boxes = page.locator('main table input[type=checkbox]:enabled');
  const marked = page.locator('main table input[type=checkbox]:enabled:checked');
  const rest = page.locator('main table input[type=checkbox]:enabled:not(:checked)');
  expect(await boxes.count()).toBeGreaterThanOrEqual(n);
  for (let left = await marked.count(); left > n; left--) await marked.last().click();
  for (let left = await marked.count(); left < n; left++) await rest.first().click();
  await expect(marked).toHaveCount(n);
  const reason = page.getByLabel(forms.shortlist.reason);
  if (await reason.isVisible()) await reason.fill('Thành tích ngang nhau, Hội đồng xét thêm.');
}

/** What was put in words, one of it here, goes its way up to the list of those considered; how many they are. */
async function nominate(page: Page, origin: string): Promise<number> {
  const toStep = async (move: string): Promise<void> => {
    await page.goto(`${origin}/khen-thuong?buoc=dossier`);
    await page.getByRole('button', { name: anyNumber(words.list.chooseAll) }).click();
    await page.getByRole('button', { name: words.list.stepMany }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel(words.step.to).selectOption({ label: move });
    const reason = dialog.getByLabel(words.step.reason);
    if (await reason.isVisible()) await reason.fill('Đề nghị riêng, không theo bảng điểm.');
    await dialog.getByRole('button', { name: anyNumber(words.step.save) }).click();
    await settled(page);
  };
  const { nominate: asked } = forms;
  await page.goto(`${origin}/khen-thuong/de-cu`);
  await page.getByLabel(asked.name).fill(NOMINEE);
  await page.getByLabel(asked.by).fill('Xóm Đình 6');
  await page.getByLabel(asked.reason).fill('Đến từng nhà hướng dẫn người cao tuổi.');
  await page.getByLabel(asked.achievement).fill('Đã có thành tích hướng dẫn người cao tuổi dùng VNeID');
  await page.getByRole('button', { name: asked.save }).click();
  await expect(page.getByText(fill(asked.done, { name: NOMINEE }))).toBeVisible();
  await settled(page);
  await page.goto(`${origin}/khen-thuong?buoc=dossier`);
  const rows = page.getByRole('table', { name: words.list.name }).locator('tbody tr');
  await expect(rows.filter({ hasText: NOMINEE })).toHaveCount(1, SYNC);
  const n = await rows.count();
  await toStep(words.moves.verified);
  await toStep(words.moves.shortlisted);
  return n;
}

test('forty certificates, from the frozen ranking to one print job', async () => {
  test.setTimeout(900_000);
  const info = test.info();
  const world = await World.start({ args: ['--demo'] });
  const wrong: string[] = [];
  const look = async (page: Page, name: string): Promise<void> => {
    await expect(page.getByRole('table').first()).toBeVisible(SYNC);
    wrong.push(...(await inspect(page, name, info, 'desk')));
    await page.setViewportSize({ width: 1366, height: 768 });
  };
  try {
    const hamlets = hamletsWithMost(world);
    const { context, page } = await openOffice(world);
    await page.goto(`${world.origin}/ra-soat?loai=ho`);
    await verifyFamilies(page);
    for (const group of ['hamlet', ...hamlets.map((id) => `household:${id}`)]) {
      await page.goto(`${world.origin}/xep-hang?nhom=${encodeURIComponent(group)}`);
      await freeze(page);
    }

    const nominated = await nominate(page, world.origin);
    await page.goto(`${world.origin}/khen-thuong`);
    await next(page, words.next.take);
    await expect(page.getByText(forms.shortlist.eligible).first()).toBeVisible();
    await markExactly(page, CERTIFICATES - nominated);
    await look(page, 'khen-thuong-chon');
    await page.evaluate(() => scrollTo(0, 0));
    await guidePicture(page, 'can-bo-khen-thuong-chon');
    await press(page, forms.shortlist.save);
    await settled(page);

    for (let left = GROUPS; left > 0; left--) {
      if (left === GROUPS) await next(page, words.next.villageVote);
      const title = page.getByRole('button', { name: anyNumber(forms.vote.save) });
      if (!(await title.isVisible().catch(() => false)) && left < GROUPS) break;
      await page.getByLabel(forms.vote.date).fill(daysAgo(20));
      await page.getByLabel(forms.vote.chair).fill('Trưởng xóm');
      await page.getByLabel(forms.vote.secretary).fill('Thư ký cuộc họp');
      await page.getByLabel(forms.vote.households).fill('45');
      if (left === GROUPS) await look(page, 'khen-thuong-hop-xom');
      const before = (await title.textContent()) ?? '';
      await title.click();
      await expect(page.getByRole('button', { name: before, exact: true })).toHaveCount(0, SYNC);
      await settled(page);
    }

    await page.goto(`${world.origin}/khen-thuong`);
    await next(page, words.next.publicNotice);
    await shown(page, forms.notice.tableName);
    await page.getByLabel(forms.notice.from).fill(daysAgo(18));
    await press(page, forms.notice.save);
    await settled(page);
    await page.getByRole('link', { name: words.tabs.notices, exact: true }).click();
    await page.getByRole('link', { name: /^Niêm yết từ/ }).click();
    await look(page, 'khen-thuong-niem-yet');

    await page.goto(`${world.origin}/khen-thuong`);
    await next(page, words.next.councilMeeting);
    await shown(page, forms.meeting.tableName);
    const members = page.getByRole('table', { name: forms.meeting.members }).getByRole('checkbox');
    for (const name of ['Lê Thị Hà', 'Phạm Văn Hải', 'Đỗ Thị Nga'].slice(await members.count())) {
      await page.getByRole('button', { name: forms.meeting.addMember }).click();
      await page
        .getByRole('textbox', { name: new RegExp(`^${forms.meeting.memberName}`) })
        .last()
        .fill(name);
    }
    await page.getByLabel(forms.meeting.chair).selectOption({ index: 1 });
    await page.getByLabel(forms.meeting.secretary).selectOption({ index: 2 });
    await look(page, 'khen-thuong-hoi-dong');
    await page.evaluate(() => scrollTo(0, 0));
    await guidePicture(page, 'can-bo-khen-thuong-hoi-dong');
    await press(page, forms.meeting.save);
    await settled(page);

    await page.goto(`${world.origin}/khen-thuong`);
    await look(page, 'khen-thuong');
    await guidePicture(page, 'can-bo-khen-thuong');
    await next(page, words.next.proposed);
    await page.getByLabel(papers.letter.number, { exact: true }).fill('05');
    await press(page, papers.letter.save);
    await settled(page);
    await page.getByRole('link', { name: papers.letter.decide }).click();
    await page.getByLabel(papers.decision.number).fill('125');
    await page.getByLabel(papers.decision.onBehalf).fill('TM. ỦY BAN NHÂN DÂN');
    await page.getByLabel(papers.decision.signerTitle).fill('CHỦ TỊCH');
    await page.getByLabel(papers.decision.signerName, { exact: true }).fill('Nguyễn Văn Ký');
    await look(page, 'khen-thuong-soan-quyet-dinh');
    await press(page, papers.decision.save);
    await expect(page.getByText(fill(papers.decision.saved, { number: '125' }))).toBeVisible();
    await page.getByRole('link', { name: /^Quyết định số 125/ }).click();
    await expect(page.getByText(papers.decision.preparedHere)).toBeVisible();
    await expect(page.getByRole('button', { name: papers.decision.approve, exact: true })).toHaveCount(0);
    await expect(page.getByText(anyNumber(words.waits))).toHaveCount(0, SYNC);

    // The chair, between meetings, on a phone.
    const phone = await openProfile(world.profileFolder(), PHONE);
    const chair = await firstTab(phone);
    await redeem(chair, world.link('chair'), TODAY);
    await expect(chair.getByText(new RegExp(`^${CERTIFICATES} tên, `))).toBeVisible(SYNC);
    wrong.push(...(await inspect(chair, 'chu-tich', info, 'phone')));
    await chair.setViewportSize({ width: 360, height: 740 });
    await guidePicture(chair, 'chu-tich-duyet');
    await chair.getByRole('button', { name: papers.decision.approve }).click();
    await chair.getByRole('dialog').getByRole('button', { name: papers.decision.approve }).click();
    await expect(chair.getByText(fill(papers.decision.approved, { number: '125' }))).toBeVisible();
    await expect(chair.getByRole('heading', { name: papers.chair.past })).toBeVisible(SYNC);
    await phone.close();

    await page.getByRole('button', { name: anyNumber(papers.decision.record) }).click({ timeout: 120_000 });
    await settled(page);
    await look(page, 'khen-thuong-quyet-dinh');
    await page.getByRole('link', { name: papers.decision.certificates }).click();
    await page.getByText(certificateWords.modes.page, { exact: true }).click();
    const button = page.getByRole('button', { name: fill(certificateWords.print, { n: CERTIFICATES }) });
    await expect(button).toBeVisible(SYNC);
    await page.evaluate(() => {
      window.print = () => undefined;
    });
    await button.click();
    const started = performance.now();
    const pages = await printedPages(await page.pdf({ preferCSSPageSize: true, printBackground: true }));
    info.annotations.push({
      type: 'forty certificates, s',
      description: ((performance.now() - started) / 1000).toFixed(1),
    });
    expect(pages).toHaveLength(CERTIFICATES);
    // Two families of one hamlet may bear one name: each sheet says somebody's, not all of them different ones.
    expect(pages.filter(({ lines }) => lines.length < 4)).toEqual([]);
    expect(wrong).toEqual([]);
    await context.close();
  } finally {
    await world.dispose();
  }
});
