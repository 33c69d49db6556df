/** A family's form from the slip to the receipt by keys alone; what has the focus is always seen. */
import { expect, test, type Locator, type Page } from '@playwright/test';
import { criteriaOf, type Criterion } from '#domain/criteria.ts';
import { common } from '#client/messages/common.ts';
import { consent, consentTexts } from '#client/messages/consent.ts';
import { household } from '#client/messages/household.ts';
import { review } from '#client/messages/sending.ts';
import { says } from './support/browser.ts';
import { householdSet } from './support/household-form.ts';
import { World } from './support/world.ts';

const STEPS_MAX = 40;

/** What covers the element that has the focus; null when it is seen. */
const coverOf = (page: Page): Promise<string | null> =>
  page.evaluate(() => {
    const focused = document.activeElement;
    if (focused === null || focused === document.body) return 'nothing has the focus';
    // A choice is drawn by its label; the control itself is a dot.
    const drawn = focused.closest('label') ?? focused;
    const { left, top, width, height } = drawn.getBoundingClientRect();
    const at = document.elementFromPoint(left + width / 2, top + height / 2);
    return at !== null && (drawn.contains(at) || at.contains(drawn)) && at !== document.documentElement
      ? null
      : `${drawn.textContent ?? ''} is covered by ${at?.outerHTML.slice(0, 120) ?? 'the edge'}`;
  });

/** Tab by tab, each seen, until this one is reached. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  for (let step = 0; step < STEPS_MAX; step++) {
    await page.keyboard.press('Tab');
    expect(await coverOf(page)).toBeNull();
    if (await target.evaluate((element) => element === document.activeElement)) return;
  }
  throw new Error(`not reached by Tab: ${String(target)}`);
}

async function press(page: Page, name: string): Promise<void> {
  await tabTo(page, page.getByRole('button', { name, exact: true }));
  await page.keyboard.press('Enter');
}

async function answer(page: Page, { screen }: Pick<Criterion, 'screen'>): Promise<void> {
  const main = page.getByRole('main');
  switch (screen.control) {
    case 'yesno':
    case 'choice':
    case 'choiceText':
      await tabTo(page, main.getByRole('radio').first());
      // Down from the first chooses the second: a group is walked by arrows.
      await page.keyboard.press('ArrowDown');
      return expect(main.getByRole('radio').nth(1)).toBeChecked();
    case 'checklist':
      await tabTo(page, main.getByRole('checkbox').first());
      await page.keyboard.press('Space');
      return expect(main.getByRole('checkbox').first()).toBeChecked();
    case 'ratio':
    case 'stepper':
      await tabTo(page, main.getByRole('textbox'));
      return page.keyboard.type('2');
    case 'auto':
  }
}

test('a family’s form is filled, consented to and sent by the keyboard alone', async ({ page }) => {
  const world = await World.start();
  try {
    await page.goto(world.link('household'));
    await expect(page.getByRole('button', { name: household.start })).toBeVisible();
    await press(page, household.start);

    const criteria = new Map(criteriaOf(householdSet).map((criterion) => [criterion.id, criterion]));
    const shared = new Map(householdSet.sharedQuestions.map((question) => [question.id, question]));
    for (const id of householdSet.screenOrder) {
      const question = criteria.get(id) ?? shared.get(id);
      if (question === undefined) throw new Error(`the screen order names ${id}, which is no question`);
      // A new question has the focus, so that it is read out and the next Tab is its answer.
      await expect(page.getByRole('heading', { name: question.screen.question })).toBeFocused();
      await answer(page, question);
      await press(page, common.next);
    }
    for (const { title, required } of Object.values(consentTexts)) {
      await expect(page.getByRole('heading', { name: title })).toBeVisible();
      await press(page, required ? consent.agree : consent.decline);
    }
    await expect(page.getByRole('heading', { name: review.title })).toBeVisible();
    await press(page, review.send);
    await expect(says(page, 'Xã đã nhận')).toBeVisible();
  } finally {
    await world.dispose();
  }
});

test('control: a control under a bar that sticks is found to be covered', async ({ page }) => {
  await page.setContent(
    '<button style="margin-top:60px">A</button><div style="position:fixed;inset:0 0 auto;height:120px"></div>',
  );
  await page.keyboard.press('Tab');
  expect(await coverOf(page)).toMatch(/^A is covered/);
});
