/** The ranking screen on a real replica: spans, ties, the council's word, knock-outs, freezes. */
import { screen, waitFor, within } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { recordSchemas } from '#protocol/entities.ts';
import { operationIn } from '#client/db/own-operation.ts';
import { openSubject } from '../../hamlet/open-subject.tsx';
import { hamletId, madeHamlet } from './made-hamlets.ts';
import { rankingScreen as page } from './ranking-screen.tsx';

const hamlets = [
  ...madeHamlet({ index: 1, name: 'Bình Xuân', points: { 'A1.1': 0 } }),
  ...madeHamlet({ index: 2, name: 'Đình 6', points: { 'A1.1': 0, 'A3.3': 0 } }),
  ...madeHamlet({ index: 3, name: 'Văn Khúc 10', points: { 'A7.2': 0, 'A1.1': 0 } }),
  ...madeHamlet({ index: 4, name: 'Đầm Mụ', points: { 'A1.2': 0, 'A1.1': 0 } }),
  ...madeHamlet({ index: 5, name: 'Tiến Thành 1', points: { 'A1.2': 0, 'A1.1': 0 } }),
];
const open = async (rows = hamlets) => {
  const opened = await openSubject({ role: 'officer', rows });
  opened.show(page, '/xep-hang');
  await screen.findByLabelText('Bảng xếp hạng');
  return opened;
};
const line = (name: string): HTMLElement => {
  const row = screen.getByText(name, { selector: 'th a' }).closest('tr');
  if (!row) throw new Error(`no row ${name}`);
  return row;
};
const rankOf = (name: string): string | null | undefined => line(name).querySelector('td')?.textContent;
const card = (title: string): HTMLElement => {
  const section = screen.getByText(title, { selector: 'h2' }).closest('section');
  if (!section) throw new Error(`no card ${title}`);
  return section;
};

test('ranks by verified scores; equal ones stand side by side with the step that decided', async () => {
  const { user } = await open();
  // From anywhere on the page the arrows lead into the table, and walk it from there.
  await user.keyboard('{ArrowDown}');
  await waitFor(() => expect(document.activeElement).toHaveTextContent('Bình Xuân'));
  await user.keyboard('{ArrowDown}');
  await waitFor(() => expect(document.activeElement).toHaveTextContent('Đình 6'));
  expect(['Bình Xuân', 'Đình 6', 'Văn Khúc 10', 'Đầm Mụ', 'Tiến Thành 1'].map(rankOf)).toEqual([
    '1',
    '2',
    '3',
    '4',
    '4',
  ]);
  expect(line('Đình 6')).toHaveTextContent('93,00');
  expect(line('Đình 6')).toHaveTextContent('đồng điểm');
  expect(card('Đồng điểm 93,00')).toHaveTextContent('Đình 6 xếp trước nhờ các mục tỷ lệ cao hơn.');
  expect(card('Đồng điểm 91,00')).toHaveTextContent('bằng nhau cả bốn bước');
  expect(screen.getByText('Đã thẩm định đủ, có thể chốt.')).toBeVisible();
});

test('an open sheet has a span of ranks, and the screen says why', async () => {
  await open([
    ...hamlets,
    ...madeHamlet({
      index: 6,
      name: 'Đình 7',
      state: 'underReview',
      isScored: false,
      points: { 'A1.2': 500 },
    }),
  ]);
  expect(rankOf('Đình 7')).toBe('1–6');
  expect(rankOf('Bình Xuân')).toBe('1–2');
  expect(line('Đình 7')).toHaveTextContent('1/23');
  expect(screen.getByRole('heading', { name: 'Vì sao là một khoảng?' })).toBeVisible();
  expect(screen.getByText('Hạng tạm tính, chưa công bố.')).toBeVisible();
});

test('the council’s decision is written with its reason, settles the tie, and can be taken back and restored', async () => {
  const { user, workspace } = await open();
  await user.click(within(card('Đồng điểm 91,00')).getByRole('button', { name: 'Ghi quyết định' }));
  const dialog = await screen.findByRole('dialog');
  await user.click(within(dialog).getByRole('button', { name: /^Lên trên/ }));
  await user.click(within(dialog).getByRole('button', { name: 'Ghi quyết định' }));
  expect(await within(dialog).findByText('Mời ghi lý do như trong biên bản.')).toBeVisible();
  await user.type(within(dialog).getByRole('textbox', { name: 'Lý do' }), 'Nhiều hộ khó khăn hơn');
  await user.click(within(dialog).getByRole('button', { name: 'Ghi quyết định' }));
  await waitFor(() =>
    expect(new Set([rankOf('Đầm Mụ'), rankOf('Tiến Thành 1')])).toEqual(new Set(['4', '5'])),
  );
  expect(card('Đồng điểm 91,00')).toHaveTextContent('Nhiều hộ khó khăn hơn');
  const [decision] = await workspace.rows('tieDecision');
  expect(decision?.value).toMatchObject({ group: 'hamlet', reason: 'Nhiều hộ khó khăn hơn' });
  await user.click(screen.getByRole('button', { name: 'Bỏ quyết định này' }));
  await waitFor(() => expect(rankOf('Đầm Mụ')).toBe('4'));
  await user.click(await screen.findByRole('button', { name: 'Hoàn lại' }));
  await waitFor(() =>
    expect(new Set([rankOf('Đầm Mụ'), rankOf('Tiến Thành 1')])).toEqual(new Set(['4', '5'])),
  );
});

test('a knock-out needs its paper, takes its hamlet out of the ranks, and can be ended', async () => {
  const { user } = await open();
  await user.click(screen.getByRole('button', { name: 'Ghi điều kiện loại' }));
  const dialog = await screen.findByRole('dialog');
  await user.selectOptions(
    within(dialog).getByRole('combobox', { name: 'Xóm, hộ hoặc đơn vị' }),
    'Bình Xuân',
  );
  await user.selectOptions(
    within(dialog).getByRole('combobox', { name: 'Điều kiện' }),
    'Khai sai, minh chứng giả',
  );
  await user.type(within(dialog).getByRole('textbox', { name: 'Lý do' }), 'Ảnh của nơi khác');
  await user.click(within(dialog).getByRole('button', { name: 'Ghi điều kiện loại' }));
  expect(await within(dialog).findByText('Mời chọn hoặc ghi mục này.')).toBeVisible();
  await user.type(within(dialog).getByRole('textbox', { name: /^Văn bản/ }), 'KL 12/KL-UBND');
  await user.click(within(dialog).getByRole('button', { name: 'Ghi điều kiện loại' }));
  await waitFor(() => expect(rankOf('Bình Xuân')).toBe('—'));
  expect(rankOf('Đình 6')).toBe('1');
  expect(line('Bình Xuân')).toHaveTextContent('Có điều kiện loại');
  await user.click(screen.getByRole('button', { name: 'Bỏ điều kiện loại của Bình Xuân' }));
  await waitFor(() => expect(rankOf('Bình Xuân')).toBe('1'));
});

test('last year’s results are pasted from a spreadsheet, go as one batch, decide between equals, and can be taken back', async () => {
  const { user, workspace, pull } = await open();
  await user.click(screen.getByRole('button', { name: 'Nhập kết quả năm 2024' }));
  const dialog = await screen.findByRole('dialog');
  const field = (name: string) => within(dialog).getByRole('textbox', { name: `Điểm năm 2024 của ${name}` });
  await user.click(field('Bình Xuân'));
  await user.paste('Xóm\tĐiểm\r\nXóm Đầm Mụ\t90,5\r\ntien thanh 1\t120\r\nXóm Lạ\t77\r\n');
  expect(await within(dialog).findByText('Đã dán điểm vào 2 ô. Chưa có ô cho: Xóm Lạ.')).toBeVisible();
  expect([field('Đầm Mụ'), field('Bình Xuân')].map((each) => each.getAttribute('value'))).toEqual([
    '90,5',
    '',
  ]);
  await user.click(within(dialog).getByRole('button', { name: 'Ghi kết quả' }));
  expect(await within(dialog).findByText(/Mời ghi số từ 0 đến 100/)).toBeVisible();
  await user.clear(field('Tiến Thành 1'));
  await user.type(field('Tiến Thành 1'), '80.25');
  await user.click(within(dialog).getByRole('button', { name: 'Ghi kết quả' }));

  expect(
    await screen.findByText(/^Đã ghi kết quả năm 2024 của 2 xóm\. Bảng đổi khi xã đã nhận\./),
  ).toBeVisible();
  expect(await workspace.batches()).toMatchObject([{ state: 'waiting', records: 2 }]);
  const sealed = (await workspace.outbox()).flatMap((row) => {
    const operation = operationIn(row);
    return operation?.kind === 'record.put' && operation.args.entity === 'priorResult'
      ? [operation.args]
      : [];
  });
  expect(sealed.map(({ batchId }) => batchId)).toEqual(
    (await workspace.batches()).flatMap(({ id }) => [id, id]),
  );
  // As the commune shows them once it has all.
  await pull(
    sealed.map(({ id, value }) => ({
      scope: 'office' as const,
      entity: 'priorResult' as const,
      id,
      rev: 9,
      value: recordSchemas.priorResult.parse(value),
    })),
  );
  await waitFor(() => expect([rankOf('Tiến Thành 1'), rankOf('Đầm Mụ')]).toEqual(['4', '5']));
  expect(card('Đồng điểm 91,00')).toHaveTextContent('+10,75');
  await user.click(screen.getByRole('button', { name: 'Hoàn lại' }));
  await waitFor(async () => expect((await workspace.batches())[0]?.state).not.toBe('waiting'));
});

test('a freeze keeps what is verified, is reckoned again as equal, and a later one says why and what changed', async () => {
  const { user, workspace, pull } = await open();
  await user.click(screen.getByRole('button', { name: 'Chốt bảng xếp hạng' }));
  const first = await screen.findByRole('dialog');
  expect(first).toHaveTextContent('Bảng đã chốt không sửa, không xóa được');
  expect(first).toHaveTextContent('Đầm Mụ và Tiến Thành 1');
  await user.click(within(first).getByRole('button', { name: 'Chốt 5 xóm' }));
  expect(await screen.findByText(/^Chốt lúc /)).toBeVisible();
  const [kept] = await workspace.rows('rankingFreeze');
  expect(kept?.value.results.map(({ rank }) => rank)).toEqual([1, 2, 3, 4, 4]);
  await user.click(screen.getByRole('button', { name: 'Tính lại' }));
  expect(await screen.findByText(/bằng nhau cả 5 xóm, mã kiểm tra khớp/)).toBeVisible();

  vi.setSystemTime(Date.now() + 60_000);
  await pull(
    madeHamlet({ index: 1, name: 'Bình Xuân', points: { 'A1.1': 0, 'A1.2': 0, 'A1.3': 0 } }).map((row) => ({
      ...row,
      rev: 9,
    })),
  );
  await waitFor(() => expect(rankOf('Bình Xuân')).toBe('5'));
  await user.click(screen.getByRole('button', { name: 'Chốt lại' }));
  const second = await screen.findByRole('dialog');
  await user.click(within(second).getByRole('button', { name: 'Chốt 5 xóm' }));
  expect(await within(second).findByText('Mời ghi lý do.')).toBeVisible();
  await user.type(within(second).getByRole('textbox', { name: /^Lý do/ }), 'Chấm lại theo ý kiến Hội đồng');
  await user.click(within(second).getByRole('button', { name: 'Chốt 5 xóm' }));
  await waitFor(async () => expect(await workspace.rows('rankingFreeze')).toHaveLength(2));
  expect(await screen.findByText('Lý do: Chấm lại theo ý kiến Hội đồng')).toBeVisible();
  await user.click(screen.getByText(/^Khác bảng trước/));
  expect(screen.getByText('Bình Xuân, mục A1.2: 5,00 thành 0,00 điểm')).toBeVisible();
  expect(screen.getByText('Bình Xuân: hạng 1 thành 5')).toBeVisible();
});

test('control: a freeze somebody touched says where it differs', async () => {
  const { user, workspace, pull } = await open();
  await user.click(screen.getByRole('button', { name: 'Chốt bảng xếp hạng' }));
  await user.click(await screen.findByRole('button', { name: 'Chốt 5 xóm' }));
  await screen.findByText(/^Chốt lúc /);
  const [kept] = await workspace.rows('rankingFreeze');
  if (!kept) throw new Error('no freeze');
  const id = '0198c1f0-0000-7000-8000-00000000feed';
  const results = kept.value.results.map((result) =>
    result.subjectId === hamletId(3) ? { ...result, normalised: 9999 } : result,
  );
  const frozenAt = kept.value.frozenAt + 1000;
  await pull([
    {
      scope: 'office',
      entity: 'rankingFreeze',
      id,
      rev: 9,
      value: { ...kept.value, id, frozenAt, reason: 'x', results },
    },
  ]);
  await waitFor(() => expect(screen.getAllByRole('button', { name: 'Tính lại' })).toHaveLength(2));
  const [touched] = screen.getAllByRole('button', { name: 'Tính lại' });
  if (touched) await user.click(touched);
  expect(
    await screen.findByText('Khác ở Văn Khúc 10, điểm: bảng ghi 99,99, tính lại được 93,00.'),
  ).toBeVisible();
});

test('a freeze the commune did not take says so and why, until it is frozen again', async () => {
  const { user, settle } = await open();
  await user.click(screen.getByRole('button', { name: 'Chốt bảng xếp hạng' }));
  await user.click(await screen.findByRole('button', { name: 'Chốt 5 xóm' }));
  expect(await screen.findByText('Chờ gửi')).toBeVisible();
  await settle({ lastSeq: 1, results: [{ verdict: 'refused', code: 'STALE_BASIS' }] });
  expect(await screen.findByText(/^Xã chưa nhận bảng chốt lúc/)).toBeVisible();
  expect(screen.getByText('Chưa chốt bảng nào của nhóm này.')).toBeVisible();
});

test('a reader sees the ranking and can change nothing', async () => {
  const opened = await openSubject({ role: 'chair', rows: hamlets });
  opened.show(page, '/xep-hang');
  await screen.findByLabelText('Bảng xếp hạng');
  expect(screen.queryByRole('button', { name: 'Chốt bảng xếp hạng' })).toBeNull();
  expect(screen.queryByRole('button', { name: 'Ghi điều kiện loại' })).toBeNull();
  expect(screen.getByText('Chỉ công chức thường trực ghi và chốt.')).toBeVisible();
});
