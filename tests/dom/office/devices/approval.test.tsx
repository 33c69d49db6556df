/** A link that was sent: the phone waits, both screens show the same four digits, and the officer's word decides. */
import { screen, waitFor, within } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { clock } from '#client/app/platform.ts';
import { HamletApp } from '#client/features/hamlet/hamlet-app.tsx';
import { RescanPage } from '#client/features/enrol/rescan-page.tsx';
import { OfficeApp } from '#client/features/office/office-app.tsx';
import { untilTrue } from '../../../client-core/surroundings.ts';
import { bound, boundBy, hamletNamed, issuedBy, openedCommune, show, type Machine } from './two-sides.tsx';

const PATIENT = { timeout: 20_000 };

async function waitingHead(): Promise<{ desk: Machine; head: Machine }> {
  const commune = await openedCommune(301);
  const desk = await boundBy(commune, 302, 'officer');
  const subject = await hamletNamed(desk, 'Chùa 9');
  const link = await issuedBy(desk, { role: 'hamletHead', subject, personName: 'Ông Tám', way: 'sent' });
  const head = await bound(commune, 303, link);
  await desk.meet();
  return { desk, head };
}
const digitsOf = ({ workspace }: Machine): Promise<string> =>
  workspace.devices().then((devices) => devices.check());
const spoken = (digits: string): string => `Bốn số đối chiếu: ${[...digits].join(' ')}`;

test('a phone bound by a sent link fills meanwhile, shows the office’s four digits, and sends once approved', async () => {
  const { desk, head } = await waitingHead();
  expect(head.profile.awaits).toBe(true);
  const digits = await digitsOf(head);
  const phone = show(head, <HamletApp />, '/xom');
  expect(await screen.findByRole('heading', { name: 'Chờ xã đồng ý' }, PATIENT)).toBeVisible();
  expect(await screen.findByRole('img', { name: spoken(digits) }, PATIENT)).toBeVisible();
  // The criteria came with the code: the form is there before the officer's word.
  expect(screen.getByRole('link', { name: 'Xem cả phiếu' })).toBeVisible();
  await head.workspace.comment(head.profile.assessmentId ?? '', 'Điền trong lúc chờ');
  head.workspace.sendNow();
  await untilTrue(() => head.workspace.phase().kind === 'waiting');
  expect((await head.workspace.outbox()).map(({ result }) => result)).toEqual([undefined]);
  phone.unmount();

  const { user } = show(desk, <OfficeApp />, '/hom-nay');
  await user.click(await screen.findByRole('link', { name: /^Đối chiếu: / }, PATIENT));
  const waiting = await screen.findByRole('region', { name: 'Chờ xã đồng ý: 1 máy' }, PATIENT);
  expect(within(waiting).getByRole('img', { name: spoken(digits) })).toBeVisible();
  expect(within(waiting).getByText('Ông Tám')).toBeVisible();
  await user.click(within(waiting).getByRole('button', { name: `Đồng ý máy ${digits} của xóm Chùa 9` }));
  expect(await screen.findByText(/^Đã đồng ý máy/, {}, PATIENT)).toBeVisible();
  await waitFor(() => expect(screen.queryByRole('region', { name: /^Chờ xã đồng ý/ })).toBeNull(), PATIENT);

  await head.meet();
  expect((await head.workspace.outbox()).map(({ result }) => result?.verdict)).toEqual(['applied']);
  await untilTrue(() => head.workspace.profile.awaits === undefined);
});

test('a phone that is declined keeps its work, says what happened in words, and has a way out', async () => {
  const { desk, head } = await waitingHead();
  await head.workspace.comment(head.profile.assessmentId ?? '', 'Điền trong lúc chờ');
  const office = show(desk, <OfficeApp />, '/van-phong/may');
  const { user } = office;
  await user.click(
    await screen.findByRole('button', { name: /^Từ chối máy \d{4} của xóm Chùa 9$/ }, PATIENT),
  );
  const asked = await screen.findByRole('dialog');
  expect(within(asked).getByText(/vẫn nằm trên máy của họ/)).toBeVisible();
  await user.click(within(asked).getByRole('button', { name: 'Từ chối' }));
  expect(await screen.findByText(/^Đã từ chối máy/, {}, PATIENT)).toBeVisible();
  expect(await screen.findByText(/^Đã từ chối ngày/, {}, PATIENT)).toBeVisible();
  office.unmount();

  head.workspace.sendNow();
  await untilTrue(() => head.workspace.profile.link.state === 'lockedOut');
  show(
    head,
    <RescanPage enrol={() => Promise.reject(new Error('not asked'))} onEnrolled={() => {}} />,
    '/quet-lai',
  );
  expect(await screen.findByRole('heading', { name: 'Xã chưa đồng ý máy này' }, PATIENT)).toBeVisible();
  expect(screen.getByText(/Không có gì từ máy này đã gửi đi/)).toBeVisible();
  expect(await screen.findByText('1 việc chưa gửi vẫn nằm trên máy này.', {}, PATIENT)).toBeVisible();
  expect(screen.getByText(/^Khóa riêng của máy vẫn nằm trên máy/)).toBeVisible();
  expect(screen.getByRole('button', { name: /Xuất/ })).toBeVisible();
});

test('a phone that waits for more than a day is told so, and has its ways out; before that it is not', async () => {
  const { head } = await waitingHead();
  const { createdAt } = head.profile;
  const now = vi.spyOn(clock, 'now').mockReturnValue(createdAt + 24 * 60 * 60 * 1000 - 1);
  try {
    const early = show(head, <HamletApp />, '/xom');
    expect(await screen.findByRole('heading', { name: 'Chờ xã đồng ý' }, PATIENT)).toBeVisible();
    expect(screen.queryByText(/^Đã hơn một ngày/)).toBeNull();
    expect(screen.queryByRole('link', { name: 'Quét mã khác' })).toBeNull();
    early.unmount();

    now.mockReturnValue(createdAt + 24 * 60 * 60 * 1000);
    show(head, <HamletApp />, '/xom');
    expect(await screen.findByText(/^Đã hơn một ngày xã chưa trả lời/, {}, PATIENT)).toBeVisible();
    expect(screen.getByRole('link', { name: 'Quét mã khác' })).toHaveAttribute('href', '/quet');
    expect(screen.getByRole('link', { name: /^Thôi không chờ/ })).toHaveAttribute('href', '/ra-khoi-may');
  } finally {
    now.mockRestore();
  }
});
