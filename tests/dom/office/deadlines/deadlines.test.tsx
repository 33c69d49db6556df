/** Hạn nộp: the phrase beside the instant, whom to remind, what was said, the commune's own reports. */
import { screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { cutoffOf } from '#domain/deadline.ts';
import { dayOf, daysBefore } from '#domain/day.ts';
import { DeadlinesPage } from '#client/features/office/deadlines/deadlines-page.tsx';
import { OfficeKeys } from '#client/features/office/help/keys.tsx';
import { OfficeDesk } from '#client/features/office/today/office-desk.tsx';
import type { PulledRow } from '#client/db/engine-store.ts';
import type { Role } from '#protocol/policy-roles.ts';
import { CAMPAIGN_ID } from '../../hamlet/made-rows.ts';
import { openSubject } from '../../hamlet/open-subject.tsx';

const WAIT = { timeout: 20_000 };
const DEADLINE_ID = '0198c1f0-0000-7000-8000-0000000000d2';
/** Some days ahead by the clock the screen runs under. */
const inDays = (days: number): string => daysBefore(dayOf(Date.now()), -days);
const shown = (day: string): string => day.split('-').reverse().join('/');

/** "trước ngày …", set as it is read or as the whole day. */
const hamletDeadline = (day: string, inclusive: boolean): PulledRow => ({
  scope: 'public',
  entity: 'deadline',
  id: DEADLINE_ID,
  rev: 7,
  value: {
    id: DEADLINE_ID,
    campaignId: CAMPAIGN_ID,
    subjectKind: 'hamlet',
    phrase: `trước ngày ${shown(day)}`,
    cutoffAt: cutoffOf({ phraseDate: day, inclusive }),
    graceDays: 3,
    source: '',
  },
});
const open = async (rows: readonly PulledRow[], role: Role = 'officer', path = '/han-nop/xom') => {
  const opened = await openSubject({ role, rows });
  const screenAt = opened.show(
    <OfficeKeys>
      <OfficeDesk>
        <DeadlinesPage />
      </OfficeDesk>
    </OfficeKeys>,
    path,
  );
  await screen.findByRole('heading', { level: 2, name: 'Phiếu của xóm' }, WAIT);
  return { ...opened, ...screenAt };
};
const button = (name: string | RegExp) => screen.findByRole('button', { name }, WAIT);

test('a phrase that means another instant than the one set is told, and a person brings them together, and back', async () => {
  const day = inDays(20);
  const { user, workspace } = await open([hamletDeadline(day, true)]);
  const cutoff = async () => (await workspace.row('deadline', DEADLINE_ID))?.value.cutoffAt;
  const last = shown(daysBefore(day, 1));
  await user.click(await button(`Đặt theo cụm từ: hết ngày ${last}`));
  expect(await screen.findByText('Cụm từ và thời điểm khớp nhau.', {}, WAIT)).toBeVisible();
  expect(await cutoff()).toBe(cutoffOf({ phraseDate: day, inclusive: false }));
  await user.click(await button('Hoàn tác'));
  await waitFor(
    async () => expect(await cutoff()).toBe(cutoffOf({ phraseDate: day, inclusive: true })),
    WAIT,
  );
});

test('a reminder is due on its day, is said once, and the plan keeps when and to how many', async () => {
  const { user, workspace } = await open([hamletDeadline(inDays(6), false)]);
  const row = await screen.findByRole('row', { name: /^Phiếu của xóm/ }, WAIT);
  expect(row).toHaveTextContent('Đến lúc nhắc: còn 7 ngày');
  const text = screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Lời nhắc để gửi nhóm Zalo' });
  expect(text.value).toContain('Chùa 9');
  expect(text.value).not.toContain('{');
  await user.click(await button('Ghi đã nhắc'));
  expect(
    await screen.findByText(
      /^: đã nhắc .*, khi còn 1 nơi chưa gửi$|đã nhắc .*, khi còn 1 nơi chưa gửi/,
      {},
      WAIT,
    ),
  ).toBeVisible();
  expect(row).toHaveTextContent(/lần tới/);
  expect(screen.queryByRole('button', { name: 'Ghi đã nhắc' })).toBeNull();
  expect((await workspace.rows('reminder')).map(({ value }) => [value.step, value.missing])).toEqual([
    [7, 1],
  ]);
});

test('a report of the commune has its own day, read from its phrase or chosen, and is handed in', async () => {
  const { user, workspace, at } = await open([]);
  await user.click(await button('Thêm báo cáo của xã'));
  const dialog = await screen.findByRole('dialog');
  await user.type(within(dialog).getByRole('textbox', { name: /^Tên báo cáo/ }), 'Báo cáo gửi Sở');
  const phrase = within(dialog).getByRole('textbox', { name: /^Hạn như ghi/ });
  await user.type(phrase, 'trong quý tư');
  await user.click(within(dialog).getByRole('button', { name: 'Ghi' }));
  expect(await within(dialog).findByText(/^Máy chưa đọc được ngày/)).toBeVisible();
  await user.clear(phrase);
  await user.type(phrase, 'trước ngày 01/12/2099');
  await user.click(within(dialog).getByRole('button', { name: 'Ghi' }));
  await waitFor(() => expect(at()).toMatch(/^\/han-nop\/bao-cao\//), WAIT);
  const [kept] = await workspace.rows('reportDeadline');
  expect(kept?.value.cutoffAt).toBe(cutoffOf({ phraseDate: '2099-12-01', inclusive: false }));
  await user.click(await button('Ghi đã nộp'));
  const handIn = await screen.findByRole('dialog');
  await user.type(within(handIn).getByRole('textbox', { name: 'Số văn bản' }), '12/BC-UBND');
  await user.click(within(handIn).getByRole('button', { name: 'Ghi đã nộp' }));
  expect(await screen.findByText(/^Đã nộp ngày .*, số 12\/BC-UBND\.$/, {}, WAIT)).toBeVisible();
  await user.click(await button('Bỏ báo cáo này'));
  await waitFor(() => expect(screen.queryByRole('row', { name: /^Báo cáo gửi Sở/ })).toBeNull(), WAIT);
  await user.click(await button('Hoàn tác'));
  expect(await screen.findByRole('row', { name: /^Báo cáo gửi Sở/ }, WAIT)).toHaveTextContent('đã nộp');
});

test('who only reads sees days and names, and is asked for nothing', async () => {
  await open([hamletDeadline(inDays(6), true)], 'chair');
  expect(await screen.findByText('Chưa gửi (1)', {}, WAIT)).toBeVisible();
  for (const name of ['Ghi đã nhắc', 'Thêm báo cáo của xã', /^Đặt theo cụm từ/])
    expect(screen.queryByRole('button', { name })).toBeNull();
});
