/** The pages of reminders: filled from the hamlet's own rows, handed on by copying where there is no sheet. */
import { screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { HouseholdsApp } from '#client/features/households/households-app.tsx';
import { HOUSEHOLDS, householdId, householdRow, sentForm } from './made-rows.ts';
import { openSubject } from './open-subject.tsx';

const rows = [
  householdRow(1, 'Lê Văn An', { phone: '0912345678' }),
  householdRow(2, 'Đỗ Văn Dũng'),
  ...sentForm(2, { 'B1.1': true }),
];

test('the group’s words carry the hamlet and its counts; a name typed in is warned of; they can be copied', async () => {
  const { user, show } = await openSubject({ rows });
  show(<HouseholdsApp />, '/cac-ho/nhac');
  const words = await screen.findByLabelText<HTMLTextAreaElement>('Lời nhắc, sửa được');
  expect(words.value).toContain(`Đã có 1/${HOUSEHOLDS} nhà gửi`);
  expect(words.value).toMatch(/^Kính gửi bà con xóm Chùa 9! .* trước ngày 01\/01\/2100/);
  expect(screen.getByText(/Trong nhóm chỉ nêu tên xóm/)).toBeVisible();
  await user.type(words, ' Nhà Le Van An nhé.');
  expect(await screen.findByText(/đang có tên chủ hộ Lê Văn An/)).toBeVisible();
  await user.click(screen.getByRole('button', { name: 'Viết lại theo mẫu' }));
  expect(words.value).not.toContain('Le Van An');
  await user.click(screen.getByRole('button', { name: 'Chép' }));
  expect(await screen.findByText(/Đã chép\. Mở Zalo/)).toBeVisible();
  expect(await navigator.clipboard.readText()).toBe(words.value);
});

test('one family’s words go to its number as they stand; without a number the way to one is shown', async () => {
  const { user, show } = await openSubject({ rows });
  show(<HouseholdsApp />, `/cac-ho/${householdId(1)}/nhac`);
  const words = await screen.findByLabelText<HTMLTextAreaElement>('Lời nhắc, sửa được');
  expect(words.value).toContain('gia đình ông/bà Lê Văn An.');
  await user.type(words, ' Tối nay nhé.');
  const sms = await screen.findByRole('link', { name: 'Nhắn tin 0912345678' });
  expect(decodeURIComponent(sms.getAttribute('href') ?? '')).toBe(`sms:0912345678?&body=${words.value}`);
  expect(screen.getByRole('link', { name: 'Gọi 0912345678' })).toHaveAttribute('href', 'tel:0912345678');
});

test('a family that sent is not reminded in vain', async () => {
  const { show } = await openSubject({ rows });
  show(<HouseholdsApp />, `/cac-ho/${householdId(2)}/nhac`);
  expect(await screen.findByText(/Gia đình này đã gửi phiếu/)).toBeVisible();
  expect(screen.getByRole('link', { name: 'Thêm số điện thoại' })).toBeVisible();
});
