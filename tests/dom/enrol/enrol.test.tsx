import { screen, waitFor } from '@testing-library/react';
import { render } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { beforeEach, expect, test } from 'vitest';
import type { ProblemCode } from '#protocol/problem.ts';
import { SettingsProvider } from '#client/app/settings-context.tsx';
import type { ProfileRow } from '#client/db/model.ts';
import { createPocket } from '#client/db/pocket.ts';
import { EnrolPage } from '#client/features/enrol/enrol-page.tsx';
import { readTypedCode } from '#client/features/enrol/read-typed-code.ts';
import type { EnrolNowOutcome } from '#client/sync/enrol-now.ts';

const SECRET = 'abcdefghijklmnopqrstuv';
const profile: ProfileRow = {
  id: 'may1',
  role: 'hamletHead',
  title: 'Xóm Chùa 9',
  communeId: 'binh-thuan',
  link: { state: 'enrolled' },
  createdAt: 0,
  usedAt: 0,
};

interface Shown {
  asked: { code: string; label: string }[];
  enrolled: ProfileRow[];
  user: ReturnType<typeof userEvent.setup>;
}

function show(outcomes: EnrolNowOutcome[], { isInAppBrowser = false } = {}): Shown {
  const shown: Shown = { asked: [], enrolled: [], user: userEvent.setup({ delay: null }) };
  render(
    <SettingsProvider pocket={createPocket(indexedDB)} first={{ largeText: false, theme: 'system' }}>
      <EnrolPage
        enrol={(code, label) => {
          shown.asked.push({ code, label });
          const outcome = outcomes.shift();
          return outcome ? Promise.resolve(outcome) : Promise.reject(new Error('asked once too often'));
        }}
        onEnrolled={(enrolled) => shown.enrolled.push(enrolled)}
        isInAppBrowser={isInAppBrowser}
        commune={{ name: 'xã Bình Thuận', phone: '0208 382 4567' }}
      />
    </SettingsProvider>,
  );
  return shown;
}
const button = (): HTMLElement => screen.getByRole('button', { name: /Ghép máy này|Thử lại/ });

beforeEach(() => history.replaceState(null, '', '/ghep'));

test('opening a link spends nothing; the tap redeems it, and the fragment has left the address', async () => {
  history.replaceState(null, '', `/ghep#e1.${SECRET}`);
  const shown = show([{ kind: 'answered', profile, isReady: true }]);
  expect(shown.asked).toEqual([]);
  expect(location.hash).toBe('');
  await shown.user.type(screen.getByLabelText('Đặt tên cho máy này'), 'Máy của ông Tám');
  await shown.user.click(button());
  expect(shown.asked).toEqual([{ code: SECRET, label: 'Máy của ông Tám' }]);
  expect(await screen.findByText('Máy này giờ là của: Xóm Chùa 9.')).toBeVisible();
  await shown.user.click(screen.getByRole('button', { name: 'Vào làm việc' }));
  expect(shown.enrolled).toEqual([profile]);
  expect(history.state).toBeNull();
});

test('bound, but what the commune has is not all here: it is said, and the way in is open', async () => {
  history.replaceState(null, '', `/ghep#e1.${SECRET}`);
  const shown = show([{ kind: 'answered', profile, isReady: false }]);
  await shown.user.click(button());
  expect(await screen.findByText(/Chưa lấy xong dữ liệu của xã/)).toBeVisible();
  expect(screen.getByRole('button', { name: 'Vào làm việc' })).toBeVisible();
});

test('a sent link binds a phone that waits: what that means is said, and one may go on to fill', async () => {
  history.replaceState(null, '', `/ghep#e1.${SECRET}`);
  const shown = show([{ kind: 'answered', profile: { ...profile, awaits: true }, isReady: false }]);
  // Before the tap: who gives out codes.
  expect(
    screen.getByText(/Mã chỉ do cán bộ xã Bình Thuận, hoặc trưởng xóm của mình.*0208 382 4567/),
  ).toBeVisible();
  await shown.user.click(button());
  expect(await screen.findByRole('heading', { name: 'Chờ xã đồng ý' })).toBeVisible();
  expect(screen.getByText(/cán bộ xã xem lại một lần/)).toBeVisible();
  await shown.user.click(screen.getByRole('button', { name: 'Vào điền phiếu' }));
  expect(shown.enrolled).toHaveLength(1);
});

test('a link that could not be redeemed is still there after a reload', async () => {
  history.replaceState(null, '', `/ghep#e1.${SECRET}`);
  const first = show([{ kind: 'unreachable', reason: 'noNetwork' }]);
  await first.user.click(button());
  expect(await screen.findByRole('alert')).toHaveTextContent(/không có mạng\. Mã chưa dùng, vẫn còn đây/);
  document.body.replaceChildren();

  const second = show([{ kind: 'answered', profile, isReady: true }]);
  await second.user.click(button());
  expect(second.asked).toEqual([{ code: SECRET, label: 'Máy chưa đặt tên' }]);
});

const refusals: [ProblemCode, RegExp][] = [
  ['code-unknown', /Xã không có mã này.*xin mã mới/],
  ['code-spent', /đã được dùng trên máy khác.*xin mã mới/],
  ['code-expired', /đã hết hạn.*xin mã mới/],
  ['device-revoked', /Xã không nhận máy này bằng mã đó.*xin mã mới/],
  ['not-allowed', /Xã không nhận máy này bằng mã đó.*xin mã mới/],
  ['too-many-attempts', /chờ 5 phút rồi thử lại\. Mã vẫn dùng được/],
  ['busy', /đang bận\. Mã vẫn còn đây/],
  ['too-large', /gọi cán bộ xã, đọc dòng sau: too-large/],
];
test.each(refusals)('says in words what %s means and what to do', async (problem, words) => {
  history.replaceState(null, '', `/ghep#e1.${SECRET}`);
  const shown = show([{ kind: 'refused', problem, retryAfterMs: 5 * 60_000 }]);
  await shown.user.click(button());
  await waitFor(() => expect(screen.getByRole('alert')).toHaveTextContent(words));
  expect(screen.getByText('Những gì đã lưu trên máy này vẫn còn nguyên.')).toBeVisible();
});

test('where only another code helps, it is said whom to ask, with the number to call', async () => {
  history.replaceState(null, '', `/ghep#e1.${SECRET}`);
  const refused = { kind: 'refused', problem: 'code-expired', retryAfterMs: null } as const;
  const shown = show([refused, { ...refused, problem: 'busy' }]);
  await shown.user.click(button());
  expect(await screen.findByText(/trưởng xóm, đơn vị gọi cán bộ xã/)).toBeVisible();
  expect(screen.getByRole('link', { name: 'Gọi cán bộ xã: 0208 382 4567' })).toHaveAttribute(
    'href',
    'tel:02083824567',
  );
  // The spent code is forgotten: the camera and the typed code are what is left.
  expect(screen.getByRole('link', { name: 'Quét mã bằng máy ảnh' })).toHaveAttribute('href', '/quet');
  await shown.user.type(screen.getByLabelText('Mã 10 ký tự'), 'K3QF72MA10');
  await shown.user.click(button());
  expect(await screen.findByRole('alert')).toHaveTextContent(/đang bận/);
  // The control: trying again helps, so no new code is spoken of.
  expect(screen.queryByText(/trưởng xóm, đơn vị gọi cán bộ xã/)).toBeNull();
});

test('a typed code is read as it is meant: lower case, spaces, look-alikes', async () => {
  const shown = show([{ kind: 'answered', profile: { ...profile, role: 'household' }, isReady: true }]);
  const field = screen.getByLabelText('Mã 10 ký tự');
  await shown.user.type(field, 'k3qf 72');
  expect(screen.getByText('Đã nhập 6 trên 10 ký tự.')).toBeVisible();
  await shown.user.type(field, '-malo');
  expect(screen.getByText('K3QF-72MA-10')).toBeVisible();
  await shown.user.click(button());
  expect(shown.asked.map(({ code }) => code)).toEqual(['K3QF72MA10']);
});

test('a family that types its code reads who asks and what for before its form opens, as it does behind a scan', async () => {
  const shown = show([{ kind: 'answered', profile: { ...profile, role: 'household' }, isReady: true }]);
  await shown.user.type(screen.getByLabelText('Mã 10 ký tự'), 'K3QF72MA10');
  await shown.user.click(button());
  expect(await screen.findByText(/mời gia đình trả lời và gửi phiếu/)).toBeVisible();
  expect(screen.getByText(/không dùng để xử phạt hay tính thuế/)).toBeVisible();
  await shown.user.click(screen.getByRole('button', { name: 'Mở phiếu của gia đình' }));
  expect(shown.enrolled.map(({ role }) => role)).toEqual(['household']);
});

test('a head who types a code reads nothing of a family’s form', async () => {
  const shown = show([{ kind: 'answered', profile, isReady: true }]);
  await shown.user.type(screen.getByLabelText('Mã 10 ký tự'), 'K3QF72MA10');
  await shown.user.click(button());
  expect(await screen.findByText('Máy này giờ là của: Xóm Chùa 9.')).toBeVisible();
  expect(screen.queryByText(/mời gia đình trả lời/)).toBeNull();
});

test('without a network a typed code stays in its field, and the square that begins without one is pointed to', async () => {
  const shown = show([
    { kind: 'unreachable', reason: 'noNetwork' },
    { kind: 'refused', problem: 'busy', retryAfterMs: null },
  ]);
  await shown.user.type(screen.getByLabelText('Mã 10 ký tự'), 'k3qf72ma10');
  await shown.user.click(button());
  expect(await screen.findByText(/quét mã vuông: không có mạng vẫn bắt đầu trả lời được/)).toBeVisible();
  expect(screen.getByLabelText('Mã 10 ký tự')).toHaveValue('k3qf72ma10');
  // The control: the commune was reached, so the network is not what is missing.
  await shown.user.click(button());
  expect(await screen.findByText(/đang bận/)).toBeVisible();
  expect(screen.queryByText(/quét mã vuông: không có mạng/)).toBeNull();
});

test('a typed code that cannot be one is said at once, and never asked for', async () => {
  const meant = { kind: 'complete', code: 'K3QF72MA10', spelled: 'K3QF-72MA-10' };
  for (const typed of ['K3QF–72MA–1O', 'k3qf.72ma.io', '\u200BＫ３ＱＦ 72MA\u00A010\n'])
    expect(readTypedCode(typed)).toEqual(meant);
  expect(readTypedCode('k3â')).toEqual({ kind: 'odd', words: expect.stringContaining('tắt gõ dấu') });
  expect(readTypedCode('k3qfu')).toEqual({ kind: 'odd', words: expect.stringContaining('“U”') });
  expect(readTypedCode('k3qf72malo1')).toEqual({ kind: 'odd', words: expect.stringContaining('đang có 11') });
  const shown = show([]);
  await shown.user.type(screen.getByLabelText('Mã 10 ký tự'), 'k3qf');
  await shown.user.click(button());
  expect(screen.getByRole('alert')).toHaveTextContent('Mời nhập đủ 10 ký tự của mã');
  expect(shown.asked).toEqual([]);
});

test('inside another app nothing is redeemed and the whole link stays in the address', async () => {
  history.replaceState(null, '', `/ghep#e1.${SECRET}`);
  show([], { isInAppBrowser: true });
  expect(await screen.findByRole('link', { name: 'Mở bằng Chrome' })).toHaveAttribute(
    'href',
    expect.stringContaining(`/ghep#e1.${SECRET}#Intent;scheme=`),
  );
  expect(screen.queryByRole('button', { name: 'Ghép máy này' })).toBeNull();
  expect(location.hash).toBe(`#e1.${SECRET}`);
});

test('a link cut off on its way says so and offers the typed code', () => {
  history.replaceState(null, '', '/ghep#e1.abc');
  show([]);
  expect(screen.getByText(/Đường dẫn này thiếu phần mã/)).toBeVisible();
  expect(screen.getByLabelText('Mã 10 ký tự')).toBeVisible();
});

test('a family’s slip leads to the family’s form', () => {
  const slip = `s1.${SECRET}.0198c1f0000070008000000000000001.binh-thuan.DM-012`;
  history.replaceState(null, '', `/ghep#${slip}`);
  show([]);
  expect(screen.getByRole('link', { name: 'Mở phiếu của gia đình' })).toHaveAttribute('href', `/p#${slip}`);
});
