/** The family's form, answered screen by screen as a family would, to the consents and the review. */
import { expect, type Locator, type Page } from '@playwright/test';
import { criteriaOf, type Criterion } from '#domain/criteria.ts';
import { defaultHouseholdSet } from '#domain/defaults/household.ts';
import { common } from '#client/messages/common.ts';
import { consent, consentTexts } from '#client/messages/consent.ts';
import { household } from '#client/messages/household.ts';
import { review } from '#client/messages/sending.ts';
import { guidePicture } from './guide-picture.ts';

export const householdSet = defaultHouseholdSet();

const PEOPLE = '4';
const SOME = '3';

async function answer(page: Page, { screen }: Pick<Criterion, 'screen'>): Promise<void> {
  const main = page.getByRole('main');
  const radio = (label: string) =>
    main.getByRole('radio', { name: label, exact: true }).check({ force: true });
  switch (screen.control) {
    case 'yesno': {
      const yes = screen.options.find((option) => option.kind === 'yesno' && option.value);
      return radio(yes?.label ?? '');
    }
    case 'choice':
    case 'choiceText': {
      const levels = screen.options.filter((option) => option.kind === 'level');
      return radio(levels[1]?.label ?? '');
    }
    case 'checklist': {
      const ticks = screen.options.filter((option) => option.kind === 'tick').slice(0, 2);
      for (const { label } of ticks)
        await main.getByRole('checkbox', { name: label, exact: true }).check({ force: true });
      return;
    }
    case 'ratio':
    case 'stepper':
      return main.getByRole('textbox').fill(SOME);
    case 'auto':
  }
}

/** From whatever the slip opens to the first field. @returns the field */
export async function openFirstField(page: Page): Promise<Locator> {
  const start = page.getByRole('button', { name: household.start });
  const [first] = householdSet.sharedQuestions;
  const heading = page.getByRole('heading', { name: first?.screen.question ?? '' });
  await expect(start.or(heading).first()).toBeVisible();
  if (await start.isVisible()) await start.click();
  await expect(heading).toBeVisible();
  return page.getByRole('main').getByRole('textbox');
}

/** From whatever the slip opens to the consents; every question answered. */
export async function answerHousehold(page: Page): Promise<void> {
  await openFirstField(page);
  const criteria = new Map(criteriaOf(householdSet).map((criterion) => [criterion.id, criterion]));
  const shared = new Map(householdSet.sharedQuestions.map((question) => [question.id, question]));
  for (const id of householdSet.screenOrder) {
    const question = criteria.get(id) ?? shared.get(id);
    if (!question) throw new Error(`the screen order names ${id}, which is no question`);
    await expect(page.getByRole('heading', { name: question.screen.question })).toBeVisible();
    const criterion = criteria.get(id);
    if (criterion) await answer(page, criterion);
    else await page.getByRole('main').getByRole('textbox').fill(PEOPLE);
    await page.getByRole('button', { name: common.next, exact: true }).click();
  }
}

/** Yes to what is needed, no to what is not: two equal buttons a purpose. */
export async function consentAndSend(page: Page): Promise<void> {
  for (const { title, required } of Object.values(consentTexts)) {
    await expect(page.getByRole('heading', { name: title })).toBeVisible();
    await page.getByRole('button', { name: required ? consent.agree : consent.decline, exact: true }).click();
  }
  await expect(page.getByRole('heading', { name: review.title })).toBeVisible();
  await guidePicture(page, 'gia-dinh-xem-lai');
  await page.getByRole('button', { name: review.send }).click();
}
