/** A unit's papers on a phone, against the real server: plan, a PDF's pages, evidence, people; then the office's side. */
import { expect, test, type Page } from '@playwright/test';
import { criteriaOf } from '#domain/criteria-set.ts';
import type { CriteriaSet } from '#domain/criteria.ts';
import { defaultCriteriaSets } from '#domain/defaults/all.ts';
import { PLAN_PAGES_MAX } from '#protocol/photo.ts';
import { evidenceWords, pdfWords } from '#client/messages/evidence.ts';
import { fill } from '#client/messages/fill.ts';
import { officePaperWords } from '#client/messages/office-papers.ts';
import { groupWords, reviewWords } from '#client/messages/hamlet.ts';
import { photoWords } from '#client/messages/photos.ts';
import { stateWords } from '#client/messages/states.ts';
import { narrativeWords, nominationWords, paperWords, planWords } from '#client/messages/unit.ts';
import { firstTab, openProfile, says, underWorker, watch } from '../support/browser.ts';
import { redeem } from '../support/enrol.ts';
import { guidePicture } from '../support/guide-picture.ts';
import { fillSheet, signAndSend } from '../support/hamlet-form.ts';
import { listedScore, openOffice } from '../support/officer.ts';
import { brokenPdf, pdfFile, wordFile } from '../support/pdf-files.ts';
import { World } from '../support/world.ts';

test.use({ actionTimeout: 15_000 });
// A limit on hanging: on a loaded machine the story takes several minutes.
test.setTimeout(900_000);

const PAPERS = '/don-vi/ho-so';
/** The unit of the demo's link, whichever it is: not the page one comes from. */
const HOME = /^(?!Ghép máy|Đã ghép)/;
/** The set of the unit's own sector: the one whose last group this sheet shows. */
async function setShown(page: Page): Promise<CriteriaSet> {
  const groups = page.getByRole('list', { name: groupWords.groups });
  await expect(groups).toBeVisible();
  const text = (await groups.textContent()) ?? '';
  const found = defaultCriteriaSets().find(
    ({ subjectKind, groups: [...all] }) => subjectKind === 'unit' && text.includes(all.at(-1)?.name ?? ''),
  );
  if (found === undefined) throw new Error(`no unit's set has these groups: ${text}`);
  return found;
}
const PERSON = 'Nguyễn Thị Ước';
const { people } = officePaperWords;

async function chooseFile(page: Page, name: string, buffer: Buffer): Promise<void> {
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: fill(pdfWords.chooseNamed, { name: planWords.pagesCode }) }).click();
  await (await chooser).setFiles({ name, mimeType: 'application/octet-stream', buffer });
}

const press = (page: Page, name: string): Promise<void> =>
  page.getByRole('button', { name, exact: true }).first().click();

async function writePlan(page: Page, origin: string): Promise<void> {
  await page.goto(`${origin}${PAPERS}/ke-hoach`);
  await page.getByLabel(planWords.number, { exact: true }).fill('05/KH-THBT');
  await page.getByLabel(planWords.date, { exact: true }).fill('2025-03-01');
  await page.getByLabel(planWords.extract, { exact: true }).fill('Kế hoạch thi đua chuyển đổi số năm 2025');
  await press(page, paperWords.save);
  await press(page, planWords.add);
  await page.getByLabel(planWords.target, { exact: true }).fill('Giáo viên dùng học bạ số');
  await page.getByLabel(planWords.measure, { exact: true }).fill('100%');
  await press(page, paperWords.save);
  await expect(page.getByText('1. Giáo viên dùng học bạ số')).toBeVisible();
}

test('a unit puts its papers together on a phone: a PDF becomes pictures, and the office reads and judges', async () => {
  const world = await World.start({ args: ['--demo'] });
  const context = await openProfile(world.profileFolder());
  let unit = '';
  let score = '';
  try {
    const seen = await watch(context, world.origin);
    const page = await firstTab(context);
    await redeem(page, world.link('unitContact'), HOME);
    await underWorker(page);
    unit = (await page.locator('h1').textContent()) ?? '';
    await writePlan(page, world.origin);

    const said = page.locator('main');
    await chooseFile(page, 'bao-cao.docx', wordFile());
    await expect(said.getByText(pdfWords.failed.word)).toBeVisible();
    await chooseFile(page, 'cut.pdf', brokenPdf());
    await expect(said.getByText(pdfWords.failed.broken)).toBeVisible();
    await chooseFile(page, 'locked.pdf', pdfFile({ pages: 1, locked: true }));
    await expect(said.getByText(pdfWords.failed.locked)).toBeVisible();
    // What read those is kept by the worker now: the next file needs no network.
    await context.setOffline(true);
    await chooseFile(page, 'ke-hoach.pdf', pdfFile({ pages: 3 }));
    await expect(said.getByText(fill(pdfWords.done, { n: 3 }))).toBeVisible();
    await expect(said.getByText(fill(photoWords.count, { n: 3, most: PLAN_PAGES_MAX }))).toBeVisible();
    await context.setOffline(false);
    await expect(said.getByText(photoWords.state.stored, { exact: true })).toHaveCount(3, {
      timeout: 30_000,
    });
    await page.evaluate(() => scrollTo(0, 0));
    await guidePicture(page, 'don-vi-ke-hoach');

    await page.goto(`${world.origin}${PAPERS}/bao-cao`);
    await press(page, narrativeWords.compose);
    await expect(page.getByRole('heading', { name: narrativeWords.draft.generalHeading })).toBeVisible();

    await page.goto(`${world.origin}${PAPERS}/ca-nhan/moi`);
    await page.getByLabel(nominationWords.personName, { exact: true }).fill(PERSON);
    await page.getByLabel(nominationWords.position, { exact: true }).fill('Giáo viên');
    await page
      .getByLabel(nominationWords.contribution, { exact: true })
      .fill('Hướng dẫn phụ huynh dùng học bạ số.');
    // Half written when the phone ends the app: it stands there when it is opened again.
    await page.reload();
    await expect(page.getByLabel(nominationWords.contribution, { exact: true })).toHaveValue(/học bạ số/);
    await page.getByLabel(nominationWords.result, { exact: true }).fill('42 trên 45 phụ huynh tự tra được.');
    await press(page, paperWords.save);
    await expect(page.getByRole('heading', { name: PERSON })).toBeVisible();
    await page.goto(`${world.origin}${PAPERS}`);
    await expect(page.getByText(fill(paperWords.nominationsSome, { n: 1 }))).toBeVisible();

    const asked = defaultCriteriaSets()
      .filter(({ id }) => id.startsWith('unit-'))
      .flatMap(criteriaOf)
      .find(({ id }) => id === 'C1.1');
    await page.goto(`${world.origin}/don-vi/phieu?nhom=C1&muc=C1.1`);
    await press(page, fill(evidenceWords.addDocumentNamed, { code: asked?.code ?? '' }));
    await page.getByLabel(evidenceWords.number, { exact: true }).fill('05/KH-THBT');
    await page.getByLabel(evidenceWords.extract, { exact: true }).fill('Kế hoạch thi đua');
    await press(page, evidenceWords.save);
    await expect(page.getByText('Số 05/KH-THBT')).toBeVisible();
    await guidePicture(page, 'don-vi-phieu');

    // The common questions and those of its sector, signed and sent.
    await page.goto(`${world.origin}/don-vi`);
    await guidePicture(page, 'don-vi-trang-chinh');
    await page.goto(`${world.origin}/don-vi/phieu`);
    const set = await setShown(page);
    expect(set.groups.length).toBeGreaterThan(5);
    await fillSheet(page, set, { households: 40, suggested: false });
    score = await signAndSend(page, 'Trần Thị Hiền', reviewWords.signUnitName);
    await expect(says(page, stateWords.received)).toBeVisible({ timeout: 30_000 });
    await guidePicture(page, 'don-vi-bien-nhan');
    // What could not be asked for while there was no network is no fault.
    const errors = seen.errors.filter((error) => !error.includes('ERR_INTERNET_DISCONNECTED'));
    expect({ ...seen, errors }).toEqual({ violations: [], foreign: [], errors: [] });
  } finally {
    await context.close();
  }

  const { context: desk, page } = await openOffice(world);
  try {
    expect(await listedScore(page, unit)).toBe(score);
    await page.goto(`${world.origin}/van-phong/ca-nhan`);
    await page.getByRole('button', { name: new RegExp(PERSON) }).focus();
    await page.getByRole('group', { name: people.aspects.compliance }).getByRole('radio').first().focus();
    // By keys alone: a mark for each of the four, then on.
    for (const key of ['1', '2', '1', '3']) await page.keyboard.press(key);
    await page.keyboard.press('Control+Enter');
    await expect(page.getByText(fill(people.saved, { name: PERSON }))).toBeVisible();
    await expect(page.getByText(people.judged, { exact: true })).toBeVisible();
  } finally {
    await desk.close();
    await world.dispose();
  }
});
