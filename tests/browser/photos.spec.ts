/** Photos in a real browser against the real server: shrunk, stripped, sent, or refused in words; nothing else suffers. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { PHOTO_BYTES_WANTED } from '#protocol/photo.ts';
import { fill } from '#client/messages/fill.ts';
import { homeWords } from '#client/messages/hamlet.ts';
import { photoWords } from '#client/messages/photos.ts';
import { firstTab, openProfile, underWorker, watch } from './support/browser.ts';
import { redeem } from './support/enrol.ts';
import { choose, field, FORM, openCriterion } from './support/photo-field.ts';
import {
  brokenPicture,
  emptyPicture,
  heavyPicture,
  heicPicture,
  hugePicture,
  placedPicture,
} from './support/pictures.ts';
import { World } from './support/world.ts';

// The tracer fetches what an image failed to show, and reports the content policy's no as the page's own.
test.use({ trace: 'off' });

const WORDS = 'Ảnh thử';

/** Everything the commune keeps of pictures. */
const storedFiles = (world: World): Buffer[] =>
  readdirSync(join(world.server.dataDir, 'blobs'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(join(entry.parentPath, entry.name)));

/** Marks long enough not to stand in a picture's own bytes by chance. */
const tells = (bytes: Buffer): boolean =>
  ['Exif\0\0', 'MayAnhThu', 'http://ns.adobe.com/xap'].some((mark) => bytes.includes(mark));

// promise: P7, P8
test('each picture becomes a stored photo without metadata, or a refusal in words; the form goes on', async () => {
  const world = await World.start();
  const context = await openProfile(world.profileFolder());
  try {
    const seen = await watch(context, world.origin);
    const page = await firstTab(context);
    await redeem(page, world.link('hamletHead'), /^Xóm /);
    await expect(page.getByText(homeWords.openForm, { exact: true })).toBeVisible();

    const heavy = await heavyPicture();
    expect(heavy.buffer.length).toBeGreaterThan(11_000_000);
    const placed = await placedPicture(200);
    // The control: these do tell where they were taken.
    expect([heavy, placed].every(({ buffer }) => tells(buffer))).toBe(true);

    const good = await openCriterion(page, world, 'A1.1');
    await choose(page, good, heavy);
    await choose(page, good, placed);
    const stored = good.getByText(photoWords.state.stored, { exact: true });
    await expect(stored).toHaveCount(2, { timeout: 30_000 });

    const bad = await openCriterion(page, world, 'A2.1');
    for (const picture of [await hugePicture(), heicPicture, await brokenPicture(), emptyPicture])
      await choose(page, bad, picture);
    await expect(bad.getByText(photoWords.state.unusable, { exact: true })).toHaveCount(4);
    for (const why of ['tooManyPixels', 'notAPicture', 'empty'] as const)
      await expect(bad.getByText(photoWords.why[why]).first()).toBeVisible();
    await bad.getByRole('button', { name: fill(photoWords.removeNamed, { n: 1 }) }).click();
    await expect(bad.getByText(photoWords.state.unusable, { exact: true })).toHaveCount(3);

    const rows = world.query('SELECT * FROM blob');
    expect(rows).toHaveLength(2);
    const sent = world.query('SELECT bytes FROM photo').map(({ bytes }) => Number(bytes));
    expect(sent).toHaveLength(2);
    expect(Math.max(...sent)).toBeLessThanOrEqual(PHOTO_BYTES_WANTED);
    const files = storedFiles(world);
    expect(files.length).toBeGreaterThanOrEqual(4);
    expect(files.filter(tells)).toEqual([]);
    expect(seen.violations).toEqual([]);

    // Taken out and put back while one looks.
    await openCriterion(page, world, 'A1.1');
    await good.getByRole('button', { name: fill(photoWords.open, { n: 1 }) }).click();
    await expect(page.getByRole('dialog').getByRole('img')).toBeVisible();
    await page.getByRole('dialog').getByRole('button', { name: photoWords.close }).click();
    await good.getByRole('button', { name: fill(photoWords.removeNamed, { n: 2 }) }).click();
    await good.getByRole('button', { name: fill(photoWords.undoNamed, { n: 2 }) }).click();
    await expect(stored).toHaveCount(2);
  } finally {
    await context.close();
    await world.dispose();
  }
});

test('the system ends the page behind the camera: back at the question, words intact; the photo taken again without a network is sent after a kill', async () => {
  const world = await World.start();
  const folder = world.profileFolder();
  let context = await openProfile(folder);
  try {
    let page = await firstTab(context);
    await redeem(page, world.link('hamletHead'), /^Xóm /);
    await underWorker(page);
    await expect(page.getByText(homeWords.openForm, { exact: true })).toBeVisible();
    await openCriterion(page, world, 'A8.1');
    await world.server.stop();

    await page.getByRole('textbox').first().fill(WORDS);
    const chooser = page.waitForEvent('filechooser');
    await field(page, 'A8.1').getByRole('button', { name: photoWords.take, exact: true }).click();
    await chooser;
    const session = await context.newCDPSession(page);
    session.send('Page.crash').catch(() => undefined);
    await page.waitForEvent('crash');

    page = await context.newPage();
    await page.goto(`${world.origin}/xom`);
    await expect(page.getByText(photoWords.interrupted)).toBeVisible();
    await expect(page.getByRole('textbox').first()).toHaveValue(WORDS);
    const at = field(page, 'A8.1');
    await choose(page, at, await placedPicture(120));
    await expect(at.getByText(photoWords.state.queued, { exact: true })).toBeVisible();

    const browser = await context.newCDPSession(page);
    browser.send('Browser.crash').catch(() => undefined);
    await context.close().catch(() => undefined);
    context = await openProfile(folder);
    page = await firstTab(context);
    await page.goto(`${world.origin}/xom`);
    // Said once: this time nobody was in the middle of a photo.
    await expect(page.getByText(homeWords.openForm, { exact: true })).toBeVisible();
    await world.server.start();
    await page.goto(`${world.origin}${FORM}?nhom=A8&muc=A8.1`);
    await expect(field(page, 'A8.1').getByText(photoWords.state.stored, { exact: true })).toBeVisible({
      timeout: 30_000,
    });
    expect(world.count('SELECT COUNT(*) FROM blob')).toBe(1);
    expect(storedFiles(world).filter(tells)).toEqual([]);
  } finally {
    await context.close().catch(() => undefined);
    await world.dispose();
  }
});
