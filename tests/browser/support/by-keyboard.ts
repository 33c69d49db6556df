/** A screen used without a mouse: what cannot be reached by Tab within reason is a fault. */
import { expect, type Locator, type Page } from '@playwright/test';

const STEPS_MAX = 160;

const hasFocus = (target: Locator): Promise<boolean> =>
  target.evaluate((element) => element === document.activeElement);

/** By this key, press by press, until it has the focus. */
export async function walkTo(page: Page, target: Locator, key = 'Tab'): Promise<void> {
  await expect(target).toBeVisible();
  for (let step = 0; step < STEPS_MAX; step++) {
    if (await hasFocus(target)) return;
    await page.keyboard.press(key);
  }
  throw new Error(`not reached by ${key}: ${String(target)}`);
}
/** Walks there and presses. */
export async function press(page: Page, target: Locator, key = 'Enter'): Promise<void> {
  await walkTo(page, target);
  await page.keyboard.press(key);
}
/** In the place of what stood there. */
export async function type(page: Page, field: Locator, text: string): Promise<void> {
  await walkTo(page, field);
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type(text);
}
/** From the first choice of a list on, one by one. */
export async function choose(page: Page, field: Locator, label: string): Promise<void> {
  await walkTo(page, field);
  await page.keyboard.press('Home');
  const chosen = field.locator('option:checked');
  for (let step = 0; step < STEPS_MAX && (await chosen.textContent()) !== label; step++)
    await page.keyboard.press('ArrowDown');
  await expect(chosen).toHaveText(label);
}
