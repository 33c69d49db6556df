/** A unit's report as an official paper: written on its phone without a network, on no other phone's bytes; and the office's copy. */
import { readFileSync } from 'node:fs';
import { expect, test, type Page } from '@playwright/test';
import { officeDocuments } from '#client/messages/office-documents.ts';
import { narrativeWords } from '#client/messages/unit.ts';
import { unitReportWords as words } from '#client/messages/unit-report.ts';
import { decreeFaults } from '../../support/decree-check.ts';
import { unzip } from '../../support/unzip.ts';
import { anyNumber } from '../support/award-groups.ts';
import { firstTab, openProfile, underWorker, watch } from '../support/browser.ts';
import { redeem } from '../support/enrol.ts';
import { inspect } from '../support/inspect.ts';
import { openOffice } from '../support/officer.ts';
import { World } from '../support/world.ts';

test.use({ actionTimeout: 15_000 });
test.setTimeout(300_000);

const REPORT = '/don-vi/ho-so/bao-cao';
const HOME = /^(?!Ghép máy|Đã ghép)/;

/** Files in the worker's caches that write text documents. */
const keptWriters = (page: Page): Promise<number> =>
  page.evaluate(async () => {
    const found = await Promise.all(
      (await caches.keys()).map(async (name) =>
        (await (await caches.open(name)).keys()).map(({ url }) => url),
      ),
    );
    return found.flat().filter((url) => url.includes('/assets/docx-')).length;
  });

test('a unit takes its report away without a network; phones of others keep nothing of what writes it', async () => {
  const world = await World.start({ args: ['--demo'] });
  const context = await openProfile(world.profileFolder());
  try {
    const seen = await watch(context, world.origin);
    const page = await firstTab(context);
    await page.goto(world.origin);
    await underWorker(page);
    expect(await keptWriters(page)).toBe(0);
    await redeem(page, world.link('unitContact'), HOME);
    const unit = (await page.locator('h1').textContent()) ?? '';
    await expect.poll(() => keptWriters(page)).toBe(1);

    await context.setOffline(true);
    await page.goto(`${world.origin}${REPORT}`);
    const compose = page.getByRole('button', { name: narrativeWords.compose, exact: true });
    const way = page.getByRole('link', { name: words.open });
    await expect(compose.or(way)).toBeVisible();
    if (await compose.isVisible()) await compose.click();
    await way.click();
    await page.getByLabel(words.number, { exact: true }).fill('5/BC-DV');
    await page.getByLabel(words.signerTitle, { exact: true }).fill('Thủ trưởng đơn vị');
    await page.getByLabel(words.signerName, { exact: true }).fill('Trần Thị Hiền');
    await expect(page.getByText(words.whole)).toBeVisible();
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: words.take, exact: true }).click();
    const members = unzip(readFileSync(await (await download).path()));
    expect(decreeFaults(members)).toEqual([]);
    const body = members.get('word/document.xml') ?? '';
    expect(body).toContain('05/BC-DV');
    expect(body).toContain(unit);
    await expect(page.getByText(/Đã lưu tệp/)).toBeVisible();
    expect(await inspect(page, 'unit-report', test.info())).toEqual([]);
    const errors = seen.errors.filter((error) => !error.includes('ERR_INTERNET_DISCONNECTED'));
    expect({ ...seen, errors }).toEqual({ violations: [], foreign: [], errors: [] });
  } finally {
    await context.close();
    await world.dispose();
  }
});

test('the office opens the report of a unit whose form it verified, and takes the same paper', async () => {
  const world = await World.start({ args: ['--demo'] });
  const { context, page } = await openOffice(world);
  try {
    const seen = await watch(context, world.origin);
    await page.goto(`${world.origin}/van-ban`);
    const { unitReports, unitReport } = officeDocuments;
    await page.getByText(anyNumber(unitReports)).click();
    await page.getByRole('link').filter({ hasText: unitReport.verified }).first().click();
    await expect(page.getByRole('columnheader', { name: 'Xã thẩm định/tối đa' })).toBeVisible();
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: officeDocuments.export, exact: true }).click();
    const members = unzip(readFileSync(await (await download).path()));
    // The day is the unit's to write; all else keeps the decree's measures.
    expect(decreeFaults(members)).toEqual(['place and day are written Bình Thuận, ngày … tháng … năm …']);
    expect(members.get('word/document.xml')).toContain('Xã thẩm định/tối đa');
    expect(await inspect(page, 'unit-report-office', test.info())).toEqual([]);
    expect(seen).toEqual({ violations: [], foreign: [], errors: [] });
  } finally {
    await context.close();
    await world.dispose();
  }
});
