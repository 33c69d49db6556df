import { screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { OfficeApp } from '#client/features/office/office-app.tsx';
import { HAMLET_ID } from '../hamlet/made-rows.ts';
import { openSubject } from '../hamlet/open-subject.tsx';
import { sent, submissionId } from './office-rows.ts';

const families = [
  ...sent({ name: 'Nguyễn Văn Ánh', index: 1 }),
  ...sent({
    name: 'Lê Văn An',
    index: 2,
    state: 'underReview',
    submission: { channel: 'proxy', late: true },
  }),
  ...sent({ name: 'Đỗ Thị Ấn', index: 3, submission: { selfScore: 8269, receiptCode: 'AB12CD34E' } }),
];
const rowOf = (name: string): HTMLElement => screen.getByRole('row', { name: new RegExp(name) });
const names = (): string[] =>
  within(screen.getByRole('table'))
    .getAllByRole('link')
    .map((link) => link.textContent ?? '');
const openList = async (path = '/ra-soat', rows = families) => {
  const opened = await openSubject({ role: 'officer', rows });
  const { at } = opened.show(<OfficeApp />, path);
  return { ...opened, at };
};

test('lists what arrived, newest first, with who typed it, where it stands and its self-score', async () => {
  await openList();
  await screen.findByRole('table', { name: 'Phiếu đã nhận' });
  expect(names()).toEqual(['Đỗ Thị Ấn', 'Lê Văn An', 'Nguyễn Văn Ánh']);
  const cells = (name: string) =>
    within(rowOf(name))
      .getAllByRole('cell')
      .map((cell) => cell.textContent);
  expect(cells('Lê Văn An')).toEqual([
    'Xã đang chấm',
    'Hộ, nhập thay',
    'Chùa 9',
    expect.any(String),
    'tính theo phiếu',
    'sau hạn',
    '09:02 ngày 04/11/2025',
  ]);
  expect(cells('Đỗ Thị Ấn').slice(0, 4)).toEqual(['Xã đã nhận', 'Hộ', 'Chùa 9', '82,69']);
  expect(screen.getByText('3 phiếu')).toBeVisible();
});

test('shows only what is in force, and what arrives while one looks', async () => {
  const { pull } = await openList('/ra-soat', [
    ...families,
    ...sent({ name: 'Bùi Văn Cũ', index: 4, submission: { current: false } }),
  ]);
  await screen.findByText('3 phiếu');
  expect(screen.queryByRole('link', { name: 'Bùi Văn Cũ' })).toBeNull();
  await pull(sent({ name: 'Vũ Thị Mới', index: 5 }));
  expect(await screen.findByRole('link', { name: 'Vũ Thị Mới' })).toBeVisible();
  expect(screen.getByText('4 phiếu')).toBeVisible();
});

test('finds without marks, says how many, and keeps the search in the address', async () => {
  const { user, at } = await openList();
  await user.type(await screen.findByRole('searchbox'), 'do thi');
  await waitFor(() => expect(names()).toEqual(['Đỗ Thị Ấn']));
  expect(screen.getByText('1 trên 3 phiếu')).toBeVisible();
  await waitFor(() => expect(at()).toBe('/ra-soat?tim=do+thi'));
  await user.clear(screen.getByRole('searchbox'));
  await user.type(screen.getByRole('searchbox'), 'ab12-cd34-e');
  await waitFor(() => expect(names()).toEqual(['Đỗ Thị Ấn']));
});

test('a shared address opens the same view, and "Bỏ lọc" gives all of it back', async () => {
  const { user, at } = await openList(`/ra-soat?khai=nhap-thay&xom=${HAMLET_ID}`);
  await screen.findByText('1 trên 3 phiếu');
  expect(names()).toEqual(['Lê Văn An']);
  expect(screen.getByLabelText('Cách khai')).toHaveValue('proxy');
  await user.click(screen.getByRole('button', { name: 'Bỏ lọc' }));
  await screen.findByText('3 phiếu');
  expect(at()).toBe('/ra-soat');
});

test('orders families by given name, then the other way round', async () => {
  const { user } = await openList();
  const head = await screen.findByRole('button', { name: 'Tên' });
  await user.click(head);
  await waitFor(() => expect(names()).toEqual(['Lê Văn An', 'Nguyễn Văn Ánh', 'Đỗ Thị Ấn']));
  await user.click(head);
  await waitFor(() => expect(names()).toEqual(['Đỗ Thị Ấn', 'Nguyễn Văn Ánh', 'Lê Văn An']));
  expect(screen.getByRole('columnheader', { name: /Tên/ })).toHaveAttribute('aria-sort', 'descending');
});

test('by keyboard alone: search, walk, open, and back to the same row of the same view', async () => {
  const { user, at } = await openList();
  await screen.findByRole('table', { name: 'Phiếu đã nhận' });
  await user.keyboard('/');
  expect(screen.getByRole('searchbox')).toHaveFocus();
  await user.keyboard('van');
  await screen.findByText('2 trên 3 phiếu');
  await user.tab();
  screen.getByRole('link', { name: 'Lê Văn An' }).focus();
  await user.keyboard('{ArrowDown}');
  expect(screen.getByRole('link', { name: 'Nguyễn Văn Ánh' })).toHaveFocus();
  await user.keyboard('{Enter}');
  expect(await screen.findByRole('heading', { name: 'Nguyễn Văn Ánh' })).toBeVisible();
  expect(at()).toBe(`/ra-soat/${submissionId(1)}`);
  await user.keyboard('{Escape}');
  await waitFor(() => expect(screen.getByRole('link', { name: 'Nguyễn Văn Ánh' })).toHaveFocus());
  expect(screen.getByRole('searchbox')).toHaveValue('van');
});

test('single-character keys are shown by ? and can be turned off', async () => {
  const { user } = await openList();
  await screen.findByRole('table', { name: 'Phiếu đã nhận' });
  await user.keyboard('?');
  await user.click(await screen.findByRole('checkbox', { name: /phím tắt một ký tự/ }));
  await user.keyboard('{Escape}');
  screen.getByRole('link', { name: 'Đỗ Thị Ấn' }).focus();
  await user.keyboard('/');
  expect(screen.getByRole('searchbox')).not.toHaveFocus();
});

test('draws some dozens of rows out of two thousand, and the last one when it is asked for', async () => {
  const many = Array.from({ length: 2000 }, (_, index) =>
    sent({ name: `Hộ số ${index}`, index: index + 1 }),
  ).flat();
  const { user } = await openList('/ra-soat', many);
  await screen.findByText('2.000 phiếu');
  expect(screen.getAllByRole('row').length).toBeLessThan(120);
  screen.getByRole('link', { name: 'Hộ số 1999' }).focus();
  await user.keyboard('{End}');
  await waitFor(() => expect(screen.getByRole('link', { name: 'Hộ số 0' })).toHaveFocus());
  expect(screen.getAllByRole('row').length).toBeLessThan(120);
});

test('says what is missing when nothing arrived, and when nothing matches', async () => {
  const { user, pull } = await openList('/ra-soat', []);
  expect(await screen.findByText('Chưa có phiếu nào về xã')).toBeVisible();
  await pull(families);
  await user.type(await screen.findByRole('searchbox'), 'khong co ai');
  expect(await screen.findByText('Không có phiếu nào khớp')).toBeVisible();
});

test('without a network the foot of the rail says so, with the time of what one sees', async () => {
  await openList();
  expect(await screen.findByText('Chưa có mạng.')).toBeVisible();
  expect(screen.getByText(/Đang xem dữ liệu nhận lúc 10:00 ngày 05\/11\/2025/)).toBeVisible();
  expect(screen.getByText('Xã Bình Thuận, 2025')).toBeVisible();
});
