/** The hamlet's form, filled by hand: every criterion, group by group, with values a real hamlet could have. */
import { expect, type Locator, type Page } from '@playwright/test';
import type { CriteriaSet, Criterion } from '#domain/criteria.ts';
import { defaultCriteriaSets } from '#domain/defaults/all.ts';
import { claimWords } from '#client/messages/claims.ts';
import { groupWords, homeWords, reviewWords } from '#client/messages/hamlet.ts';

function setNamed(id: string): CriteriaSet {
  const found = defaultCriteriaSets().find((set) => set.id === id);
  if (!found) throw new Error(`no default criteria set ${id}`);
  return found;
}
export const hamletSet: CriteriaSet = setNamed('hamlet');

const PEOPLE = 260;

interface Filling {
  /** Asked once, unless the commune has the number already. */
  households: number;
  /** Take what the families' own forms say, wherever they say something. */
  suggested: boolean;
}

async function fillShared(page: Page, set: CriteriaSet, { households }: Filling): Promise<void> {
  for (const question of set.sharedQuestions) {
    const card = page.getByRole('region', { name: question.screen.question });
    const field = card.getByLabel(groupWords.sharedLabel);
    if (await field.isVisible())
      await field.fill(String(question.source === 'hamlet.people14plus' ? PEOPLE : households));
  }
}

const choose = (card: Locator, label: string) =>
  card.getByRole('radio', { name: label, exact: true }).check({ force: true });

/** The best level but one where there are more than two: a real hamlet is rarely perfect. */
function levelLabel(criterion: Criterion): string {
  const options = criterion.screen.options.filter((option) => option.kind === 'level');
  return options.at(options.length > 2 ? -2 : -1)?.label ?? '';
}

async function fillRatio(card: Locator, criterion: Extract<Criterion, { type: 'ratio' }>, filling: Filling) {
  const use = card.getByRole('button', { name: claimWords.use, exact: true });
  if (filling.suggested && (await use.isVisible())) return use.click();
  // The number of forms is counted by the app; the whole is shared where the set says so.
  const numerator = card.getByLabel(criterion.numerator, { exact: true });
  if (await numerator.isVisible()) await numerator.fill(String(Math.floor(filling.households * 0.68)));
  const denominator = card.getByLabel(criterion.denominator, { exact: true });
  if (await denominator.isVisible()) await denominator.fill(String(Math.floor(filling.households * 0.8)));
}

async function fillCriterion(page: Page, criterion: Criterion, filling: Filling): Promise<void> {
  const card = page.getByRole('region', { name: criterion.screen.question });
  await expect(card).toBeVisible();
  switch (criterion.type) {
    case 'yesno': {
      const yes = criterion.screen.options.find((option) => option.kind === 'yesno' && option.value);
      // "Sent on time" fills itself at the moment of sending.
      if (criterion.auto === undefined) await choose(card, yes?.label ?? '');
      return;
    }
    case 'level':
      return choose(card, levelLabel(criterion));
    case 'text':
      await choose(card, levelLabel(criterion));
      return card
        .getByLabel(groupWords.textLabel)
        .fill('Mô hình “Tổ công nghệ số đến từng nhà”, bắt đầu tháng 3/2025.');
    case 'count':
      return card.getByRole('textbox').fill('6');
    case 'ratio':
      return fillRatio(card, criterion, filling);
  }
}

/** From the hamlet's home through every group to the review, all of it filled. */
export async function fillHamletForm(
  page: Page,
  filling: Filling = { households: 90, suggested: false },
): Promise<void> {
  await page.getByText(homeWords.openForm, { exact: true }).click();
  await fillSheet(page, hamletSet, filling);
}

/** From the list of a sheet's groups through every group to the review. */
export async function fillSheet(page: Page, set: CriteriaSet, filling: Filling): Promise<void> {
  const [first] = set.groups;
  await page
    .getByRole('list', { name: groupWords.groups })
    .getByRole('button', { name: first?.name ?? '' })
    .click();
  for (const group of set.groups) {
    await expect(page.getByRole('heading', { name: `${group.code}. ${group.name}` })).toBeVisible();
    await fillShared(page, set, filling);
    for (const criterion of group.criteria) await fillCriterion(page, criterion, filling);
    const isLast = group === set.groups.at(-1);
    await page
      .getByRole('button', { name: isLast ? groupWords.review : groupWords.next, exact: true })
      .click();
  }
}

/** Review, the head's own word, and *Gửi*. @returns the score as the phone shows it before sending */
export async function signAndSend(
  page: Page,
  head: string,
  label: string = reviewWords.signName,
): Promise<string> {
  await expect(page.getByRole('heading', { name: reviewWords.title })).toBeVisible();
  const shown = await page
    .getByText(/^\d{1,3},\d\d$/)
    .first()
    .textContent();
  await page.getByLabel(label).fill(head);
  await page.getByRole('button', { name: reviewWords.signButton }).click();
  // A sheet that was sent before is sent again.
  await page
    .getByRole('button', { name: new RegExp(`^(${reviewWords.send}|${reviewWords.sendAgain})$`) })
    .click();
  return shown ?? '';
}
