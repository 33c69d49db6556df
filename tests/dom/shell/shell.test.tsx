import { act, render, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import { ChooserPage } from '#client/app/chooser-page.tsx';
import { ErrorBoundary } from '#client/app/error-boundary.tsx';
import { InsecurePage } from '#client/app/insecure-page.tsx';
import { OpenFailure } from '#client/app/open-failure.ts';
import { SettingsProvider } from '#client/app/settings-context.tsx';
import { WelcomePage } from '#client/app/welcome-page.tsx';
import type { ProfileRow } from '#client/db/model.ts';
import { createPocket } from '#client/db/pocket.ts';
import { StartPage } from '#client/features/household/start-page.tsx';
import { isAppleMobile, isInAppBrowser } from '#client/pwa/browser-kind.ts';
import { InstallHint } from '#client/pwa/install-hint.tsx';
import { watchInstallOffer } from '#client/pwa/install-offer.ts';
import { PwaProvider } from '#client/pwa/pwa-context.tsx';
import { UpdateBanner } from '#client/pwa/update-banner.tsx';
import { createUpdates } from '#client/pwa/updates.ts';
import { expectConsole } from '../../support/console.ts';

const user = userEvent.setup({ delay: null });
const withSettings = (page: React.ReactNode): React.ReactNode => (
  <SettingsProvider pocket={createPocket(indexedDB)} first={{ largeText: false, theme: 'system' }}>
    {page}
  </SettingsProvider>
);

test('a phone that is nobody’s says what this is and offers the camera, the typed code and the rest', () => {
  render(withSettings(<WelcomePage isSlipUnreadable={false} />));
  expect(screen.getByRole('link', { name: 'Quét mã vuông' })).toHaveAttribute('href', '/quet');
  expect(screen.getByRole('link', { name: 'Nhập mã 10 ký tự' })).toHaveAttribute('href', '/ghep');
  expect(screen.getByRole('link', { name: 'Kiểm tra biên nhận' })).toHaveAttribute('href', '/kiem-tra');
  expect(screen.queryByRole('alert')).toBeNull();
});

test('a slip that cannot be read says what to do', () => {
  render(withSettings(<WelcomePage isSlipUnreadable />));
  expect(screen.getByRole('alert')).toHaveTextContent('Mời quét lại mã vuông trên phiếu mời');
});

test('a shared phone shows names and nothing of anybody’s form', async () => {
  const chosen: string[] = [];
  const person = (id: string, title: string): ProfileRow => ({
    id,
    role: 'household',
    title,
    communeId: 'binh-thuan',
    assessmentId: id,
    link: { state: 'enrolled' },
    createdAt: 0,
    usedAt: 0,
  });
  const profiles = [person('a', 'Gia đình (mã hộ DM-001)'), person('b', 'Gia đình (mã hộ DM-002)')];
  render(withSettings(<ChooserPage profiles={profiles} onChoose={({ id }) => chosen.push(id)} />));
  await user.click(screen.getByRole('button', { name: 'Gia đình (mã hộ DM-002)' }));
  expect(chosen).toEqual(['b']);
});

test('a family that handed the phone on is named by its code and opens by its slip, not by a tap', async () => {
  const chosen: string[] = [];
  const profile: ProfileRow = {
    id: 'a',
    role: 'household',
    title: 'Gia đình (mã hộ DM-001)',
    communeId: 'binh-thuan',
    assessmentId: 'a',
    link: { state: 'enrolled' },
    closedAt: 1,
    createdAt: 0,
    usedAt: 0,
  };
  render(withSettings(<ChooserPage profiles={[profile]} onChoose={({ id }) => chosen.push(id)} />));
  await user.click(screen.getByRole('button', { name: 'Gia đình (mã hộ DM-001) Mở bằng phiếu mời' }));
  expect(screen.getByText(/Quét mã vuông trên phiếu mời của gia đình/)).toBeVisible();
  expect(screen.getByRole('link', { name: 'Nhập mã trên phiếu mời' })).toHaveAttribute('href', '/ghep');
  expect(chosen).toEqual([]);
  await user.click(screen.getByRole('button', { name: 'Quay lại' }));
  expect(screen.getByRole('heading', { name: 'Ai đang dùng máy này?' })).toBeVisible();
});

test('the start page stores nothing before the tap, and starts once', async () => {
  const start = vi.fn<() => Promise<void>>(() => Promise.resolve());
  render(
    withSettings(
      <StartPage
        campaign={undefined}
        householdCode="DM-001"
        isInAppBrowser={false}
        onStart={start}
        onData={start}
      />,
    ),
  );
  expect(screen.getByText(/15 câu hỏi ngắn, khoảng 5 phút/)).toBeVisible();
  expect(screen.getByText('Mã hộ trên phiếu mời: DM-001')).toBeVisible();
  expect(start).not.toHaveBeenCalled();
  await user.click(screen.getByRole('button', { name: 'Bắt đầu' }));
  expect(start).toHaveBeenCalledTimes(1);
});

test('a form that cannot be kept on this phone says so, and the tap may be tried again', async () => {
  const start = vi.fn<() => Promise<void>>(() => Promise.reject(new DOMException('denied', 'SecurityError')));
  render(
    withSettings(
      <StartPage
        campaign={undefined}
        householdCode="DM-001"
        isInAppBrowser={false}
        onStart={start}
        onData={start}
      />,
    ),
  );
  await user.click(screen.getByRole('button', { name: 'Bắt đầu' }));
  expect(await screen.findByText(/Máy chưa mở được phiếu/)).toBeVisible();
  await user.click(screen.getByRole('button', { name: 'Bắt đầu' }));
  expect(start).toHaveBeenCalledTimes(2);
});

test('inside another app nothing is started: the page says how to get out of it', async () => {
  const start = vi.fn<() => Promise<void>>(() => Promise.resolve());
  render(
    withSettings(
      <StartPage campaign={undefined} householdCode="DM-001" isInAppBrowser onStart={start} onData={start} />,
    ),
  );
  // At once, also where the rest cannot be fetched.
  expect(screen.getByText(/phiếu dễ bị mất/)).toBeVisible();
  expect(await screen.findByRole('link', { name: 'Mở bằng Chrome' })).toBeVisible();
  expect(screen.queryByRole('button', { name: 'Bắt đầu' })).toBeNull();
  expect(screen.getByRole('button', { name: 'Chép đường dẫn' })).toBeVisible();
});

test.each([
  [
    'Mozilla/5.0 (Linux; Android 10) AppleWebKit/537.36 Chrome/100 Mobile Safari/537.36 Zalo android/12',
    true,
  ],
  ['Mozilla/5.0 (iPhone; CPU iPhone OS 15_4) AppleWebKit/605 Mobile/15E148 [FBAN/FBIOS;FBAV/400]', true],
  ['Mozilla/5.0 (Linux; Android 12; wv) AppleWebKit/537.36 Chrome/120.0 Mobile Safari/537.36', true],
  ['Mozilla/5.0 (Linux; Android 10) AppleWebKit/537.36 Chrome/120.0 Mobile Safari/537.36', false],
  ['Mozilla/5.0 (iPhone; CPU iPhone OS 15_4) AppleWebKit/605 Version/15.4 Mobile/15E148 Safari/604.1', false],
])('%s in another app: %s', (userAgent, expected) => {
  expect(isInAppBrowser(userAgent)).toBe(expected);
});

test('an iPad that says it is a Mac is known by its touch points', () => {
  const userAgent = 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15) Safari/605';
  expect(isAppleMobile({ userAgent, maxTouchPoints: 5 })).toBe(true);
  expect(isAppleMobile({ userAgent, maxTouchPoints: 0 })).toBe(false);
});

test('a screen that breaks says the data are still here and offers to load again', () => {
  expectConsole(/broken screen/);
  function Broken(): never {
    throw new Error('broken screen');
  }
  render(
    <ErrorBoundary>
      <Broken />
    </ErrorBoundary>,
  );
  expect(screen.getByRole('alert')).toHaveTextContent('Dữ liệu vẫn còn trên máy.');
  expect(screen.getByRole('button', { name: 'Tải lại' })).toBeVisible();
});

test('a database another window holds has a sentence of its own', () => {
  expectConsole(/OpenFailure/);
  function Blocked(): never {
    throw new OpenFailure('blocked');
  }
  render(
    <ErrorBoundary>
      <Blocked />
    </ErrorBoundary>,
  );
  expect(screen.getByRole('alert')).toHaveTextContent('Mời đóng các cửa sổ khác của ứng dụng');
});

test('over plain http the app says so and names the safe address', () => {
  render(<InsecurePage href="http://xa.example/p" />);
  expect(screen.getByRole('alert')).toHaveTextContent('https://');
  expect(screen.getByRole('link')).toHaveAttribute('href', 'https://xa.example/p');
});

test('a new version is only offered; the tap lets it in', async () => {
  const updates = createUpdates();
  const letIn = vi.fn<() => Promise<void>>(() => Promise.resolve());
  render(
    <PwaProvider pwa={{ install: watchInstallOffer(new EventTarget()), updates }}>
      <UpdateBanner />
    </PwaProvider>,
  );
  expect(screen.queryByText('Có bản mới.')).toBeNull();
  act(() => updates.offer(letIn));
  expect(await screen.findByText('Có bản mới.')).toBeVisible();
  expect(letIn).not.toHaveBeenCalled();
  await user.click(screen.getByRole('button', { name: 'Dùng bản mới' }));
  expect(letIn).toHaveBeenCalledTimes(1);
});

test('the browser’s offer to install waits for a tap, and is made once', async () => {
  const target = new EventTarget();
  const install = watchInstallOffer(target);
  render(
    <PwaProvider pwa={{ install, updates: createUpdates() }}>
      <InstallHint />
    </PwaProvider>,
  );
  expect(screen.queryByRole('button')).toBeNull();
  const prompt = vi.fn<() => Promise<void>>(() => Promise.resolve());
  const offer = Object.assign(new Event('beforeinstallprompt', { cancelable: true }), { prompt });
  act(() => void target.dispatchEvent(offer));
  expect(offer.defaultPrevented).toBe(true);
  await user.click(await screen.findByRole('button', { name: 'Thêm vào màn hình chính' }));
  expect(prompt).toHaveBeenCalledTimes(1);
  expect(screen.queryByRole('button')).toBeNull();
});
