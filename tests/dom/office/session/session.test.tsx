/** Who is at the officer's machine: what is asked, what is said where it does not go, and what waits meanwhile. */
import { screen, waitFor, within } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { endingWords } from '#client/features/office/session/session-notice.tsx';
import { isDue, TELL_EACH_MS } from '#client/features/office/session/use-presence.ts';
import type { OfficerSession } from '#client/sync/session-asks.ts';
import type { Workspace } from '#client/workspace.ts';
import { NOW } from '../../hamlet/open-subject.tsx';
import { answered, madeSession, refused, stateOf } from './made-session.ts';
import { dialog, openOffice, PASSWORD, WAIT } from './open-office.tsx';

const aComment = (workspace: Workspace): Promise<void> =>
  workspace.comment('0198c1f0-0000-7000-8000-0000000000e1', 'Mời xem lại');

test('signing in says what waits; a wrong password says so and takes the next code; the right one goes on', async () => {
  const answers = [refused('no-match'), refused('too-many-attempts', { retryAfter: 240 })];
  const withPassword = vi.fn<OfficerSession['withPassword']>(() =>
    Promise.resolve(answers.shift() ?? answered(stateOf({ password: true }))),
  );
  const session = madeSession({
    state: () => Promise.resolve(answered(stateOf({ password: true }, null))),
    withPassword,
  });
  const { user, sendNow } = await openOffice({ session, says: 'sign-in', before: aComment });
  const asks = await dialog('Mời vào lại');
  expect(await within(asks).findByText(/^1 việc ghi trên máy này đang chờ gửi/, {}, WAIT)).toBeVisible();
  const go = await within(asks).findByRole('button', { name: 'Vào' }, WAIT);

  // Control: nothing is asked of the commune with a field that cannot be right.
  await user.click(go);
  expect(await within(asks).findByText('Mời nhập mật khẩu.')).toBeVisible();
  expect(withPassword).not.toHaveBeenCalled();

  await user.type(within(asks).getByLabelText('Mật khẩu'), PASSWORD);
  const code = within(asks).getByLabelText(/^Mã 6 số/);
  await user.type(code, '123 456');
  await user.click(go);
  expect(await within(asks).findByText(/^Mật khẩu hoặc mã chưa đúng/, {}, WAIT)).toBeVisible();
  expect(withPassword).toHaveBeenLastCalledWith('signIn', PASSWORD, '123456');
  expect(code).toHaveValue('');

  await user.type(code, '111111');
  await user.click(go);
  expect(
    await within(asks).findByText('Đã thử nhiều lần. Mời chờ 4 phút rồi thử lại.', {}, WAIT),
  ).toBeVisible();
  expect(sendNow).not.toHaveBeenCalled();
  await user.type(code, '222222');
  await user.click(go);
  await waitFor(() => expect(sendNow).toHaveBeenCalledOnce(), WAIT);
});

test('put off, the office stays readable under a line that leads back; without any way the words say whom to ask', async () => {
  const session = madeSession({ state: () => Promise.resolve(answered(stateOf({}, null))) });
  const { user } = await openOffice({ session, says: 'sign-in' });
  const asks = await dialog('Mời vào lại');
  expect(await within(asks).findByText('Chưa có cách nào để vào từ máy này', {}, WAIT)).toBeVisible();
  expect(within(asks).getByText(/Xin người quản trị máy chủ của xã một đường dẫn mới/)).toBeVisible();
  await user.click(within(asks).getByRole('button', { name: 'Để sau, xem dữ liệu trên máy' }));
  expect(await screen.findByText('Phiên làm việc đã hết.')).toBeVisible();
  expect(screen.getByText('Bàn làm việc')).toBeVisible();
  expect(screen.queryByRole('dialog')).toBeNull();
  await user.click(screen.getByRole('button', { name: 'Vào lại' }));
  expect(await dialog('Mời vào lại')).toBeVisible();
});

test('a session that ends under somebody who writes does not take the field from them', async () => {
  const session = madeSession({ state: () => Promise.resolve(answered(stateOf({ password: true }, null))) });
  const field = (
    <input
      aria-label="Nhận xét"
      ref={(input) => {
        input?.focus();
      }}
    />
  );
  const { say } = await openOffice({ session, page: field });
  expect(await screen.findByLabelText('Nhận xét')).toHaveFocus();
  say('sign-in');
  expect(await screen.findByText('Phiên làm việc đã hết.', {}, WAIT)).toBeVisible();
  expect(screen.queryByRole('dialog')).toBeNull();
  expect(screen.getByLabelText('Nhận xét')).toHaveFocus();
});

test('a grave act names itself; put off it stays in the outbox and a line says so', async () => {
  const session = madeSession({ state: () => Promise.resolve(answered(stateOf({ password: true }))) });
  const id = '0198c1f0-0000-7000-8000-0000000000e2';
  const value = {
    id,
    campaignId: id,
    householdId: id,
    assessmentId: id,
    kind: 'access',
    reason: '',
    state: 'done',
    answer: 'Đã gửi bản in.',
  } as const;
  const { user, workspace } = await openOffice({
    session,
    says: 'step-up',
    before: async (own) => {
      await aComment(own);
      await own.putRecord('dataRequest', id, value, 0);
    },
  });
  const asks = await dialog('Xác nhận là đồng chí');
  expect(await within(asks).findByText(/trả lời yêu cầu về dữ liệu của gia đình\.$/, {}, WAIT)).toBeVisible();
  await user.click(within(asks).getByRole('button', { name: 'Để sau' }));
  expect(
    await screen.findByText('Một việc chờ xác nhận: trả lời yêu cầu về dữ liệu của gia đình.', {}, WAIT),
  ).toBeVisible();
  expect((await workspace.outbox()).map(({ result }) => result)).toEqual([undefined, undefined]);
});

test('a question beside the outbox waits for the person and goes again; put off, its refusal is the answer', async () => {
  const session = madeSession({
    state: () => Promise.resolve(answered(stateOf({ password: true }))),
    withPassword: () => Promise.resolve(answered(stateOf({ password: true }))),
  });
  let isConfirmed = false;
  const ask = (): Promise<{ kind: 'done' } | { kind: 'refused'; problem: string }> =>
    Promise.resolve(isConfirmed ? { kind: 'done' } : { kind: 'refused', problem: 'step-up' });
  // Control: where nobody is there to be asked, nothing waits.
  expect(await session.gate.through('handIn', ask)).toEqual({ kind: 'refused', problem: 'step-up' });

  const { user } = await openOffice({ session });
  await screen.findByText('Bàn làm việc');
  await waitFor(() => expect(session.gate.wanted()).toBeNull());
  const first = session.gate.through('handIn', ask);
  const asks = await dialog('Xác nhận là đồng chí');
  expect(await within(asks).findByText(/nhập bài từ tệp\.$/, {}, WAIT)).toBeVisible();
  await user.click(within(asks).getByRole('button', { name: 'Để sau' }));
  expect(await first).toEqual({ kind: 'refused', problem: 'step-up' });

  const second = session.gate.through('handIn', ask);
  const again = await dialog('Xác nhận là đồng chí');
  isConfirmed = true;
  await user.type(await within(again).findByLabelText('Mật khẩu', {}, WAIT), PASSWORD);
  await user.type(within(again).getByLabelText(/^Mã 6 số/), '123456');
  await user.click(within(again).getByRole('button', { name: 'Xác nhận' }));
  expect(await second).toEqual({ kind: 'done' });
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
});

test('an end is told five minutes before; whoever works tells the commune so, and no more often than need be', () => {
  const living = { endsAt: NOW + 3_600_000, idleAt: NOW + 6 * 60_000 };
  expect(endingWords(living, NOW)).toBeNull();
  expect(endingWords(living, NOW + 60_000)).toMatch(/^Không có ai dùng máy: phiên tạm nghỉ lúc /);
  expect(endingWords({ endsAt: NOW + 540_000, idleAt: NOW + 1_700_000 }, NOW)).toMatch(
    /^Phiên làm việc hết lúc /,
  );
  expect(endingWords(living, NOW + 3_700_000)).toBeNull();
  expect(endingWords(undefined, NOW)).toBeNull();

  const toldAt = NOW - TELL_EACH_MS;
  expect(isDue({ now: NOW, handAt: NOW - 30_000, toldAt })).toBe(true);
  expect(isDue({ now: NOW, handAt: NOW - 61_000, toldAt })).toBe(false);
  expect(isDue({ now: NOW, handAt: NOW, toldAt: toldAt + 1 })).toBe(false);
});
