/** Pictures chosen under a question of a hamlet's sheet, as a person does. */
import { writeFileSync } from 'node:fs';
import { expect, test, type Locator, type Page } from '@playwright/test';
import { fill } from '#client/messages/fill.ts';
import { photoWords } from '#client/messages/photos.ts';
import type { Picture } from './pictures.ts';
import type { World } from './world.ts';

export const FORM = '/xom/phieu';

export const field = (page: Page, code: string): Locator =>
  page.getByRole('region', { name: fill(photoWords.label, { code }) });

export async function openCriterion(page: Page, world: World, code: string): Promise<Locator> {
  await page.goto(`${world.origin}${FORM}?nhom=${code.split('.')[0]}&muc=${code}`);
  const found = field(page, code);
  await expect(found).toBeVisible();
  return found;
}

export async function choose(page: Page, at: Locator, picture: Picture): Promise<void> {
  const chooser = page.waitForEvent('filechooser');
  await at.getByRole('button', { name: photoWords.choose, exact: true }).click();
  // From the disk, as a camera's file: through the debugger twelve megabytes take seconds.
  const path = test.info().outputPath(picture.name);
  writeFileSync(path, picture.buffer);
  await (await chooser).setFiles(path);
}
