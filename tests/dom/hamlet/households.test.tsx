import { screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { HouseholdsPage } from '#client/features/households/households-page.tsx';
import { assessmentIdOf } from '#protocol/assessment-id.ts';
import { rowSchemas } from '#protocol/entities.ts';
import { CAMPAIGN_ID, COMMUNE_ID, HAMLET_ID, householdId, householdRow, sentForm } from './made-rows.ts';
import { openSubject } from './open-subject.tsx';

const names = ['Phạm Đức Đạt', 'Lê Văn An', 'Nguyễn Văn Ánh', 'Trần Thị Ân', 'Đỗ Văn Dũng'];
const families = names.map((name, index) => householdRow(index + 1, name));
const listed = (): string[] =>
  within(screen.getAllByRole('list')[0] ?? document.body)
    .getAllByRole('link')
    .map((link) => link.textContent ?? '')
    .filter((text) => text !== 'Khác');

test('lists households by given name, each with where its form stands and who filled it', async () => {
  const rows = [
    ...families,
    ...sentForm(2, { 'B1.1': true }, 'self'),
    ...sentForm(3, { 'B1.1': true }, 'proxy'),
  ];
  const { show } = await openSubject({ rows });
  show(<HouseholdsPage />, '/cac-ho');
  await screen.findByRole('link', { name: /Lê Văn An/ });
  expect(listed().map((text) => names.find((name) => text.startsWith(name)))).toEqual([
    'Lê Văn An',
    'Nguyễn Văn Ánh',
    'Trần Thị Ân',
    'Đỗ Văn Dũng',
    'Phạm Đức Đạt',
  ]);
  expect(screen.getByRole('link', { name: /Lê Văn An/ })).toHaveTextContent('Xã đã nhận, gia đình tự gửi');
  expect(screen.getByRole('link', { name: /Nguyễn Văn Ánh/ })).toHaveTextContent('Xã đã nhận, nhập thay');
  expect(screen.getByRole('link', { name: /Đỗ Văn Dũng/ })).toHaveTextContent('Chưa làm');
});

test('finds without marks and by initials, and filters by what is not sent', async () => {
  const { user, show } = await openSubject({ rows: [...families, ...sentForm(2, { 'B1.1': true })] });
  show(<HouseholdsPage />, '/cac-ho');
  const search = await screen.findByLabelText('Tìm tên chủ hộ hoặc mã hộ');
  await user.type(search, 'nva');
  await waitFor(() => expect(listed()).toHaveLength(1));
  expect(listed()[0]).toMatch(/^Nguyễn Văn Ánh/);
  await user.clear(search);
  await user.type(search, 'do dung');
  await waitFor(() => expect(listed()[0]).toMatch(/^Đỗ Văn Dũng/));
  await user.clear(search);
  await user.click(screen.getByRole('button', { name: 'Chưa gửi: 4' }));
  expect(listed()).toHaveLength(4);
  await user.type(search, 'khong co ai');
  expect(await screen.findByText('Không tìm thấy “khong co ai”')).toBeVisible();
  await user.click(screen.getByRole('button', { name: 'Xem cả 5 hộ' }));
  expect(listed()).toHaveLength(5);
});

test('adds a household without a network: in the list at once, and sealed for the commune', async () => {
  const { workspace, user, show } = await openSubject({ rows: [] });
  show(<HouseholdsPage />, '/cac-ho');
  await user.click(await screen.findByRole('button', { name: 'Thêm một hộ' }));
  await user.click(screen.getByRole('button', { name: 'Lưu hộ này' }));
  expect(screen.getByText('Mời ghi họ và tên chủ hộ.')).toBeVisible();
  await user.type(screen.getByLabelText('Họ và tên chủ hộ'), '  Hoàng Thị   Dung ');
  await user.type(screen.getByLabelText('Số điện thoại (nếu có)'), '12');
  await user.click(screen.getByRole('button', { name: 'Lưu hộ này' }));
  expect(screen.getByText(/Số điện thoại cần có từ 8 đến 12 chữ số/)).toBeVisible();
  await user.clear(screen.getByLabelText('Số điện thoại (nếu có)'));
  await user.type(screen.getByLabelText('Số điện thoại (nếu có)'), '+84 912 345 678');
  await user.click(screen.getByRole('button', { name: 'Lưu hộ này' }));

  expect(await screen.findByRole('link', { name: /Hoàng Thị Dung/ })).toBeVisible();
  expect(screen.getByText(/Đã lưu hộ Hoàng Thị Dung trên máy này/)).toBeVisible();
  const [row] = (await workspace.rows('household')).map(({ value }) => value);
  expect(row).toMatchObject({ householder: 'Hoàng Thị Dung', phone: '0912345678' });
  expect((await workspace.outbox()).map(({ kind }) => kind)).toEqual(['record.put']);
});

const many = Array.from({ length: 500 }, (_, index) =>
  householdRow(index + 1, `Nguyễn Văn ${String.fromCodePoint(65 + (index % 26))} ${index + 1}`),
);

test('five hundred households: a few dozen rows are drawn, and each says which of how many it is', async () => {
  const { user, show } = await openSubject({ rows: many });
  show(<HouseholdsPage />, '/cac-ho');
  await screen.findByText('500 hộ');
  const rows = within(screen.getAllByRole('list')[0] ?? document.body).getAllByRole('listitem');
  expect(rows.length).toBeGreaterThan(10);
  expect(rows.length).toBeLessThan(100);
  expect(rows[0]).toHaveAttribute('aria-posinset', '1');
  expect(rows[0]).toHaveAttribute('aria-setsize', '500');
  await user.type(screen.getByLabelText('Tìm tên chủ hộ hoặc mã hộ'), 'c9-377');
  await waitFor(() => expect(listed()).toHaveLength(1));
  expect(listed()[0]).toMatch(/^Nguyễn Văn M 377/);
});

test('filters count what is in them; those with nobody stand back', async () => {
  const objection = {
    scope: `hamlet:${HAMLET_ID}`,
    entity: 'objection',
    id: '0198c1f0-0000-7000-b000-000000000001',
    rev: 3,
    value: {
      id: '0198c1f0-0000-7000-b000-000000000001',
      campaignId: CAMPAIGN_ID,
      householdId: householdId(3),
      assessmentId: assessmentIdOf(COMMUNE_ID, CAMPAIGN_ID, householdId(3)),
      submission: '0198c1f0-0000-7000-a000-000000000003',
      reason: '',
      state: 'open',
    },
  } as const;
  const [returned, ...rest] = sentForm(2, { 'B1.1': true });
  if (returned === undefined) throw new Error('no assessment');
  const rows = [
    ...families,
    { ...returned, value: rowSchemas.assessment.parse({ ...returned.value, state: 'returned' }) },
    ...rest,
    ...sentForm(3, { 'B1.1': true }, 'proxy'),
    householdRow(6, 'Hoàng Văn Tư', { endedAt: 1 }),
  ];
  const { user, show, pull } = await openSubject({ rows });
  show(<HouseholdsPage />, '/cac-ho');
  await screen.findByText('5 hộ');
  const chips = () =>
    within(screen.getByRole('group', { name: 'Lọc danh sách' }))
      .getAllByRole('button')
      .map(({ textContent }) => textContent);
  expect(chips()).toEqual(['Tất cả: 5', 'Chưa gửi: 3', 'Đã gửi: 1', 'Trả lại: 1', 'Đã chuyển đi: 1']);
  await pull([objection]);
  await user.click(await screen.findByRole('button', { name: 'Có phản đối: 1' }));
  expect(listed()).toHaveLength(1);
  expect(listed()[0]).toMatch(/^Nguyễn Văn Ánh.*gia đình phản đối/);
  await user.click(screen.getByRole('button', { name: 'Trả lại: 1' }));
  expect(listed()[0]).toMatch(/^Lê Văn An.*Trả lại để bổ sung/);
  await user.click(screen.getByRole('button', { name: 'Đã chuyển đi: 1' }));
  expect(listed()).toEqual([expect.stringMatching(/^Hoàng Văn Tư.*Đã chuyển khỏi xã/)]);
});
