/** An officer's own keys: made, listed, taken away, and the password beside them. */
import { screen, within } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { KeyCard } from '#client/features/office/session/key-card.tsx';
import { KeyPage } from '#client/features/office/session/key-page.tsx';
import type { OfficerSession } from '#client/sync/session-asks.ts';
import { answered, aPasskey, madeSession, refused, stateOf } from './made-session.ts';
import { dialog, openOffice, PASSWORD, WAIT } from './open-office.tsx';

test('the keys of an officer: the last way in stays, others go after a question; without a network it says so', async () => {
  const two = [aPasskey('aaaaaaaa', 'Máy bàn'), aPasskey('bbbbbbbb', 'Điện thoại')];
  let passkeys = two;
  const session = madeSession({
    state: () => Promise.resolve(answered(stateOf({ passkey: true }, { passkeys }))),
    remove: (what) => {
      passkeys = passkeys.filter(({ id }) => !('passkey' in what) || id !== what.passkey);
      return Promise.resolve(answered(stateOf({ passkey: true }, { passkeys })));
    },
  });
  const { user } = await openOffice({ session, page: <KeyPage /> });
  await user.click(await screen.findByRole('button', { name: 'Bỏ khóa “Điện thoại”' }, WAIT));
  await user.click(within(await dialog('Bỏ khóa “Điện thoại”?')).getByRole('button', { name: 'Bỏ' }));
  expect(await screen.findByText('Đã bỏ khóa “Điện thoại”.', {}, WAIT)).toBeVisible();
  expect(screen.queryByRole('button', { name: /^Bỏ khóa/ })).toBeNull();
  expect(screen.getByText(/^Đây là cách vào cuối cùng/)).toBeVisible();
});

test('the list of keys is the commune’s: without a network the page says so and asks again', async () => {
  let isThere = false;
  const session = madeSession({
    state: () =>
      Promise.resolve(
        isThere ? answered(stateOf({ password: true })) : { kind: 'unreachable', reason: 'noNetwork' },
      ),
  });
  const { user } = await openOffice({ session, page: <KeyPage /> });
  await screen.findByText('Chưa đọc được danh sách khóa', {}, WAIT);
  isThere = true;
  await user.click(screen.getByRole('button', { name: 'Đọc lại' }));
  expect(await screen.findByText('Chưa có khóa nào.', {}, WAIT)).toBeVisible();
});

test('a password is set with the code of the app that scanned it; an easy one is refused in words', async () => {
  const uri = 'otpauth://totp/Thi%20dua%20so:Thom?secret=JBSWY3DPEHPK3PXP&issuer=Thi%20dua%20so';
  const newPassword = vi.fn<OfficerSession['newPassword']>((password, code) =>
    Promise.resolve(
      password === 'aaaaaaaaaaaa' ? refused('not-allowed') : answered(code === undefined ? { uri } : {}),
    ),
  );
  const session = madeSession({ newPassword });
  const { user } = await openOffice({ session, page: <KeyPage /> });
  await user.click(await screen.findByRole('button', { name: 'Đặt mật khẩu và mã' }, WAIT));
  const field = screen.getByLabelText('Mật khẩu mới');
  await user.type(field, 'ngan');
  await user.click(screen.getByRole('button', { name: 'Tiếp' }));
  expect(await screen.findByText('Mật khẩu cần ít nhất 12 ký tự. Một câu dễ nhớ là được.')).toBeVisible();
  expect(newPassword).not.toHaveBeenCalled();
  await user.clear(field);
  await user.type(field, 'aaaaaaaaaaaa');
  await user.click(screen.getByRole('button', { name: 'Tiếp' }));
  expect(await screen.findByText(/^Mật khẩu này dễ đoán/, {}, WAIT)).toBeVisible();
  await user.clear(field);
  await user.type(field, PASSWORD);
  await user.click(screen.getByRole('button', { name: 'Tiếp' }));
  expect(await screen.findByRole('img', { name: 'Mã vuông để thêm vào ứng dụng mã' }, WAIT)).toBeVisible();
  expect(screen.getByText('JBSW Y3DP EHPK 3PXP')).toBeVisible();
  await user.type(screen.getByLabelText('Mã 6 số ứng dụng đang hiện'), '123456');
  await user.click(screen.getByRole('button', { name: 'Xong, dùng mật khẩu này' }));
  expect(await screen.findByText('Đã đặt mật khẩu và mã 6 số.', {}, WAIT)).toBeVisible();
  expect(newPassword).toHaveBeenLastCalledWith(PASSWORD, '123456');
});

test('who has no way back in is told so on Hôm nay, and nobody else', async () => {
  const bare = madeSession({});
  await openOffice({ session: bare, page: <KeyCard /> });
  expect(await screen.findByRole('link', { name: 'Đặt khóa' }, WAIT)).toHaveAttribute(
    'href',
    '/van-phong/khoa',
  );
});
