/** A head's helpers, over the real server in process: thirty days by the head's code, until the head takes it back. */
import { screen, within } from '@testing-library/react';
import { expect, onTestFinished, test, vi } from 'vitest';
import { HelpersPage } from '#client/features/helpers/helpers-page.tsx';
import { untilTrue } from '../../../client-core/surroundings.ts';
import { openSubject } from '../../hamlet/open-subject.tsx';
import { bound, boundBy, issuedBy, openedCommune, show } from './two-sides.tsx';

const PATIENT = { timeout: 20_000 };

test('a helper bound by the head’s code works at once, is listed with a last day, and ends by the head’s word', async () => {
  const commune = await openedCommune(341);
  const head = await boundBy(commune, 342, 'hamletHead');
  // The page's clock is the phone's.
  vi.useFakeTimers({ toFake: ['Date'], now: head.phone.clock.now() });
  onTestFinished(() => void vi.useRealTimers());
  const { user } = show(head, <HelpersPage />, '/xom/may');
  expect(await screen.findByText('Chưa có máy người giúp nào', {}, PATIENT)).toBeVisible();
  await user.click(screen.getByRole('button', { name: 'Hiện mã QR' }));
  expect(await screen.findByText('Mời ghi tên người giúp.')).toBeVisible();
  const subject = head.profile.binding?.kind === 'hamlet' ? head.profile.binding.id : '';
  const code = await issuedBy(head, { role: 'hamletHelper', subject, personName: 'Chị Hoa', way: 'screen' });
  const helper = await bound(commune, 343, code);
  expect(helper.profile).toMatchObject({ role: 'hamletHelper' });
  expect(helper.profile.awaits).toBeUndefined();
  await helper.workspace.comment(helper.profile.assessmentId ?? '', 'Người giúp viết');
  await helper.meet();

  await head.meet();
  expect(await screen.findByRole('heading', { name: 'Chị Hoa' }, PATIENT)).toBeVisible();
  expect(screen.getByText(/^Dùng được đến \d\d\/\d\d\/\d{4}\. Liên lạc lần cuối/)).toBeVisible();
  await user.click(screen.getByRole('button', { name: 'Thu hồi máy của Chị Hoa' }));
  const asked = await screen.findByRole('dialog');
  expect(within(asked).getByText(/Việc chưa gửi vẫn nằm trên máy ấy/)).toBeVisible();
  await user.click(within(asked).getByRole('button', { name: 'Thu hồi' }));
  expect(await screen.findByText('Đã thu hồi máy của Chị Hoa.', {}, PATIENT)).toBeVisible();

  await helper.workspace.comment(helper.profile.assessmentId ?? '', 'Chưa gửi');
  helper.workspace.sendNow();
  await untilTrue(() => helper.workspace.profile.link.state === 'lockedOut');
  expect((await helper.workspace.outbox()).map(({ result }) => result?.verdict)).toEqual([
    'applied',
    undefined,
  ]);
});

test('a head without a network is told so and nothing is shown; a helper is offered no code', async () => {
  const head = await openSubject({ role: 'hamletHead' });
  head.show(<HelpersPage />, '/xom/may');
  await head.user.type(await screen.findByLabelText('Tên người giúp'), 'Chị Hoa');
  await head.user.click(screen.getByRole('button', { name: 'Hiện mã QR' }));
  expect(await screen.findByText(/^Chưa có mạng nên chưa làm được/, {}, PATIENT)).toBeVisible();
  expect(screen.queryByRole('img', { name: /^Mã QR/ })).toBeNull();
  document.body.replaceChildren();
  const helper = await openSubject({ role: 'hamletHelper' });
  helper.show(<HelpersPage />, '/xom/may');
  expect(await screen.findByText(/^Chỉ trưởng xóm/)).toBeVisible();
  expect(screen.queryByRole('button', { name: 'Hiện mã QR' })).toBeNull();
});
