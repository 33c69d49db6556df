import { screen, waitFor } from '@testing-library/react';
import { expect, test } from 'vitest';
import { familyAlone, type Family } from './family.tsx';
import { asked, CONSENT, PEOPLE, press, row, skipTo, walkToReview } from './walk.ts';

async function toConsent(family: Family): Promise<void> {
  await asked(PEOPLE);
  await press(family, 'Thêm một người');
  await press(family, 'Câu tiếp');
  await skipTo(family, CONSENT);
}

test('a purpose has its whole text, nothing chosen, and two buttons of one weight', async () => {
  const family = await familyAlone();
  family.open();
  await toConsent(family);
  expect(screen.getByText(/xin phép lưu tên chủ hộ, xóm/)).toBeVisible();
  const no = screen.getByRole('button', { name: 'Không đồng ý' });
  const yes = screen.getByRole('button', { name: 'Đồng ý' });
  expect(no.className).toBe(yes.className);
  for (const button of [no, yes]) {
    expect(button).not.toHaveAttribute('aria-pressed');
    expect(button).not.toHaveFocus();
  }
  expect(screen.queryByText(/Lần trước gia đình chọn/)).toBeNull();
});

test('without a phone number on record no sentence ends in a hole', async () => {
  const family = await familyAlone();
  family.open();
  await toConsent(family);
  expect(document.body.textContent).not.toMatch(/\{\w+\}/);
  expect(screen.getByText(/Hỏi: trưởng xóm hoặc cán bộ phụ trách của xã\./)).toBeVisible();
});

test('each choice is kept with the version of the text and its time, and shows as a row of the review', async () => {
  const family = await familyAlone();
  family.open();
  await walkToReview(family);
  expect(row(/Nêu tên khi được đề nghị khen/).getByText('Đồng ý')).toBeVisible();
  expect(row(/Dùng ảnh gia đình gửi/).getByText('Không đồng ý')).toBeVisible();
  await waitFor(async () => {
    const consent = (await family.stored())?.consent;
    expect(consent?.process).toMatchObject({ agreed: true, textVersion: '1.1' });
    expect(consent?.photo).toMatchObject({ agreed: false, textVersion: '1.1' });
  });
});

test('declining the first purpose sends nothing, and "Xóa" takes the form from this phone', async () => {
  const family = await familyAlone();
  family.open();
  await toConsent(family);
  await press(family, 'Không đồng ý');
  expect(
    await screen.findByText(/Phiếu sẽ không gửi về xã và được xóa khỏi máy này khi gia đình bấm Xóa/),
  ).toBeVisible();
  const erase = screen.getByRole('button', { name: 'Xóa phiếu khỏi máy này' });
  await waitFor(() => expect(erase).toHaveAttribute('aria-disabled', 'false'));
  await press(family, 'Xóa phiếu khỏi máy này');
  expect(await screen.findByText(/Đã xóa phiếu khỏi máy này/)).toBeVisible();
  expect(await family.workspace()?.draft(family.profile.assessmentId ?? '')).toBeUndefined();
  expect(await family.workspace()?.outbox()).toEqual([]);
});

test('a family that declined may think again before anything is erased', async () => {
  const family = await familyAlone();
  family.open();
  await toConsent(family);
  await press(family, 'Không đồng ý');
  await press(family, 'Xem lại, chưa xóa');
  await asked(CONSENT);
  expect(screen.getByText(/Lần trước gia đình chọn: Không đồng ý/)).toBeVisible();
});
