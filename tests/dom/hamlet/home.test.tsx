import { screen, waitFor } from '@testing-library/react';
import { expect, test } from 'vitest';
import { deadlineWords } from '#client/subject/deadline-words.ts';
import { HamletApp } from '#client/features/hamlet/hamlet-app.tsx';
import { UnitApp } from '#client/features/unit/unit-app.tsx';
import { householdRow, sentForm } from './made-rows.ts';
import { openSubject, setNamed } from './open-subject.tsx';

test('the home says what is true: score, what is filled, households, deadline', async () => {
  const families = [1, 2, 3].map((index) => householdRow(index, `Nguyễn Văn ${index}`));
  const { show } = await openSubject({ rows: [...families, ...sentForm(1, { 'B1.1': true })] });
  show(<HamletApp />, '/xom');
  expect(await screen.findByRole('heading', { level: 1, name: 'Xóm Chùa 9' })).toBeVisible();
  expect(await screen.findByText('2/23 mục đã điền', { exact: false })).toBeVisible();
  expect(await screen.findByText('1/90 hộ')).toBeVisible();
  expect(screen.getByRole('img', { name: '1 hộ đã gửi, 2 hộ chưa làm' })).toBeVisible();
  expect(screen.getByText(/^Trước ngày 01\/01\/2100/)).toBeVisible();
  // A4.1 carries eight points, the most of all.
  expect(screen.getByRole('heading', { name: /^Điền mục A4\.1: / })).toBeVisible();
  expect(screen.getByText('nhiều nhất +8,00 điểm')).toBeVisible();
  // It begins with the number the figure is out of, which nobody has given yet.
  expect(screen.getByRole('link', { name: 'Điền mục này' })).toHaveAttribute(
    'href',
    '/xom/phieu?nhom=A4&muc=hamletPeople14',
  );
});

test('a deadline counts down to its last day and then says the commune still takes it', () => {
  const cutoffAt = Date.parse('2025-11-14T17:00:00.000Z');
  const deadline = {
    id: '',
    campaignId: '',
    subjectKind: 'hamlet' as const,
    phrase: 'trước ngày 15/11/2025',
    cutoffAt,
    graceDays: 3,
    source: '',
  };
  const day = 24 * 60 * 60 * 1000;
  expect(deadlineWords(deadline, cutoffAt - 5 * day).left).toBe('còn 5 ngày');
  expect(deadlineWords(deadline, cutoffAt - 1).left).toBe('hôm nay là ngày cuối');
  expect(deadlineWords(deadline, cutoffAt).left).toBe('hạn đã qua 1 ngày, xã vẫn nhận');
  expect(deadlineWords(deadline, cutoffAt - 5 * day).until).toBe('24 giờ ngày 14/11/2025');
  const atFive = { ...deadline, cutoffAt: Date.parse('2025-11-14T10:00:00.000Z') };
  expect(deadlineWords(atFive, 0).until).toBe('17:00 ngày 14/11/2025');
  expect(deadlineWords(deadline, cutoffAt + 2 * day).left).toBe('hạn đã qua 2 ngày, xã vẫn nhận');
});

test('without the commune’s criteria the home says what is missing and how to get it', async () => {
  const { show } = await openSubject({ without: ['criteriaSet'] });
  show(<HamletApp />, '/xom');
  expect(await screen.findByText('Chưa có bộ tiêu chí trên máy này')).toBeVisible();
  expect(screen.getByRole('button', { name: 'Nhận từ xã ngay' })).toBeVisible();
});

test('a unit fills the core and its sector’s own groups in the same form', async () => {
  const { workspace, profile, user, show } = await openSubject({ role: 'unitContact' });
  show(<UnitApp />, '/don-vi/phieu');
  const buttons = await screen.findAllByRole('button', { name: /mục đã điền/ });
  expect(buttons.length).toBe(setNamed('unit-TH').groups.length);
  await user.click(buttons.at(-1) ?? document.body);
  await user.type(screen.getByLabelText('Số giáo viên dùng hằng tuần'), '8');
  await user.type(screen.getByLabelText('Tổng số giáo viên'), '10');
  await waitFor(async () =>
    expect(await workspace.draft(profile.assessmentId ?? '')).toMatchObject({
      criteriaSet: 'unit-TH@1',
      subjectKind: 'unit',
      answers: { 'TH.2': { n: 8, d: 10 } },
    }),
  );
});

test('reads what the commune wrote, and a note written here waits like everything else', async () => {
  const { workspace, profile, user, show } = await openSubject();
  const assessmentId = profile.assessmentId ?? '';
  show(<HamletApp />, '/xom');
  await user.click(await screen.findByRole('button', { name: 'Gửi ghi chú' }));
  expect(screen.getByText('Mời viết ghi chú rồi gửi.')).toBeVisible();
  await user.type(screen.getByLabelText('Ghi chú thêm cho cán bộ xã'), 'Số hộ lấy theo danh sách tháng 10.');
  await user.click(screen.getByRole('button', { name: 'Gửi ghi chú' }));
  expect(await screen.findByText('Số hộ lấy theo danh sách tháng 10.', { selector: 'p' })).toBeVisible();
  expect(screen.getByLabelText('Ghi chú thêm cho cán bộ xã')).toHaveValue('');
  expect((await workspace.outbox()).map(({ kind, assessmentId: about }) => [kind, about])).toEqual([
    ['comment.add', assessmentId],
  ]);
});

test('the commune’s words about one criterion are shown with who wrote them and when', async () => {
  const { profile, show, pull } = await openSubject();
  const id = '0198c1f0-0000-7000-8000-0000000000cc';
  const at = Date.parse('2025-11-05T03:00:00.000Z');
  const value = {
    id,
    assessmentId: profile.assessmentId ?? '',
    criterionId: 'A5.1',
    text: 'Nhờ xóm xem lại số hộ.',
    byName: 'Trần Thị Cán',
    byRole: 'officer' as const,
    at,
  };
  await pull([{ scope: 'public', entity: 'comment', id, rev: 4, value }]);
  show(<HamletApp />, '/xom');
  expect(await screen.findByText('Nhờ xóm xem lại số hộ.')).toBeVisible();
  expect(screen.getByText('Trần Thị Cán, 10:00 ngày 05/11/2025, mục A5.1')).toBeVisible();
});
