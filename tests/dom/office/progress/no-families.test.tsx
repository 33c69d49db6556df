/** Tiến độ of one hamlet that has no families: it says why and where to go on, and draws no share of nothing. */
import { screen, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import type { PulledRow } from '#client/db/engine-store.ts';
import { OfficeApp } from '#client/features/office/office-app.tsx';
import { officeProgress } from '#client/messages/office-progress.ts';
import { HAMLET_ID, hamletRow, householdRow } from '../../hamlet/made-rows.ts';
import { openSubject } from '../../hamlet/open-subject.tsx';
import { lying } from '../office-rows.ts';

const OTHER_ID = '0198c1f0-0000-7000-8000-0000000000f1';
const other: PulledRow = {
  scope: 'public',
  entity: 'hamlet',
  id: OTHER_ID,
  rev: 1,
  value: { id: OTHER_ID, name: 'Đình 3', order: 3, validFrom: '2020-01-01' },
};
const patience = { timeout: 20_000 };
const table = officeProgress.table;

test('a hamlet without families says so in words; once its list comes, its share is drawn', async () => {
  const { pull, show } = await openSubject({ role: 'officer', rows: [other] });
  const { at } = show(<OfficeApp />, `/tien-do?chuoi=${OTHER_ID}`);
  expect(await screen.findByText('Xóm Đình 3 chưa có hộ nào trong danh sách', {}, patience)).toBeVisible();
  expect(screen.getByText(officeProgress.need.noFamilies)).toBeVisible();
  const way = screen.getByRole('link', { name: officeProgress.series.toImport });
  expect(way).toHaveAttribute('href', '/xom-don-vi/nhap?loai=household');
  // Nothing to show as a table, and no "0%" of nothing.
  expect(screen.queryByRole('button', { name: /^Xem dạng bảng: Hộ xóm/ })).toBeNull();
  const row = screen.getByRole('row', { name: new RegExp(`^Đình 3.*${table.noFamilies}`) });
  expect(within(row).queryByText('0%')).toBeNull();

  const form = lying({ name: 'Lê Văn An', index: 1 }).filter(({ entity }) => entity !== 'household');
  await pull([{ ...householdRow(1, 'Lê Văn An', { hamletId: OTHER_ID }), scope: 'office' }, ...form]);
  expect(await screen.findByText(/^1\/1 hộ đã gửi, 100%/, {}, patience)).toBeVisible();
  expect(screen.queryByText(officeProgress.need.noFamilies)).toBeNull();
  expect(at()).toBe(`/tien-do?chuoi=${OTHER_ID}`);
});

test('one whose families went to another says to which, and leads there', async () => {
  const gone = hamletRow({ validTo: '2100-06-01', mergedInto: OTHER_ID });
  const { user, show } = await openSubject({ role: 'chair', rows: [other, gone] });
  const { at } = show(<OfficeApp />, `/tien-do?chuoi=${HAMLET_ID}`);
  expect(await screen.findByText('Xóm Chùa 9 đã nhập vào xóm Đình 3', {}, patience)).toBeVisible();
  await user.click(screen.getByRole('link', { name: 'Hộ, xóm Đình 3' }));
  expect(await screen.findByText('Xóm Đình 3 chưa có hộ nào trong danh sách', {}, patience)).toBeVisible();
  expect(at()).toBe(`/tien-do?chuoi=${OTHER_ID}`);
  // The lists are not the chairman's to enter.
  expect(screen.queryByRole('link', { name: officeProgress.series.toImport })).toBeNull();
});
