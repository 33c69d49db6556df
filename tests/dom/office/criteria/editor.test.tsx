import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { defaultCriteriaSets } from '#domain/defaults/all.ts';
import { draftOf } from '#domain/criteria-edit/draft.ts';
import { operationSchema } from '#protocol/operation.ts';
import { CriteriaApp } from '#client/features/office/criteria/criteria-app.tsx';
import { CampaignPage } from '#client/features/office/campaign/campaign-page.tsx';
import { keepDraft, keptDraft } from '#client/features/office/criteria/kept-draft.ts';
import { draftIdOf } from '#client/features/office/criteria/read-sets.ts';
import type { Workspace } from '#client/workspace.ts';
import { openSubject } from '../../hamlet/open-subject.tsx';
import { submissionRow, assessmentRow } from '../../rounds/round-rows.ts';

async function open(path: string, options: Parameters<typeof openSubject>[0] = {}) {
  const opened = await openSubject({ role: 'officer', ...options });
  const { at } = opened.show(<CriteriaApp />, path);
  return { ...opened, at };
}
const button = (name: string | RegExp): HTMLElement => screen.getByRole('button', { name });
const puts = async (workspace: Workspace) =>
  (await workspace.outbox()).flatMap(({ text }) => {
    const operation = operationSchema.parse(JSON.parse(text));
    return operation.kind === 'record.put' ? [operation.args] : [];
  });
const tree = () => within(screen.getByRole('region', { name: 'Nhóm và tiêu chí' }));
const type = (label: string | RegExp, text: string): void => {
  fireEvent.change(screen.getByLabelText(label), { target: { value: text } });
};

test('the list tells versions, who uses which, and what a form has locked', async () => {
  await open('/bo-tieu-chi', { rows: [assessmentRow({}), submissionRow()] });
  const row = await screen.findByRole('row', { name: /của xóm/ });
  expect(row).toHaveTextContent('Bản 1: đã khóa, 1 phiếu theo bản này');
  expect(row).toHaveTextContent('Chưa sửa gì');
  expect(screen.getByRole('row', { name: /của hộ gia đình/ })).toHaveTextContent('Bản 1: đã công bố');
});

test('a sum other than 100 keeps a set from being published and leads to its field; a rule follows its points', async () => {
  const { user } = await open('/bo-tieu-chi/hamlet?muc=A1.1');
  await screen.findByRole('heading', { level: 2, name: 'A1.1, Có / Không' });
  type('Điểm tối đa', '4,5');
  expect(await screen.findByText(/100,5 trên 100/)).toBeVisible();
  expect(screen.getByLabelText(/Cách tính điểm, bằng lời/)).toHaveValue('Có = 4,5; Không = 0');
  await user.click(button('Công bố bản 2'));
  expect(screen.queryByRole('dialog')).toBeNull();
  expect(screen.getByText(/tổng đang là 100,5 điểm, cần đúng 100/)).toBeVisible();
  // On a narrow screen that stands far below what was pressed.
  expect(screen.getByRole('region', { name: 'Phần bên phải' })).toHaveFocus();
  type('Tên ngắn', ' ');
  await user.click(await screen.findByRole('button', { name: 'A1.1, Tên ngắn' }));
  await waitFor(() => expect(screen.getByLabelText('Tên ngắn')).toHaveFocus());
  await user.click(button('Hoàn tác'));
  await user.click(button('Hoàn tác'));
  expect(await screen.findByText('Bộ tiêu chí đã đủ để công bố')).toBeVisible();
  // Nothing wrong, and nothing that would be new.
  await user.click(button('Công bố bản 2'));
  expect(await screen.findByText('Bản 2 chưa khác gì bản 1')).toBeVisible();
  expect(screen.queryByRole('dialog')).toBeNull();
});

test('groups and criteria are added, moved, copied and removed by keyboard, and all of it is taken back', async () => {
  const { user } = await open('/bo-tieu-chi/hamlet?muc=A1.1');
  await screen.findByRole('heading', { level: 2, name: /^A1\.1/ });
  const entry = tree().getByRole('button', { name: /^A1\.1/ });
  entry.focus();
  await user.keyboard('{Alt>}{ArrowDown}{/Alt}');
  const codes = (): string[] =>
    tree()
      .getAllByRole('button', { name: /^A\d\.\d/ })
      .map(({ textContent }) => textContent.slice(0, 4))
      .slice(0, 3);
  await waitFor(() => expect(codes()).toEqual(['A1.2', 'A1.1', 'A1.3']));
  expect(tree().getByRole('button', { name: /^A1\.1/ })).toHaveFocus();
  await user.keyboard('{ArrowDown}');
  expect(tree().getByRole('button', { name: /^A1\.3/ })).toHaveFocus();
  await user.click(button('Chép A1.1'));
  expect(await screen.findByRole('heading', { level: 2, name: /^A1\.4/ })).toBeVisible();
  await user.click(button('Bỏ A1.4'));
  for (let step = 0; step < 3; step++) await user.click(button('Hoàn tác'));
  await waitFor(() => expect(codes()).toEqual(['A1.1', 'A1.2', 'A1.3']));
  expect(screen.getByText(/Chưa khác gì bản 1|Đang ghi|Đã lưu/)).toBeVisible();
});

test('a draft is saved as a record, and published as one batch with the campaign that nobody has sent a form in', async () => {
  const { user, workspace } = await open('/bo-tieu-chi/hamlet?muc=A2.3&xem=khac');
  await screen.findByRole('heading', { level: 2, name: /^A2\.3/ });
  type('Đủ điểm từ', '70');
  expect(await screen.findByText('Bản 2 khác bản 1: 2 chỗ')).toBeVisible();
  expect(screen.getByText('60%').tagName).toBe('DEL');
  expect(screen.getByText('70%').tagName).toBe('INS');
  await user.click(button('Công bố bản 2'));
  const dialog = within(await screen.findByRole('dialog'));
  expect(dialog.getByText(/Chưa có phiếu nào của loại này/)).toBeVisible();
  await user.click(dialog.getByRole('button', { name: 'Công bố bản 2' }));
  expect(await screen.findByText('Bản 2 đã ghi trên máy này, đang chờ gửi về máy chủ của xã.')).toBeVisible();
  const written = await puts(workspace);
  expect(written.map(({ entity, id }) => `${entity} ${entity === 'criteriaSet' ? id : ''}`.trim())).toEqual([
    'criteriaDraft',
    'criteriaSet hamlet@2',
    'campaign',
    'criteriaDraft',
    'batch',
  ]);
  expect(written[2]?.value).toMatchObject({ criteriaSets: { hamlet: 'hamlet@2', household: 'household@1' } });
  expect(written[3]?.value).toBeUndefined();
});

test('once a hamlet has sent its form, the running campaign keeps its version and the dialog says so', async () => {
  const { user, workspace } = await open('/bo-tieu-chi/hamlet?muc=A2.3', {
    rows: [assessmentRow({}), submissionRow()],
  });
  await screen.findByRole('heading', { level: 2, name: /^A2\.3/ });
  type('Đủ điểm từ', '70');
  await user.click(button('Công bố bản 2'));
  const dialog = within(await screen.findByRole('dialog'));
  expect(dialog.getByText(/đã có 1 phiếu gửi theo bản 1 nên đợt này giữ bản 1/)).toBeVisible();
  await user.click(dialog.getByRole('button', { name: 'Công bố bản 2' }));
  await screen.findByText(/đang chờ gửi/);
  expect((await puts(workspace)).map(({ entity }) => entity)).not.toContain('campaign');
});

test('two officers’ edits of one draft: both stand until one is chosen', async () => {
  const { user, workspace, settle } = await open('/bo-tieu-chi/hamlet?muc=A2.3');
  await screen.findByRole('heading', { level: 2, name: /^A2\.3/ });
  type('Đủ điểm từ', '70');
  await screen.findByText(/Đã lưu trên máy này/);
  // On disk here, and not an operation with every pause.
  expect(await puts(workspace)).toEqual([]);
  await user.click(button('Gửi cho cán bộ khác cùng xem'));
  await screen.findByText(/máy tự gửi về máy chủ/);
  const [own] = await puts(workspace);
  if (own?.value === undefined) throw new Error('nothing was saved');
  const theirs = JSON.parse(JSON.stringify(own.value).replaceAll('"targetPercent":70', '"targetPercent":75'));
  await settle({
    lastSeq: 1,
    results: [{ verdict: 'refused', code: 'STALE_BASIS' }],
    rows: [{ scope: 'office', entity: 'criteriaDraft', id: own.id, rev: 9, value: theirs }],
  });
  expect(await screen.findByText('Cán bộ khác đã sửa bản soạn này cùng lúc')).toBeVisible();
  expect(screen.getByLabelText('Đủ điểm từ')).toHaveValue('70');
  await user.click(button('Giữ bản của tôi'));
  await waitFor(async () =>
    expect((await puts(workspace)).at(-1)).toMatchObject({ entity: 'criteriaDraft', baseRev: 9 }),
  );
  await waitFor(() => expect(screen.queryByText('Cán bộ khác đã sửa bản soạn này cùng lúc')).toBeNull());
});

test('what a killed page had not sent stands there again, and goes on the basis it was begun on', async () => {
  const { workspace, user, show } = await openSubject({ role: 'officer' });
  const set = defaultCriteriaSets().find(({ id }) => id === 'hamlet');
  if (set === undefined) throw new Error('no set of hamlets');
  const draft = { ...draftOf(set, 2), name: 'Bộ tiêu chí đang soạn dở' };
  await keepDraft(workspace.profile.id, draftIdOf('hamlet', 2), { draft, base: 0 });
  show(<CriteriaApp />, '/bo-tieu-chi/hamlet');
  expect(await screen.findByRole('heading', { level: 1, name: 'Bộ tiêu chí đang soạn dở' })).toBeVisible();
  expect(await puts(workspace)).toEqual([]);
  await user.click(button('Gửi cho cán bộ khác cùng xem'));
  await screen.findByText(/máy tự gửi về máy chủ/);
  expect(await puts(workspace)).toMatchObject([{ entity: 'criteriaDraft', baseRev: 0 }]);
  await waitFor(async () => expect(await keptDraft(workspace.profile.id, draftIdOf('hamlet', 2))).toBeNull());
});

test('a change of one sector’s criterion is seen for each other sector, and written to them as one batch', async () => {
  const { user, workspace } = await open('/bo-tieu-chi/unit-CQ?muc=C1.1');
  await screen.findByRole('heading', { level: 2, name: /^C1\.1/ });
  expect(screen.queryByRole('button', { name: 'Áp dụng cho cả 6 ngành' })).toBeNull();
  type('Tên ngắn', 'Kế hoạch chuyển đổi số');
  await user.click(await screen.findByRole('button', { name: 'Áp dụng cho cả 6 ngành' }));
  const dialog = within(await screen.findByRole('dialog'));
  expect(dialog.getAllByText('Kế hoạch chuyển đổi số')).toHaveLength(5);
  await user.click(dialog.getByRole('button', { name: 'Sửa 5 ngành còn lại' }));
  expect(await screen.findByText(/Sửa C1\.1 cho 5 ngành khác/)).toBeVisible();
  expect(screen.getByRole('button', { name: /Sửa C1\.1/ })).toBeVisible();
  const written = await puts(workspace);
  expect(written.map(({ entity }) => entity)).toEqual([...Array(6).fill('criteriaDraft'), 'batch']);
  expect(new Set(written.slice(0, 6).map(({ value }) => value?.['setId'])).size).toBe(6);
  expect(new Set(written.slice(1).map(({ batchId }) => batchId)).size).toBe(2);
});

test('a file that is no workbook changes nothing and says what to do', async () => {
  const { user, workspace } = await open('/bo-tieu-chi/household?muc=B1.1');
  await screen.findByRole('heading', { level: 2, name: /^B1\.1/ });
  await user.upload(
    screen.getByLabelText('Tệp .xlsx đã tải ra từ đây và sửa'),
    new File(['%PDF-1.7'], 'a.xlsx'),
  );
  expect(await screen.findByText(/Đây không phải tệp Excel/)).toBeVisible();
  expect(await puts(workspace)).toEqual([]);
});

test('next year’s campaign is one batch: year, deadlines and versions moved, number and date left empty', async () => {
  const opened = await openSubject({ role: 'officer' });
  opened.show(<CampaignPage />, '/dot-thi-dua');
  await opened.user.click(await screen.findByRole('button', { name: /^Lập đợt \d+ từ đợt này/ }));
  const dialog = within(await screen.findByRole('dialog'));
  await opened.user.click(dialog.getByRole('button', { name: 'Lập đợt 2026' }));
  await screen.findByText(/Đợt 2026 đã ghi trên máy này/);
  const written = await puts(opened.workspace);
  expect(written.map(({ entity }) => entity)).toEqual([
    'campaign',
    'deadline',
    'deadline',
    'deadline',
    'batch',
  ]);
  expect(written[0]?.value).toMatchObject({ year: 2026, criteriaSets: { hamlet: 'hamlet@1' } });
  expect(written[0]?.value).not.toHaveProperty('planNumber');
  expect(new Set(written.slice(1, 4).map(({ value }) => value?.['campaignId']))).toEqual(
    new Set([written[0]?.id]),
  );
});
