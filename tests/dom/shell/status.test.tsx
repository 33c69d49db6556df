import { screen, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { ProfileStatus } from '#client/features/status/profile-status.tsx';
import { sizeWords } from '#client/features/status/standing.ts';
import { openSubject } from '../hamlet/open-subject.tsx';

test('the status page counts what was made, what waits and what came back, and never says more than it knows', async () => {
  const { workspace, show } = await openSubject();
  await workspace.comment(workspace.profile.assessmentId ?? '', 'Xóm đang bổ sung.');
  show(<ProfileStatus build="thu" />, '/tinh-trang');
  const counts = within(await screen.findByRole('region', { name: 'Phiếu và thay đổi trên máy này' }));
  const figure = (name: string): string | undefined =>
    counts.getByText(name).parentElement?.querySelector('dd')?.textContent;
  expect(figure('Đã làm trên máy này')).toBe('1');
  expect(figure('Đang chờ gửi')).toBe('1');
  expect(figure('Xã đã nhận')).toBe('0');
  expect(figure('Bản lưu dự phòng')).toBe('chưa có');
  expect(counts.getByText('Cộng lại: 0 + 0 + 1 + 0 = 1. Không thiếu việc nào.')).toBeVisible();
  expect(await screen.findByText(/Trình duyệt chưa hứa giữ dữ liệu/)).toBeVisible();
  expect(screen.getByText('thu')).toBeVisible();
});

test.each([
  [0, '0 MB'],
  [1_500_000, '1,4 MB'],
  [1024 ** 3 * 1.5, '1,5 GB'],
])('%i bytes are said as %s', (bytes, words) => {
  expect(sizeWords(bytes)).toBe(words);
});
