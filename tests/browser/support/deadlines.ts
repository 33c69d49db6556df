/** The office gives every kind of form the same deadline, days ahead of today, on the screen of the campaign. */
import { expect, type Page } from '@playwright/test';
import { formatDate } from '#domain/vietnamese/format.ts';
import { fill } from '#client/messages/fill.ts';
import { campaignWords } from '#client/messages/office-campaign.ts';

const DAY_MS = 24 * 60 * 60 * 1000;
export const CAMPAIGN_PATH = '/dot-thi-dua';

/** @returns the phrase that phones show, as it was written */
export async function moveDeadlines(desk: Page, days: number): Promise<string> {
  const { fields, kinds } = campaignWords;
  const date = formatDate(Date.now() + days * DAY_MS);
  const phrase = `trước ngày ${formatDate(Date.now() + (days + 1) * DAY_MS)}`;
  for (const kind of Object.values(kinds)) {
    await desk.getByLabel(fill(fields.phrase, { kind })).fill(phrase);
    await desk.getByLabel(fill(fields.cutoff, { kind })).fill(date);
  }
  await desk
    .getByRole('button', { name: new RegExp(`^${fill(campaignWords.save, { year: '' }).trim()}`) })
    .click();
  await expect(desk.getByText(campaignWords.saved)).toBeVisible();
  return phrase;
}
