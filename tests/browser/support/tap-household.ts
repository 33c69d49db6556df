/**
 * The committed household: four people from 14, wifi, a little tea to sell; what such a family typically answers. It is
 * filled with taps alone, as by a thumb, and every one of them is counted.
 */
import { expect, type BrowserContext, type Page } from '@playwright/test';
import { criteriaOf } from '#domain/criteria.ts';
import { common } from '#client/messages/common.ts';
import { consent, consentTexts } from '#client/messages/consent.ts';
import { household } from '#client/messages/household.ts';
import { review } from '#client/messages/sending.ts';
import { householdSet } from './household-form.ts';

/** By question, in the order of the screens: the labels tapped, or how many people. */
export const tapHousehold: Readonly<Record<string, number | readonly string[]>> = {
  householdPeople14: 4,
  'B1.1': ['Có'],
  'B1.2': ['Có wifi (cáp quang) ở nhà'],
  'B2.1': 3,
  'B4.1': 2,
  'B2.2': ['Đã nộp qua mạng, có người giúp'],
  'B2.3': ['Có'],
  'B4.3': ['Có'],
  'B3.1': ['Có'],
  'B3.2': ['Tiền điện', 'Điện thoại, Internet'],
  'B3.3': ['Có mã QR để nhận tiền'],
  'B4.2': ['Có'],
  'B5.1': [
    'Không đưa mật khẩu, mã OTP (mã gửi về điện thoại) cho ai',
    'Ai nhờ chuyển tiền thì gọi lại hỏi cho chắc',
    'Nghi bị lừa thì báo ngay Công an xã',
  ],
  'B5.2': ['Có (hoặc không dùng mạng xã hội)'],
  'B6.1': ['Chưa'],
  'B6.2': ['Đã giúp người trong nhà, họ hàng'],
};

/** Counts pointer downs of every page, over reloads. Call before the first navigation. */
export async function countTaps(context: BrowserContext): Promise<(page: Page) => Promise<number>> {
  await context.addInitScript(() => {
    const key = 'taps';
    addEventListener(
      'pointerdown',
      ({ isTrusted }) => {
        if (isTrusted) sessionStorage.setItem(key, String(Number(sessionStorage.getItem(key)) + 1));
      },
      { capture: true },
    );
  });
  return async (page) => Number(await page.evaluate(() => sessionStorage.getItem('taps')));
}

async function tapAnswer(page: Page, answer: number | readonly string[]): Promise<void> {
  const main = page.getByRole('main');
  if (typeof answer === 'number')
    return main
      .locator('[aria-hidden] > button')
      .nth(answer - 1)
      .tap();
  for (const label of answer) await main.getByText(label, { exact: true }).tap();
}

/** From the open slip to "Gửi về xã", tapped. */
export async function tapThrough(page: Page): Promise<void> {
  await page.getByRole('button', { name: household.start }).tap();
  const questions = new Map(
    [...criteriaOf(householdSet), ...householdSet.sharedQuestions].map(({ id, screen }) => [id, screen]),
  );
  for (const id of householdSet.screenOrder) {
    await expect(page.getByRole('heading', { name: questions.get(id)?.question ?? '' })).toBeVisible();
    const answer = tapHousehold[id];
    if (answer === undefined) throw new Error(`the household does not say what it answers to ${id}`);
    await tapAnswer(page, answer);
    await page.getByRole('button', { name: common.next, exact: true }).tap();
  }
  for (const { title, required } of Object.values(consentTexts)) {
    await expect(page.getByRole('heading', { name: title })).toBeVisible();
    await page.getByRole('button', { name: required ? consent.agree : consent.decline, exact: true }).tap();
  }
  await expect(page.getByRole('heading', { name: review.title })).toBeVisible();
  await page.getByRole('button', { name: review.send }).tap();
}
