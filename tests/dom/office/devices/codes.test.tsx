/** Codes: at most four taps from Hôm nay to the QR, ten minutes, a link with its message; and the list of all phones. */
import { act, render, screen, waitFor, within } from '@testing-library/react';
import { expect, onTestFinished, test, vi } from 'vitest';
import type { DeviceRow } from '#protocol/office-rows.ts';
import { readFragment } from '#protocol/fragment.ts';
import type { PulledRow } from '#client/db/engine-store.ts';
import { OfficeApp } from '#client/features/office/office-app.tsx';
import { ShownCode } from '#client/subject/devices/shown-code.tsx';
import { untilTrue } from '../../../client-core/surroundings.ts';
import { HAMLET_ID, householdId, householdRow, UNIT_ID } from '../../hamlet/made-rows.ts';
import { openSubject } from '../../hamlet/open-subject.tsx';
import { bound, boundBy, issuedBy, hamletNamed, openedCommune, show } from './two-sides.tsx';

const PATIENT = { timeout: 20_000 };
const DAY_MS = 24 * 60 * 60 * 1000;

test('from Hôm nay a head who visits has the QR in four taps; a used code is seen, and is no longer drawn', async () => {
  const commune = await openedCommune(311);
  const desk = await boundBy(commune, 312, 'officer');
  // The page's clock is the machine's.
  vi.useFakeTimers({ toFake: ['Date'], now: desk.phone.clock.now() });
  onTestFinished(() => void vi.useRealTimers());
  const { user } = show(desk, <OfficeApp />, '/hom-nay');
  const taps = [
    () => screen.findByRole('link', { name: /^Máy và mã/ }, PATIENT),
    () => screen.findByRole('link', { name: 'Cấp mã ghép máy' }, PATIENT),
    () => screen.findByRole('radio', { name: /^Chùa 9/ }, PATIENT),
    () => screen.findByRole('button', { name: 'Quét tại chỗ' }, PATIENT),
  ];
  for (const found of taps) await user.click(await found());
  expect(taps).toHaveLength(4);

  expect(await screen.findByRole('img', { name: /^Mã QR ghép máy cho .*Chùa 9$/ }, PATIENT)).toBeVisible();
  expect(screen.getByText(/^Mã còn dùng được (10 phút 00|9 phút \d\d) giây\.$/)).toBeVisible();
  const typed = /[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{2}/.exec(document.body.textContent ?? '')?.[0] ?? '';
  expect(typed).not.toBe('');

  const subject = await hamletNamed(desk, 'Chùa 9');
  const other = await issuedBy(desk, { role: 'hamletHead', subject, personName: 'Bà Năm', way: 'screen' });
  const head = await bound(commune, 313, other);
  expect(head.profile.awaits).toBeUndefined();
  desk.workspace.sendNow();
  expect(await screen.findByText('Đã ghép một máy bằng mã này: Bà Năm.', {}, PATIENT)).toBeVisible();
  expect(screen.queryByRole('img', { name: /^Mã QR/ })).toBeNull();
});

test('a code that is over is taken away and another is offered', () => {
  const asked = vi.fn<() => void>();
  const code = {
    v: 1 as const,
    nonce: 'A'.repeat(22),
    path: '/ghep' as const,
    fragment: `e1.${'a'.repeat(22)}`,
    typed: 'K3QF72MA10',
    title: 'Xóm Chùa 9',
    expiresAt: Date.now() + 2000,
  };
  vi.useFakeTimers({ now: Date.now() });
  try {
    const parts = { code, bound: undefined, isAsking: false, onAnother: asked };
    const { unmount } = render(<ShownCode {...parts} clockOff={0} />);
    expect(screen.getByText('Mã còn dùng được 0 phút 02 giây.')).toBeVisible();
    act(() => void vi.advanceTimersByTime(3000));
    expect(screen.getByText('Mã đã hết hạn')).toBeVisible();
    expect(screen.queryByRole('img')).toBeNull();
    screen.getByRole('button', { name: 'Lấy mã khác' }).click();
    expect(asked).toHaveBeenCalledOnce();
    unmount();
    // A machine whose clock is ten minutes behind: the commune's time counts.
    render(<ShownCode {...parts} clockOff={600_000} />);
    expect(screen.getByText('Mã đã hết hạn')).toBeVisible();
  } finally {
    vi.useRealTimers();
  }
});

test('a link is a message for one person, with the last hour it works and that their phone then waits', async () => {
  const commune = await openedCommune(321);
  const desk = await boundBy(commune, 322, 'officer');
  const { user } = show(desk, <OfficeApp />, '/van-phong/may/cap-ma');
  await user.click(await screen.findByRole('button', { name: 'Gửi liên kết' }, PATIENT));
  expect(await screen.findByText('Mời chọn xóm hoặc đơn vị.')).toBeVisible();
  await user.type(screen.getByRole('searchbox', { name: 'Tìm không cần dấu' }), 'chua 9');
  await waitFor(() => expect(screen.getAllByRole('radio')).toHaveLength(1));
  await user.click(screen.getByRole('radio'));
  await user.click(screen.getByRole('button', { name: 'Người giúp xóm' }));
  await user.type(screen.getByLabelText('Tên người giữ máy'), 'Chị Hoa');
  desk.line.isDown = true;
  await user.click(screen.getByRole('button', { name: 'Gửi liên kết' }));
  expect(await screen.findByText(/^Chưa có mạng nên chưa làm được/, {}, PATIENT)).toBeVisible();
  desk.line.isDown = false;
  await user.click(screen.getByRole('button', { name: 'Gửi liên kết' }));
  const message = await screen.findByLabelText('Tin nhắn', {}, PATIENT);
  const text = message instanceof HTMLTextAreaElement ? message.value : '';
  expect(text).toMatch(/^Kính gửi đồng chí Chị Hoa\. .*Chùa 9.*xin đừng chuyển tiếp/);
  expect(screen.getByText(/^Dùng được đến \d\d:\d\d ngày/)).toBeVisible();
  const link = new URL(/http\S+$/.exec(text)?.[0] ?? '');
  expect(readFragment(link.hash)?.kind).toBe('enrol');
  const helper = await bound(commune, 323, link.hash.slice(1));
  expect(helper.profile).toMatchObject({ role: 'hamletHelper', awaits: true });
});

const device = (last: string, over: Partial<DeviceRow>): PulledRow => {
  const id = last.repeat(43);
  const value: DeviceRow = {
    id,
    role: 'hamletHead',
    subjectId: HAMLET_ID,
    label: `Máy ${last}`,
    personName: '',
    enrolledAt: Date.now() - 90 * DAY_MS,
    seenAt: Date.now(),
    made: 5,
    waiting: 0,
    setAside: 0,
    build: 'thử',
    ...over,
  };
  return { scope: 'office', entity: 'device', id, rev: 9, value };
};
const phones: PulledRow[] = [
  householdRow(1, 'Nguyễn Văn Ánh'),
  device('A', { personName: 'Ông Tám', flag: 'forked' }),
  device('B', {
    role: 'unitContact',
    subjectId: UNIT_ID,
    personName: 'Cô Lý',
    waiting: 3,
    seenAt: Date.now() - 4 * DAY_MS,
  }),
  device('C', { role: 'hamletHelper', personName: 'Chị Hoa', expiresAt: Date.now() - DAY_MS }),
  device('D', { personName: 'Máy mất', revokedAt: Date.now() - DAY_MS }),
  device('E', { role: 'household', subjectId: householdId(1) }),
  device('F', { role: 'officer', personName: 'Cán bộ' }),
];
const rows = (): string[] =>
  within(screen.getByRole('table', { name: 'Tất cả máy' }))
    .getAllByRole('rowheader')
    .map((cell) => cell.textContent ?? '');

test('all phones are found without marks and by how they stand; marks are said in words', async () => {
  const { show: shown, user } = await openSubject({ role: 'officer', rows: phones });
  shown(<OfficeApp />, '/van-phong/may');
  await screen.findByRole('table', { name: 'Tất cả máy' }, PATIENT);
  // Families' phones are thousands, and there when asked for.
  expect(rows()).toHaveLength(5);
  await user.click(screen.getByRole('checkbox', { name: 'Cả máy gia đình' }));
  expect(rows()).toHaveLength(6);
  await user.click(screen.getByRole('checkbox', { name: 'Cả máy gia đình' }));
  for (const [filter, name] of [
    ['Im lặng', 'Cô Lý'],
    ['Hết hạn', 'Chị Hoa'],
    ['Đã thu hồi', 'Máy mất'],
  ] as const) {
    await user.click(screen.getByRole('button', { name: filter }));
    expect(rows()).toEqual([name]);
  }
  await user.click(screen.getByRole('button', { name: 'Tất cả' }));
  await user.type(screen.getByRole('searchbox'), 'ong tam');
  await waitFor(() => expect(rows()).toEqual(['Ông Tám']));
  await user.click(screen.getByRole('button', { name: 'Ông Tám' }));
  expect(await screen.findByText(/Hai máy dùng chung một chìa khóa/)).toBeVisible();
});

test('revoking asks first, says what happens to unsent work, and is followed by a new code for the same place', async () => {
  const commune = await openedCommune(331);
  const desk = await boundBy(commune, 332, 'officer');
  const head = await boundBy(commune, 333, 'hamletHead');
  await desk.meet();
  const { user, at } = show(desk, <OfficeApp />, '/van-phong/may');
  await user.click(await screen.findByRole('button', { name: 'Máy của ông Tám' }, PATIENT));
  await user.click(await screen.findByRole('button', { name: 'Thu hồi máy này' }, PATIENT));
  const asked = await screen.findByRole('dialog');
  expect(within(asked).getByText(/không còn việc nào chưa gửi/)).toBeVisible();
  await user.click(within(asked).getByRole('button', { name: 'Thôi' }));
  expect(await head.workspace.outbox()).toEqual([]);
  await head.meet();
  await user.click(screen.getByRole('button', { name: 'Thu hồi máy này' }));
  await user.click(within(await screen.findByRole('dialog')).getByRole('button', { name: 'Thu hồi' }));
  expect(await screen.findByText(/^Đã thu hồi Máy của ông Tám\./, {}, PATIENT)).toBeVisible();
  await head.workspace.comment(head.profile.assessmentId ?? '', 'Chưa gửi');
  head.workspace.sendNow();
  await untilTrue(() => head.workspace.profile.link.state === 'lockedOut');
  expect((await head.workspace.outbox()).map(({ result }) => result)).toEqual([undefined]);
  await user.click(screen.getByRole('link', { name: 'Cấp mã mới' }));
  expect(at()).toMatch(/^\/van-phong\/may\/cap-ma\?cho=hamlet%3A[0-9a-f-]{36}&vai=hamletHead$/);
  expect(await screen.findByRole('radio', { checked: true }, PATIENT)).toHaveAccessibleName(/^Chùa 9/);
});

test('who only reads in the office sees the phones and is offered nothing', async () => {
  const { show: shown } = await openSubject({ role: 'chair', rows: phones });
  shown(<OfficeApp />, '/van-phong/may');
  expect(await screen.findByText(/^Chỉ cán bộ thường trực/, {}, PATIENT)).toBeVisible();
  expect(screen.queryByRole('link', { name: 'Cấp mã ghép máy' })).toBeNull();
});
