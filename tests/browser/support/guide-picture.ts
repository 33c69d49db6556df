/**
 * The pictures of the guides (`docs/huong-dan`) are what the journeys see. `GUIDE_PICTURES=1` takes them anew; otherwise
 * a journey only says that the picture it stands for is there.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import { root } from '../../support/source-files.ts';

const FOLDER = join(root, 'docs/huong-dan/anh');
const isTaking = process.env['GUIDE_PICTURES'] === '1';

/** @param name as the guide names it, without suffix */
export async function guidePicture(page: Page, name: string): Promise<void> {
  const path = join(FOLDER, `${name}.jpg`);
  if (!isTaking) return expect(existsSync(path), `${path} is taken by GUIDE_PICTURES=1`).toBe(true);
  await expect(page.locator('h1')).toBeVisible();
  await page.evaluate(() => document.fonts.ready);
  await page.screenshot({ path, type: 'jpeg', quality: 70, animations: 'disabled', scale: 'css' });
}
