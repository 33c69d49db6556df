/** Groups made ready for awards: their families verified, their ranking frozen. */
import { expect, type Page } from '@playwright/test';
import { rankingWords } from '#client/messages/office-ranking.ts';
import { reviewManyWords } from '#client/messages/office-review-many.ts';

export const SYNC = { timeout: 60_000 };

/** "Ghi họp xóm cho {n} hộ" with any number in it. */
export const anyNumber = (template: string): RegExp => new RegExp(`^${template.replace(/\{\w+\}/g, '.+')}$`);
export async function verifyFamilies(page: Page): Promise<void> {
  await page.getByRole('button', { name: reviewManyWords.start }).click();
  await page.getByRole('button', { name: anyNumber(reviewManyWords.all) }).click();
  await page.getByRole('button', { name: anyNumber(reviewManyWords.go) }).click();
  await page
    .getByRole('dialog')
    .getByRole('button', { name: anyNumber(reviewManyWords.ask.go) })
    .click();
  await expect(page.getByText(anyNumber(reviewManyWords.run.result)).first()).toBeVisible({
    timeout: 120_000,
  });
}

export async function freeze(page: Page): Promise<void> {
  await page.getByRole('button', { name: rankingWords.freeze.act }).click();
  const dialog = page.getByRole('dialog');
  const reason = dialog.getByLabel(rankingWords.freeze.reason);
  if (await reason.isVisible()) await reason.fill('Họp Hội đồng lần một; phần còn lại chấm sau.');
  await dialog.getByRole('button', { name: /^Chốt \d+ / }).click();
  await expect(page.getByText(rankingWords.freeze.saved)).toBeVisible();
  await expect(page.getByRole('listitem').filter({ hasText: 'Chờ gửi' })).toHaveCount(0, SYNC);
}
