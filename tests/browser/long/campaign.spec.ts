/**
 * A hamlet head's whole campaign on a phone without coverage: families written down and typed for, three that answer for
 * themselves, figures rolled up from their forms, evidence, sent, returned, mended, sent again, verified.
 */
import { writeFileSync } from 'node:fs';
import { expect, test, type Page } from '@playwright/test';
import { criteriaOf } from '#domain/criteria-set.ts';
import { claimWords } from '#client/messages/claims.ts';
import { fill } from '#client/messages/fill.ts';
import { homeWords, reviewWords } from '#client/messages/hamlet.ts';
import { moveWords } from '#client/messages/moves.ts';
import { photoWords } from '#client/messages/photos.ts';
import { roundWords } from '#client/messages/rounds.ts';
import { stateWords } from '#client/messages/states.ts';
import { firstTab, openProfile, says, underWorker } from '../support/browser.ts';
import { redeem } from '../support/enrol.ts';
import { guidePicture } from '../support/guide-picture.ts';
import { CAMPAIGN_PATH, moveDeadlines } from '../support/deadlines.ts';
import { fillHamletForm, hamletSet, signAndSend } from '../support/hamlet-form.ts';
import { answerHousehold, consentAndSend } from '../support/household-form.ts';
import { openOffice } from '../support/officer.ts';
import { placedPicture } from '../support/pictures.ts';
import { addHousehold, enterForFamily, openFamily } from '../support/proxy-entry.ts';
import { returnForm, scoreAll, verifyForm } from '../support/review-desk.ts';
import { World } from '../support/world.ts';

test.use({ actionTimeout: 15_000 });
// A limit on hanging: on a loaded machine the story takes several minutes.
test.setTimeout(900_000);

const HEAD = 'Nguyễn Văn Tám';
/** From today to the deadline that the office writes. */
const DAYS_AHEAD = 12;
/** Nine of the twelve say yes to what can be answered with yes. */
const TYPED = [
  'Lê Thị An',
  'Trần Văn Bình',
  'Phạm Thị Cúc',
  'Hoàng Văn Dũng',
  'Lý Thị Én',
  'Đỗ Văn Giang',
  'Vũ Thị Hoa',
  'Bùi Văn Ích',
  'Ngô Thị Kim',
  'Dương Văn Lâm',
  'Mai Thị Mơ',
  'Đinh Văn Nam',
].map((name, at) => ({ name, yes: at < 9 }));
const SELVES = ['Chu Thị Oanh', 'Hà Văn Phúc', 'Tạ Thị Quế'];

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const saved = (page: Page) => expect(page.getByText(/Đã lưu trên máy này lúc/)).toBeVisible();
const figureOf = (page: Page, id: string) =>
  page
    .getByRole('region', {
      name: criteriaOf(hamletSet).find((each) => each.id === id)?.screen.question ?? '',
    })
    .getByRole('textbox')
    .first();
const received = (world: World, kind: string): number =>
  world.count(
    `SELECT COUNT(*) FROM submission s JOIN assessment a USING (commune_id, assessment_id) WHERE a.subject_kind = ?`,
    kind,
  );

/** A family's own phone, with the slip scanned while there was a network. */
async function familyPhone(world: World, name: string) {
  const [household] = world.query(
    "SELECT code FROM record WHERE entity = 'household' AND json_extract(value, '$.householder') = ?",
    name,
  );
  const context = await openProfile(world.profileFolder());
  const page = await firstTab(context);
  await page.goto(world.issue('slip', '--household', String(household?.['code'])));
  await underWorker(page);
  return { context, page };
}

test('a hamlet head runs the whole campaign from a phone that seldom has a network', async () => {
  const world = await World.start();
  const hamlet = await openProfile(world.profileFolder());
  const families: Awaited<ReturnType<typeof familyPhone>>[] = [];
  let office: Awaited<ReturnType<typeof openOffice>> | undefined;
  try {
    office = await openOffice(world);
    const desk = office.page;
    await desk.goto(`${world.origin}${CAMPAIGN_PATH}`);
    await moveDeadlines(desk, DAYS_AHEAD);
    const phone = await firstTab(hamlet);
    await redeem(phone, world.link('hamletHead'), /^Xóm /);
    await underWorker(phone);
    await expect(phone.getByText(homeWords.openForm, { exact: true })).toBeVisible();

    await phone.goto(`${world.origin}/cac-ho`);
    for (const name of [...TYPED.map((family) => family.name), ...SELVES]) await addHousehold(phone, name);
    await expect
      .poll(() => world.count("SELECT COUNT(*) FROM record WHERE entity = 'household'"))
      .toBe(TYPED.length + SELVES.length + 1);
    for (const name of SELVES) families.push(await familyPhone(world, name));

    // From here on nobody reaches the commune.
    await world.server.stop();
    for (const family of TYPED) {
      await phone.goto(`${world.origin}/cac-ho`);
      if (family === TYPED[3]) {
        await expect(phone.getByRole('link', { name: new RegExp(family.name) }).first()).toBeVisible();
        await guidePicture(phone, 'truong-xom-cac-ho');
      }
      await openFamily(phone, family.name);
      if (family === TYPED[0]) await guidePicture(phone, 'truong-xom-nhap-thay');
      await enterForFamily(phone, family, HEAD);
    }
    for (const { page } of families) {
      await page.reload();
      await answerHousehold(page);
      await consentAndSend(page);
      await expect(says(page, stateWords.queued)).toBeVisible();
    }
    await world.server.start();
    await expect.poll(() => received(world, 'household'), { timeout: 60_000 }).toBe(15);

    // The families' own forms have come down to the head's phone; then the network goes again.
    await phone.goto(`${world.origin}/xom`);
    await expect(phone.getByText(fill(homeWords.householdsSent, { sent: 15, total: 16 }))).toBeVisible();
    await expect(phone.getByText(fill(homeWords.daysLeft, { n: DAYS_AHEAD + 1 }))).toBeVisible();
    await phone.evaluate(() => scrollTo(0, 0));
    await guidePicture(phone, 'truong-xom-xom-toi');
    await world.server.stop();
    await fillHamletForm(phone, { households: 16, suggested: true });
    await saved(phone);
    await phone.goto(`${world.origin}/xom/phieu?nhom=A2&muc=A2.2`);
    await expect(phone.getByText(claimWords.used, { exact: true }).first()).toBeVisible();
    await guidePicture(phone, 'truong-xom-tieu-chi');
    await phone.goto(`${world.origin}/xom/phieu?nhom=A1&muc=A1.1`);
    const chooser = phone.waitForEvent('filechooser');
    const photos = phone.getByRole('region', { name: fill(photoWords.label, { code: 'A1.1' }) });
    await photos.getByRole('button', { name: photoWords.choose, exact: true }).click();
    const picture = test.info().outputPath('bien-ban.jpg');
    writeFileSync(picture, (await placedPicture(120)).buffer);
    await (await chooser).setFiles(picture);
    await expect(photos.getByText(photoWords.state.queued, { exact: true })).toBeVisible();
    await phone.goto(`${world.origin}/xom/phieu?xem-lai`);
    await signAndSend(phone, HEAD);
    await expect(says(phone, stateWords.queued)).toBeVisible();
    await world.server.start();
    await expect(says(phone, stateWords.received)).toBeVisible({ timeout: 30_000 });
    await guidePicture(phone, 'truong-xom-bien-nhan');

    await desk.goto(`${world.origin}/ra-soat`);
    await desk.getByRole('link', { name: 'Đầm Mụ', exact: false }).first().press('Enter');
    await button(desk, moveWords.buttons['received underReview']).click();
    await returnForm(desk, [['A2.1', 'Nhờ xóm ghi lại số buổi.']], 'Nhờ xóm xem lại một mục.');

    await phone.goto(`${world.origin}/xom/phieu`);
    await phone.getByRole('link', { name: fill(roundWords.mend, { code: 'A2.1' }) }).click();
    await world.server.stop();
    await figureOf(phone, 'A2.1').fill('3');
    await saved(phone);
    await phone.goto(`${world.origin}/xom/phieu?xem-lai`);
    await expect(phone.getByRole('region', { name: fill(roundWords.changedTitle, { n: 1 }) })).toContainText(
      '3 buổi',
    );
    await phone.getByLabel(reviewWords.signName).fill(HEAD);
    await button(phone, reviewWords.signButton).click();
    await button(phone, reviewWords.sendAgain).click();
    await world.server.start();
    await expect(says(phone, stateWords.received)).toBeVisible({ timeout: 30_000 });

    await desk.reload();
    await desk.getByRole('link', { name: moveWords.toCurrent }).click();
    await button(desk, moveWords.buttons['received underReview']).click();
    await scoreAll(desk);
    await verifyForm(desk);
    await phone.goto(`${world.origin}/xom`);
    await expect(says(phone, stateWords.verified)).toBeVisible();

    expect(received(world, 'hamlet')).toBe(2);
    expect(
      world.query('SELECT channel, COUNT(*) AS n FROM submission GROUP BY channel ORDER BY channel'),
    ).toEqual([
      { channel: 'proxy', n: 12 },
      { channel: 'self', n: 5 },
    ]);
    expect(world.count("SELECT COUNT(*) FROM blob WHERE state = 'stored'")).toBe(1);
    expect(world.count('SELECT COUNT(*) FROM quarantine')).toBe(0);
    // What the families said is what the hamlet claims: yes of nine that were typed for and of three by themselves.
    const [sheet] = world.query(
      'SELECT server_score, self_score FROM submission WHERE round = 2 ORDER BY received_at DESC',
    );
    expect(sheet?.['server_score']).toBe(sheet?.['self_score']);
    const [claimed] = world.query(
      `SELECT json_extract(r.value, '$.n') AS yes FROM register r JOIN assessment a USING (commune_id, assessment_id)
       WHERE a.subject_kind = 'hamlet' AND r.criterion_id = 'A2.2' AND r.dead = 0`,
    );
    expect(claimed).toEqual({ yes: 12 });
  } finally {
    await hamlet.close();
    for (const { context } of families) await context.close();
    await office?.context.close();
    await world.dispose();
  }
});
