// Takes public/screenshots/*.png, which the system shows when the app is installed, from the app itself on the demo
// commune: `npm run bootstrap -- --build --browser && node scripts/screenshots.mjs`. Run it again when a screen of these
// looks different.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { ServerProcess } from '../tests/support/server-process.ts';
import { launchBrowser } from './browser.mjs';
import { root } from './run.mjs';

const folder = join(root, 'public/screenshots');
const PHONE = { width: 360, height: 740 };
const DESK = { width: 1366, height: 768 };

const button = (page, name) => page.getByRole('button', { name, exact: true });

/** Redeems the link and goes on to the role's own screens. */
async function enrol(page, link) {
  await page.goto(link);
  await button(page, 'Ghép máy này').click();
  await page.getByText('Vào làm việc', { exact: true }).click();
}

/** @type {Record<string, {viewport: {width: number, height: number}, link: RegExp, reach: (page, link: string) => Promise<void>}>} */
const PICTURES = {
  'phone-household': {
    viewport: PHONE,
    link: /^household slip/,
    async reach(page, link) {
      await page.goto(link);
      await button(page, 'Bắt đầu').click();
      await page.getByRole('textbox').fill('4');
      await button(page, 'Câu tiếp').click();
      await page.getByRole('radio', { name: 'Có', exact: true }).check({ force: true });
      await page.getByText('Đã lưu trên máy này').waitFor();
    },
  },
  'phone-hamlet': {
    viewport: PHONE,
    link: /^hamlet-head/,
    async reach(page, link) {
      await enrol(page, link);
      await page.locator('h1').waitFor();
    },
  },
  office: {
    viewport: DESK,
    link: /^officer/,
    async reach(page, link) {
      await enrol(page, link);
      await page.getByRole('table').waitFor();
      await page.getByText('Đang gửi và nhận').waitFor({ state: 'hidden' });
    },
  },
};

mkdirSync(folder, { recursive: true });
const server = await ServerProcess.start({ ports: [8303, 8319], args: ['--demo'] });
const browser = await launchBrowser();
try {
  for (const [name, { viewport, link, reach }] of Object.entries(PICTURES)) {
    const context = await browser.newContext({ viewport, locale: 'vi-VN', timezoneId: 'Asia/Ho_Chi_Minh' });
    const page = await context.newPage();
    await reach(page, server.link(link));
    await page.waitForLoadState('networkidle');
    await page.screenshot({ path: join(folder, `${name}.png`) });
    await context.close();
  }
} finally {
  await browser.close();
  await server.dispose();
}
