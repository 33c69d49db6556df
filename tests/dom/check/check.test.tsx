import { cleanup, render, screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { beforeEach, expect, test } from 'vitest';
import { receiptCodeOf, spellCode } from '#protocol/code.ts';
import { hashText } from '#protocol/hash.ts';
import type { ReceiptState } from '#protocol/public.ts';
import { check } from '#client/messages/check.ts';
import { stateWords } from '#client/messages/states.ts';
import { CheckPage } from '#client/features/check/check-page.tsx';
import type { Reply } from '#client/sync/transport.ts';

const code = receiptCodeOf(await hashText('một phiếu'));
const receivedAt = Date.parse('2025-11-04T02:00:00.000Z');
const held: ReceiptState = { v: 1, code, state: 'received', channel: 'self', receivedAt, superseded: false };

function open(reply: Reply<ReceiptState>) {
  const asked: string[] = [];
  const ask = (of: string) => {
    asked.push(of);
    return Promise.resolve(reply);
  };
  render(<CheckPage ask={ask} />);
  return { asked, user: userEvent.setup({ delay: null }) };
}
const press = (user: ReturnType<typeof userEvent.setup>) =>
  user.click(screen.getByRole('button', { name: /^Kiểm tra/ }));

beforeEach(() => {
  window.location.hash = '';
});

test('the code of a scanned receipt is asked for at once, and only its state and time are told', async () => {
  // The address is there before the page: its event must be over, or the page hears it as a second scan.
  const arrived = new Promise((resolve) => window.addEventListener('hashchange', resolve, { once: true }));
  window.location.hash = `#${code}`;
  await arrived;
  const { asked } = open({ kind: 'answered', value: held });
  expect(await screen.findByText('Xã đã nhận')).toBeVisible();
  expect(screen.getByText(`Mã ${spellCode(code)}: phiếu về tới xã lúc 09:00 ngày 04/11/2025.`)).toBeVisible();
  expect(asked).toEqual([code]);
});

test('a typed code is read with its dashes, case and look-alikes', async () => {
  const { asked, user } = open({ kind: 'answered', value: { ...held, superseded: true, channel: 'proxy' } });
  await user.type(screen.getByLabelText('Mã biên nhận'), spellCode(code).toLowerCase().replaceAll('0', 'o'));
  await press(user);
  await waitFor(() => expect(asked).toEqual([code]));
  expect(await screen.findByText(/đã có phiếu gửi lại thay cho phiếu này/)).toBeVisible();
  expect(screen.getByText(/do người khác nhập thay/)).toBeVisible();
});

test('a slip of the hand is caught here and nobody is asked', async () => {
  const { asked, user } = open({ kind: 'answered', value: held });
  const field = screen.getByLabelText('Mã biên nhận');
  for (const [typed, said] of [
    ['K3QF', /mới có 4/],
    [`${code}00`, /đang có 11/],
    ['K3QFU2MA7', /không có ký tự “U”/],
    [(code.startsWith('A') ? 'B' : 'A') + code.slice(1), /có ký tự chưa đúng/],
  ] as const) {
    await user.clear(field);
    await user.type(field, typed);
    await press(user);
    expect(screen.getByText(said)).toBeVisible();
  }
  expect(asked).toEqual([]);
});

test.each<[string, Reply<ReceiptState>, RegExp]>([
  ['without a network', { kind: 'unreachable', reason: 'noNetwork' }, /vì chưa có mạng/],
  ['behind a login page', { kind: 'unreachable', reason: 'captivePortal' }, /đòi đăng nhập/],
  [
    'for a code nobody sent',
    { kind: 'refused', problem: { type: '', title: '', status: 404, code: 'not-found' } },
    /Xã chưa có phiếu nào mang mã/,
  ],
  [
    'of a busy server',
    { kind: 'refused', problem: { type: '', title: '', status: 503, code: 'busy' } },
    /đang bận/,
  ],
])('%s the page says so and offers to ask again', async (_when, reply, said) => {
  const { user } = open(reply);
  await user.type(screen.getByLabelText('Mã biên nhận'), code);
  await press(user);
  expect(await screen.findByText(said)).toBeVisible();
  expect(screen.getByRole('button', { name: 'Kiểm tra lại' })).toBeEnabled();
});

test('every state of a form has its word and a sentence, and no receipt shows more than that', async () => {
  for (const state of ['received', 'underReview', 'returned', 'withdrawn', 'verified', 'final'] as const) {
    const { user } = open({ kind: 'answered', value: { ...held, state } });
    await user.type(screen.getByLabelText('Mã biên nhận'), code);
    await press(user);
    expect(await screen.findByText(stateWords[state])).toBeVisible();
    expect(screen.getByText(check.states[state])).toBeVisible();
    cleanup();
  }
});
