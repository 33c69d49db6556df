/** Nhật ký: what it says without a network, when the commune says no, when there is nothing, and an entry in full. */
import { screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { AuditPage } from '#client/features/office/audit/audit-page.tsx';
import { OfficeKeys } from '#client/features/office/help/keys.tsx';
import { WorkspaceProvider } from '#client/app/workspace-context.tsx';
import type { LogEntry, LogHeads, LogPage, LogQuery } from '#protocol/log.ts';
import type { Workspace } from '#client/workspace.ts';
import { openSubject } from '../../hamlet/open-subject.tsx';

const WAIT = { timeout: 20_000 };
const HASH = (letter: string): string => letter.repeat(43);

const entryOf = (rev: number, over: Partial<LogEntry> = {}): LogEntry => ({
  rev,
  opId: `op${rev}`,
  kind: 'record.put',
  receivedAt: Date.parse('2025-11-05T02:00:00Z') + rev * 60_000,
  verdict: 'applied',
  entity: 'registerEntry',
  id: '0198c1f0-0000-7000-8000-0000000000e1',
  body: 'here',
  changes: [
    { field: 'title', after: 'Dịch vụ công' },
    { field: 'people', before: 86, after: 90 },
  ],
  opHash: HASH('A'),
  log: HASH('B'),
  ...over,
});

type Replies = Partial<Pick<Workspace, 'readLog' | 'readLogHeads'>>;

/** The replica is real and has no network; what the commune answers, where it does, is given. */
async function open(replies: Replies = {}, path = '/nhat-ky') {
  const opened = await openSubject({ role: 'officer' });
  const page = (
    <OfficeKeys>
      <AuditPage />
    </OfficeKeys>
  );
  const { at } = opened.show(
    Object.keys(replies).length === 0 ? (
      page
    ) : (
      <WorkspaceProvider workspace={{ ...opened.workspace, ...replies }}>{page}</WorkspaceProvider>
    ),
    path,
  );
  await screen.findByRole('heading', { level: 1, name: 'Nhật ký' }, WAIT);
  return { ...opened, at };
}
const pageOf = (entries: LogEntry[], next?: number): { kind: 'read'; value: LogPage } => ({
  kind: 'read',
  value: { v: 1, entries, ...(next !== undefined && { next }), head: { rev: 9, log: HASH('B') } },
});

test('without a network the log says where it lies and what goes on all the same; the daily codes too', async () => {
  const { user } = await open();
  expect(await screen.findByText('Chưa đọc được nhật ký', {}, WAIT)).toBeVisible();
  expect(screen.getByText(/Việc chấm, ghi sổ vẫn làm được khi chưa có mạng/)).toBeVisible();
  await user.click(screen.getByRole('button', { name: 'Mã từng ngày' }));
  expect(await screen.findByText('Chưa đọc được nhật ký', {}, WAIT)).toBeVisible();
});

test('what was read stays when the network goes', async () => {
  let isThere = true;
  const { user } = await open({
    readLog: () => Promise.resolve(isThere ? pageOf([entryOf(3)]) : { kind: 'unreachable' }),
  });
  expect(await screen.findByRole('table', { name: 'Nhật ký của xã' }, WAIT)).toBeVisible();
  isThere = false;
  await user.click(screen.getByRole('button', { name: 'Đọc lại' }));
  expect(await screen.findByText(/^Chưa có mạng. Đang hiện những dòng đã đọc lúc/, {}, WAIT)).toBeVisible();
  expect(screen.getByRole('table', { name: 'Nhật ký của xã' })).toBeVisible();
});

test('a machine that may not read is told so', async () => {
  await open({ readLog: () => Promise.resolve({ kind: 'refused', problem: 'not-allowed' }) });
  expect(await screen.findByText('Chỉ thường trực và chủ tịch xem được nhật ký.', {}, WAIT)).toBeVisible();
});

test('nothing found by a filter and nothing at all are two different things', async () => {
  const { user } = await open({ readLog: () => Promise.resolve(pageOf([])) });
  expect(await screen.findByText('Chưa có dòng nào', {}, WAIT)).toBeVisible();
  await user.type(screen.getByRole('searchbox'), 'zzz{Enter}');
  expect(await screen.findByText('Không có dòng nào khớp', {}, WAIT)).toBeVisible();
});

test('an entry is opened by the keyboard and says before and after; filters go into the address and the question; pages go on', async () => {
  const asked: LogQuery[] = [];
  const { user, at } = await open({
    readLog: (query) => {
      asked.push(query);
      return Promise.resolve(
        query.before === undefined ? pageOf([entryOf(8), entryOf(7)], 7) : pageOf([entryOf(3)]),
      );
    },
  });
  const table = await screen.findByRole('table', { name: 'Nhật ký của xã' }, WAIT);
  const [first, second] = within(table).getAllByRole('button');
  first?.focus();
  await user.keyboard('{ArrowDown}');
  await waitFor(() => expect(second).toHaveFocus(), WAIT);
  await user.keyboard('{Enter}');
  const entry = await screen.findByRole('complementary');
  expect(entry).toHaveTextContent('Trước: 86');
  expect(entry).toHaveTextContent('Sau: 90');
  expect(entry).toHaveTextContent(HASH('B'));
  await user.click(screen.getByRole('button', { name: 'Đọc tiếp' }));
  await waitFor(() => expect(within(table).getAllByRole('button')).toHaveLength(3), WAIT);
  expect(screen.getByText('Đã hết nhật ký.')).toBeVisible();
  await user.selectOptions(screen.getByRole('combobox', { name: 'Loại việc' }), 'score.set');
  await waitFor(() => expect(asked.at(-1)).toMatchObject({ kind: 'score.set' }), WAIT);
  expect(decodeURIComponent(at())).toContain('score.set');
});

test('an entry of the server’s own names its machine once; one the commune knows no more is named by its mark', async () => {
  const id = 'D'.repeat(43);
  const device = { id, label: 'Máy của ông Tám', role: 'hamletHead' as const, name: 'Xóm Chùa 9' };
  const own = { kind: 'server.deviceRevoked', changes: [], facts: { device: id } };
  const { user } = await open({
    readLog: () => Promise.resolve(pageOf([entryOf(8, { ...own, device }), entryOf(7, own)])),
  });
  const table = await screen.findByRole('table', { name: 'Nhật ký của xã' }, WAIT);
  const [known, unknown] = within(table).getAllByRole('button');
  if (known === undefined || unknown === undefined) throw new Error('two entries');
  for (const entry of [known, unknown]) {
    await user.click(entry);
    const aside = await screen.findByRole('complementary');
    expect(within(aside).getAllByText('Máy', { exact: true })).toHaveLength(1);
  }
});

test('a copied code is found among the days, another is not', async () => {
  const days: LogHeads['days'] = [
    { date: '2025-11-05', entries: 4, rev: 9, log: HASH('B') },
    { date: '2025-11-04', entries: 2, rev: 5, log: HASH('C') },
  ];
  const { user } = await open(
    { readLogHeads: () => Promise.resolve({ kind: 'read', value: { v: 1, days } }) },
    '/nhat-ky/ma-ngay',
  );
  const field = await screen.findByRole('textbox', { name: 'Dán mã cần kiểm' }, WAIT);
  await user.type(field, HASH('C'));
  expect(await screen.findByText(/^Trùng với mã cuối ngày 0?4\/11\/2025/)).toBeVisible();
  await user.type(field, 'X');
  expect(await screen.findByText(/^Không trùng mã cuối ngày nào/)).toBeVisible();
});
