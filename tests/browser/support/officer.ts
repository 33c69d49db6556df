/** The officer's browser: a profile of its own, enrolled by the officer's link. */
import { expect, type BrowserContext, type Page } from '@playwright/test';
import { office } from '#client/messages/office.ts';
import { officeHelp } from '#client/messages/office-help.ts';
import { DESK, firstTab, openProfile } from './browser.ts';
import { redeem } from './enrol.ts';
import type { World } from './world.ts';

/** The office's home: "Hôm nay, thứ Tư 05/11/2025". */
export const TODAY = new RegExp(`^${officeHelp.rail.today}, `);

export async function openOffice(world: World): Promise<{ context: BrowserContext; page: Page }> {
  const context = await openProfile(world.profileFolder(), DESK);
  const page = await firstTab(context);
  await redeem(page, world.link('officer'), TODAY);
  // Stories about what arrived begin at the list; Hôm nay has a story of its own.
  await page.getByRole('link', { name: new RegExp(`^${officeHelp.rail.review}`) }).click();
  await expect(page.getByRole('heading', { level: 1, name: officeHelp.rail.review })).toBeVisible();
  return { context, page };
}

/** A whole commune on a machine that is busy with something else: a limit on hanging, not on speed. */
const ALL_HERE = { timeout: 120_000 };

/** The score in the list's row of one subject, once the machine says that everything the commune has is here. */
export async function listedScore(page: Page, name: string): Promise<string> {
  await expect(page.getByText(office.contact.done[0], { exact: true })).toBeVisible(ALL_HERE);
  const row = page.getByRole('row').filter({ has: page.getByRole('link', { name, exact: true }) });
  await expect(row).toHaveCount(1);
  return (
    (await row
      .getByRole('cell')
      .filter({ hasText: /^\d{1,3},\d\d$/ })
      .textContent()) ?? ''
  );
}
