import { cleanup, screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import type { AssessmentRow } from '#protocol/judged-rows.ts';
import { operationSchema } from '#protocol/operation.ts';
import { OfficeApp } from '#client/features/office/office-app.tsx';
import type { Workspace } from '#client/workspace.ts';
import { openSubject } from '../../hamlet/open-subject.tsx';
import {
  assessmentRow,
  FORM_ID,
  returned,
  SENT_AT,
  SENT_ID,
  submissionRow,
} from '../../rounds/round-rows.ts';

const NEWER = '0198c1f0-0000-7000-b000-000000000002';

async function open(over: Partial<AssessmentRow> = {}, options: Parameters<typeof openSubject>[0] = {}) {
  const opened = await openSubject({
    role: 'officer',
    rows: [assessmentRow(over), submissionRow()],
    ...options,
  });
  const { at } = opened.show(<OfficeApp />, `/ra-soat/${SENT_ID}`);
  await screen.findByRole('heading', { level: 1, name: 'Xóm Chùa 9' });
  return { ...opened, at };
}
const button = (name: string | RegExp): HTMLElement => screen.getByRole('button', { name });
const movesIn = async (workspace: Workspace) =>
  (await workspace.outbox()).flatMap(({ text }) => {
    const operation = operationSchema.parse(JSON.parse(text));
    return operation.kind === 'assessment.move' ? [operation.args] : [];
  });
const place = (id: string, current: boolean): AssessmentRow['submissions'][number] => ({
  id,
  channel: 'self',
  receiptCode: 'K3QF72MA7',
  receivedAt: SENT_AT,
  current,
});
const named = { assessmentId: FORM_ID, submission: SENT_ID, statusRev: 1 };

const row = (code: string): HTMLElement =>
  screen.getByRole('row', { name: new RegExp(`^${code.replace('.', '\\.')} `) });
const nameIn = (code: string): HTMLElement => within(row(code)).getByRole('button');
test('one tap begins the review; it waits to be sent, and one goes on meanwhile', async () => {
  const { user, workspace, settle } = await open();
  await user.click(button('Bắt đầu chấm'));
  expect(await screen.findByText(/^Chờ gửi: Bắt đầu chấm\./)).toBeVisible();
  expect(await movesIn(workspace)).toEqual([{ ...named, to: 'underReview' }]);
  expect(await screen.findByRole('button', { name: 'Thẩm định' })).toBeVisible();
  await settle({
    lastSeq: 1,
    results: [{ verdict: 'applied', rev: 10 }],
    rows: [assessmentRow({ state: 'underReview', statusRev: 2 }, 11)],
  });
  await waitFor(() => expect(screen.queryByText(/^Chờ gửi/)).toBeNull());
});

test('a return names its questions and what is asked at each; half of it outlives the page', async () => {
  const { user, workspace, show } = await open();
  await user.click(nameIn('A3.1'));
  nameIn('A3.1').focus();
  await user.keyboard('r');
  // One writes at once where the question is.
  expect(await screen.findByLabelText('Cần bổ sung gì ở mục A3.1?')).toHaveFocus();
  await user.keyboard('Số hộ chưa khớp danh sách.');
  await user.keyboard('{Control>}{Enter}{/Control}');
  expect(row('A3.1')).toHaveTextContent('Sẽ trả lại');
  cleanup();
  show(<OfficeApp />, `/ra-soat/${SENT_ID}`);
  await user.click(await screen.findByRole('button', { name: 'Trả lại để bổ sung (1)' }));
  expect(screen.getByLabelText('Cần bổ sung gì ở mục A3.1?')).toHaveValue('Số hộ chưa khớp danh sách.');
  await user.selectOptions(screen.getByLabelText('Thêm mục cần bổ sung'), 'A7.1');
  await user.click(button('Trả lại 2 mục'));
  expect(screen.getByRole('alert')).toHaveTextContent('Mời ghi cần bổ sung gì ở mục A7.1');
  await user.type(screen.getByLabelText('Cần bổ sung gì ở mục A7.1?'), 'Chưa thấy ảnh.');
  await user.click(button('Trả lại 2 mục'));
  expect(screen.getByRole('alert')).toHaveTextContent('Mời ghi lý do.');
  await user.type(screen.getByLabelText('Lời chung cho bên gửi'), 'Nhờ xóm xem lại.');
  expect(await movesIn(workspace)).toEqual([]);
  await user.click(button('Trả lại 2 mục'));
  await waitFor(async () =>
    expect(await movesIn(workspace)).toEqual([
      {
        ...named,
        to: 'returned',
        reason: 'Nhờ xóm xem lại.',
        items: [
          { criterionId: 'A3.1', ask: 'Số hộ chưa khớp danh sách.' },
          { criterionId: 'A7.1', ask: 'Chưa thấy ảnh.' },
        ],
      },
    ]),
  );
});

test('verifying says what is missing; reopening needs a reason', async () => {
  const { user, workspace, pull } = await open({ state: 'underReview' });
  await user.click(button('Thẩm định'));
  expect(await screen.findByText(/^Còn 23 mục chưa chấm: A1\.1/)).toBeVisible();
  await user.click(button('Tới mục chưa chấm đầu tiên'));
  expect(await movesIn(workspace)).toEqual([]);
  await pull([assessmentRow({ state: 'final', statusRev: 5 }, 30)]);
  await user.click(await screen.findByRole('button', { name: 'Mở lại để chấm' }));
  const dialog = within(screen.getByRole('dialog'));
  await user.click(dialog.getByRole('button', { name: 'Mở lại để chấm' }));
  expect(dialog.getByRole('alert')).toHaveTextContent('Mời ghi lý do.');
  await user.type(dialog.getByLabelText('Lý do'), 'Có khiếu nại.');
  await user.click(dialog.getByRole('button', { name: 'Mở lại để chấm' }));
  await waitFor(async () =>
    expect(await movesIn(workspace)).toEqual([
      { ...named, statusRev: 5, to: 'underReview', reason: 'Có khiếu nại.' },
    ]),
  );
});

test.each([
  ['UNRESOLVED', /hai cán bộ chấm khác nhau/],
  ['DRAINING', /vừa được khôi phục/],
  ['NOT_PERMITTED', /không có quyền/],
  ['SERVER_BUG', /mã SERVER_BUG/],
] as const)('a move refused as %s says why and what to do, and may be made again', async (code, words) => {
  const { user, settle } = await open({ state: 'received' });
  await user.click(button('Bắt đầu chấm'));
  await screen.findByText(/^Chờ gửi/);
  await settle({ lastSeq: 1, results: [{ verdict: 'refused', code, rev: 20 }] });
  expect(await screen.findByText('Chưa làm được: Bắt đầu chấm')).toBeVisible();
  expect(screen.getByText(words)).toBeVisible();
  expect(button('Bắt đầu chấm')).toBeVisible();
});

test('decided over what was replaced: the newer sending is named and led to, and this one offers no move', async () => {
  const { user, settle, at } = await open();
  await user.click(button('Bắt đầu chấm'));
  await screen.findByText(/^Chờ gửi/);
  await settle({
    lastSeq: 1,
    results: [{ verdict: 'refused', code: 'STALE_BASIS', rev: 20 }],
    rows: [
      assessmentRow({ statusRev: 2, round: 2, submissions: [place(SENT_ID, false), place(NEWER, true)] }, 18),
      submissionRow({ current: false }, 18),
      submissionRow({ id: NEWER, round: 2 }, 18),
    ],
  });
  expect(await screen.findByText(/Bên gửi vừa gửi bản mới hơn/)).toBeVisible();
  await waitFor(() => expect(screen.queryByRole('button', { name: 'Bắt đầu chấm' })).toBeNull());
  await user.click(screen.getByRole('link', { name: 'Mở bản mới' }));
  await waitFor(() => expect(at()).toMatch(`/ra-soat/${NEWER}`));
  expect(await screen.findByRole('button', { name: 'Bắt đầu chấm' })).toBeVisible();
});

test('after a restore moves wait, and until when is said', async () => {
  const { settle } = await open();
  await settle({ drainUntil: Date.parse('2100-01-01T00:00:00.000Z') });
  expect(await screen.findByText(/Chấm và trả lại mở lại lúc 07:00 ngày 01\/01\/2100/)).toBeVisible();
  await waitFor(() => expect(screen.queryByRole('button', { name: 'Bắt đầu chấm' })).toBeNull());
});

test('the last move stands in the history with its words; who may not move is offered nothing', async () => {
  await open({ state: 'returned', statusRev: 2, lastMove: returned }, { role: 'chair' });
  const history = within(screen.getByText('Lần chuyển gần nhất').parentElement ?? document.body);
  expect(history.getByText('Hoàng Thị Dung, thường trực, 10:00 ngày 04/11/2025')).toBeVisible();
  expect(history.getByText(/Ảnh chưa thấy camera/)).toBeVisible();
  expect(screen.queryByRole('button', { name: /Bắt đầu chấm|Trả lại/ })).toBeNull();
});

test('what was asked in the last return stands over the desk and beside its item, with what changed since', async () => {
  const { by, items } = { by: 'Hoàng Thị Dung', items: returned.items ?? [] };
  const [first] = items;
  const { user } = await open(
    { statusRev: 3, round: 2, submissions: [place(SENT_ID, false), place(NEWER, true)] },
    {
      rows: [
        assessmentRow(
          { statusRev: 3, round: 2, submissions: [place(NEWER, false), place(SENT_ID, true)] },
          18,
        ),
        submissionRow(
          {
            id: NEWER,
            round: 1,
            current: false,
            returned: { at: returned.at, byName: by, byRole: 'officer', reason: 'Nhờ xem lại.', items },
          },
          18,
        ),
        submissionRow({ round: 2 }, 18),
      ],
    },
  );
  const asked = screen.getByText(/^Hoàng Thị Dung đã nhờ bổ sung/).closest('div');
  const panel = within(asked ?? document.body);
  expect(panel.getByText(/Nhờ xem lại\./)).toBeVisible();
  for (const { ask } of items) expect(panel.getByText(ask)).toBeVisible();
  expect(panel.getAllByText('chưa đổi câu trả lời')).toHaveLength(items.length);
  await user.click(panel.getAllByRole('button')[0] ?? document.body);
  const pane = within(screen.getByRole('region', { name: 'Mục đang chấm' }));
  expect(await pane.findByText(first?.ask ?? '')).toBeVisible();
});
