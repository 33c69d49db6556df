import { screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { ActivitiesApp } from '#client/features/activities/activities-app.tsx';
import { checkActivity } from '#client/features/activities/check-activity.ts';
import type { Activity } from '#protocol/subject-records.ts';
import type { Workspace } from '#client/workspace.ts';
import { CAMPAIGN_ID, HAMLET_ID, UNIT_ID } from '../hamlet/made-rows.ts';
import { NOW, openSubject } from '../hamlet/open-subject.tsx';

// The log knows today: a day of the campaign's year, whatever day the test runs on.
beforeEach(() => void vi.useFakeTimers({ toFake: ['Date'], now: NOW }));
afterEach(() => void vi.useRealTimers());

const LIST = '/xom/hoat-dong';
const owner = { campaignId: CAMPAIGN_ID, subjectKind: 'hamlet', subjectId: HAMLET_ID } as const;

async function log(workspace: Workspace, kind: Activity['kind'], date: string, title: string) {
  const id = workspace.newId();
  await workspace.putRecord('activity', id, { id, ...owner, kind, date, title }, 0);
  return id;
}
const kept = async (workspace: Workspace) => (await workspace.rows('activity')).map(({ value }) => value);

test('an activity is written in one form, without a network, and counts for the sheet at once', async () => {
  const { workspace, user, show } = await openSubject();
  const { at } = show(<ActivitiesApp home="/xom" />, LIST);
  expect(await screen.findByText('Chưa ghi hoạt động nào')).toBeVisible();
  expect(screen.getByRole('link', { name: 'Ghi hoạt động' })).toHaveAttribute('href', `${LIST}/moi`);
  document.body.replaceChildren();

  const there = show(<ActivitiesApp home="/xom" />, `${LIST}/moi`);
  await user.click(await screen.findByRole('radio', { name: 'Họp' }));
  await user.type(screen.getByLabelText('Nội dung'), ' Họp xóm về VNeID ');
  await user.type(screen.getByLabelText('Số người dự (nếu có)'), '54');
  await user.click(screen.getByRole('button', { name: 'Lưu' }));
  await waitFor(() => expect(there.at()).toBe(LIST));
  expect(await kept(workspace)).toMatchObject([
    { ...owner, kind: 'meeting', date: '2025-11-05', title: 'Họp xóm về VNeID', people: 54 },
  ]);
  expect(await screen.findByText('Mục A2.1: 1 buổi')).toBeVisible();
  expect(screen.getByText('Chờ gửi 1 hoạt động.')).toBeVisible();
  expect(screen.getByRole('heading', { name: 'Tháng 11/2025' })).toBeVisible();
  expect(at()).toBe(LIST);
});

test('what is missing or cannot be is said by field, the words stay, and nothing is kept', async () => {
  const { workspace, user, show } = await openSubject();
  show(<ActivitiesApp home="/xom" />, `${LIST}/moi`);
  await user.click(await screen.findByRole('button', { name: 'Lưu' }));
  expect(screen.getByText('Mời chọn loại hoạt động.')).toBeVisible();
  expect(screen.getByText('Mời ghi nội dung trong một dòng.')).toBeVisible();
  await user.click(screen.getByRole('radio', { name: 'Kiểm tra' }));
  await user.type(screen.getByLabelText('Nội dung'), 'Kiểm tra wifi nhà văn hóa');
  // A number that cannot be read is not thrown away in silence.
  await user.type(screen.getByLabelText('Kéo dài (nếu có)'), 'một giờ');
  await user.click(screen.getByRole('button', { name: 'Lưu' }));
  expect(screen.getByLabelText('Kéo dài (nếu có)')).toHaveFocus();
  expect(screen.getByLabelText('Nội dung')).toHaveValue('Kiểm tra wifi nhà văn hóa');
  expect(await kept(workspace)).toEqual([]);
});

test('the day is not ahead, and not of another campaign', () => {
  const words = { kind: 'meeting', title: 'Họp' } as const;
  const today = '2025-11-05';
  expect(checkActivity({ ...words, date: today }, today)).toEqual({});
  expect(checkActivity({ ...words, date: '2024-10-01' }, today)).toEqual({});
  expect(checkActivity({ ...words, date: '2025-11-06' }, today).date).toMatch(/^Ngày này chưa tới/);
  expect(checkActivity({ ...words, date: '2024-09-30' }, today).date).toBe(
    'Chỉ ghi được từ ngày 01/10/2024 đến nay.',
  );
  expect(checkActivity({ ...words, date: '' }, today).date).toBe('Mời chọn ngày.');
});

test('the list goes by month with counts by kind; broadcasts beyond the cap are said not to count', async () => {
  const { workspace, show } = await openSubject();
  await log(workspace, 'meeting', '2025-11-02', 'Họp xóm');
  for (const day of ['05', '12', '19']) await log(workspace, 'broadcast', `2025-10-${day}`, 'Phát thanh');
  await log(workspace, 'training', '2025-10-20', 'Lớp học số');
  await log(workspace, 'meeting', '2024-12-20', 'Họp cuối năm');
  show(<ActivitiesApp home="/xom" />, LIST);
  const october = await screen.findByRole('region', { name: 'Tháng 10/2025' });
  expect(within(october).getByText('1 buổi tập huấn, 3 buổi phát thanh')).toBeVisible();
  expect(within(october).getAllByRole('listitem')).toHaveLength(4);
  const feeds = screen.getByRole('region', { name: 'Tính vào phiếu năm 2025' });
  expect(feeds).toHaveTextContent('Mục A2.1: 3 buổi');
  expect(feeds).toHaveTextContent('Từ 1 buổi họp, 3 buổi phát thanh.');
  expect(feeds).toHaveTextContent('Phát thanh tính nhiều nhất 2 buổi phát thanh.');
  expect(screen.getByRole('region', { name: 'Tháng 12/2024' })).toHaveTextContent('không tính vào phiếu');
});

test('an activity is changed in its own form; earlier titles are offered, its photos have their place', async () => {
  const { workspace, user, show } = await openSubject();
  await log(workspace, 'meeting', '2025-10-02', 'Họp chi bộ');
  const id = await log(workspace, 'meeting', '2025-11-02', 'Họp xóm');
  show(<ActivitiesApp home="/xom" />, `${LIST}/${id}`);
  expect(await screen.findByLabelText('Nội dung')).toHaveValue('Họp xóm');
  const offered = [...document.querySelectorAll('datalist option')].map((option) => option.textContent);
  expect(offered).toEqual(['Họp xóm', 'Họp chi bộ']);
  expect(screen.getByRole('link', { name: 'Ảnh minh chứng của mục A2.1' })).toHaveAttribute(
    'href',
    '/xom/phieu?nhom=A2&muc=A2.1',
  );
  await user.type(screen.getByLabelText('Số người dự (nếu có)'), '1.050');
  await user.click(screen.getByRole('button', { name: 'Lưu' }));
  await waitFor(async () =>
    expect((await workspace.row('activity', id))?.value).toMatchObject({ title: 'Họp xóm', people: 1050 }),
  );
});

test('an activity that is taken out can be put back as it was', async () => {
  const { workspace, user, show } = await openSubject();
  const id = await log(workspace, 'proposal', '2025-11-02', 'Đề xuất lắp wifi');
  const before = await kept(workspace);
  const { at } = show(<ActivitiesApp home="/xom" />, `${LIST}/${id}`);
  await user.click(await screen.findByRole('button', { name: 'Bỏ hoạt động này' }));
  expect(await screen.findByText('Đã bỏ “Đề xuất lắp wifi”.')).toBeVisible();
  expect(at()).toBe(LIST);
  expect(await kept(workspace)).toEqual([]);
  await user.click(screen.getByRole('button', { name: 'Đưa lại' }));
  expect(await screen.findByText('Đã đưa lại “Đề xuất lắp wifi”.')).toBeVisible();
  expect(await kept(workspace)).toEqual(before);
  expect(await screen.findByRole('link', { name: /Đề xuất lắp wifi/ })).toBeVisible();
});

test('what another phone took out is said to be gone; a unit has a log of its own', async () => {
  const { workspace, user, show } = await openSubject({ role: 'unitContact' });
  const list = '/don-vi/hoat-dong';
  show(<ActivitiesApp home="/don-vi" />, `${list}/0198c1f0-0000-7000-8000-0000000000aa`);
  expect(await screen.findByText('Không còn hoạt động này')).toBeVisible();
  document.body.replaceChildren();
  show(<ActivitiesApp home="/don-vi" />, `${list}/moi`);
  await user.click(await screen.findByRole('radio', { name: 'Tập huấn' }));
  await user.type(screen.getByLabelText('Nội dung'), 'Tập huấn cho học sinh');
  await user.click(screen.getByRole('button', { name: 'Lưu' }));
  expect(await screen.findByText('Mục TH.5: 1 hoạt động', { exact: false })).toBeVisible();
  expect(await kept(workspace)).toMatchObject([
    { subjectKind: 'unit', subjectId: UNIT_ID, kind: 'training' },
  ]);
});

test('on paper the year runs forward, every line with its day', async () => {
  const { workspace, show } = await openSubject();
  await log(workspace, 'meeting', '2025-11-02', 'Họp xóm');
  await log(workspace, 'training', '2025-10-20', 'Lớp học số');
  show(<ActivitiesApp home="/xom" />, LIST);
  const rows = within(await screen.findByRole('table', { hidden: true })).getAllByRole('row', {
    hidden: true,
  });
  expect(rows.map((row) => row.textContent)).toEqual([
    'TTNgàyLoạiNội dungSố ngườiSố phútGhi thêm',
    '120/10/2025Tập huấnLớp học số',
    '202/11/2025HọpHọp xóm',
  ]);
});
