import { screen, waitFor } from '@testing-library/react';
import { expect, test } from 'vitest';
import { HamletApp } from '#client/features/hamlet/hamlet-app.tsx';
import { aDraft } from '../../client-core/makers.ts';
import { HOUSEHOLDS, hamletRow, householdRow, sentForm } from './made-rows.ts';
import { openSubject } from './open-subject.tsx';

const head = hamletRow({ households: HOUSEHOLDS, headName: 'Trần Văn Bảy' }, 5);
const REVIEW = '/xom/phieu?xem-lai';

async function begun(role: 'hamletHead' | 'hamletHelper') {
  const subject = await openSubject({ role, rows: [householdRow(1, 'Nguyễn Văn An')] });
  await subject.pull([head]);
  const assessmentId = subject.profile.assessmentId ?? '';
  await subject.workspace.saveDraft(aDraft({ id: assessmentId, assessmentId, answers: { 'A1.1': true } }));
  return subject;
}

const submitted = async ({ workspace }: Awaited<ReturnType<typeof begun>>) =>
  (await workspace.outbox()).filter(({ kind }) => kind === 'assessment.submit').length;

test('the head confirms these figures by name; other figures are confirmed anew before they are sent', async () => {
  const subject = await begun('hamletHead');
  const { user, show, pull } = subject;
  show(<HamletApp />, REVIEW);
  expect(await screen.findByLabelText('Họ và tên trưởng xóm')).toHaveValue('Trần Văn Bảy');
  expect(screen.getByText(/^Phiếu này có 3\/23 mục đã trả lời, \d+,\d\d điểm tự chấm\.$/)).toBeVisible();
  await user.click(screen.getByRole('button', { name: 'Tôi xác nhận' }));
  expect(screen.getByText('Trần Văn Bảy đã xác nhận.')).toBeVisible();

  // A family's form comes in and moves a figure of the sheet.
  await pull(sentForm(1, { 'B1.1': true }));
  expect(await screen.findByRole('button', { name: 'Tôi xác nhận' })).toBeVisible();
  await user.click(screen.getByRole('button', { name: 'Gửi về xã' }));
  expect(screen.getByRole('alert')).toHaveTextContent(/^Số liệu vừa đổi sau khi xác nhận/);
  expect(await submitted(subject)).toBe(0);
  await user.click(screen.getByRole('button', { name: 'Tôi xác nhận' }));
  await user.click(screen.getByRole('button', { name: 'Gửi về xã' }));
  await waitFor(async () => expect(await submitted(subject)).toBe(1));
});

test('a helper cannot sign the hamlet’s sheet and is told who can', async () => {
  const { show } = await begun('hamletHelper');
  show(<HamletApp />, REVIEW);
  expect(await screen.findByText(/^Phiếu của xóm do trưởng xóm Trần Văn Bảy xác nhận và gửi/)).toBeVisible();
  expect(screen.queryByRole('button', { name: 'Tôi xác nhận' })).toBeNull();
  expect(screen.queryByRole('button', { name: 'Gửi về xã' })).toBeNull();
});
