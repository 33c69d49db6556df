/** Điển hình and bản tin on a real replica: put forward, verified, published, told, taken up; both roles. */
import { screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { ExemplarsApp } from '#client/features/office/exemplars/exemplars-app.tsx';
import { OfficeApp } from '#client/features/office/office-app.tsx';
import { OfficeKeys } from '#client/features/office/help/keys.tsx';
import { OfficeDesk } from '#client/features/office/today/office-desk.tsx';
import type { PulledRow } from '#client/db/engine-store.ts';
import type { Exemplar } from '#protocol/paper-records.ts';
import type { Role } from '#protocol/policy-roles.ts';
import { CAMPAIGN_ID, HAMLET_ID } from '../../hamlet/made-rows.ts';
import { openSubject } from '../../hamlet/open-subject.tsx';

const ID = '0198c1f0-0000-7000-8000-0000000000e7';
const WAIT = { timeout: 20_000 };

const exemplar = (over: Partial<Exemplar> = {}): PulledRow => ({
  scope: 'office',
  entity: 'exemplar',
  id: ID,
  rev: 5,
  value: {
    id: ID,
    campaignId: CAMPAIGN_ID,
    kind: 'goodPractice',
    title: 'Tổ công nghệ số đi từng nhà',
    subjectKind: 'hamlet',
    subjectId: HAMLET_ID,
    who: 'Xóm Chùa 9',
    story: 'Mỗi tối hai người đi năm nhà. Cả xóm đã quen.',
    result: '65 trên 90 hộ',
    state: 'verified',
    verification: 'Đã xem tận nơi',
    photos: [],
    replications: [],
    ...over,
  },
});
const published = exemplar({
  state: 'published',
  consent: { date: '2025-11-05', takenBy: 'Ông Bình', photos: false },
  publishedOn: '2025-11-05',
});

const open = async (rows: readonly PulledRow[], path = '/dien-hinh', role: Role = 'officer') => {
  const opened = await openSubject({ role, rows });
  const shown = opened.show(
    <OfficeKeys>
      <OfficeDesk>
        <ExemplarsApp />
      </OfficeDesk>
    </OfficeKeys>,
    path,
  );
  await screen.findByRole('heading', { level: 1 }, WAIT);
  return { ...opened, ...shown };
};
const button = (name: string | RegExp) => screen.findByRole('button', { name }, WAIT);

test('an example is put forward offline, checked, and published only with a yes somebody took', async () => {
  const { user, workspace } = await open([]);
  expect(await screen.findByText('Chưa có điển hình nào', {}, WAIT)).toBeVisible();
  await user.click(await button('Đề cử điển hình'));
  const dialog = await screen.findByRole('dialog');
  await user.type(within(dialog).getByRole('textbox', { name: /^Tên mô hình/ }), 'Chợ phiên không tiền mặt');
  await user.type(within(dialog).getByRole('textbox', { name: /^Tên nêu/ }), 'HTX chè');
  await user.click(within(dialog).getByRole('button', { name: 'Ghi đề cử' }));
  // Without a word of what was done it is no example.
  expect(await within(dialog).findByText('Mời điền ô này.')).toBeVisible();
  await user.type(within(dialog).getByRole('textbox', { name: /^Đã làm gì/ }), 'Quầy nào cũng có mã.');
  await user.click(within(dialog).getByRole('button', { name: 'Ghi đề cử' }));
  await user.click(await button('Ghi đã xác minh'));
  const verify = await screen.findByRole('dialog');
  await user.type(within(verify).getByRole('textbox'), 'Đã ra chợ xem');
  await user.click(within(verify).getByRole('button', { name: 'Ghi đã xác minh' }));
  await user.click(await button('Công bố'));
  const publish = await screen.findByRole('dialog');
  await user.click(within(publish).getByRole('button', { name: 'Công bố' }));
  expect(await within(publish).findAllByText('Mời điền ô này.')).toHaveLength(2);
  await user.type(within(publish).getByRole('textbox', { name: /^Ai đã hỏi/ }), 'Bà Hoa');
  await user.selectOptions(within(publish).getByRole('combobox'), 'no');
  await user.click(within(publish).getByRole('button', { name: 'Công bố' }));
  expect(await screen.findByText(/Bà Hoa ghi nhận ngày .*, không dùng ảnh/, {}, WAIT)).toBeVisible();
  const [kept] = await workspace.rows('exemplar');
  expect(kept?.value).toMatchObject({ state: 'published', consent: { takenBy: 'Bà Hoa', photos: false } });
});

test('the culture officer checks and tells; publishing waits for the standing officer, and the screen says so', async () => {
  const { user } = await open([exemplar()], '/dien-hinh', 'cultureOfficer');
  await user.click(await button('Tổ công nghệ số đi từng nhà'));
  expect(await screen.findByText(/^Công bố là việc của cán bộ thường trực/, {}, WAIT)).toBeVisible();
  expect(screen.queryByRole('button', { name: 'Công bố' })).toBeNull();
  expect(screen.getByRole('button', { name: 'Đưa lại chờ xác minh' })).toBeVisible();
});

test('the culture officer’s work begins at the examples, and Hôm nay stays within reach', async () => {
  const opened = await openSubject({ role: 'cultureOfficer' });
  const { at } = opened.show(<OfficeApp />, '/hom-nay');
  await waitFor(() => expect(at()).toBe('/dien-hinh'), WAIT);
  await opened.user.click(await screen.findByRole('link', { name: /^Hôm nay/ }, WAIT));
  expect(await screen.findByRole('heading', { level: 1, name: /^Hôm nay/ }, WAIT)).toBeVisible();
  expect(at()).toBe('/hom-nay');
});

test('who only reads changes nothing', async () => {
  await open([exemplar()], '/dien-hinh', 'chair');
  await screen.findByRole('row', { name: /^Tổ công nghệ số/ }, WAIT);
  expect(screen.queryByRole('button', { name: 'Đề cử điển hình' })).toBeNull();
});

test('another machine was first: what stands and what was written here are shown, and one is chosen', async () => {
  const { user, workspace, settle } = await open([exemplar()]);
  await user.click(await button('Tổ công nghệ số đi từng nhà'));
  await user.click(await button('Đưa lại chờ xác minh'));
  await button('Ghi đã xác minh');
  const other = { ...exemplar({ result: '80 trên 90 hộ' }), rev: 9 };
  await settle({ lastSeq: 1, results: [{ verdict: 'refused', code: 'STALE_BASIS' }], rows: [other] });
  expect(await screen.findByText(/máy khác đã sửa trước/, {}, WAIT)).toBeVisible();
  const pair = screen.getByText('Đang ở', { selector: 'dt' }).parentElement;
  expect(pair).toHaveTextContent('Máy này: Chờ xác minh');
  expect(pair).toHaveTextContent('Ở xã: Đã xác minh');
  await user.click(await button('Giữ bản ở xã'));
  await waitFor(() => expect(screen.queryByText(/máy khác đã sửa trước/)).toBeNull(), WAIT);
  expect((await workspace.rows('exemplar')).map(({ value }) => value.result)).toEqual(['80 trên 90 hộ']);
});

test('where an example was taken up is kept and counted, and can be taken out again', async () => {
  const { user } = await open([published]);
  await user.click(await button('Tổ công nghệ số đi từng nhà'));
  await user.click(await button('Ghi nơi nhân rộng'));
  const dialog = await screen.findByRole('dialog');
  await user.click(within(dialog).getByRole('button', { name: 'Ghi nơi nhân rộng' }));
  expect(await within(dialog).findByText('Mời ghi mục này.')).toBeVisible();
  await user.type(within(dialog).getByRole('textbox', { name: 'Tên nơi làm theo' }), 'Xóm Đình 6');
  await user.click(within(dialog).getByRole('button', { name: 'Ghi nơi nhân rộng' }));
  expect(await screen.findByText(/nhân rộng 1 nơi\.$/, {}, WAIT)).toBeVisible();
  await user.click(await button('Bỏ Xóm Đình 6'));
  expect(await screen.findByText(/nhân rộng 0 nơi\.$/, {}, WAIT)).toBeVisible();
});

test('a bulletin is drafted to its length from published examples, put right, kept, and its broadcasts are summed', async () => {
  const { user, workspace, at } = await open([published], '/dien-hinh/ban-tin/moi');
  await user.click(await button('1 phút'));
  await user.click(await button('Soạn lời'));
  const script = screen.getByRole<HTMLTextAreaElement>('textbox', { name: /^Lời đọc trên loa/ });
  await waitFor(() => expect(script.value).toContain('Tổ công nghệ số đi từng nhà'), WAIT);
  expect(script.value).toMatch(/^Kính thưa/);
  expect(script.value).toMatch(/Kính chào bà con\.$/);
  expect(script.value).not.toContain('{');
  expect(screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Bài đăng Zalo' }).value).toContain(
    'Xóm Chùa 9',
  );
  expect(screen.getByText(/^Đọc hết khoảng \d+ giây|^Đọc hết khoảng 1 phút/)).toBeVisible();
  expect(screen.queryByText(/Dài hơn độ dài/)).toBeNull();
  await user.type(script, ' Xin hết.');
  await user.click(await button('Soạn lại từ đầu'));
  expect(script.value).not.toContain('Xin hết.');
  await user.click(await button('Hoàn tác'));
  expect(script.value).toContain('Xin hết.');
  await user.click(await button('Lưu bản tin'));
  await waitFor(() => expect(at()).toMatch(/^\/dien-hinh\/ban-tin\/[0-9a-f-]{36}$/), WAIT);
  await user.click(await button('Ghi lần phát'));
  const dialog = await screen.findByRole('dialog');
  await user.type(within(dialog).getByRole('textbox', { name: 'Giờ' }), '17 giờ');
  await user.click(within(dialog).getByRole('button', { name: 'Ghi vào sổ phát thanh' }));
  expect(await within(dialog).findByText('Giờ viết như 17:00.')).toBeVisible();
  await user.clear(within(dialog).getByRole('textbox', { name: 'Giờ' }));
  await user.type(within(dialog).getByRole('textbox', { name: 'Giờ' }), '5:30');
  await user.click(within(dialog).getByRole('button', { name: 'Ghi vào sổ phát thanh' }));
  expect(await screen.findByRole('cell', { name: 'Loa truyền thanh xã' }, WAIT)).toBeVisible();
  const [kept] = await workspace.rows('bulletin');
  expect(kept?.value.broadcasts).toMatchObject([{ time: '05:30', minutes: 1 }]);
  expect(kept?.value.exemplars).toEqual([ID]);
});
