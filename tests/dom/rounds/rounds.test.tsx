import { screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { operationSchema } from '#protocol/operation.ts';
import { HamletApp } from '#client/features/hamlet/hamlet-app.tsx';
import { OutboxPage } from '#client/features/outbox/outbox-page.tsx';
import type { Workspace } from '#client/workspace.ts';
import { openSubject } from '../hamlet/open-subject.tsx';
import { assessmentRow, FORM_ID, returned, SENT_ID, submissionRow } from './round-rows.ts';

const movesIn = async (workspace: Workspace) =>
  (await workspace.outbox()).flatMap(({ text }) => {
    const operation = operationSchema.parse(JSON.parse(text));
    return operation.kind === 'assessment.move' ? [operation.args] : [];
  });

test('a sent form is taken back only after it was said what happens and how it is undone', async () => {
  const { workspace, user, show, settle } = await openSubject({ rows: [assessmentRow({}), submissionRow()] });
  show(<HamletApp />, '/xom');
  await user.click(await screen.findByRole('button', { name: 'Rút lại phiếu' }));
  expect(screen.getByText(/Xã sẽ không tính và không chấm bản đã gửi/)).toBeVisible();
  expect(screen.getByText(/Đổi ý thì bấm “Gửi lại”/)).toBeVisible();
  await user.click(screen.getByRole('button', { name: 'Không rút' }));
  expect(await movesIn(workspace)).toEqual([]);

  await user.click(screen.getByRole('button', { name: 'Rút lại phiếu' }));
  await user.click(screen.getByRole('button', { name: 'Rút lại phiếu' }));
  expect(await screen.findByText(/Đang chờ báo xã rút phiếu/)).toBeVisible();
  expect(await movesIn(workspace)).toEqual([
    { assessmentId: FORM_ID, submission: SENT_ID, to: 'withdrawn', statusRev: 1 },
  ]);

  await settle({
    lastSeq: 1,
    results: [{ verdict: 'applied', rev: 10 }],
    rows: [
      assessmentRow(
        {
          state: 'withdrawn',
          statusRev: 2,
          submissions: [
            { id: SENT_ID, channel: 'self', receiptCode: 'K3QF72MA7', receivedAt: 1, current: false },
          ],
          lastMove: { to: 'withdrawn', submission: SENT_ID, at: 2, byName: 'Xóm', byRole: 'hamletHead' },
        },
        11,
      ),
    ],
  });
  expect(await screen.findByText('Phiếu đã rút')).toBeVisible();
  expect(screen.getByText('Đã rút.')).toBeVisible();
  expect(screen.getByRole('link', { name: 'Xem lại rồi gửi lại' })).toHaveAttribute(
    'href',
    '/xom/phieu?xem-lai',
  );
});

test('a helper is not offered to take the hamlet’s form back', async () => {
  const { show } = await openSubject({ role: 'hamletHelper', rows: [assessmentRow({}), submissionRow()] });
  show(<HamletApp />, '/xom');
  expect(await screen.findByText('Xem cả phiếu')).toBeVisible();
  expect(screen.queryByRole('button', { name: 'Rút lại phiếu' })).toBeNull();
});

test('control: one that was sent and not looked at yet is said to be sendable again', async () => {
  const { show } = await openSubject({ rows: [assessmentRow({}), submissionRow({ snapshot: {} })] });
  show(<HamletApp />, '/xom/phieu?xem-lai');
  expect(await screen.findByText(/Chưa đổi mục nào/)).toHaveTextContent(/Vẫn gửi lại được/);
});

test.each([
  ['underReview', 'Xã đang chấm phiếu', /Xã đang chấm phiếu này nên chưa gửi bản mới được/],
  ['verified', 'Xã đã thẩm định phiếu', /Xã đã thẩm định phiếu này/],
  ['final', 'Đã có kết quả chính thức', /Phiếu đã có kết quả chính thức/],
] as const)(
  'while it is %s the home says so, the form stays open and the reason is said in place of Gửi',
  async (state, title, locked) => {
    const { user, workspace, show } = await openSubject({
      rows: [assessmentRow({ state }), submissionRow({ snapshot: {} })],
    });
    show(<HamletApp />, '/xom');
    expect(await screen.findByText(title)).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Rút lại phiếu' })).toBeNull();
    show(<HamletApp />, '/xom/phieu?xem-lai');
    expect(await screen.findByText(locked)).toBeVisible();
    expect(screen.queryByRole('button', { name: /Gửi (lại )?về xã/ })).toBeNull();
    expect(screen.getByText(/Chưa đổi mục nào/)).not.toHaveTextContent(/gửi lại được/);
    show(<HamletApp />, '/xom/phieu?nhom=A3');
    await user.type(await screen.findByLabelText('Số hộ có thiết bị'), '50');
    await waitFor(async () =>
      expect((await workspace.draft(FORM_ID))?.answers).toEqual({ 'A3.1': { n: 50 } }),
    );
  },
);

test('a returned form opens with the officer’s words, question by question, and what was sent', async () => {
  const { workspace, show, user } = await openSubject({
    rows: [assessmentRow({ state: 'returned', statusRev: 3, lastMove: returned }), submissionRow()],
  });
  show(<HamletApp />, '/xom/phieu');
  const items = within(await screen.findByRole('region', { name: 'Xã nhờ bổ sung 2 mục' }));
  expect(items.getByText('Hoàng Thị Dung ghi, 10:00 ngày 04/11/2025')).toBeVisible();
  expect(items.getByText('Nhờ xóm xem lại hai mục.')).toBeVisible();
  expect(items.getByText('Ảnh chưa thấy camera.')).toBeVisible();
  expect(items.getByRole('link', { name: 'Sửa mục A3.1' })).toHaveAttribute(
    'href',
    '/xom/phieu?nhom=A3&muc=A3.1',
  );

  show(<HamletApp />, '/xom/phieu?nhom=A3&muc=A3.1');
  const card = within(await screen.findByRole('region', { name: /điện thoại thông minh/ }));
  expect(card.getByText('Số hộ có thiết bị chưa khớp danh sách.')).toBeVisible();
  expect(card.getByText('Bản đã gửi: 44 trên 90')).toBeVisible();
  await user.type(card.getByLabelText('Số hộ có thiết bị'), '51');
  await waitFor(async () => expect((await workspace.draft(FORM_ID))?.answers).toEqual({ 'A3.1': { n: 51 } }));

  show(<HamletApp />, '/xom/phieu?xem-lai');
  const changed = within(await screen.findByRole('region', { name: /^Đã đổi \d+ mục so với bản đã gửi$/ }));
  expect(changed.getByText('44 trên 90')).toBeVisible();
  expect(changed.getByText('51 trên 90')).toBeVisible();
});

test('what was sent again is waiting and no longer returned', async () => {
  const { workspace, show, user } = await openSubject({
    rows: [assessmentRow({ state: 'returned', statusRev: 3, lastMove: returned }), submissionRow()],
  });
  show(<HamletApp />, '/xom/phieu?xem-lai');
  await user.type(await screen.findByLabelText('Họ và tên trưởng xóm'), 'Nguyễn Văn Tám');
  await user.click(screen.getByRole('button', { name: 'Tôi xác nhận' }));
  await user.click(screen.getByRole('button', { name: 'Gửi lại về xã' }));
  await waitFor(async () =>
    expect((await workspace.outbox()).some(({ kind }) => kind === 'assessment.submit')).toBe(true),
  );
  show(<HamletApp />, '/xom');
  expect(await screen.findByText(/^Chờ gửi/)).toBeVisible();
  await waitFor(() => expect(screen.queryByText('Xã nhờ bổ sung 2 mục')).toBeNull());
});

test('a withdrawal the commune refused is said in Hàng chờ, and goes once the form has moved on', async () => {
  const { workspace, show, settle, pull } = await openSubject({ rows: [assessmentRow({}), submissionRow()] });
  await workspace.move(FORM_ID, 'withdrawn');
  await settle({ lastSeq: 1, results: [{ verdict: 'refused', code: 'STATE_GUARD', rev: 20 }] });
  show(<OutboxPage />, '/hang-cho');
  expect(await screen.findByText(/Xã đã bắt đầu chấm phiếu nên không rút được nữa/)).toBeVisible();
  await pull([assessmentRow({ state: 'returned', statusRev: 3, lastMove: returned }, 21)]);
  await waitFor(() => expect(screen.queryByText(/không rút được nữa/)).toBeNull());
});
