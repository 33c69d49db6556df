import { screen, waitFor, within } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { RESCUE_BYTES_MAX } from '#protocol/rescue.ts';
import { RescanPage } from '#client/features/enrol/rescan-page.tsx';
import { OutboxPage } from '#client/features/outbox/outbox-page.tsx';
import { HandInPage } from '#client/features/rescue/hand-in-page.tsx';
import { ProfileStatus } from '#client/features/status/profile-status.tsx';
import type { RescueHandIn, Workspace } from '#client/workspace.ts';
import type { ProfileRow } from '#client/db/model.ts';
import { openSubject } from '../hamlet/open-subject.tsx';

afterEach(() => vi.restoreAllMocks());

const files: File[] = [];
/** What the phone's own sheet was given. */
function withShareSheet(): void {
  files.length = 0;
  Object.defineProperty(navigator, 'canShare', { configurable: true, value: () => true });
  Object.defineProperty(navigator, 'share', {
    configurable: true,
    value: ({ files: given }: ShareData) => {
      files.push(...(given ?? []));
      return Promise.resolve();
    },
  });
}

const withWork = async (options: Parameters<typeof openSubject>[0] = {}) => {
  const opened = await openSubject(options);
  await opened.workspace.comment(opened.workspace.profile.assessmentId ?? '', 'Xóm đang bổ sung.');
  return opened;
};
/** The same workspace with one command answered for: the file itself is the engine's, and tested with it. */
const answering = (workspace: Workspace, over: Partial<Workspace>): void => {
  Object.assign(workspace, over);
};

test('one tap hands the file to the phone’s own sheet, says how many things are in it, and changes nothing here', async () => {
  withShareSheet();
  const { workspace, user, show } = await withWork();
  const bytes = new Uint8Array([1, 2, 3]);
  answering(workspace, {
    exportRescue: () => Promise.resolve({ kind: 'file', name: 'bai-chua-gui.thidua', bytes, operations: 1 }),
  });
  show(<OutboxPage />, '/hang-cho');
  await user.click(await screen.findByRole('button', { name: 'Xuất bài chưa gửi' }));
  expect(await screen.findByText('Đã gói 1 việc vào tệp bai-chua-gui.thidua.')).toBeVisible();
  expect(files.map(({ name, size }) => [name, size])).toEqual([['bai-chua-gui.thidua', 3]]);
  expect(await workspace.outbox()).toHaveLength(1);
});

test.each([
  [{ kind: 'noCommuneKey' } as const, /chưa liên lạc với xã lần nào/],
  [{ kind: 'nothingWaits' } as const, /Không còn việc nào chờ gửi/],
])('an export that cannot be says why: %o', async (made, words) => {
  const { workspace, user, show } = await withWork();
  answering(workspace, { exportRescue: () => Promise.resolve(made) });
  show(<ProfileStatus build="thu" />, '/tinh-trang');
  await user.click(await screen.findByRole('button', { name: 'Xuất bài chưa gửi' }));
  expect(await screen.findByText(words)).toBeVisible();
});

test('with nothing waiting there is nothing to export, and the page does not offer it', async () => {
  const { show } = await openSubject();
  show(<ProfileStatus build="thu" />, '/tinh-trang');
  expect(await screen.findByText('Cộng lại: 0 + 0 + 0 + 0 = 0. Không thiếu việc nào.')).toBeVisible();
  expect(screen.queryByRole('button', { name: 'Xuất bài chưa gửi' })).toBeNull();
});

async function handIn(answer: RescueHandIn, file: File) {
  const { user, show } = await openSubject();
  const given: number[] = [];
  const ask = (bytes: Uint8Array): Promise<RescueHandIn> => {
    given.push(bytes.length);
    return Promise.resolve(answer);
  };
  show(<HandInPage handIn={ask} back="/" isOffice={false} />, '/nop-ho');
  await user.upload(screen.getByLabelText('Chọn tệp'), file);
  const send = screen.queryByRole('button', { name: 'Nộp về xã' });
  if (send) await user.click(send);
  return given;
}
const made = new File([new Uint8Array(9)], 'bai.thidua');

test('a file of another phone goes as it is, and the carrier is told numbers alone', async () => {
  const reply = { v: 1, taken: 3, known: 2, needsLook: 1 } as const;
  expect(await handIn({ kind: 'taken', reply }, made)).toEqual([9]);
  const taken = within(await screen.findByRole('region', { name: 'Xã đã nhận tệp' }));
  expect(taken.getAllByRole('definition').map(({ textContent }) => textContent)).toEqual(['3', '2', '1']);
});

test.each([
  [{ kind: 'unreachable' } as const, /Chưa tới được xã vì không có mạng/],
  [{ kind: 'refused', problem: 'malformed' } as const, /tệp bị sửa, bị hỏng/],
  [{ kind: 'refused', problem: 'device-revoked' } as const, /phải do cán bộ xã nhập/],
  [{ kind: 'refused', problem: 'device-pending' } as const, /còn chờ xã đồng ý/],
  [{ kind: 'refused', problem: 'busy' } as const, /đang bận/],
])('a file that was not taken: %o', async (answer, words) => {
  await handIn(answer, made);
  expect(await screen.findByRole('alert')).toHaveTextContent(words);
});

test.each([
  [new File([], 'trong.thidua'), /trống/],
  [new File([new Uint8Array(RESCUE_BYTES_MAX + 1)], 'anh.jpg'), /lớn hơn 4 MB/],
])('what cannot be such a file is not sent at all', async (file, words) => {
  expect(await handIn({ kind: 'unreachable' }, file)).toEqual([]);
  expect(screen.getByRole('alert')).toHaveTextContent(words);
});

test('a locked-out phone says what stays, takes a new code in place and goes on', async () => {
  const lockedOut = { state: 'lockedOut', problem: 'device-revoked' } as const;
  const { workspace, user, show } = await withWork({ link: lockedOut });
  const codes: string[] = [];
  const went: ProfileRow[] = [];
  const profile = workspace.profile;
  show(
    <RescanPage
      enrol={(code) => {
        codes.push(code);
        return Promise.resolve(
          codes.length === 1
            ? { kind: 'refused', problem: 'code-expired', retryAfterMs: null }
            : { kind: 'answered', profile, isReady: true },
        );
      }}
      onEnrolled={(enrolled) => went.push(enrolled)}
    />,
    '/quet-lai',
  );
  expect(await screen.findByText('1 việc chưa gửi vẫn nằm trên máy này.')).toBeVisible();
  expect(await screen.findByRole('link', { name: 'Gọi cán bộ xã: 0208 3824 000' })).toHaveAttribute(
    'href',
    'tel:02083824000',
  );
  expect(screen.getByRole('button', { name: 'Xuất bài chưa gửi' })).toBeVisible();
  await user.click(screen.getByRole('button', { name: 'Dùng mã mới' }));
  expect(codes).toEqual([]);
  await user.type(screen.getByLabelText('Mã 10 ký tự'), 'ABCDE-FGH12');
  await user.click(screen.getByRole('button', { name: 'Dùng mã mới' }));
  expect(await screen.findByText(/Mã này đã hết hạn/)).toBeVisible();
  await user.click(screen.getByRole('button', { name: 'Dùng mã mới' }));
  await waitFor(() => expect(went).toEqual([profile]));
});

test('a phone the commune still takes is told that it needs no code', async () => {
  const { show } = await openSubject();
  show(
    <RescanPage enrol={() => Promise.reject(new Error('not asked'))} onEnrolled={() => undefined} />,
    '/quet-lai',
  );
  expect(await screen.findByText('Xã vẫn nhận máy này, không cần mã mới.')).toBeVisible();
});

test('a diagnostic is copied where the phone cannot share, and says first what it does not hold', async () => {
  Object.defineProperty(navigator, 'share', { configurable: true, value: undefined });
  const { workspace, user, show } = await withWork();
  show(<ProfileStatus build="thu" />, '/tinh-trang');
  expect(await screen.findByText(/không có tên ai, không có câu trả lời nào/)).toBeVisible();
  await user.click(screen.getByRole('button', { name: 'Chia sẻ chẩn đoán' }));
  expect(await screen.findByText(/Đã chép bản chẩn đoán/)).toBeVisible();
  const copied = await navigator.clipboard.readText();
  expect(copied).not.toContain('Xóm đang bổ sung');
  expect(copied).not.toContain(workspace.profile.title);
});
