/** Giấy khen on a real replica: who is printed, what lacks, the step after, and the blanks. */
import { screen, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { CertificatesApp } from '#client/features/office/certificates/certificates-app.tsx';
import { OfficeKeys } from '#client/features/office/help/keys.tsx';
import type { PulledRow } from '#client/db/engine-store.ts';
import { operationIn } from '#client/db/own-operation.ts';
import type { Workspace } from '#client/workspace.ts';
import { openSubject } from '../../hamlet/open-subject.tsx';
import { awardRows, DECISION_ID } from './made-awards.ts';

const WAIT = { timeout: 20_000 };
const open = async (rows: readonly PulledRow[], path: string) => {
  const opened = await openSubject({ role: 'officer', rows });
  const { at } = opened.show(
    <OfficeKeys>
      <CertificatesApp />
    </OfficeKeys>,
    path,
  );
  return { ...opened, at };
};
const written = async (workspace: Workspace, entity: string) =>
  (await workspace.outbox()).flatMap((row) => {
    const operation = operationIn(row);
    return operation?.kind === 'record.put' && operation.args.entity === entity ? [operation.args] : [];
  });

test('without an approved decision there is nothing to print, and it says where one is made', async () => {
  await open(awardRows({ state: 'prepared' }), '/giay-khen');
  expect(await screen.findByText('Chưa có quyết định nào được duyệt', {}, WAIT)).toBeVisible();
  expect(screen.getByRole('link', { name: 'Mở Khen thưởng' })).toHaveAttribute('href', '/khen-thuong');
});

test('all who still have it are printed, one who is unticked is not; what was taken back is said and left out', async () => {
  const { user, workspace } = await open(awardRows(), `/giay-khen?quyet-dinh=${DECISION_ID}&kieu=ca-trang`);
  expect(await screen.findByRole('button', { name: 'In 2 giấy khen' }, WAIT)).toBeVisible();
  const revoked = screen.getByRole('row', { name: /Trần Thị Ánh/ });
  expect(revoked).toHaveTextContent('Không in: Đã hủy, thu hồi');
  expect(within(revoked).queryByRole('checkbox')).toBeNull();
  // What goes to the printer is in the page already: a sheet each, the words as text.
  const sheets = document.querySelectorAll('body > div:last-child > section');
  expect(sheets).toHaveLength(2);
  expect(sheets[1]).toHaveTextContent('=Xóm Đình 6');
  await user.click(screen.getByRole('checkbox', { name: '=Xóm Đình 6' }));
  expect(await screen.findByRole('button', { name: 'In 1 giấy khen' }, WAIT)).toBeVisible();

  await user.click(screen.getByRole('button', { name: 'Ghi 1 giấy khen đã in' }));
  expect(await screen.findByText(/^Đã ghi: đã in 1 giấy khen/, {}, WAIT)).toBeVisible();
  const [put, ...others] = await written(workspace, 'award');
  expect(others).toEqual([]);
  expect(put?.value?.['course']).toMatchObject([{ to: 'decided' }, { to: 'printed' }]);
  await user.click(screen.getByRole('button', { name: 'Hoàn tác' }));
  expect(await screen.findByText('Đã hoàn tác.', {}, WAIT)).toBeVisible();
});

test('a decision without a number or signer prints nothing and names what lacks', async () => {
  const signer = { title: 'CHỦ TỊCH', onBehalf: '', name: '' };
  await open(awardRows({ number: '', signer }), `/giay-khen?quyet-dinh=${DECISION_ID}&kieu=ca-trang`);
  expect(
    await screen.findByText('Hộ ông Nguyễn Văn Ân: còn thiếu số quyết định, tên người ký', {}, WAIT),
  ).toBeVisible();
  expect(screen.queryByRole('button', { name: /^In \d/ })).toBeNull();
});

test('a blank is made, measured by numbers and arrow keys, saved, taken out and brought back', async () => {
  const { user, workspace, at } = await open(awardRows(), '/giay-khen/phoi');
  await user.click(await screen.findByRole('button', { name: 'Tạo phôi mới' }, WAIT));
  const left = await screen.findByRole('textbox', { name: 'Từ mép trái (mm)' }, WAIT);
  expect(at()).toMatch(/^\/giay-khen\/phoi\/[0-9a-f-]{36}$/);
  await user.clear(left);
  await user.type(left, '40,5');
  screen.getByRole('button', { name: 'Sang phải' }).focus();
  await user.keyboard('{ArrowRight}{Shift>}{ArrowDown}{/Shift}');
  expect(left).toHaveValue('41');
  const y = screen.getByRole('textbox', { name: 'Từ mép trên (mm)' });
  expect(y).toHaveValue('102,5');
  await user.clear(y);
  expect(screen.getByText(/^Ghi một số từ 0 đến 210/)).toBeVisible();
  await user.click(screen.getByRole('button', { name: 'Lưu phôi' }));
  expect(await screen.findByText('Đã lưu phôi.', {}, WAIT)).toBeVisible();
  const [row] = await workspace.rows('certificateBlank');
  // The last number that was one stands; an empty field is none.
  expect(row?.value.fields['recipient']).toMatchObject({ x: 410, y: 1025 });

  await user.click(screen.getByRole('link', { name: 'Phôi Giấy khen' }));
  await user.click(await screen.findByRole('button', { name: 'Bỏ phôi' }, WAIT));
  expect(await screen.findByText('Chưa có phôi nào', {}, WAIT)).toBeVisible();
  await user.click(screen.getByRole('button', { name: 'Lấy lại' }));
  expect(await screen.findByRole('link', { name: 'Phôi A4' }, WAIT)).toBeVisible();
});
