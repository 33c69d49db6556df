/** A family's way through the form, by what is written on the screen. */
import { screen, waitFor, within } from '@testing-library/react';
import { expect } from 'vitest';
import type { Family } from './family.tsx';

export const PEOPLE = 'Gia đình có mấy người từ đủ 14 tuổi đang sống ở nhà?';
export const DEVICE = 'Gia đình có điện thoại thông minh hoặc máy tính đang dùng được không?';
export const NETWORK = 'Gia đình vào mạng Internet bằng cách nào?';
export const VNEID = 'Mấy người từ đủ 14 tuổi đã có VNeID mức 2, đang dùng được?';
export const HEALTH = 'Mấy người từ đủ 14 tuổi đã mở được Sổ sức khỏe điện tử trên VNeID?';
export const CASHLESS = 'Năm nay, gia đình trả hoặc nhận những khoản nào không dùng tiền mặt?';
export const HELPED = 'Gia đình đã giúp ai dùng điện thoại, dịch vụ số chưa?';
export const CONSENT = 'Lưu và chấm phiếu của gia đình';

export const asked = (question: string): Promise<HTMLElement> =>
  screen.findByRole('heading', { name: question });
export const state = (): HTMLElement => {
  const [line] = screen.getAllByRole('status').filter((each) => each.dataset['state'] !== undefined);
  if (line === undefined) throw new Error('no state line');
  return line;
};
export const press = async ({ user }: Family, name: string | RegExp): Promise<void> =>
  user.click(await screen.findByRole('button', { name }));

const headings = (): string =>
  screen
    .queryAllByRole('heading')
    .map(({ textContent }) => textContent)
    .join();

/** Skips everything up to the question. */
export async function skipTo(family: Family, question: string): Promise<void> {
  while (screen.queryByRole('heading', { name: question }) === null) {
    const before = headings();
    await press(family, 'Bỏ qua, làm sau');
    // The screen after the last question may still be on its way.
    await waitFor(() => expect([before, '']).not.toContain(headings()));
  }
}

/** From the first question to the review: as good as nothing answered, everything agreed. */
export async function walkToReview(family: Family): Promise<void> {
  await asked(PEOPLE);
  await press(family, 'Thêm một người');
  await press(family, 'Câu tiếp');
  await skipTo(family, CONSENT);
  await press(family, 'Đồng ý');
  await asked('Nêu tên khi được đề nghị khen');
  await press(family, 'Đồng ý');
  await asked('Dùng ảnh gia đình gửi');
  await press(family, 'Không đồng ý');
  await asked('Xem lại rồi gửi');
}

/** The row of the review that speaks of something. */
export function row(name: RegExp): ReturnType<typeof within> {
  const found = screen.getAllByRole('listitem').find((item) => name.test(item.textContent ?? ''));
  if (found === undefined) throw new Error(`no row ${name}`);
  return within(found);
}
