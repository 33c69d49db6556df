/** Households of a hamlet as its head meets them: written into the list, and their forms typed on their behalf. */
import { expect, type Page } from '@playwright/test';
import type { Criterion } from '#domain/criteria.ts';
import { consent } from '#client/messages/consent.ts';
import { listWords, proxyWords } from '#client/messages/households.ts';
import { fill } from '#client/messages/fill.ts';
import { householdSet } from './household-form.ts';

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

/** From the list of households. */
export async function addHousehold(page: Page, name: string): Promise<void> {
  await button(page, listWords.add).click();
  await page.getByLabel(listWords.householder).fill(name);
  await button(page, listWords.save).click();
  await expect(page.getByText(fill(listWords.saved, { name }))).toBeVisible();
}

/** How a family of this hamlet answers: `yes` to what can be answered with yes, the plainest otherwise. */
async function answer(page: Page, { screen }: Pick<Criterion, 'screen'>, yes: boolean): Promise<void> {
  const at = page.getByRole('radiogroup', { name: screen.question });
  const choose = (label: string) =>
    at.getByRole('radio', { name: label, exact: true }).check({ force: true });
  switch (screen.control) {
    case 'yesno': {
      const option = screen.options.find((each) => each.kind === 'yesno' && each.value === yes);
      return choose(option?.label ?? '');
    }
    case 'choice':
    case 'choiceText': {
      const levels = screen.options.filter(({ kind }) => kind === 'level');
      return choose(levels[yes ? 1 : 0]?.label ?? '');
    }
    case 'checklist': {
      const [first] = screen.options.filter(({ kind }) => kind === (yes ? 'tick' : 'none'));
      return page
        .getByRole('group', { name: screen.question })
        .getByRole('checkbox', { name: first?.label ?? '', exact: true })
        .check({ force: true });
    }
    case 'ratio':
    case 'stepper':
      return page.getByRole('textbox', { name: screen.question }).fill(yes ? '3' : '1');
    case 'auto':
  }
}

async function agree(page: Page, enteredBy: string): Promise<void> {
  await page.getByRole('radio', { name: proxyWords.modes.readAloud, exact: true }).check({ force: true });
  await page.getByLabel(proxyWords.enteredBy).fill(enteredBy);
  const agreed = page.getByRole('radio', { name: consent.agree, exact: true });
  const declined = page.getByRole('radio', { name: consent.decline, exact: true });
  await agreed.first().check({ force: true });
  for (const nth of [1, 2]) await declined.nth(nth).check({ force: true });
  await button(page, proxyWords.start).click();
}

/** From the list of households. */
export async function openFamily(page: Page, name: string): Promise<void> {
  await page
    .getByRole('link', { name: new RegExp(name) })
    .first()
    .click();
  await expect(page.getByRole('heading', { name: proxyWords.modeTitle })).toBeVisible();
}

/** From the family's page to the receipt that waits: consent asked, fifteen questions, sent. */
export async function enterForFamily(
  page: Page,
  family: { name: string; yes: boolean },
  enteredBy: string,
): Promise<void> {
  await agree(page, enteredBy);
  for (const [at, group] of householdSet.groups.entries()) {
    await expect(page.getByRole('heading', { name: group.name, exact: true })).toBeVisible();
    for (const criterion of group.criteria) {
      const shared = householdSet.sharedQuestions.find(({ id }) => id === criterion.sharedQuestion);
      const field = page.getByRole('textbox', { name: shared?.screen.question ?? '' });
      if (shared !== undefined && (await field.isVisible())) await field.fill('4');
      await answer(page, criterion, family.yes);
    }
    const isLast = at === householdSet.groups.length - 1;
    await button(page, isLast ? proxyWords.review : proxyWords.next).click();
  }
  await expect(page.getByText(fill(proxyWords.allAnswered, { total: 15 }))).toBeVisible();
  await button(page, proxyWords.send).click();
  await expect(page).toHaveURL(/\/bien-nhan\//);
}
