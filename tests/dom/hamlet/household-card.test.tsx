/** One household's page: changed, moved, merged and put back, all without a network. */
import { screen, waitFor } from '@testing-library/react';
import { expect, test } from 'vitest';
import { HouseholdsApp } from '#client/features/households/households-app.tsx';
import type { PulledRow } from '#client/db/engine-store.ts';
import type { Household } from '#protocol/entities.ts';
import { HAMLET_ID, householdId, householdRow, sentForm } from './made-rows.ts';
import { openSubject, type OpenedSubject } from './open-subject.tsx';

const OTHER_HAMLET = '0198c1f0-0000-7000-8000-0000000000aa';
const rows: PulledRow[] = [
  householdRow(1, 'Lê Văn An', { phone: '0912345678' }),
  householdRow(2, 'Lê Văn An'),
  householdRow(3, 'Đỗ Văn Dũng'),
  {
    scope: 'public',
    entity: 'hamlet',
    id: OTHER_HAMLET,
    rev: 1,
    value: { id: OTHER_HAMLET, name: 'Đình 7', order: 7, validFrom: '2020-01-01' },
  },
];

/** The page of the first household's that its card leads to. */
const opened = async (way: string, more: readonly PulledRow[] = []): Promise<OpenedSubject> => {
  const subject = await openSubject({ rows: [...rows, ...more] });
  subject.show(<HouseholdsApp />, `/cac-ho/${householdId(1)}/${way}`);
  await screen.findByRole('heading', { level: 1 });
  return subject;
};
const stored = async ({ workspace }: OpenedSubject, index: number): Promise<Household | undefined> =>
  (await workspace.row('household', householdId(index)))?.value;

test('another name and number: said when somebody has the same name, saved, and waiting for the network', async () => {
  const subject = await opened('sua');
  const { user } = subject;
  const name = await screen.findByLabelText('Họ và tên chủ hộ');
  expect(name).toHaveValue('Lê Văn An');
  expect(screen.getByText(/Đã có hộ tên Lê Văn An trong danh sách/)).toBeVisible();
  await user.clear(name);
  await user.type(name, 'Lê Văn Ân');
  await user.clear(screen.getByLabelText('Số điện thoại (nếu có)'));
  await user.click(screen.getByRole('button', { name: 'Lưu' }));
  expect(await screen.findByRole('heading', { name: 'Hộ Lê Văn Ân' })).toBeVisible();
  expect(screen.getByText('Chưa có số điện thoại.')).toBeVisible();
  expect(screen.getByText(/Thay đổi đã lưu trên máy này/)).toBeVisible();
  const saved = await stored(subject, 1);
  expect(saved).toEqual({
    id: householdId(1),
    hamletId: HAMLET_ID,
    code: 'C9-001',
    householder: 'Lê Văn Ân',
  });
});

test('a family that moves to another hamlet leaves the list, and comes back by one tap', async () => {
  const subject = await opened('chuyen');
  const { user } = subject;
  await user.click(await screen.findByRole('button', { name: 'Ghi là đã chuyển đi' }));
  expect(screen.getByText('Mời chọn nơi hộ này chuyển đến.')).toBeVisible();
  await user.click(screen.getByRole('radio', { name: 'Sang xóm khác' }));
  await user.selectOptions(screen.getByLabelText('Chuyển sang xóm nào?'), 'Đình 7');
  await user.click(screen.getByRole('button', { name: 'Ghi là đã chuyển đi' }));
  expect(await screen.findByText('Đã chuyển sang xóm Đình 7')).toBeVisible();
  expect(await stored(subject, 1)).toMatchObject({ movedTo: OTHER_HAMLET, endedAt: expect.any(Number) });
  // What a family that left cannot be asked any more is not offered.
  expect(screen.queryByRole('link', { name: 'Nhập thay gia đình' })).toBeNull();
  await user.click(screen.getByRole('button', { name: 'Đưa trở lại danh sách' }));
  expect(await screen.findByRole('link', { name: 'Nhập thay gia đình' })).toBeVisible();
  const back = await stored(subject, 1);
  expect(back).not.toHaveProperty('movedTo');
  expect(back).not.toHaveProperty('endedAt');
});

test('two entries of one family: the twin comes first, the form of the one that goes is named, and it is undone', async () => {
  const subject = await opened('gop', sentForm(2, { 'B1.1': true }));
  const { user } = subject;
  const offered = await screen.findAllByRole('button', { name: /C9-00/ });
  expect(offered.map(({ textContent }) => textContent)).toEqual([
    expect.stringMatching(/^Lê Văn AnC9-002Xã đã nhận/),
    expect.stringMatching(/^Đỗ Văn Dũng/),
  ]);
  await user.click(screen.getByRole('button', { name: /C9-002/ }));
  await user.click(await screen.findByRole('button', { name: 'Gộp hai hộ' }));
  expect(screen.getByText('Mời chọn hộ giữ lại.')).toBeVisible();
  const [first] = screen.getAllByRole('radio');
  if (!first) throw new Error('nothing to choose');
  await user.click(first);
  expect(screen.getByText(/Phiếu của hộ này \(Xã đã nhận, gia đình tự gửi\) không tính/)).toBeVisible();
  await user.click(screen.getByRole('button', { name: 'Gộp hai hộ' }));
  expect(await screen.findByText('Đã gộp vào hộ Lê Văn An')).toBeVisible();
  expect(await stored(subject, 2)).toMatchObject({ mergedInto: householdId(1) });
  expect(await stored(subject, 1)).not.toHaveProperty('mergedInto');
  await user.click(screen.getByRole('button', { name: 'Đưa trở lại danh sách' }));
  await waitFor(async () => expect(await stored(subject, 2)).not.toHaveProperty('mergedInto'));
});

test('the card leads to everything one does for a family, and calls it where its number is known', async () => {
  await opened('ho');
  expect(await screen.findByRole('link', { name: 'Gọi 0912345678' })).toHaveAttribute(
    'href',
    'tel:0912345678',
  );
  const ways = screen.getAllByRole('link').map((link) => link.getAttribute('href'));
  const own = `/cac-ho/${householdId(1)}`;
  for (const way of [own, `${own}/nhac`, `${own}/sua`, `${own}/chuyen`, `${own}/gop`])
    expect(ways).toContain(way);
  expect(ways).toContain(`/cac-ho/phieu-moi?ho=${householdId(1)}`);
});

test('a household this phone does not know is said, not guessed', async () => {
  const { show } = await openSubject({ rows });
  show(<HouseholdsApp />, `/cac-ho/${householdId(99)}/ho`);
  expect(await screen.findByText('Không thấy hộ này trên máy')).toBeVisible();
});
