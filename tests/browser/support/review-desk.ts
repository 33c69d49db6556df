/** What an officer does with an open form: points for every question, back with what is asked, or decided. */
import { expect, type Page } from '@playwright/test';
import { fill } from '#client/messages/fill.ts';
import { moveWords } from '#client/messages/moves.ts';
import { reviewWords } from '#client/messages/office-review.ts';
import { stateWords } from '#client/messages/states.ts';

const ROWS = '[data-criterion]';
const press = async (page: Page, ...keys: string[]): Promise<void> => {
  for (const key of keys) await page.keyboard.press(key);
};
const focused = (page: Page): Promise<string | null> =>
  page.evaluate(() => document.activeElement?.getAttribute('data-criterion') ?? null);

/** Every question without points gets what stands first among the quick ones; the hand stays on the keys. */
export async function scoreAll(page: Page): Promise<void> {
  await page.locator(`${ROWS}[aria-current]`).focus();
  await press(page, 'Home');
  const rows = await page.locator(ROWS).count();
  for (let at = 0; at < rows; at++) {
    const id = await focused(page);
    expect(id).not.toBeNull();
    const row = page.getByRole('row').filter({ has: page.locator(`[data-criterion="${id ?? ''}"]`) });
    if ((await row.getByText(reviewWords.empty).count()) === 0) {
      await press(page, 'ArrowDown');
      continue;
    }
    await press(page, '1', 'Control+Enter');
    await expect(row.getByText(reviewWords.empty)).toHaveCount(0);
    if (at < rows - 1) await expect.poll(() => focused(page)).not.toBe(id);
  }
}

/** Decides a form of which every question has its points. */
export async function verifyForm(page: Page): Promise<void> {
  await page
    .getByRole('button', { name: moveWords.buttons['underReview verified'], exact: true })
    .first()
    .click();
  await page.getByRole('button', { name: reviewWords.verify.go, exact: true }).click();
  await expect(page.getByText(stateWords.verified, { exact: true }).first()).toBeVisible();
}

/** `items`: code and what is asked of it. */
export async function returnForm(
  page: Page,
  items: readonly (readonly [code: string, ask: string])[],
  reason: string,
): Promise<void> {
  const { ret } = reviewWords;
  await page.getByRole('button', { name: fill(ret.button, { n: 0 }), exact: true }).click();
  for (const [code, ask] of items) {
    await page.getByLabel(moveWords.addItem).selectOption(code);
    await page.getByLabel(fill(ret.ask, { code })).fill(ask);
  }
  await page.getByLabel(ret.reason).fill(reason);
  await page.getByRole('button', { name: fill(ret.send, { n: items.length }), exact: true }).click();
  await expect(page.getByText(stateWords.returned, { exact: true }).first()).toBeVisible();
}
