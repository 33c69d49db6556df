/** The promise in one story: filled without a network, nothing lost, sent by itself, read with the same score. */
import { expect, test } from '@playwright/test';
import { formatPoints } from '#domain/vietnamese/format.ts';
import { criteriaOf } from '#domain/criteria.ts';
import { check } from '#client/messages/check.ts';
import { homeWords } from '#client/messages/hamlet.ts';
import { office } from '#client/messages/office.ts';
import { reviewWords } from '#client/messages/office-review.ts';
import { firstTab, openProfile, says, underWorker, watch } from './support/browser.ts';
import { redeem } from './support/enrol.ts';
import { fillHamletForm, hamletSet, signAndSend } from './support/hamlet-form.ts';
import { overflowInDouble } from './support/inspect.ts';
import { listedScore, openOffice } from './support/officer.ts';
import { World } from './support/world.ts';

test('a hamlet form filled without a server is received by itself, once, and read with the same score', async () => {
  const world = await World.start();
  const folder = world.profileFolder();
  let context = await openProfile(folder);
  try {
    const seen = await watch(context, world.origin);
    let page = await firstTab(context);
    await redeem(page, world.link('hamletHead'), /^Xóm /);
    const hamlet = (await page.locator('h1').textContent()) ?? '';
    await underWorker(page);
    // The commune's criteria have come: until then the page says that they have to, once, with a network.
    await expect(page.getByText(homeWords.openForm, { exact: true })).toBeVisible();

    await world.server.stop();
    await page.reload();
    await expect(page.locator('h1')).toHaveText(hamlet);
    await fillHamletForm(page);
    const score = await signAndSend(page, 'Nguyễn Văn Tám');
    await expect(says(page, 'Chờ gửi')).toBeVisible();
    expect(seen.violations).toEqual([]);

    await context.close();
    context = await openProfile(folder);
    page = await firstTab(context);
    await page.goto(`${world.origin}/hang-cho`);
    await expect(page.getByText('Phiếu tự đánh giá của xóm')).toBeVisible();
    await expect(says(page, 'Chờ gửi')).toBeVisible();
    // The number of what waits stands on the picture of the last place.
    await expect(page.getByRole('navigation').getByRole('img', { name: /việc/ })).toBeVisible();
    expect(await overflowInDouble(page)).toBe(0);

    await world.server.start();
    await expect(says(page, 'Xã đã nhận')).toBeVisible({ timeout: 15_000 });

    const stored = world.query('SELECT * FROM submission');
    expect(stored).toHaveLength(1);
    const [submission] = stored;
    expect(formatPoints(Number(submission?.['self_score']))).toBe(score);
    expect(submission?.['server_score']).toBe(submission?.['self_score']);
    expect(world.count("SELECT COUNT(*) FROM operation WHERE kind = 'assessment.submit'")).toBe(1);
    expect(world.count('SELECT COUNT(*) FROM quarantine')).toBe(0);

    const code = String(submission?.['receipt_code']);
    await page.goto(`${world.origin}/kiem-tra#${code}`);
    await expect(says(page, 'Xã đã nhận')).toBeVisible();
    await expect(page.getByText(check.superseded)).toBeHidden();

    const officer = await openOffice(world);
    const name = String(submission?.['subject_name']);
    await expect(officer.page.getByRole('link', { name, exact: true })).toBeVisible();
    expect(await listedScore(officer.page, name)).toBe(score);
    await officer.page.getByRole('link', { name, exact: true }).press('Enter');
    await expect(officer.page.getByText(office.scoresAgree)).toBeVisible();
    const answers = officer.page.getByRole('table', { name: reviewWords.table });
    for (const criterion of criteriaOf(hamletSet)) await expect(answers).toContainText(criterion.shortText);
    await expect(answers).not.toContainText('Chưa trả lời');
    await officer.context.close();
  } finally {
    await context.close();
    await world.dispose();
  }
});
