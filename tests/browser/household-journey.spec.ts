/** A family's slip: answered without a server, sent by itself; also when the slip is scanned before any contact. */
import { expect, test } from '@playwright/test';
import { formatPoints } from '#domain/vietnamese/format.ts';
import { household } from '#client/messages/household.ts';
import { office } from '#client/messages/office.ts';
import { reviewWords } from '#client/messages/office-review.ts';
import { firstTab, openProfile, says, underWorker, watch } from './support/browser.ts';
import { guidePicture } from './support/guide-picture.ts';
import { answerHousehold, consentAndSend, openFirstField } from './support/household-form.ts';
import { listedScore, openOffice } from './support/officer.ts';
import { countTaps, tapThrough } from './support/tap-household.ts';
import { World } from './support/world.ts';

/** The commune holds one submission, whole: the same score on both sides, its receipt good, the officer reads it. */
async function expectHeldOnce(world: World): Promise<void> {
  const stored = world.query('SELECT * FROM submission');
  expect(stored).toHaveLength(1);
  const [submission] = stored;
  expect(submission?.['server_score']).toBe(submission?.['self_score']);
  expect(submission?.['channel']).toBe('self');
  expect(world.count("SELECT COUNT(*) FROM operation WHERE kind = 'assessment.submit'")).toBe(1);
  expect(world.count('SELECT COUNT(*) FROM quarantine')).toBe(0);

  const officer = await openOffice(world);
  try {
    const name = String(submission?.['subject_name']);
    await expect(officer.page.getByRole('link', { name, exact: true })).toBeVisible();
    expect(await listedScore(officer.page, name)).toBe(formatPoints(Number(submission?.['self_score'])));
    await officer.page.getByRole('link', { name, exact: true }).press('Enter');
    await expect(officer.page.getByText(office.consentTitle)).toBeVisible();
    const answers = officer.page.getByRole('table', { name: reviewWords.table });
    await expect(answers).not.toContainText('Chưa trả lời');
    await officer.page.goto(`${world.origin}/kiem-tra#${String(submission?.['receipt_code'])}`);
    await expect(says(officer.page, 'Xã đã nhận')).toBeVisible();
  } finally {
    await officer.context.close();
  }
}

test('a slip opened with a network is answered without one, survives closing, and is received by itself', async () => {
  const world = await World.start();
  const folder = world.profileFolder();
  let context = await openProfile(folder);
  try {
    const seen = await watch(context, world.origin);
    let page = await firstTab(context);
    await page.goto(world.link('household'));
    await underWorker(page);

    await world.server.stop();
    await page.reload();
    await expect(page.getByRole('button', { name: household.start })).toBeVisible();
    await guidePicture(page, 'gia-dinh-bat-dau');
    await openFirstField(page);
    await guidePicture(page, 'gia-dinh-cau-hoi');
    await answerHousehold(page);
    await consentAndSend(page);
    await expect(says(page, 'Chờ gửi')).toBeVisible();
    expect(seen.violations).toEqual([]);
    expect(seen.foreign).toEqual([]);

    await context.close();
    context = await openProfile(folder);
    page = await firstTab(context);
    await page.goto(`${world.origin}/`);
    await expect(says(page, 'Chờ gửi')).toBeVisible();

    await world.server.start();
    await expect(says(page, 'Xã đã nhận')).toBeVisible({ timeout: 15_000 });
    // Its hamlet's name comes down with the receipt's own rows.
    await expect(page.getByText(/^Xóm .+, 15\/15 câu$/)).toBeVisible();
    await guidePicture(page, 'gia-dinh-bien-nhan');
    await expectHeldOnce(world);
  } finally {
    await context.close();
    await world.dispose();
  }
});

test('a slip scanned before any contact with the commune starts the form at once and is redeemed at the first contact', async () => {
  const world = await World.start();
  const context = await openProfile(world.profileFolder());
  try {
    const page = await firstTab(context);
    await page.goto(`${world.origin}/`);
    await underWorker(page);
    await world.server.stop();

    await page.goto(world.link('household'));
    await answerHousehold(page);
    await consentAndSend(page);
    await expect(says(page, 'Chờ gửi')).toBeVisible();

    await world.server.start();
    await expect(says(page, 'Xã đã nhận')).toBeVisible({ timeout: 15_000 });
    await expectHeldOnce(world);
  } finally {
    await context.close();
    await world.dispose();
  }
});

const TAPS_MAX = 40;

test('from slip to receipt the committed household needs at most forty taps', async () => {
  const world = await World.start();
  const context = await openProfile(world.profileFolder());
  try {
    const taps = await countTaps(context);
    const page = await firstTab(context);
    await page.goto(world.link('household'));
    await tapThrough(page);
    await expect(says(page, 'Xã đã nhận')).toBeVisible({ timeout: 15_000 });
    const counted = await taps(page);
    console.log(`from slip to receipt: ${counted} taps`);
    // A control: each of its answers is one at least, each screen another.
    expect(counted).toBeGreaterThan(30);
    expect(counted).toBeLessThanOrEqual(TAPS_MAX);
    const [stored] = world.query('SELECT self_score, server_score FROM submission');
    expect(stored?.['server_score']).toBe(stored?.['self_score']);
  } finally {
    await context.close();
    await world.dispose();
  }
});
