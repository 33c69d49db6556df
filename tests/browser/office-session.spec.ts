/**
 * An officer's keys, in a browser with virtual authenticators, against the real server on a clock the story turns: the
 * link's session ends, work waits, and goes on by itself after a passkey, or a password with a code.
 */
import AxeBuilder from '@axe-core/playwright';
import { expect, test, type Locator, type Page } from '@playwright/test';
import { generateSync } from 'otplib';
import { readFragment } from '#protocol/fragment.ts';
import { SESSION_BEGIN_PATH } from '#protocol/session.ts';
import { officeFamily } from '#client/messages/office-family.ts';
import { sessionWords } from '#client/messages/session.ts';
import { SigningDevice } from '../support/signing-device.ts';
import { DESK, firstTab, openProfile, watch } from './support/browser.ts';
import { redeem } from './support/enrol.ts';
import { TODAY } from './support/officer.ts';
import { placeInRail } from './support/rail.ts';
import { addAuthenticator, startClocked } from './support/sessions.ts';
import type { World } from './support/world.ts';

const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
const PASSWORD = 'con trau an co ngoai dong';
const { page: keyWords, signIn, stepUp, show, trouble, card } = sessionWords;

async function axeFinds(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).withTags(WCAG).analyze();
  return violations.map(({ id, nodes }) => `${id} ${nodes.map(({ target }) => target.join(' ')).join(', ')}`);
}

/** A family asks for its data; the office's answer "done" is a grave act. */
async function familyAsks(world: World): Promise<void> {
  const slip = readFragment(new URL(world.link('household')).hash);
  const family = await SigningDevice.make();
  const door = (path: string, init: RequestInit): Promise<Response> => fetch(`${world.origin}${path}`, init);
  const { value: enrolment } = await family.enrol(door, slip?.secret ?? '');
  const { binding, assessmentId } = enrolment ?? {};
  if (binding?.kind !== 'household' || assessmentId === undefined) throw new Error('no household');
  const id = family.newId();
  const value = {
    id,
    campaignId: String(world.query("SELECT id FROM record WHERE entity = 'campaign'")[0]?.['id']),
    householdId: binding.id,
    assessmentId,
    kind: 'access',
    reason: 'Gia đình muốn xem phiếu đã gửi',
    state: 'open',
  } as const;
  const text = family.seal({ kind: 'record.put', args: { entity: 'dataRequest', id, baseRev: 0, value } });
  expect((await family.exchange(door, [text])).value?.results[0]).toMatchObject({ verdict: 'applied' });
}

const answersIn = (world: World, state: string): number =>
  world.count(
    "SELECT COUNT(*) FROM record WHERE entity = 'dataRequest' AND json_extract(value, '$.state') = ?",
    state,
  );
const dialog = (page: Page, name: string): Locator => page.getByRole('dialog', { name });

/** `isAgain`: over an answer that stands; its button is there once the server's word on it is. */
async function answer(page: Page, words: string, outcome: string, isAgain = false): Promise<void> {
  const field = page.getByLabel(officeFamily.answerLabel);
  if (isAgain) await page.getByRole('button', { name: officeFamily.changeAnswer }).click();
  await field.fill(words);
  await page.getByRole('button', { name: outcome, exact: true }).click();
}

test('a session ends and nothing is lost: what waits goes after a passkey, a grave act asks once more, a password is the second way', async () => {
  const { world, turn, dispose } = await startClocked();
  try {
    await familyAsks(world);
    const context = await openProfile(world.profileFolder(), DESK);
    const seen = await watch(context, world.origin);
    const page = await firstTab(context);
    const stranger = await addAuthenticator(page, { isUserVerified: false });
    await redeem(page, world.link('officer'), TODAY);

    // The card leads to the page; a prompt that is closed makes nothing and says so.
    await page.getByRole('link', { name: card.go }).click();
    await expect(page.getByRole('heading', { level: 1, name: keyWords.title })).toBeVisible();
    await page.getByRole('button', { name: keyWords.add }).click();
    await expect(page.getByText(trouble.cancelled)).toBeVisible();
    expect(await stranger.credentials()).toBe(0);
    await stranger.remove();
    const machine = await addAuthenticator(page);
    await page.getByLabel(keyWords.label).fill('Máy bàn');
    await page.getByRole('button', { name: keyWords.add }).click();
    await expect(page.getByText('Đã thêm khóa “Máy bàn”.')).toBeVisible();
    expect(await machine.credentials()).toBe(1);

    // The session falls idle; an answer given now stays here until the officer is back.
    await (await placeInRail(page, officeFamily.rail)).click();
    turn(31);
    await answer(page, 'Chưa tìm thấy phiếu.', officeFamily.requestStates.declined);
    const asks = dialog(page, signIn.title);
    await expect(asks.getByText(/^1 việc ghi trên máy này đang chờ gửi/)).toBeVisible();
    expect(answersIn(world, 'declined')).toBe(0);
    expect(await axeFinds(page)).toEqual([]);
    await machine.isThere(false);
    await asks.getByRole('button', { name: show.passkey }).click();
    await expect(asks.getByText(show.passkeyWaits)).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(page.getByText(signIn.notice)).toBeVisible();
    await expect(page.getByText(officeFamily.waits)).toBeVisible();
    // A finger that comes after the question was closed opens nothing.
    await machine.isThere(true);
    expect(answersIn(world, 'declined')).toBe(0);
    await page.getByRole('button', { name: signIn.go, exact: true }).click();
    await asks.getByRole('button', { name: show.passkey }).click();
    await expect(asks).toHaveCount(0);
    await expect.poll(() => answersIn(world, 'declined')).toBe(1);

    // Six minutes on, a grave act wants its officer shown; put off, it waits under a line of its own.
    turn(6);
    await answer(page, 'Đã gửi bản in cho gia đình.', officeFamily.requestStates.done, true);
    const confirms = dialog(page, stepUp.title);
    await expect(confirms.getByText(/trả lời yêu cầu về dữ liệu của gia đình/)).toBeVisible();
    expect(await axeFinds(page)).toEqual([]);
    await confirms.getByRole('button', { name: stepUp.later }).click();
    await expect(page.getByText(/^Một việc chờ xác nhận:/)).toBeVisible();
    expect(answersIn(world, 'done')).toBe(0);
    await page.getByRole('button', { name: stepUp.go, exact: true }).click();
    await confirms.getByRole('button', { name: show.passkeyConfirm }).click();
    await expect.poll(() => answersIn(world, 'done')).toBe(1);

    // A second key on a stick, and the way of machines that have none. Both are grave: the stick's asks anew.
    await (await placeInRail(page, sessionWords.rail)).click();
    await expect(page.getByText(keyWords.one)).toBeVisible();
    turn(6);
    await page.getByLabel(keyWords.label).fill('Khóa rời');
    await page.getByRole('button', { name: keyWords.addSecond }).click();
    await expect(confirms.getByText(/thêm khóa\.$/)).toBeVisible();
    const stick = await addAuthenticator(page, { transport: 'usb' });
    await stick.isThere(false);
    // The key is asked for once more; what to make it with waits until the hand has gone from the machine to the stick.
    const asked = Promise.withResolvers<void>();
    const changed = Promise.withResolvers<void>();
    await page.route(`**${SESSION_BEGIN_PATH}`, async (route) => {
      if (route.request().postData()?.includes('"add"') === true) {
        asked.resolve();
        await changed.promise;
      }
      await route.continue();
    });
    await confirms.getByRole('button', { name: show.passkeyConfirm }).click();
    await asked.promise;
    await machine.isThere(false);
    await stick.isThere(true);
    changed.resolve();
    await expect(confirms).toHaveCount(0);
    await expect(page.getByText('Đã thêm khóa “Khóa rời”.')).toBeVisible();
    expect(await stick.credentials()).toBe(1);

    await page.getByRole('button', { name: keyWords.setUp }).click();
    await page.getByLabel(keyWords.newPassword).fill(PASSWORD);
    await page.getByRole('button', { name: keyWords.next }).click();
    await expect(page.getByRole('img', { name: keyWords.qr })).toBeVisible();
    expect(await axeFinds(page)).toEqual([]);
    const uri = await page.getByRole('link', { name: keyWords.openApp }).getAttribute('href');
    const secret = /secret=([A-Z2-7]+)/.exec(uri ?? '')?.[1] ?? '';
    let ahead = 31 + 6 + 6;
    const code = (): string => generateSync({ secret, epoch: Math.floor(Date.now() / 1000) + ahead * 60 });
    await page.getByLabel(keyWords.firstCode).fill(code());
    await page.getByRole('button', { name: keyWords.finish }).click();
    await expect(page.getByText(keyWords.passwordSet)).toBeVisible();

    // Signed out by hand, and back without any key.
    await page.getByRole('button', { name: keyWords.signOut }).click();
    await dialog(page, keyWords.signOutTitle).getByRole('button', { name: keyWords.signOutGo }).click();
    await asks.getByRole('button', { name: show.otherWay }).click();
    await asks.getByLabel(show.password).fill(PASSWORD);
    await asks.getByLabel(show.code).fill('000000');
    await asks.getByRole('button', { name: show.go, exact: true }).click();
    await expect(asks.getByText(trouble.wrongPassword)).toBeVisible();
    turn(1);
    ahead += 1;
    await asks.getByLabel(show.code).fill(code());
    await asks.getByRole('button', { name: show.go, exact: true }).click();
    await expect(asks).toHaveCount(0);
    await expect(page.getByRole('list', { name: keyWords.passkeys }).getByRole('listitem')).toHaveCount(2);
    expect(seen.violations).toEqual([]);
    expect(seen.foreign).toEqual([]);
    await context.close();
  } finally {
    await dispose();
  }
});
