/** A picture of an identity paper in a real browser: asked about on the phone, and only then sent. */
import { expect, test } from '@playwright/test';
import { fill } from '#client/messages/fill.ts';
import { homeWords } from '#client/messages/hamlet.ts';
import { photoWords } from '#client/messages/photos.ts';
import { firstTab, openProfile, underWorker, watch } from '../support/browser.ts';
import { redeem } from '../support/enrol.ts';
import { inspect } from '../support/inspect.ts';
import { choose, FORM, openCriterion } from '../support/photo-field.ts';
import { idCardPicture, placedPicture } from '../support/pictures.ts';
import { World } from '../support/world.ts';

test('a photographed identity card is asked about before it goes, also without a network; nobody else’s picture is', async () => {
  const world = await World.start();
  const context = await openProfile(world.profileFolder());
  try {
    const seen = await watch(context, world.origin);
    const page = await firstTab(context);
    await redeem(page, world.link('hamletHead'), /^Xóm /);
    await underWorker(page);
    await expect(page.getByText(homeWords.openForm, { exact: true })).toBeVisible();
    const at = await openCriterion(page, world, 'A1.1');
    await world.server.stop();
    for (const picture of [await idCardPicture(), await placedPicture(90)]) await choose(page, at, picture);
    const [card, other] = [at.getByRole('listitem').nth(0), at.getByRole('listitem').nth(1)];
    await expect(card.getByText(photoWords.state.asks, { exact: true })).toBeVisible();
    await expect(card.getByText(photoWords.next.asks)).toBeVisible();
    await expect(other.getByText(photoWords.state.queued, { exact: true })).toBeVisible();
    expect(await inspect(page, 'truong-xom-anh-giong-giay-to', test.info(), 'phone')).toEqual([]);

    // The page before sending says so too, and leads back to the question.
    await page.goto(`${world.origin}${FORM}?xem-lai`);
    await expect(page.getByText(fill(photoWords.review.asks, { n: 1 }))).toBeVisible();
    await page.getByRole('button', { name: fill(photoWords.review.see, { code: 'A1.1' }) }).click();
    await expect(card.getByText(photoWords.state.asks, { exact: true })).toBeVisible();

    await world.server.start();
    await expect(other.getByText(photoWords.state.stored, { exact: true })).toBeVisible({ timeout: 30_000 });
    await expect(card.getByText(photoWords.state.asks, { exact: true })).toBeVisible();
    expect(world.count('SELECT COUNT(*) FROM blob')).toBe(1);
    await card.getByRole('button', { name: fill(photoWords.useAnywayNamed, { n: 1 }) }).click();
    await expect(card.getByText(photoWords.state.stored, { exact: true })).toBeVisible({ timeout: 30_000 });
    expect(world.count('SELECT COUNT(*) FROM blob')).toBe(2);
    expect(seen.violations).toEqual([]);
  } finally {
    await context.close();
    await world.dispose();
  }
});
