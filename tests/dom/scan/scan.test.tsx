import { act, render, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { beforeEach, expect, test, vi } from 'vitest';
import { ScanPage } from '#client/features/scan/scan-page.tsx';

const user = userEvent.setup({ delay: null });
const ask = vi.fn<MediaDevices['getUserMedia']>();
const devices = { getUserMedia: ask };

/** A camera as the browser gives it; its film is an empty canvas. */
function aCamera(capabilities: MediaTrackCapabilities & { torch?: boolean } = {}) {
  const stream = document.createElement('canvas').captureStream();
  const [track] = stream.getVideoTracks();
  if (track === undefined) throw new Error('no track');
  const stop = vi.spyOn(track, 'stop');
  const light = vi.spyOn(track, 'applyConstraints').mockResolvedValue();
  vi.spyOn(track, 'getCapabilities').mockReturnValue(capabilities);
  return { stream, track, stop, light };
}

const refusedWith = (name: string): Promise<never> => Promise.reject(new DOMException('', name));
const show = () => render(<ScanPage onPath={() => undefined} typePath="/ghep" devices={devices} />);

beforeEach(() => {
  vi.restoreAllMocks();
  ask.mockReset();
  vi.spyOn(HTMLMediaElement.prototype, 'play').mockResolvedValue();
});

test.each([
  ['NotAllowedError', /chưa được phép dùng máy ảnh.*cho phép Máy ảnh/],
  ['NotFoundError', /không có máy ảnh dùng được/],
  ['NotReadableError', /đang được ứng dụng khác dùng/],
])('%s is said in words, with the typed code as the next thing to do', async (name, words) => {
  ask.mockImplementation(() => refusedWith(name));
  show();
  expect(await screen.findByRole('alert')).toHaveTextContent(words);
  expect(screen.getByRole('link', { name: 'Nhập mã 10 ký tự' })).toHaveAttribute('href', '/ghep');
  expect(screen.getByRole('button', { name: 'Đọc từ ảnh chụp phiếu' })).toBeVisible();
});

test('leave that was refused may be given after all', async () => {
  ask.mockImplementation(() => refusedWith('NotAllowedError'));
  show();
  await screen.findByRole('alert');
  ask.mockResolvedValue(aCamera().stream);
  await user.click(screen.getByRole('button', { name: 'Mở lại máy ảnh' }));
  expect(await screen.findByText(/Đưa mã vuông vào giữa khung/)).toBeVisible();
  expect(screen.queryByRole('alert')).toBeNull();
});

test('the camera is let go when one leaves the page, and while the app is not looked at', async () => {
  const cameras = [aCamera(), aCamera()];
  for (const { stream } of cameras) ask.mockResolvedValueOnce(stream);
  const { unmount } = show();
  await screen.findByText(/Đưa mã vuông vào giữa khung/);
  expect(cameras[0]?.stop).not.toHaveBeenCalled();

  const see = vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden');
  act(() => void document.dispatchEvent(new Event('visibilitychange')));
  expect(cameras[0]?.stop).toHaveBeenCalled();
  see.mockReturnValue('visible');
  act(() => void document.dispatchEvent(new Event('visibilitychange')));
  await screen.findByText(/Đưa mã vuông vào giữa khung/);
  expect(ask).toHaveBeenCalledTimes(2);
  expect(cameras[1]?.stop).not.toHaveBeenCalled();
  unmount();
  expect(cameras[1]?.stop).toHaveBeenCalled();
});

test('a camera that is taken away while it is used says so', async () => {
  const { stream, track } = aCamera();
  ask.mockResolvedValue(stream);
  show();
  await screen.findByText(/Đưa mã vuông vào giữa khung/);
  act(() => void track.dispatchEvent(new Event('ended')));
  expect(await screen.findByRole('alert')).toHaveTextContent(/đang được ứng dụng khác dùng/);
});

test('a light is offered where the camera has one, and nowhere else', async () => {
  const dark = aCamera();
  ask.mockResolvedValue(dark.stream);
  const { unmount } = show();
  await screen.findByText(/Đưa mã vuông vào giữa khung/);
  expect(screen.queryByRole('button', { name: 'Bật đèn' })).toBeNull();
  unmount();

  const lit = aCamera({ torch: true });
  ask.mockResolvedValue(lit.stream);
  show();
  await user.click(await screen.findByRole('button', { name: 'Bật đèn' }));
  expect(lit.light).toHaveBeenLastCalledWith({ advanced: [{ torch: true }] });
  await user.click(await screen.findByRole('button', { name: 'Tắt đèn' }));
  expect(lit.light).toHaveBeenLastCalledWith({ advanced: [{ torch: false }] });
});

test('a file that is no picture is said to be none', async () => {
  ask.mockImplementation(() => refusedWith('NotFoundError'));
  show();
  await screen.findByRole('alert');
  await user.upload(
    screen.getByLabelText('Đọc từ ảnh chụp phiếu', { selector: 'input' }),
    new File(['%PDF'], 'phieu.png', { type: 'image/png' }),
  );
  expect(await screen.findByText(/không mở được tệp này/)).toBeVisible();
});
