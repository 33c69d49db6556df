/** Papers for families: asked for, printed four on a sheet of A4, scanned by a family's phone that answers at once. */
import { expect, test } from '@playwright/test';
import { enrolWords } from '#client/messages/enrol.ts';
import { slipWords } from '#client/messages/slips.ts';
import { firstTab, watch } from '../support/browser.ts';
import { redeem } from '../support/enrol.ts';
import { openFirstField } from '../support/household-form.ts';
import { inspect } from '../support/inspect.ts';
import { World } from '../support/world.ts';

let world: World;
test.beforeAll(async () => {
  world = await World.start({ args: ['--demo'] });
});
test.afterAll(() => world.dispose());

const PAGE = /\/Type\s*\/Page\b/g;
const MM = 96 / 25.4;

test('slips come out four a sheet, each as large as it must be, and their code opens the family’s form', async ({
  browser,
}, info) => {
  const context = await browser.newContext();
  const seen = await watch(context, world.origin);
  const page = await firstTab(context);
  await redeem(page, world.link('hamletHead'), /^Xóm /);
  await page.goto(`${world.origin}/cac-ho/phieu-moi`);
  await page.getByText(slipWords.chosen, { exact: true }).click();
  for (let index = 0; index < 5; index++) await page.locator('li[data-row] label').nth(index).click();
  expect(await inspect(page, 'phieu-moi-chon', info)).toEqual([]);
  await page.getByRole('button', { name: slipWords.get }).click();
  await expect(page.getByText('Đã có 5 phiếu')).toBeVisible();
  expect(await inspect(page, 'phieu-moi', info)).toEqual([]);

  const printed = (
    await page.pdf({ preferCSSPageSize: true, path: info.outputPath('phieu-moi.pdf') })
  ).toString('latin1');
  expect(printed.match(PAGE)).toHaveLength(2);
  // A4 in points.
  expect(printed).toMatch(/MediaBox \[0 0 59[45](\.\d+)? 84[12](\.\d+)?\]/);

  await page.emulateMedia({ media: 'print' });
  const papers = page.locator('body > div:last-child article');
  const sizes = await papers.evaluateAll((all) =>
    all.map((paper) => ({
      width: paper.getBoundingClientRect().width,
      qr: paper.querySelector('svg path:last-child')?.getBoundingClientRect().width ?? 0,
      code: Number.parseFloat(getComputedStyle(paper.querySelector('p b') ?? paper).fontSize),
      over: paper.scrollHeight - paper.clientHeight,
    })),
  );
  expect(sizes).toHaveLength(5);
  for (const { width, qr, code, over } of sizes) {
    expect(width).toBeCloseTo(105 * MM, 0);
    expect(qr).toBeGreaterThanOrEqual(30 * MM);
    // 20 pt.
    expect(code).toBeGreaterThanOrEqual(26.6);
    expect(over).toBeLessThanOrEqual(0);
  }
  const code = await papers.first().locator('p b').textContent();
  const name = /ông\/bà (.+), xóm/.exec((await papers.first().textContent()) ?? '')?.[1] ?? '';
  await page.emulateMedia({ media: 'screen' });

  // Nothing of the papers is on the phone's disk, and none after the page is left.
  await page.goto(`${world.origin}/cac-ho`);
  await expect(page.getByText(name).first()).toBeVisible();
  const kept = await page.evaluate(async () => {
    const texts: string[] = [JSON.stringify({ ...localStorage }), JSON.stringify({ ...sessionStorage })];
    for (const { name: database = '' } of await indexedDB.databases()) {
      const opened = await new Promise<IDBDatabase>((resolve, reject) => {
        const asked = indexedDB.open(database);
        asked.onsuccess = () => resolve(asked.result);
        asked.onerror = () => reject(asked.error ?? new Error(database));
      });
      for (const store of opened.objectStoreNames)
        texts.push(
          await new Promise<string>((resolve, reject) => {
            const asked = opened.transaction(store).objectStore(store).getAll();
            asked.onsuccess = () => resolve(JSON.stringify(asked.result));
            asked.onerror = () => reject(asked.error ?? new Error(store));
          }),
        );
      opened.close();
    }
    return texts.join('\n');
  });
  // The control: the disk was read.
  expect(kept).toContain(name);
  for (const secret of [code ?? name, (code ?? name).replaceAll('-', '')]) expect(kept).not.toContain(secret);
  await context.close();

  // Typed as it stands on the paper.
  const family = await browser.newContext();
  const phone = await firstTab(family);
  await phone.goto(`${world.origin}/ghep`);
  await phone
    .getByRole('textbox')
    .first()
    .fill(code ?? '');
  await phone.getByRole('button', { name: enrolWords.button, exact: true }).click();
  await phone.getByText(enrolWords.slipButton, { exact: true }).click();
  await openFirstField(phone);
  await family.close();
  expect(seen).toEqual({ violations: [], foreign: [], errors: [] });
});
