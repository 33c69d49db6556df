/** The office's rail: a place is reached through the head of its section, as a person reaches it. */
import { expect, type Locator, type Page } from '@playwright/test';
import { office } from '#client/messages/office.ts';

/** The place named so, its section open. `act`: how the head is opened, by the mouse unless the story is told by keys. */
export async function placeInRail(
  page: Page,
  word: string,
  act: (head: Locator) => Promise<void> = (head) => head.click(),
): Promise<Locator> {
  const rail = page.getByRole('navigation', { name: office.railName });
  // By its text: a place of a section that is closed has no role.
  const places = rail
    .locator('ul')
    .filter({ hasText: new RegExp(word) })
    .first();
  await expect(places).toBeAttached();
  const head = rail.locator(`[aria-controls="${await places.getAttribute('id')}"]`);
  if ((await head.getAttribute('aria-expanded')) === 'false') await act(head);
  return places.getByRole('link', { name: new RegExp(`^${word}`) });
}
