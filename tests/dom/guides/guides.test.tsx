import { render, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, expect, test, vi } from 'vitest';
import { guideNote, guides } from '#domain/defaults/guides.ts';
import { SettingsProvider } from '#client/app/settings-context.tsx';
import { createPocket } from '#client/db/pocket.ts';
import { GuidesPage, ProfileGuides } from '#client/features/guides/guides-page.tsx';
import { fillKnown, sharedGuide, spokenGuide } from '#client/features/guides/guide-text.ts';
import { hamletRow } from '../hamlet/made-rows.ts';
import { openSubject } from '../hamlet/open-subject.tsx';

const show = (id?: string) =>
  render(
    <SettingsProvider pocket={createPocket(indexedDB)} first={{ largeText: false, theme: 'system' }}>
      <GuidesPage {...(id !== undefined && { id })} campaign={undefined} />
    </SettingsProvider>,
  );

afterEach(() => vi.restoreAllMocks());

test('guides are found by words without marks, in the title first and then in the steps', async () => {
  const user = userEvent.setup({ delay: null });
  show();
  expect(screen.getAllByRole('listitem')).toHaveLength(guides.length);
  await user.type(screen.getByLabelText('Tìm hướng dẫn'), 'lua dao');
  const links = screen.getAllByRole('link');
  expect(links[0]).toHaveAttribute('href', '/huong-dan/chong-lua-dao');
  await user.clear(screen.getByLabelText('Tìm hướng dẫn'));
  // Only a step has it.
  await user.type(screen.getByLabelText('Tìm hướng dẫn'), 'cach ly');
  expect(screen.getAllByRole('link').map((link) => link.getAttribute('href'))).toEqual([
    '/huong-dan/nhat-ky-che',
  ]);
  expect(screen.getByRole('status')).toHaveTextContent('1 bài');

  await user.type(screen.getByLabelText('Tìm hướng dẫn'), ' xyz');
  expect(screen.getByText('Không tìm thấy “cach ly xyz”')).toBeVisible();
  await user.click(screen.getByRole('button', { name: `Xem cả ${guides.length} bài` }));
  expect(screen.getAllByRole('listitem')).toHaveLength(guides.length);
});

test('a guide has numbered steps, says which may differ, and is sent on as words', async () => {
  const user = userEvent.setup({ delay: null });
  const written = vi.fn<(text: string) => Promise<void>>(() => Promise.resolve());
  Object.defineProperty(navigator, 'clipboard', { configurable: true, value: { writeText: written } });
  show('vneid-muc-2');
  expect(screen.getByRole('heading', { level: 1 })).toHaveTextContent('Cài đặt và kích hoạt VNeID mức 2');
  expect(screen.getAllByRole('listitem')).toHaveLength(6);
  expect(screen.getAllByText('có thể khác theo phiên bản')).toHaveLength(2);
  expect(screen.getByText(guideNote)).toBeVisible();
  await user.click(screen.getByRole('button', { name: 'Chia sẻ' }));
  expect(await screen.findByText(/^Đã chép bài hướng dẫn/)).toBeVisible();
  expect(written).toHaveBeenCalledExactlyOnceWith(
    expect.stringMatching(/^Cài đặt và kích hoạt VNeID mức 2\n1\. Mang thẻ căn cước/),
  );
});

test('an address without a guide says so and leads to the list', () => {
  show('khong-co');
  expect(screen.getByText('Chưa có bài hướng dẫn này')).toBeVisible();
  expect(screen.getByRole('link', { name: 'Xem các bài hướng dẫn' })).toHaveAttribute('href', '/huong-dan');
});

test('telephone numbers stand in a guide where the phone was told of them, and leave no hole otherwise', async () => {
  const { show: showIn, pull } = await openSubject();
  showIn(<ProfileGuides id="to-cong-nghe-so" />, '/huong-dan/to-cong-nghe-so');
  expect(screen.getByText('Muốn nhờ: gọi trưởng xóm hoặc đến nhà văn hóa.')).toBeVisible();
  await pull([hamletRow({ households: 90, headPhone: '0912 345 678' }, 7)]);
  expect(
    await screen.findByText('Muốn nhờ: gọi trưởng xóm 0912 345 678 hoặc đến nhà văn hóa.'),
  ).toBeVisible();
  expect(fillKnown('Công an xã {dienThoaiCongAn}.', { dienThoaiCongAn: '113' })).toBe('Công an xã 113.');
});

test('read aloud and sent on, a guide is whole: every step with its number, and the last word', () => {
  const guide = guides.find(({ id }) => id === 'chong-lua-dao');
  if (guide === undefined) throw new Error('chong-lua-dao');
  expect(spokenGuide(guide)).toMatch(/^Bốn điều phòng lừa đảo trên mạng\. Bước 1\. .* Bước 4\. /);
  expect(spokenGuide(guide)).toMatch(/thì đừng chia sẻ\.$/);
  expect(sharedGuide(guide).split('\n')).toHaveLength(6);
});
