/** Kiểm tra lại on a real replica: signals that leave when looked into, a draw anybody repeats, visits beside the form. */
import { createHash } from 'node:crypto';
import { screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { OfficeKeys } from '#client/features/office/help/keys.tsx';
import { OfficeDesk } from '#client/features/office/today/office-desk.tsx';
import { InspectionNotes } from '#client/features/office/trust/inspection-notes.tsx';
import { TrustApp } from '#client/features/office/trust/trust-app.tsx';
import type { PulledRow } from '#client/db/engine-store.ts';
import type { Inspection } from '#protocol/office-records.ts';
import type { Role } from '#protocol/policy-roles.ts';
import { CAMPAIGN_ID } from '../../hamlet/made-rows.ts';
import { openSubject } from '../../hamlet/open-subject.tsx';
import { families, HAMLET_ID, householdId, sharedFormId, sharedPicture, typedEvery } from './made-trust.ts';

const page = (
  <OfficeKeys>
    <OfficeDesk>
      <TrustApp />
    </OfficeDesk>
  </OfficeKeys>
);
const open = async (rows: readonly PulledRow[], path: string, role: Role = 'officer') => {
  const opened = await openSubject({ role, rows });
  const { at } = opened.show(page, path);
  await screen.findByRole('heading', { level: 1 });
  return { ...opened, at };
};
const chip = (name: string): HTMLElement => screen.getByRole('button', { name: new RegExp(`^${name} \\(`) });

test('forms typed in twenty seconds are worth a look, with figures, an innocent reason and the form itself', async () => {
  await open(families(12, typedEvery(20)), '/kiem-tra-lai');
  expect(await screen.findByRole('heading', { name: 'Nên xem lại: nhập hộ rất nhanh' })).toBeVisible();
  expect(
    screen.getByText(
      'Trần Văn Tấn: 11 trên 12 phiếu nhập hộ cách phiếu trước dưới 40 giây, thường là 20 giây',
    ),
  ).toBeVisible();
  expect(screen.getByText(/đã hỏi và ghi ra giấy từ trước/)).toBeVisible();
  expect(screen.getByRole('link', { name: 'Mở phiếu Hộ 2' })).toHaveAttribute(
    'href',
    expect.stringMatching(/^\/ra-soat\/0198c1f0/),
  );
});

test('control: forms typed at the pace of a talk are not named', async () => {
  await open(families(12, typedEvery(200)), '/kiem-tra-lai');
  expect(await screen.findByText('Chưa thấy chỗ nào nên xem lại')).toBeVisible();
});

test('one picture in two forms is shown once, side by side; looked into, it leaves with who and when, and can come back', async () => {
  const { user, workspace } = await open(sharedPicture(), '/kiem-tra-lai?xem=photos');
  expect(
    await screen.findByText(/^Cùng một tệp ảnh: Xóm Bình Xuân, mục .* và Xóm Đình 6, mục /),
  ).toBeVisible();
  expect(
    within(screen.getByRole('list', { name: 'Hai ảnh đặt cạnh nhau' })).getAllByRole('listitem'),
  ).toHaveLength(2);
  await screen.findByText(/^Đã so 3 ảnh. 3 ảnh máy chủ chưa đọc xong nên chỉ so được tệp\./);
  await user.click(screen.getByRole('button', { name: /^Đã xem, không có gì: Ảnh có ở hai phiếu/ }));
  const dialog = await screen.findByRole('dialog');
  await user.click(within(dialog).getByRole('button', { name: 'Đã xem, không có gì' }));
  expect(await within(dialog).findByText('Mời ghi tên người đã xem.')).toBeVisible();
  await user.type(within(dialog).getByRole('textbox', { name: 'Người xem' }), 'Phạm Thu Hà');
  await user.type(within(dialog).getByRole('textbox', { name: /^Ghi chú/ }), 'Họp chung hai xóm');
  await user.click(within(dialog).getByRole('button', { name: 'Đã xem, không có gì' }));
  expect(await screen.findByText('Không còn dòng nào cần xem ở đây.', {}, { timeout: 20_000 })).toBeVisible();
  const [mark] = await workspace.rows('inspection');
  expect(mark?.value).toMatchObject({ conclusion: 'confirmed', inspectors: 'Phạm Thu Hà', findings: [] });
  await user.click(chip('Đã xem'));
  expect(await screen.findByText(/^Phạm Thu Hà đã xem ngày .*: Họp chung hai xóm$/)).toBeVisible();
  await user.click(screen.getByRole('button', { name: 'Đưa lại vào danh sách' }));
  await waitFor(() => expect(chip('Ảnh có ở hai phiếu')).toHaveTextContent('(1)'), { timeout: 20_000 });
});

test('a draw is the one anybody makes from seed and list, is kept, and drawn again as equal; a new form is told', async () => {
  const { user, workspace, pull } = await open(families(24), '/kiem-tra-lai/rut');
  await user.click(screen.getByRole('button', { name: 'Rút một mẫu mới' }));
  const dialog = await screen.findByRole('dialog');
  expect(dialog).toHaveTextContent('Chưa hết hạn gửi (trước ngày 01/01/2100).');
  await user.click(within(dialog).getByRole('button', { name: 'Rút 10 phiếu' }));
  expect(await within(dialog).findByText('Mời ghi chuỗi đã báo trước.')).toBeVisible();
  await user.type(within(dialog).getByRole('textbox', { name: /^Chuỗi báo trước/ }), 'Xổ số 22/11: 48151');
  await user.click(within(dialog).getByRole('button', { name: 'Rút 10 phiếu' }));
  const table = await screen.findByRole('table', { name: 'Mẫu đã rút' }, { timeout: 20_000 });
  expect(within(table).getAllByRole('row')).toHaveLength(11);

  // A stranger's draw, with nothing of ours.
  const ids = Array.from({ length: 24 }, (_, at) => householdId(at + 1)).sort();
  const hashed = (text: string): string => createHash('sha256').update(text).digest('hex');
  const placed = ids.map((id) => `${hashed(`Xổ số 22/11: 48151\n${id}`)} ${id}`).sort();
  const [sample] = await workspace.rows('recheckSample');
  expect(sample?.value.chosen).toEqual(placed.slice(0, 10).map((line) => line.slice(65)));
  expect(sample?.value.frameSize).toBe(24);
  expect(screen.getByText(new RegExp(hashed(ids.join('\n'))))).toBeInTheDocument();

  await user.click(screen.getByRole('button', { name: 'Rút lại để kiểm' }));
  expect(
    await screen.findByText('Rút lại từ 24 phiếu đang có: đúng 10 phiếu này, đúng thứ tự này.'),
  ).toBeVisible();
  const list = new File([`${ids.join('\r\n')}\r\n`], 'danh-sach.txt', { type: 'text/plain' });
  await user.upload(screen.getByLabelText(/^Kiểm bằng tệp/), list);
  expect(await screen.findByText(/^Rút lại từ 24 mã trong tệp: đúng 10 phiếu này/)).toBeVisible();
  await user.upload(
    screen.getByLabelText(/^Kiểm bằng tệp/),
    new File([ids.slice(1).join('\n')], 'khac.txt', { type: 'text/plain' }),
  );
  expect(await screen.findByText(/^Tệp này không phải danh sách lúc rút: tệp có 23 mã/)).toBeVisible();

  // Control: the same list and another seed draw others.
  const id = '0198c1f0-0000-7000-8000-00000000feed';
  if (!sample) throw new Error('no sample');
  await pull([
    {
      scope: 'office',
      entity: 'recheckSample',
      id,
      rev: 9,
      value: { ...sample.value, id, seed: 'chuỗi khác' },
    },
  ]);
  await user.selectOptions(await screen.findByRole('combobox', { name: 'Mẫu đã rút' }), id);
  await user.click(screen.getByRole('button', { name: 'Rút lại để kiểm' }));
  expect(await screen.findByText(/^Cùng danh sách nhưng kết quả khác/)).toBeVisible();
});

test('a visit is planned, needs its day and people, keeps what was found, stands beside the form, and is ended and restored', async () => {
  const { user, workspace, show } = await open(
    families(2),
    `/kiem-tra-lai/phuc-tra/moi?loai=xom&ai=${HAMLET_ID}`,
  );
  await user.click(screen.getByRole('button', { name: 'Ghi lượt phúc tra' }));
  expect(await screen.findByText('Mời chọn hoặc ghi mục này.')).toBeVisible();
  await user.type(screen.getByRole('textbox', { name: /^Người đi/ }), 'Phạm Thu Hà, Lê Văn Nam');
  await user.selectOptions(screen.getByRole('combobox', { name: 'Kết luận' }), 'differs');
  await user.selectOptions(screen.getByRole('combobox', { name: /^A1\.1 / }), 'differs');
  await user.type(screen.getByRole('textbox', { name: 'Thấy gì ở mục A1.1' }), 'Chưa thấy bảng');
  await user.selectOptions(screen.getByRole('combobox', { name: /^A1\.2 / }), 'confirmed');
  await user.click(screen.getByRole('button', { name: 'Ghi lượt phúc tra' }));
  const table = await screen.findByRole('table', { name: 'Phúc tra' }, { timeout: 20_000 });
  expect(table).toHaveTextContent('1 khớp, 1 khác, 0 không xem được');
  expect(table).toHaveTextContent('Có chỗ khác phiếu');
  const [visit] = await workspace.rows('inspection');
  expect(visit?.value).toMatchObject({ subjectKind: 'hamlet', subjectId: HAMLET_ID, conclusion: 'differs' });
  show(<InspectionNotes subjectId={HAMLET_ID} />, '/ra-soat/x');
  expect(await screen.findByRole('link', { name: /Lê Văn Nam: có chỗ khác phiếu$/ })).toBeVisible();
  await user.click(screen.getByRole('button', { name: 'Bỏ lượt này: Xóm Chùa 9' }));
  expect(await screen.findByText('Chưa có lượt phúc tra nào')).toBeVisible();
  await user.click(screen.getByRole('button', { name: 'Hoàn lại' }));
  expect(await screen.findByRole('table', { name: 'Phúc tra' }, { timeout: 20_000 })).toHaveTextContent(
    'Xóm Chùa 9',
  );
});

const visitId = '0198c1f0-0000-7000-8000-0000000000b7';
const visitRow = (value: Partial<Inspection>, rev: number): PulledRow => ({
  scope: 'office',
  entity: 'inspection',
  id: visitId,
  rev,
  value: {
    id: visitId,
    campaignId: CAMPAIGN_ID,
    subjectKind: 'hamlet',
    subjectId: HAMLET_ID,
    date: '2025-11-04',
    inspectors: 'Lê Văn Nam',
    conclusion: 'planned',
    findings: [],
    note: '',
    ...value,
  },
});
const refusedAsStale = { verdict: 'refused', code: 'STALE_BASIS' } as const;

test('what was found on a visit another machine had changed first is kept beside the other, and the one chosen is written', async () => {
  const { user, workspace, settle } = await open([visitRow({}, 5)], `/kiem-tra-lai/phuc-tra/${visitId}`);
  await user.type(screen.getByRole('textbox', { name: /^Ghi chú/ }), 'Bảng tin còn mới');
  await user.click(screen.getByRole('button', { name: 'Ghi lượt phúc tra' }));
  await screen.findByRole('table', { name: 'Phúc tra' }, { timeout: 20_000 });
  await settle({ lastSeq: 1, results: [refusedAsStale], rows: [visitRow({ inspectors: 'Phạm Thu Hà' }, 9)] });
  const title = '“Xóm Chùa 9, 04/11/2025”: máy khác đã sửa trước';
  expect(await screen.findByText(title, {}, { timeout: 20_000 })).toBeVisible();
  expect(screen.getByText('Ghi chú').parentElement).toHaveTextContent('Máy này: Bảng tin còn mới');
  expect(screen.getByText('Ghi chú').parentElement).toHaveTextContent('Ở xã: bỏ trống');
  await user.click(screen.getByRole('button', { name: 'Giữ bản của máy này' }));
  await waitFor(() => expect(screen.queryByText(title)).toBeNull(), { timeout: 20_000 });
  const { text = '' } = (await workspace.outbox()).at(-1) ?? {};
  expect(text).toContain('Bảng tin còn mới');
  expect(text).toContain('"baseRev":9');
});

test('a visit taken out here and changed elsewhere asks which it is; left as the commune has it, it stands', async () => {
  const { user, workspace, settle } = await open([visitRow({}, 5)], '/kiem-tra-lai/phuc-tra');
  await user.click(await screen.findByRole('button', { name: 'Bỏ lượt này: Xóm Chùa 9' }));
  await screen.findByText('Chưa có lượt phúc tra nào');
  await settle({ lastSeq: 1, results: [refusedAsStale], rows: [visitRow({ note: 'Đã hẹn lại' }, 9)] });
  expect(await screen.findByText(/^Máy này đã bỏ mục này/, {}, { timeout: 20_000 })).toBeVisible();
  expect(screen.getByText('Ghi chú').parentElement).toHaveTextContent('Ở xã: Đã hẹn lại');
  await user.click(screen.getByRole('button', { name: 'Giữ bản ở xã' }));
  await waitFor(() => expect(screen.queryByText(/^Máy này đã bỏ mục này/)).toBeNull(), { timeout: 20_000 });
  expect((await workspace.rows('inspection')).map(({ value }) => value.note)).toEqual(['Đã hẹn lại']);
});

test('a reader sees all three and can change nothing', async () => {
  const { user } = await open(sharedPicture(), '/kiem-tra-lai', 'chair');
  expect(await screen.findByRole('link', { name: 'Mở phiếu Xóm Bình Xuân' })).toHaveAttribute(
    'href',
    `/ra-soat/${sharedFormId}`,
  );
  expect(screen.queryByRole('button', { name: /^Đã xem, không có gì/ })).toBeNull();
  await user.click(screen.getByRole('link', { name: 'Rút ngẫu nhiên' }));
  expect(await screen.findByText('Chưa rút mẫu nào')).toBeVisible();
  expect(screen.queryByRole('button', { name: 'Rút một mẫu mới' })).toBeNull();
  await user.click(screen.getByRole('link', { name: 'Phúc tra' }));
  expect(await screen.findByText('Chưa có lượt phúc tra nào')).toBeVisible();
  expect(screen.queryByRole('link', { name: 'Lập một lượt phúc tra' })).toBeNull();
});
