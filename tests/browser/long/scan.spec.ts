/** Codes read inside the app: by the camera (a film of a real code), and from a picture of the slip. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, expect, test, type Page } from '@playwright/test';
import sharp from 'sharp';
import { scanWords } from '#client/messages/scan.ts';
import { welcome } from '#client/messages/welcome.ts';
import { drawQr, y4mOf } from '../../support/qr-picture.ts';
import { PHONE, watch } from '../support/browser.ts';
import { openFirstField } from '../support/household-form.ts';
import { World } from '../support/world.ts';

const FRAME = { width: 640, height: 480, side: 330, turn: 0.08 };
/** As a bank prints it. */
const MONEY = '00020101021138540010A00000072701240006970436011001234567890208QRIBFTTA53037045802VN6304ABCD';

let world: World;
test.beforeAll(async () => {
  world = await World.start();
});
test.afterAll(() => world.dispose());

/** A phone whose camera looks at this code. */
async function lookingAt(text: string, story: (page: Page) => Promise<void>): Promise<void> {
  const info = test.info();
  // A name of plain letters: a browser started without a language does not find a test's own folder.
  const folder = mkdtempSync(join(tmpdir(), 'phim-'));
  const film = join(folder, 'phim.y4m');
  writeFileSync(film, y4mOf(drawQr(text, FRAME)));
  const { launchOptions, locale } = info.project.use;
  const browser = await chromium.launch({
    ...launchOptions,
    args: [
      '--use-fake-device-for-media-stream',
      '--use-fake-ui-for-media-stream',
      `--use-file-for-fake-video-capture=${film}`,
    ],
  });
  try {
    const context = await browser.newContext({ ...PHONE, ...(locale !== undefined && { locale }) });
    const seen = await watch(context, world.origin);
    const page = await context.newPage();
    await page.goto(world.origin);
    await page.getByRole('link', { name: welcome.scan }).click();
    await expect(page.getByRole('heading', { name: scanWords.title })).toBeVisible();
    await story(page);
    expect(seen).toEqual({ violations: [], foreign: [], errors: [] });
  } finally {
    await browser.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

test('from the welcome page, through the camera, to the first field of a family’s form', async () => {
  const slip = world.link('household');
  await lookingAt(slip, async (page) => {
    const again = page.getByRole('button', { name: scanWords.again });
    // A camera that another page has just let go of may say that it is busy: a person taps once more.
    await expect
      .poll(
        async () => {
          if (await again.isVisible()) await again.click();
          return new URL(page.url()).pathname;
        },
        { timeout: 60_000 },
      )
      .toBe('/p');
    const field = await openFirstField(page);
    await field.fill('4');
    await expect(page.getByText(/Đã lưu trên máy này lúc/)).toBeVisible();
  });
});

test('a foreign code is said to be one; a picture of the slip leads on', async () => {
  const picture = drawQr(world.link('household'), { width: 900, height: 1200, side: 420, turn: -0.1 });
  const { width, height, grey } = picture;
  const png = await sharp(grey, { raw: { width, height, channels: 1 } })
    .png()
    .toBuffer();
  const blank = await sharp({ create: { width: 800, height: 600, channels: 3, background: '#ddd' } })
    .jpeg()
    .toBuffer();
  await lookingAt(MONEY, async (page) => {
    await expect(page.getByRole('alert')).toHaveText(scanWords.foreign.money);
    await page.screenshot({ path: test.info().outputPath('quet-ma-la.png') });
    const input = page.locator('input[type=file]');
    await input.setInputFiles({ name: 'trang.jpg', mimeType: 'image/jpeg', buffer: blank });
    await expect(page.getByText(scanWords.pictureNone)).toBeVisible();
    await input.setInputFiles({ name: 'phieu.png', mimeType: 'image/png', buffer: png });
    await page.waitForURL((url) => url.pathname === '/p');
    await openFirstField(page);
  });
});
