/** Redeeming a link as a person does: open it, read, tap. */
import { expect, type Page } from '@playwright/test';
import { enrolWords } from '#client/messages/enrol.ts';

/** @returns once the role's home screen is there */
export async function redeem(page: Page, link: string, home: RegExp): Promise<void> {
  await page.goto(link);
  await page.getByRole('button', { name: enrolWords.button, exact: true }).click();
  const go = page.getByText(enrolWords.go, { exact: true });
  await expect(go.or(page.locator('h1').filter({ hasText: home })).first()).toBeVisible();
  if (await go.isVisible()) await go.click();
  await expect(page.locator('h1').filter({ hasText: home })).toBeVisible();
}
