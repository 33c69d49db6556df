/** Khen thưởng on a real replica, every step judged by the domain's own rule: from the frozen ranking to the archive. */
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { AwardsApp } from '#client/features/office/awards/awards-app.tsx';
import { OfficeKeys } from '#client/features/office/help/keys.tsx';
import { OfficeDesk } from '#client/features/office/today/office-desk.tsx';
import type { Role } from '#protocol/policy-roles.ts';
import { openSubject } from '../../hamlet/open-subject.tsx';
import type { PulledRow } from '#client/db/engine-store.ts';
import { awardRows, communeOf, noticeRows } from './made-awards.ts';

const WAIT = { timeout: 20_000 };
const open = async (path = '/khen-thuong', role: Role = 'officer', more: readonly PulledRow[] = []) => {
  const rows = [...awardRows(), ...more];
  const opened = await openSubject({ role, rows });
  opened.show(
    <OfficeKeys>
      <OfficeDesk>
        <AwardsApp />
      </OfficeDesk>
    </OfficeKeys>,
    path,
  );
  await screen.findByRole('heading', { level: 1 }, WAIT);
  return { ...opened, commune: communeOf(opened, rows) };
};
/** By its words: names by role cost seconds where hundreds of fields stand. */
const press = async (user: Awaited<ReturnType<typeof open>>['user'], name: string | RegExp) =>
  user.click(await screen.findByText(name, { selector: 'button, a, a *' }, WAIT));
const table = (name: string) => screen.findByLabelText(name, { selector: 'table' }, WAIT);
const set = (label: string | RegExp, value: string): void => {
  fireEvent.change(screen.getByLabelText(label), { target: { value } });
};

test('from the frozen ranking to the archive: each next step is the one filled button, and the domain’s rule takes each', async () => {
  const { user, workspace, commune } = await open();
  await press(user, 'Chọn từ bảng xếp hạng đã chốt');
  // One of two equal ones would be cut off: none is taken beforehand, and the screen says why.
  expect(await screen.findByText(/^Hạng 2 có 2 tên cho 1 suất còn lại/, {}, WAIT)).toBeVisible();
  expect(screen.getByLabelText('Gồm Xóm Bình Xuân')).toBeChecked();
  expect(screen.getByLabelText('Gồm Xóm Đình 6')).not.toBeChecked();
  expect(screen.getByLabelText('Gồm Hộ gia đình Trần Thị Bình')).toBeChecked();
  expect(screen.getByLabelText('Gồm Hộ gia đình Lê Văn Cường')).not.toBeChecked();
  // Beyond the places a reason is asked for.
  await user.click(screen.getByLabelText('Gồm Xóm Đình 6'));
  await user.click(screen.getByLabelText('Gồm Xóm Đầm Mụ'));
  await press(user, 'Đưa 5 tên vào danh sách xét');
  expect(await screen.findByText('Mời ghi mục này.', {}, WAIT)).toBeVisible();
  await user.click(screen.getByLabelText('Gồm Xóm Đình 6'));
  await user.click(screen.getByLabelText('Gồm Xóm Đầm Mụ'));
  await press(user, 'Đưa 3 tên vào danh sách xét');
  await commune();

  await press(user, 'Ghi họp xóm cho 2 hộ');
  await table('Biểu quyết từng hộ');
  set('Ngày họp', '2025-10-18');
  set('Chủ trì', 'Trưởng xóm');
  set('Thư ký', 'Bà Thư');
  set('Số hộ dự họp', '40');
  set('Đồng ý: Hộ gia đình Trần Thị Bình', '12');
  set('Không đồng ý: Hộ gia đình Trần Thị Bình', '28');
  await user.click(screen.getByLabelText('Hộ gia đình Nguyễn Văn An đồng ý nêu tên công khai'));
  expect(screen.getByText('Chưa quá nửa')).toBeVisible();
  await press(user, 'Ghi kết quả họp xóm Chùa 9: 2 hộ');
  await commune();

  await press(user, 'Niêm yết 2 tên');
  await table('Tên niêm yết');
  set(/^Từ ngày/, '2025-10-20');
  await press(user, 'Niêm yết 2 tên');
  await commune();

  await press(user, 'Ghi họp Hội đồng cho 2 tên');
  await table('Biểu quyết từng tên');
  await user.click(screen.getByLabelText('Lê Thị Hà có mặt'));
  expect(screen.getByText('2 trên 3 ủy viên có mặt, đủ người họp (cần 2).')).toBeVisible();
  await user.click(screen.getByLabelText('Phạm Văn Hải có mặt'));
  expect(screen.getByText(/chưa đủ người họp/)).toBeVisible();
  await user.click(screen.getByLabelText('Phạm Văn Hải có mặt'));
  await user.selectOptions(screen.getByLabelText('Chủ trì'), 'Phạm Văn Hải');
  await user.selectOptions(screen.getByLabelText('Thư ký'), 'Đỗ Thị Nga');
  expect(screen.getByText('2 tên được thông qua, 0 tên chưa được thông qua.')).toBeVisible();
  await press(user, 'Ghi phiên họp: 2 tên');
  await commune();

  await press(user, 'Lập tờ trình cho 2 tên');
  await table('Tên trong tờ trình');
  set(/^Số/, '05');
  await press(user, 'Trình 2 tên');
  await commune();

  await press(user, 'Soạn quyết định');
  await screen.findByText('Tổng cộng 2 tên: 2.457.000 đồng', {}, WAIT);
  set(/^Số quyết định/, '125');
  set('Chức vụ người ký', 'Chủ tịch');
  set('Ký thay mặt', 'TM. ỦY BAN NHÂN DÂN');
  await press(user, 'Trình duyệt quyết định 2 tên');
  await commune();
  await press(user, /^Quyết định số 125/);
  // Whoever prepared it does not approve it.
  expect(await screen.findByText(/^Máy này soạn quyết định này/, {}, WAIT)).toBeVisible();
  expect(screen.queryByRole('button', { name: 'Duyệt quyết định' })).toBeNull();

  const [decision] = await workspace.rows('awardDecision');
  if (decision === undefined) throw new Error('no decision');
  await workspace.putRecord(
    'awardDecision',
    decision.id,
    { ...decision.value, state: 'approved' },
    decision.rev,
  );
  await commune();
  await press(user, 'Ghi quyết định cho 2 tên');
  await commune();
  expect(await screen.findByRole('link', { name: 'In giấy khen' }, WAIT)).toHaveAttribute(
    'href',
    `/giay-khen?quyet-dinh=${decision.id}`,
  );
  await press(user, 'Ghi đã in 2 giấy khen');
  await commune();
  await press(user, 'Ghi trao');
  await press(user, 'Ghi đã trao 2 giấy khen');
  await commune();
  await press(user, 'Lưu 2 hồ sơ đã trao');
  await commune();
  await press(user, 'Danh sách');
  expect(await screen.findByText('Mọi tên đã đi hết các bước.', {}, WAIT)).toBeVisible();
  const ends = (await workspace.rows('award')).map(({ value }) => value.course.at(-1)?.to ?? '');
  expect(ends.filter((end) => end === 'archived')).toHaveLength(2);
  expect(ends.filter((end) => end === 'rejected')).toHaveLength(1);
});

test('an award taken off the list asks why, and the step can be taken back', async () => {
  const { user, workspace, commune } = await open('/khen-thuong/chon');
  await press(user, 'Đưa 3 tên vào danh sách xét');
  await commune();
  await press(user, /^Hộ gia đình Nguyễn Văn An/);
  const aside = await screen.findByRole('complementary', { name: 'Hộ gia đình Nguyễn Văn An' }, WAIT);
  await user.click(await within(aside).findByText('Rút đề nghị', {}, WAIT));
  const dialog = await screen.findByRole('dialog', {}, WAIT);
  await user.click(within(dialog).getByRole('button', { name: 'Ghi cho 1 tên' }));
  expect(await within(dialog).findByText('Mời ghi lý do.')).toBeVisible();
  await user.type(within(dialog).getByLabelText(/^Lý do/), 'Gia đình xin rút');
  await user.click(within(dialog).getByRole('button', { name: 'Ghi cho 1 tên' }));
  await commune();
  await waitFor(async () => {
    const awards = await workspace.rows('award');
    expect(awards.flatMap(({ value }) => value.course.at(-1)?.reason ?? [])).toEqual(['Gia đình xin rút']);
  }, WAIT);
  expect(await screen.findByText(/^Rút đề nghị: 1 tên\./, {}, WAIT)).toBeVisible();
  await press(user, 'Hoàn tác');
  await waitFor(
    async () => expect((await workspace.outbox()).at(-1)?.batch?.settles?.state).toBe('reverted'),
    WAIT,
  );
});

test('the sheet for the culture house names no family that has not said yes, and shows no points', async () => {
  await open(`/khen-thuong/niem-yet/${noticeRows().id}`, 'officer', noticeRows().rows);
  const sheet = await screen.findByRole('region', { name: 'Tên niêm yết' }, WAIT);
  expect(sheet).toHaveTextContent('Hộ gia đình Nguyễn Văn An');
  expect(sheet).toHaveTextContent('Một hộ gia đình chưa đồng ý nêu tên');
  expect(sheet).not.toHaveTextContent('Trần Thị Bình');
  expect(sheet.textContent).not.toMatch(/\d{2},\d{2}/);
});

test('who only reads the awards sees them and can change nothing', async () => {
  await open('/khen-thuong/quy-tac', 'cultureOfficer');
  expect(await screen.findByRole('heading', { level: 1, name: 'Quy tắc khen thưởng' }, WAIT)).toBeVisible();
  expect(screen.queryByRole('button', { name: 'Lưu quy tắc' })).toBeNull();
  expect(screen.getByText('Máy này chỉ xem; Văn phòng xã ghi các bước.')).toBeVisible();
});
