import { screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { isOfficePath } from '#client/app/office-paths.ts';
import { OfficeApp } from '#client/features/office/office-app.tsx';
import { screens } from '#client/features/office/screens.ts';
import { assessmentIdOf } from '#protocol/assessment-id.ts';
import { submissionRowSchema, type SubmissionRow } from '#protocol/judged-rows.ts';
import type { PulledRow } from '#client/db/engine-store.ts';
import { CAMPAIGN_ID, COMMUNE_ID, HAMLET_ID, UNIT_ID } from '../../hamlet/made-rows.ts';
import { openSubject } from '../../hamlet/open-subject.tsx';
import { RECEIVED_AT, sent, submissionId } from '../office-rows.ts';

const received = (id: string) => ({
  id,
  channel: 'self' as const,
  receiptCode: 'K3QF72MA7',
  receivedAt: RECEIVED_AT,
  current: true,
});
/** The submission among the rows of a sent form. */
function submissionIn(rows: readonly PulledRow[]): SubmissionRow {
  for (const { entity, value } of rows) if (entity === 'submission') return submissionRowSchema.parse(value);
  throw new Error('no form');
}

/** A hamlet's or the unit's form, with nothing answered. */
function formOf(kind: 'hamlet' | 'unit', name: string, index: number): PulledRow[] {
  const subjectId = kind === 'hamlet' ? HAMLET_ID : UNIT_ID;
  const assessmentId = assessmentIdOf(COMMUNE_ID, CAMPAIGN_ID, subjectId);
  const { hamletId: _none, ...value } = submissionIn(sent({ name, index }));
  const form: SubmissionRow = {
    ...value,
    subjectKind: kind,
    subjectId,
    assessmentId,
    criteriaSet: kind === 'hamlet' ? 'hamlet@1' : 'unit-TH@1',
    snapshot: {},
  };
  return [
    { scope: 'office', entity: 'submission', id: form.id, rev: 2, value: form },
    assessmentRow(kind, subjectId, assessmentId, form.id),
  ];
}
const assessmentRow = (
  subjectKind: 'hamlet' | 'unit' | 'household',
  subjectId: string,
  assessmentId: string,
  submission: string,
): PulledRow => ({
  scope: 'office',
  entity: 'assessment',
  id: assessmentId,
  rev: 3,
  value: {
    id: assessmentId,
    campaignId: CAMPAIGN_ID,
    subjectKind,
    subjectId,
    state: 'received',
    statusRev: 1,
    round: 1,
    submissions: [received(submission)],
  },
});

const openToday = async (
  rows: PulledRow[] = [...formOf('hamlet', 'Chùa 9', 1), ...formOf('unit', 'Trường', 2)],
  path = '/hom-nay',
) => {
  const opened = await openSubject({ role: 'officer', rows });
  return { ...opened, ...opened.show(<OfficeApp />, path) };
};
const filled = (): string[] =>
  screen
    .getAllByRole('link', { name: /^Chấm: / })
    .filter(({ className }) => className.includes('mainButton'))
    .map((link) => link.getAttribute('aria-label') ?? '');

test('what waits is walked by ↑ ↓, only the row in focus has a filled button, and Enter opens it', async () => {
  const { user, at } = await openToday();
  await screen.findByText('Chờ tôi: 2 việc');
  expect(filled()).toEqual(['Chấm: Chùa 9']);
  await user.keyboard('{ArrowDown}');
  expect(screen.getByRole('link', { name: 'Chấm: Chùa 9' })).toHaveFocus();
  await user.keyboard('{ArrowDown}');
  expect(screen.getByRole('link', { name: 'Chấm: Trường Tiểu học Bình Thuận' })).toHaveFocus();
  await waitFor(() => expect(filled()).toEqual(['Chấm: Trường Tiểu học Bình Thuận']));
  await user.keyboard('{Enter}');
  await waitFor(() => expect(at()).toBe(`/ra-soat/${submissionId(2)}`));
});

test('the rail counts what waits, names only screens that exist, and each of them is the office’s part', async () => {
  await openToday();
  const rail = await screen.findByRole('navigation', { name: 'Khu làm việc' });
  await within(rail).findByRole('link', { name: /^Hôm nay.*2 việc/ });
  expect(within(rail).getByRole('link', { name: /^Hôm nay/ })).toHaveAttribute('aria-current', 'page');
  for (const { path, Page } of screens) if (Page !== undefined) expect(isOfficePath(path)).toBe(true);
  expect(new Set(screens.map(({ path }) => path)).size).toBe(screens.length);
});

test('nothing waiting is said, with what is to be made ready; the checklist can be put away', async () => {
  const { user } = await openToday([]);
  expect(await screen.findByText('Không có việc chờ')).toBeVisible();
  const list = await screen.findByRole('region', { name: /^Việc của đợt đầu: xong \d\/9$/ });
  expect(
    within(list).getByText(/Nhập xóm và số hộ của từng xóm \(1\/1\), đã xong|Nhập xóm và số hộ/),
  ).toBeVisible();
  await user.click(within(list).getByRole('button', { name: 'Ẩn danh sách này' }));
  await waitFor(() => expect(screen.queryByRole('region', { name: /^Việc của đợt đầu/ })).toBeNull());
});

test('who has not sent is named with its families; the word for Zalo is copied, and the notice is one A4', async () => {
  const { user, at } = await openToday(sent({ name: 'Nguyễn Văn Ánh', index: 1 }).map((row) => row));
  expect(await screen.findByRole('heading', { name: '1 xóm chưa gửi' })).toBeVisible();
  await user.click(screen.getAllByRole('button', { name: 'Chép lời nhắc để gửi Zalo' })[0] ?? document.body);
  expect(await screen.findByText(/^Đã chép lời nhắc/)).toBeVisible();
  const copied = await navigator.clipboard.readText();
  expect(copied).toMatch(/Xã chưa nhận phiếu tự đánh giá của 1 xóm: Chùa 9|Chùa 9 \(\d+\/90 hộ\)/);
  expect(copied).not.toContain('Nguyễn Văn Ánh');
  await user.click(screen.getByRole('link', { name: 'In thông báo' }));
  expect(await screen.findByText('THÔNG BÁO')).toBeVisible();
  expect(screen.getByRole('row', { name: /Chùa 9/ })).toBeVisible();
  await user.keyboard('{Escape}');
  await waitFor(() => expect(at()).toBe('/hom-nay'));
});

test('"?" lists the keys of the screen at hand, and keys of one character can be turned off for good', async () => {
  const { user } = await openToday();
  await screen.findByText('Chờ tôi: 2 việc');
  await user.keyboard('?');
  const sheet = await screen.findByRole('dialog', { name: 'Phím tắt của trang này' });
  expect(within(sheet).getByText('Chọn việc bên trên, bên dưới')).toBeVisible();
  await user.click(within(sheet).getByRole('checkbox'));
  await user.keyboard('{Escape}');
  sheet.closest('dialog')?.close();
  await waitFor(() => expect(screen.queryByRole('checkbox')).toBeNull());
  await user.keyboard('?');
  expect(screen.queryByRole('checkbox')).toBeNull();
  expect(screen.queryByText('mọi phím tắt', { exact: false })).toBeNull();
});

test('"/" finds a family without marks and goes to its form', async () => {
  const form = submissionIn(sent({ name: 'Đỗ Thị Ấn', index: 3 }));
  const rows = [
    ...sent({ name: 'Đỗ Thị Ấn', index: 3 }),
    assessmentRow('household', form.subjectId, form.assessmentId, form.id),
  ];
  const { user, at } = await openToday(rows);
  await screen.findByRole('heading', { name: /^Hôm nay, / });
  await user.keyboard('/');
  const field = await screen.findByRole('searchbox', { name: 'Tìm xóm, hộ, biên nhận, trang' });
  await user.type(field, 'do thi an');
  const found = await screen.findByRole('link', { name: /Đỗ Thị Ấn/ });
  await user.keyboard('{ArrowDown}');
  expect(found).toHaveFocus();
  await user.keyboard('{ArrowUp}');
  expect(field).toHaveFocus();
  await user.keyboard('{Enter}');
  await waitFor(() => expect(at()).toBe(`/ra-soat/${submissionId(3)}`));
});
