import { screen, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { PlacesApp } from '#client/features/office/places/places-app.tsx';
import { openSubject } from '../../hamlet/open-subject.tsx';

const CSV = 'Xóm,Chủ hộ,SĐT\nChùa 9,Ma Văn Bình,912345678\nAo Sen,Lý Thị Mai,\nAo Sen,Lý Thị Mai,\n';

test('a list is read, looked through and written without a network as one batch that waits whole and can be undone', async () => {
  const { workspace, show, user } = await openSubject({ role: 'officer' });
  const before = (await workspace.rows('household')).length;
  const { at } = show(<PlacesApp />, '/xom-don-vi/nhap?loai=household');
  await user.upload(await screen.findByLabelText('Tệp danh sách'), new File([CSV], 'ho.csv'));
  expect(await screen.findByText('Tệp chữ: bảng mã utf-8, cột ngăn bằng dấu phẩy.')).toBeVisible();
  await user.click(screen.getByRole('button', { name: 'Xem trước' }));

  const go = await screen.findByRole('button', { name: 'Nhập 2 dòng' });
  await user.click(go);
  expect(await screen.findByText(/Còn dòng nghi trùng chưa quyết định/)).toBeVisible();
  await user.selectOptions(screen.getByRole('combobox', { name: 'Xử lý dòng 4' }), 'Bỏ qua');
  await user.click(go);
  expect(await screen.findByText(/Có xóm chưa có trong danh sách/)).toBeVisible();
  await user.click(screen.getByRole('checkbox', { name: /Thêm \d xóm này cùng lúc/ }));
  await user.click(go);

  expect(await screen.findByText(/Chờ gửi: \d mục/)).toBeVisible();
  // Nothing of it is shown before the commune has all of it.
  expect(await workspace.rows('household')).toHaveLength(before);
  const [batch] = await workspace.batches();
  expect(batch).toMatchObject({ state: 'waiting', label: 'Nhập hộ gia đình từ tệp ho.csv' });
  expect((await workspace.outbox()).at(-1)?.batch?.settles?.state).toBe('committed');

  await user.click(screen.getByRole('button', { name: /^Hoàn tác/ }));
  await user.click(
    within(await screen.findByRole('dialog')).getByRole('button', { name: 'Hoàn tác cả gói' }),
  );
  expect(await screen.findByText(/Chờ hoàn tác/)).toBeVisible();
  expect(at()).toContain('/xom-don-vi/nhap');
});

test('a file that is no list is refused with what to do, and nothing is written', async () => {
  const { workspace, show, user } = await openSubject({ role: 'officer' });
  show(<PlacesApp />, '/xom-don-vi/nhap');
  const old = new File([new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0, 0])], 'ho.xls.csv');
  await user.upload(await screen.findByLabelText('Tệp danh sách'), old);
  expect(await screen.findByText(/Excel đời cũ/)).toBeVisible();
  expect(await workspace.outbox()).toEqual([]);
});

test('saving how many live in a hamlet writes its history and its denominator together', async () => {
  const { workspace, show, user } = await openSubject({ role: 'officer' });
  show(<PlacesApp />, '/xom-don-vi');
  const [hamlet] = await workspace.rows('hamlet');
  await user.click(await screen.findByRole('button', { name: hamlet?.value.name ?? '' }));
  await user.click(await screen.findByRole('button', { name: 'Ghi số dân' }));
  const dialog = await screen.findByRole('dialog');
  const households = within(dialog).getByLabelText('Số hộ');
  await user.clear(households);
  await user.type(households, '97');
  await user.click(within(dialog).getByRole('button', { name: 'Lưu' }));
  expect(await within(dialog).findByText('Mời điền ô này.')).toBeVisible();
  await user.type(within(dialog).getByLabelText('Nguồn số liệu'), 'Báo cáo dân số');
  await user.click(within(dialog).getByRole('button', { name: 'Lưu' }));
  expect(await screen.findByText(/Đã ghi/)).toBeVisible();
  const sealed = (await workspace.outbox()).map(({ text }) => text);
  expect(sealed.filter((text) => text.includes('"entity":"populationCount"'))).toHaveLength(1);
  expect(
    sealed.filter((text) => text.includes('"households":97') && text.includes('"entity":"hamlet"')),
  ).toHaveLength(1);
  expect((await workspace.batches())[0]).toMatchObject({ state: 'waiting', records: 2 });
});
