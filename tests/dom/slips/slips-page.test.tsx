/** The page of slips over a real workspace and the real server in process, with the line a test decides. */
import { render, screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import { Router } from 'wouter';
import { memoryLocation } from 'wouter/memory-location';
import { WorkspaceProvider } from '#client/app/workspace-context.tsx';
import { SlipsPage } from '#client/features/slips/slips-page.tsx';
import type { Workspace } from '#client/workspace.ts';
import { openCommune, type Line } from '../../client-core/commune.ts';
import { createPhone, untilTrue } from '../../client-core/surroundings.ts';
import { headOf, open, untilSent } from '../../client-core/village.ts';
import { screensMove } from '../moving-screens.ts';

interface Shown {
  workspace: Workspace;
  line: Line;
  user: ReturnType<typeof userEvent.setup>;
  add: (householder: string) => Promise<void>;
}

async function shown(): Promise<Shown> {
  screensMove();
  const commune = await openCommune();
  const phone = createPhone(61);
  const line = commune.line();
  const tab = phone.tab(line.fetch, { compress: line.compress });
  const profile = await headOf(commune, tab);
  const workspace = await open(profile, tab);
  const hamletId = profile.binding?.kind === 'hamlet' ? profile.binding.id : '';
  const add = (householder: string): Promise<void> => {
    const id = workspace.newId();
    return workspace.putRecord('household', id, { id, hamletId, householder }, 0);
  };
  for (const name of ['Lê Văn An', 'Đỗ Văn Dũng', 'Trần Thị Ân']) await add(name);
  workspace.sendNow();
  await untilSent(phone, workspace);
  await untilTrue(async () => (await workspace.rows('household')).every(({ value }) => value.code));
  line.isDown = true;
  const memory = memoryLocation({ path: '/cac-ho/phieu-moi' });
  render(
    <WorkspaceProvider workspace={workspace}>
      <Router hook={memory.hook} searchHook={memory.searchHook}>
        <SlipsPage />
      </Router>
    </WorkspaceProvider>,
  );
  await screen.findByText('In phiếu cho ai?');
  return { workspace, line, user: userEvent.setup({ delay: null }), add };
}
const papers = (): HTMLElement[] => [
  ...document.querySelectorAll<HTMLElement>('body > div:last-child article'),
];

test('without a network it says what still works; with one there is a paper for each, four a sheet', async () => {
  const print = vi.fn<() => void>();
  Object.assign(globalThis, { print });
  const { user, line, workspace } = await shown();
  expect(screen.getByText('3 phiếu, 1 tờ A4, mỗi tờ 4 phiếu.')).toBeVisible();
  await user.click(screen.getByRole('button', { name: 'Lấy mã, xem phiếu' }));
  expect(await screen.findByText('Chưa có mạng nên chưa lấy được mã')).toBeVisible();
  expect(screen.getByText(/Chưa có mã nào bị thay/)).toBeVisible();
  line.isDown = false;
  await user.click(screen.getByRole('button', { name: 'Thử lại' }));
  expect(await screen.findByText('Đã có 3 phiếu')).toBeVisible();
  expect(screen.queryByText('Chưa có mạng nên chưa lấy được mã')).toBeNull();
  // In the list's order, by given name.
  expect(papers().map((paper) => /ông\/bà (.+), xóm/.exec(paper.textContent ?? '')?.[1])).toEqual([
    'Lê Văn An',
    'Trần Thị Ân',
    'Đỗ Văn Dũng',
  ]);
  for (const paper of papers()) {
    expect(paper.textContent).toMatch(/nhập mã: ?[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{2}/);
    expect(within(paper).getByRole('img', { hidden: true })).toHaveAccessibleName(/^Mã QR của hộ /);
  }
  await user.click(screen.getByRole('button', { name: 'In 3 phiếu' }));
  expect(print).toHaveBeenCalledOnce();
  // Back from them they are gone: another look is another code.
  await user.click(screen.getByRole('button', { name: 'Quay lại' }));
  expect(papers()).toEqual([]);
  await workspace.close();
});

test('some households, chosen by name; one the commune has not heard of yet is named and waits', async () => {
  const { user, add, line, workspace } = await shown();
  await add('Phạm Văn Mới');
  expect(await screen.findByText(/1 hộ vừa thêm chưa gửi về xã.*Phạm Văn Mới/)).toBeVisible();
  await user.click(screen.getByRole('radio', { name: 'Chọn từng hộ' }));
  await user.click(screen.getByRole('button', { name: 'Lấy mã, xem phiếu' }));
  expect(screen.getByText('Mời chọn ít nhất một hộ.')).toBeVisible();
  await user.type(screen.getByLabelText('Tìm tên chủ hộ hoặc mã hộ'), 'dung');
  await user.click(await screen.findByRole('checkbox', { name: /Đỗ Văn Dũng/ }));
  expect(screen.queryByRole('checkbox', { name: /Phạm Văn Mới/ })).toBeNull();
  line.isDown = false;
  await user.click(screen.getByRole('button', { name: 'Lấy mã, xem phiếu' }));
  expect(await screen.findByText('Đã có 1 phiếu')).toBeVisible();
  expect(papers()).toHaveLength(1);
  await workspace.close();
});
