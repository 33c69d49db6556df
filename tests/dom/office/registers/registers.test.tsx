/** Sổ theo dõi on a real replica: kept, put right, taken out and back; two machines that write one line. */
import { screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { OfficeKeys } from '#client/features/office/help/keys.tsx';
import { RegistersPage } from '#client/features/office/registers/registers-page.tsx';
import type { PulledRow } from '#client/db/engine-store.ts';
import type { RegisterEntry } from '#protocol/office-records.ts';
import type { Role } from '#protocol/policy-roles.ts';
import { CAMPAIGN_ID } from '../../hamlet/made-rows.ts';
import { openSubject } from '../../hamlet/open-subject.tsx';

const ID = '0198c1f0-0000-7000-8000-0000000000e1';
const WAIT = { timeout: 20_000 };

const entry = (over: Partial<RegisterEntry> = {}): RegisterEntry => ({
  id: ID,
  campaignId: CAMPAIGN_ID,
  kind: 'training',
  date: '2025-10-20',
  title: 'Dịch vụ công trực tuyến',
  place: 'Nhà văn hóa',
  organiser: 'Công an xã',
  people: 86,
  hamlets: [],
  result: '',
  ...over,
});
const rowOf = (value: RegisterEntry | null, rev: number): PulledRow => ({
  scope: 'office',
  entity: 'registerEntry',
  id: ID,
  rev,
  ...(value !== null && { value }),
});
const open = async (rows: readonly PulledRow[], path = '/so-theo-doi', role: Role = 'officer') => {
  const opened = await openSubject({ role, rows });
  opened.show(
    <OfficeKeys>
      <RegistersPage />
    </OfficeKeys>,
    path,
  );
  await screen.findByRole('heading', { level: 1, name: 'Sổ theo dõi' }, WAIT);
  return opened;
};
const putRight = async (user: Awaited<ReturnType<typeof open>>['user'], people: string): Promise<void> => {
  await user.click(await screen.findByRole('button', { name: 'Sửa: Dịch vụ công trực tuyến' }, WAIT));
  const field = within(await screen.findByRole('dialog')).getByRole('textbox', { name: 'Số người tham gia' });
  await user.clear(field);
  await user.type(field, people);
};
const save = (user: Awaited<ReturnType<typeof open>>['user']) =>
  user.click(screen.getByRole('button', { name: 'Lưu sửa đổi' }));
const refusedAsStale = { verdict: 'refused', code: 'STALE_BASIS' } as const;

test('an empty register says what belongs there; a line needs its words, is kept offline, found without marks, taken out and back', async () => {
  const { user, workspace } = await open([]);
  expect(await screen.findByText('Chưa ghi buổi tập huấn nào', {}, WAIT)).toBeVisible();
  await user.click(screen.getByRole('button', { name: 'Ghi buổi tập huấn' }));
  const dialog = await screen.findByRole('dialog');
  await user.type(within(dialog).getByRole('textbox', { name: 'Số người tham gia' }), 'vài chục');
  await user.click(within(dialog).getByRole('button', { name: 'Ghi vào sổ' }));
  expect(await within(dialog).findByText('Mời ghi mục này.')).toBeVisible();
  expect(within(dialog).getByText('Số người là số nguyên từ 0 trở lên.')).toBeVisible();
  await user.clear(within(dialog).getByRole('textbox', { name: 'Số người tham gia' }));
  await user.type(within(dialog).getByRole('textbox', { name: /^Nội dung/ }), 'Cài định danh');
  await user.click(within(dialog).getByRole('button', { name: 'Ghi vào sổ' }));
  const row = await screen.findByRole('row', { name: /^Cài định danh/ }, WAIT);
  expect(row).toHaveTextContent('Cả xã');
  expect(screen.getByText(/^1 buổi tập huấn, 0 lượt người, .* 1 dòng chưa ghi số người\.$/)).toBeVisible();
  await user.type(screen.getByRole('searchbox', { name: 'Tìm trong sổ' }), 'cai dinh danh');
  expect(screen.getByRole('row', { name: /^Cài định danh/ })).toBeVisible();
  await user.type(screen.getByRole('searchbox'), 'zzz');
  expect(await screen.findByText('Không có dòng nào khớp.')).toBeVisible();
  await user.clear(screen.getByRole('searchbox'));
  await user.click(await screen.findByRole('button', { name: 'Bỏ khỏi sổ: Cài định danh' }));
  expect(await screen.findByText('Chưa ghi buổi tập huấn nào', {}, WAIT)).toBeVisible();
  await user.click(screen.getByRole('button', { name: 'Hoàn tác' }));
  expect(await screen.findByRole('row', { name: /^Cài định danh/ }, WAIT)).toBeVisible();
  expect((await workspace.rows('registerEntry')).map(({ value }) => value.title)).toEqual(['Cài định danh']);
});

test('who only reads sees the lines and the inspections, and can change nothing', async () => {
  await open([rowOf(entry(), 5)], '/so-theo-doi', 'chair');
  expect(await screen.findByRole('row', { name: /^Dịch vụ công/ }, WAIT)).toBeVisible();
  expect(screen.queryByRole('button', { name: /^(Sửa|Bỏ khỏi sổ|Ghi)/ })).toBeNull();
});

test('a line another machine had changed first: both are shown where they differ, and the one chosen is written on what stands', async () => {
  const { user, workspace, settle } = await open([rowOf(entry(), 5)]);
  await putRight(user, '90');
  await save(user);
  expect(await screen.findByRole('row', { name: /^Dịch vụ công.* 90 / }, WAIT)).toBeVisible();
  await settle({ lastSeq: 1, results: [refusedAsStale], rows: [rowOf(entry({ people: 120 }), 9)] });
  expect(await screen.findByText('“Dịch vụ công trực tuyến”: máy khác đã sửa trước', {}, WAIT)).toBeVisible();
  const pair = screen.getByText('Số người tham gia').parentElement;
  expect(pair).toHaveTextContent('Máy này: 90');
  expect(pair).toHaveTextContent('Ở xã: 120');
  expect(screen.queryByText('Kết quả:')).toBeNull();
  await user.click(screen.getByRole('button', { name: 'Giữ bản của máy này' }));
  await waitFor(() => expect(screen.queryByText(/máy khác đã sửa trước/)).toBeNull(), WAIT);
  expect(await screen.findByRole('row', { name: /^Dịch vụ công.* 90 / }, WAIT)).toBeVisible();
  expect((await workspace.outbox()).at(-1)?.text).toContain('"baseRev":9');
});

test('nobody is asked to choose between two versions that say the same, or their own', async () => {
  const { user, settle } = await open([rowOf(entry(), 5)]);
  await putRight(user, '90');
  await save(user);
  await screen.findByRole('row', { name: /^Dịch vụ công.* 90 / }, WAIT);
  // Another tab of this machine wrote the same meanwhile, and the commune kept that one.
  await settle({ lastSeq: 1, results: [refusedAsStale], rows: [rowOf(entry({ people: 90 }), 9)] });
  expect(await screen.findByRole('row', { name: /^Dịch vụ công.* 90 / }, WAIT)).toBeVisible();
  expect(screen.queryByText(/máy khác đã sửa trước/)).toBeNull();
});

test('a line that changes while it is open here is told in the form, and saving stands on the newest', async () => {
  const { user, workspace, pull } = await open([rowOf(entry(), 5)]);
  await putRight(user, '90');
  await pull([rowOf(entry({ place: 'Trụ sở xã' }), 9)]);
  expect(await screen.findByText('Nơi: Trụ sở xã', {}, WAIT)).toBeVisible();
  await save(user);
  await waitFor(
    async () => expect((await workspace.outbox()).at(-1)?.text ?? '').toContain('"baseRev":9'),
    WAIT,
  );
});

test('a line taken out elsewhere while it is open here comes back as a line of its own', async () => {
  const { user, workspace, pull } = await open([rowOf(entry(), 5)]);
  await putRight(user, '95');
  await pull([rowOf(null, 12)]);
  expect(await screen.findByText(/^Máy khác vừa bỏ dòng này khỏi sổ/, {}, WAIT)).toBeVisible();
  await save(user);
  expect(await screen.findByRole('row', { name: /^Dịch vụ công.* 95 / }, WAIT)).toBeVisible();
  const [kept] = await workspace.rows('registerEntry');
  expect(kept?.id).not.toBe(ID);
  expect((await workspace.outbox()).at(-1)?.text).toContain('"baseRev":0');
});
