/** One phone, two families: neither the chooser, nor the way back, nor an address leads from one to the other. */
import { expect, test, type Page } from '@playwright/test';
import { consent } from '#client/messages/consent.ts';
import { familyData } from '#client/messages/family-data.ts';
import { handOnWords } from '#client/messages/family-score.ts';
import { household } from '#client/messages/household.ts';
import { welcome } from '#client/messages/welcome.ts';
import { readFragment } from '#protocol/fragment.ts';
import { firstTab, openProfile, says } from '../support/browser.ts';
import { openFirstField } from '../support/household-form.ts';
import { tapThrough } from '../support/tap-household.ts';
import { World } from '../support/world.ts';
import { SigningDevice, type Door } from '../../support/signing-device.ts';

const CODE = 'DM-001';

/** Nothing of the first family: no answer, no receipt, no way in but its slip. */
async function expectNothing(page: Page): Promise<void> {
  await expect(page.getByText(/^(Biên nhận|Xem lại rồi gửi)$/)).toHaveCount(0);
  await expect(page.getByText(consent.question)).toHaveCount(0);
  expect(await page.title()).not.toContain(CODE);
  expect(page.url()).not.toContain('#');
}

/** The link of another family's slip, whom the head has just added. */
async function neighbour(world: World): Promise<string> {
  const door: Door = (path, init) => fetch(world.origin + path, init);
  const head = await SigningDevice.make();
  await head.enrol(door, readFragment(new URL(world.link('hamletHead')).hash)?.secret ?? '');
  const { binding } = head.enrolment ?? {};
  const id = head.newId();
  const value = { id, hamletId: binding?.kind === 'hamlet' ? binding.id : '', householder: 'Lê Thị Mai' };
  const put = { kind: 'record.put' as const, args: { entity: 'household', id, value, baseRev: 0 } };
  expect((await head.exchange(door, [head.seal(put)])).value?.results).toMatchObject([
    { verdict: 'applied' },
  ]);
  return world.issue('slip', '--household', id);
}

test('a phone handed on shows the next family nothing of the one before, which comes back by its slip', async () => {
  const world = await World.start();
  const context = await openProfile(world.profileFolder());
  try {
    const page = await firstTab(context);
    await page.goto(world.link('household'));
    await tapThrough(page);
    await expect(says(page, 'Xã đã nhận')).toBeVisible();
    await page.getByRole('button', { name: handOnWords.button }).click();
    await page.getByRole('button', { name: handOnWords.yes }).click();
    await expect(page.getByRole('heading', { name: welcome.chooserTitle })).toBeVisible();
    await expectNothing(page);

    for (let back = 0; back < 3; back++) {
      await page.goBack();
      await expect(page.getByRole('heading', { name: welcome.chooserTitle })).toBeVisible();
      await expectNothing(page);
    }
    for (const path of ['/p', '/du-lieu', '/hang-cho']) {
      await page.goto(world.origin + path);
      await expect(page.getByRole('heading', { name: welcome.chooserTitle })).toBeVisible();
      await expectNothing(page);
    }

    // The next family begins its own form; the first one's slip closes that and opens what was sent.
    await page.goto(await neighbour(world));
    await (await openFirstField(page)).fill('7');
    await expect(page.getByText(/Đã lưu trên máy này lúc/)).toBeVisible();
    await page.goto(world.link('household'));
    await page.getByRole('button', { name: household.start }).click();
    await expect(says(page, 'Xã đã nhận')).toBeVisible();
    await page.getByRole('link', { name: household.data }).click();
    await page.getByText(familyData.form.answers).click();
    await expect(page.getByText('4 người', { exact: true })).toBeVisible();
    expect(page.url()).toBe(`${world.origin}/du-lieu`);
    // Who is asked for at the door is only named by the code on the slip.
    await page.goto(`${world.origin}/`);
    await expect(page.getByRole('listitem').filter({ hasText: welcome.profileClosed })).toHaveCount(1);
    await expect(page.getByRole('button', { name: `Gia đình (mã hộ ${CODE})`, exact: true })).toBeVisible();
    await expect(page.getByText('Lê Thị Mai')).toHaveCount(0);
  } finally {
    await context.close();
    await world.dispose();
  }
});
