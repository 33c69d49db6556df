/** Back and forth between a hamlet and the commune. */
import { expect, test, type Page } from '@playwright/test';
import { fill } from '#client/messages/fill.ts';
import { reviewWords } from '#client/messages/hamlet.ts';
import { moveWords } from '#client/messages/moves.ts';
import { reviewWords as officeWords } from '#client/messages/office-review.ts';
import { roundWords } from '#client/messages/rounds.ts';
import { stateWords } from '#client/messages/states.ts';
import { firstTab, openProfile, says } from '../support/browser.ts';
import { redeem } from '../support/enrol.ts';
import { openOffice } from '../support/officer.ts';
import { returnForm, scoreAll, verifyForm } from '../support/review-desk.ts';
import { World } from '../support/world.ts';

// A step that hangs names itself long before the story's own limit.
test.use({ actionTimeout: 15_000 });

const { buttons } = moveWords;
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const saved = (page: Page) => expect(page.getByText(/Đã lưu trên máy này lúc/)).toBeVisible();

/** One figure of the hamlet's sheet: how many talks were held. */
async function write(page: Page, world: World, figure: string): Promise<void> {
  await page.goto(`${world.origin}/xom/phieu?nhom=A2&muc=A2.1`);
  await page.getByRole('main').getByRole('textbox').first().fill(figure);
  await saved(page);
}

async function signAndSend(page: Page, world: World, send: string): Promise<void> {
  await page.goto(`${world.origin}/xom/phieu?xem-lai`);
  await page.getByLabel(reviewWords.signName).fill('Nguyễn Văn Tám');
  await button(page, reviewWords.signButton).click();
  await button(page, send).click();
  await expect(page).toHaveURL(/\/bien-nhan\//);
  await expect(says(page, stateWords.received)).toBeVisible();
}

/** The commune's list is read every quarter of a minute; a tap asks now. */
async function ask(page: Page, path: string, world: World): Promise<void> {
  await page.goto(`${world.origin}${path}`);
}

test('sent, returned with two items, mended, sent again, verified; taken back only while nobody reviews', async () => {
  const world = await World.start();
  const hamlet = await openProfile(world.profileFolder());
  const office = await openOffice(world);
  try {
    const phone = await firstTab(hamlet);
    await redeem(phone, world.link('hamletHead'), /^Xóm /);
    const name = (await phone.locator('h1').textContent()) ?? '';
    await write(phone, world, '6');
    await signAndSend(phone, world, reviewWords.send);

    // Taken back, and sent again.
    await ask(phone, '/xom', world);
    await button(phone, roundWords.withdraw).click();
    await button(phone, roundWords.withdrawYes).click();
    await expect(says(phone, stateWords.withdrawn)).toBeVisible();
    await signAndSend(phone, world, reviewWords.sendAgain);

    const desk = office.page;
    await desk.reload();
    await desk
      .getByRole('link', { name: name.replace(/^Xóm /, ''), exact: false })
      .first()
      .press('Enter');
    await button(desk, buttons['received underReview']).click();
    await expect(button(desk, buttons['underReview verified'])).toBeVisible();

    await ask(phone, '/xom', world);
    await expect(says(phone, stateWords.underReview)).toBeVisible();
    await expect(button(phone, roundWords.withdraw)).toBeHidden();

    await returnForm(
      desk,
      [
        ['A2.1', 'Nhờ xóm ghi lại số buổi.'],
        ['A3.3', 'Mục này còn trống.'],
      ],
      'Nhờ xóm xem lại hai mục.',
    );

    await ask(phone, '/xom/phieu', world);
    await expect(phone.getByText('Nhờ xóm xem lại hai mục.')).toBeVisible();
    await phone.getByRole('link', { name: fill(roundWords.mend, { code: 'A2.1' }) }).click();
    await expect(phone.getByText('Nhờ xóm ghi lại số buổi.')).toBeVisible();
    await write(phone, world, '8');
    await phone.goto(`${world.origin}/xom/phieu?xem-lai`);
    const changed = phone.getByRole('region', { name: fill(roundWords.changedTitle, { n: 1 }) });
    await expect(changed).toContainText('6 buổi');
    await expect(changed).toContainText('8 buổi');
    await signAndSend(phone, world, reviewWords.sendAgain);

    // The officer stands on the old sending: it says so, and leads on.
    await desk.reload();
    await desk.getByRole('link', { name: moveWords.toCurrent }).click();
    // What was asked is still there to be held against what came: one item mended, one as it was.
    const askedFor = desk.getByRole('listitem').filter({ hasText: 'Nhờ xóm ghi lại số buổi.' });
    await expect(askedFor).toContainText(officeWords.rounds.mended);
    await expect(desk.getByRole('listitem').filter({ hasText: 'Mục này còn trống.' })).toContainText(
      officeWords.rounds.kept,
    );
    await button(desk, buttons['received underReview']).click();
    await scoreAll(desk);
    await verifyForm(desk);
    await ask(phone, '/xom', world);
    await expect(says(phone, stateWords.verified)).toBeVisible();
    expect(world.query('SELECT from_state, to_state FROM move ORDER BY at, status_rev')).toEqual([
      { from_state: 'received', to_state: 'withdrawn' },
      { from_state: 'received', to_state: 'underReview' },
      { from_state: 'underReview', to_state: 'returned' },
      { from_state: 'received', to_state: 'underReview' },
      { from_state: 'underReview', to_state: 'verified' },
    ]);
  } finally {
    await hamlet.close();
    await office.context.close();
    await world.dispose();
  }
});
