/** At the desk: what the commune did not take of points, returns, kept views and shared work is still there to be read. */
import { screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { derivedIdOf } from '#protocol/assessment-id.ts';
import { OfficeApp } from '#client/features/office/office-app.tsx';
import { CAMPAIGN_ID } from '../../hamlet/made-rows.ts';
import { openSubject } from '../../hamlet/open-subject.tsx';
import { assessmentRow, FORM_ID, SENT_ID, submissionRow } from '../../rounds/round-rows.ts';

const WAIT = { timeout: 20_000 };
const VIEW = '0198c1f0-0000-7000-b000-0000000000e1';
const SHARED = derivedIdOf('scoringAssignment', CAMPAIGN_ID, 'cultureOfficer', 'hamlet');

const open = () =>
  openSubject({ role: 'officer', rows: [assessmentRow({ state: 'underReview' }), submissionRow()] });
/** The box a title stands in. */
const boxOf = async (title: string | RegExp) =>
  within((await screen.findByText(title, {}, WAIT)).closest('div') ?? document.body);
const row = (code: string): HTMLElement =>
  screen.getByRole('row', { name: new RegExp(`^${code.replace('.', '\\.')} `) });

test('points that were not taken name their criterion, figure and reason, and are given again as they were', async () => {
  const { workspace, user, settle, show } = await open();
  show(<OfficeApp />, `/ra-soat/${SENT_ID}`);
  await screen.findByRole('heading', { level: 1, name: 'Xóm Chùa 9' }, WAIT);
  await user.click(within(row('A1.1')).getByRole('button'));
  await user.type(screen.getByLabelText('Điểm thẩm định'), '1,5');
  await user.selectOptions(screen.getByLabelText('Vì sao'), 'evidence');
  await user.type(screen.getByLabelText(/^Lý do/), 'Thiếu biên bản họp.');
  await user.keyboard('{Control>}{Enter}{/Control}');
  await waitFor(() => expect(row('A1.1')).toHaveTextContent('Chờ gửi'));
  await settle({ lastSeq: 1, results: [{ verdict: 'refused', code: 'NOT_PERMITTED', rev: 20 }] });
  const card = await boxOf('1 điểm vừa chấm chưa có hiệu lực');
  expect(card.getByText(/không thuộc phần được giao chấm/)).toBeVisible();
  expect(card.getByRole('listitem')).toHaveTextContent(
    /^A1\.1 .*: ?1,50, Minh chứng chưa đủ\. Thiếu biên bản họp\.$/,
  );
  await user.click(card.getByRole('button', { name: 'Ghi lại 1 điểm' }));
  await waitFor(async () => expect(await workspace.outbox()).toHaveLength(2));
  const { text = '' } = (await workspace.outbox()).at(-1) ?? {};
  expect(JSON.parse(text)).toMatchObject({ args: { points: 150, reason: 'Thiếu biên bản họp.' } });
});

test('the words of a return that was not taken are shown, and go back on the list of what is asked', async () => {
  const { workspace, user, settle, show } = await open();
  await workspace.move(FORM_ID, 'returned', {
    reason: 'Nhờ xóm xem lại.',
    items: [{ criterionId: 'A3.1', ask: 'Số hộ chưa khớp danh sách.' }],
  });
  await settle({ lastSeq: 1, results: [{ verdict: 'refused', code: 'DRAINING', rev: 20 }] });
  show(<OfficeApp />, `/ra-soat/${SENT_ID}`);
  const card = await boxOf(/^Chưa làm được: Trả lại/);
  expect(card.getByText('Nhờ xóm xem lại.', { exact: false })).toBeVisible();
  expect(card.getByRole('listitem')).toHaveTextContent(/A3\.1.*Số hộ chưa khớp danh sách\./);
  await user.click(card.getByRole('button', { name: 'Lấy lại lời này để trả lại lần nữa' }));
  await user.click(await screen.findByRole('button', { name: 'Trả lại để bổ sung (1)' }));
  expect(screen.getByLabelText('Cần bổ sung gì ở mục A3.1?')).toHaveValue('Số hộ chưa khớp danh sách.');
  expect(screen.getByLabelText('Lời chung cho bên gửi')).toHaveValue('Nhờ xóm xem lại.');
});

test('a kept view two officers changed is chosen between, in the words of the filter', async () => {
  const view = { id: VIEW, name: 'Gửi lại', address: '/ra-soat?xem=gui-lai' };
  const { workspace, user, settle, show, pull } = await open();
  await pull([{ scope: 'office', entity: 'savedView', id: VIEW, rev: 20, value: view }]);
  await workspace.putRecord('savedView', VIEW, { ...view, address: '/ra-soat?loai=xom&xep=ten' }, 20);
  const theirs = { ...view, name: 'Bên gửi sửa lại' };
  await settle({
    lastSeq: 1,
    results: [{ verdict: 'refused', code: 'STALE_BASIS', rev: 30 }],
    rows: [{ scope: 'office', entity: 'savedView', id: VIEW, rev: 29, value: theirs }],
  });
  show(<OfficeApp />, '/ra-soat');
  const title = '“Gửi lại”: máy khác đã sửa trước';
  const card = await boxOf(title);
  expect(card.getByText('Xóm', { exact: true })).toBeVisible();
  expect(card.getByText('Bên gửi sửa lại')).toBeVisible();
  await user.click(card.getByRole('button', { name: 'Giữ bản của máy này' }));
  await waitFor(() => expect(screen.queryByText(title)).toBeNull(), WAIT);
  const { text = '' } = (await workspace.outbox()).at(-1) ?? {};
  expect(JSON.parse(text)).toMatchObject({ args: { entity: 'savedView', id: VIEW, baseRev: 29 } });
});

test('who scores what, changed by two officers, is chosen between; keeping the commune’s writes that', async () => {
  const shared = {
    id: SHARED,
    campaignId: CAMPAIGN_ID,
    role: 'cultureOfficer' as const,
    subjectKind: 'hamlet' as const,
    groups: ['A1'],
  };
  const { workspace, user, settle, show, pull } = await open();
  await pull([{ scope: 'office', entity: 'scoringAssignment', id: SHARED, rev: 20, value: shared }]);
  await workspace.putRecord('scoringAssignment', SHARED, { ...shared, groups: ['A1', 'A2'] }, 20);
  await settle({
    lastSeq: 1,
    results: [{ verdict: 'refused', code: 'STALE_BASIS', rev: 30 }],
    rows: [
      {
        scope: 'office',
        entity: 'scoringAssignment',
        id: SHARED,
        rev: 29,
        value: { ...shared, groups: ['A7'] },
      },
    ],
  });
  show(<OfficeApp />, '/ra-soat');
  const title = '“Giao nhóm chấm: xóm”: máy khác đã sửa trước';
  const card = await boxOf(title);
  expect(card.getByText('A1, A2')).toBeVisible();
  expect(card.getByText('A7')).toBeVisible();
  await user.click(card.getByRole('button', { name: 'Giữ bản ở xã' }));
  await waitFor(() => expect(screen.queryByText(title)).toBeNull(), WAIT);
  const { text = '' } = (await workspace.outbox()).at(-1) ?? {};
  expect(JSON.parse(text)).toMatchObject({ args: { baseRev: 29, value: { groups: ['A7'] } } });
});
