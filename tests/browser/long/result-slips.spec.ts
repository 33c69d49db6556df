/** Phiếu kết quả on paper: one family's slip, then all slips of its hamlet in one job, each beginning on its own page. */
import { expect, test } from '@playwright/test';
import { fill } from '#client/messages/fill.ts';
import { resultSlipPaper as paper, resultSlipWords as words } from '#client/messages/office-result-slips.ts';
import { inspect } from '../support/inspect.ts';
import { openOffice } from '../support/officer.ts';
import { printedPages, type PrintedPage } from '../support/printed-text.ts';
import { World } from '../support/world.ts';

const beginsSlip = ({ lines }: PrintedPage): boolean => lines.some(({ text }) => text.includes(paper.title));
const saysOf = (pages: readonly PrintedPage[]): string =>
  pages.flatMap(({ lines }) => lines.map(({ text }) => text)).join(' ');

test('one slip is printed by itself, and all slips of a hamlet in one job', async () => {
  const info = test.info();
  const world = await World.start({ args: ['--demo'] });
  try {
    const { context, page } = await openOffice(world);
    await page.goto(`${world.origin}/phieu-ket-qua`);
    await page.getByRole('button', { name: words.kinds.household, exact: true }).click();
    // All families of the demo's eleventh hamlet are verified.
    await page.getByLabel(words.hamlet, { exact: true }).selectOption({ index: 10 });
    const table = page.getByRole('table', { name: words.title });
    await expect(table.locator('tbody tr').nth(1)).toBeVisible();
    const n = await table.locator('tbody tr').count();
    await expect(page.getByRole('button', { name: fill(words.print, { n }) })).toBeVisible();
    expect(await inspect(page, 'phieu-ket-qua', info, 'desk')).toEqual([]);

    const all = await printedPages(
      await page.pdf({ preferCSSPageSize: true, path: info.outputPath('ca-xom.pdf') }),
    );
    expect(all.filter(beginsSlip)).toHaveLength(n);
    expect(all[0]?.width).toBeCloseTo(210, 0);
    const names = await table.locator('tbody th').allInnerTexts();
    for (const name of names) expect(saysOf(all)).toContain(name.trim());

    await page.getByRole('button', { name: words.none }).click();
    const [first = '', second = ''] = names.map((name) => name.trim());
    await table.getByRole('checkbox').first().check();
    await page.getByRole('button', { name: words.sizes.A5, exact: true }).click();
    await expect(page.getByRole('button', { name: fill(words.print, { n: 1 }) })).toBeVisible();
    const one = await printedPages(
      await page.pdf({ preferCSSPageSize: true, path: info.outputPath('mot-phieu.pdf') }),
    );
    expect(one.filter(beginsSlip)).toHaveLength(1);
    expect(one[0]?.width).toBeCloseTo(148, 0);
    expect(saysOf(one)).toContain(first);
    // The control: the neighbour's result is not on it.
    expect(saysOf(one)).not.toContain(second);
    await context.close();
  } finally {
    await world.dispose();
  }
});
