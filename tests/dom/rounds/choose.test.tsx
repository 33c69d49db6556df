import { screen, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { operationSchema, type Change } from '#protocol/operation.ts';
import { HamletApp } from '#client/features/hamlet/hamlet-app.tsx';
import { UnitApp } from '#client/features/unit/unit-app.tsx';
import type { Workspace } from '#client/workspace.ts';
import { openSubject } from '../hamlet/open-subject.tsx';
import { ONE, OTHER, registersRow } from './round-rows.ts';

const numbers = registersRow({
  'A3.1': [
    { opId: ONE, value: { n: 50 } },
    { opId: OTHER, value: { n: 54 } },
  ],
});
const changesIn = async (workspace: Workspace): Promise<Record<string, Change>[]> =>
  (await workspace.outbox()).flatMap(({ text }) => {
    const operation = operationSchema.parse(JSON.parse(text));
    return operation.kind === 'answers.save' ? [operation.args.changes] : [];
  });

test('each value stands with its points, phone and time; nothing is chosen, and a choice has seen every version', async () => {
  const { workspace, user, show } = await openSubject({ rows: [numbers] });
  show(<HamletApp />, '/xom/can-chon');
  const choices = within(await screen.findByRole('radiogroup', { name: /điện thoại thông minh/ }));
  const values = choices.getAllByRole('radio');
  expect(values).toHaveLength(3);
  for (const value of values) expect(value).not.toBeChecked();
  expect(choices.getByText('Ghi trên máy khác, 10:00 ngày 04/11/2025')).toBeVisible();
  expect(choices.getByText('Ghi trên máy khác, 10:30 ngày 04/11/2025')).toBeVisible();
  expect(choices.getAllByText(/^\d,\d\d điểm$/)).toHaveLength(2);
  expect(screen.getByText('Mục A3.1, 1/1')).toBeVisible();

  // Pressed too early it says what is missing, and nothing is written.
  await user.click(screen.getByRole('button', { name: 'Mời chọn một bên' }));
  expect(screen.getByRole('alert')).toHaveTextContent('Mời chọn một bên');
  expect(await changesIn(workspace)).toEqual([]);

  await user.click(choices.getByRole('radio', { name: /54 trên 90/ }));
  await user.click(screen.getByRole('button', { name: 'Dùng bản này' }));
  expect(await screen.findByText('Không còn mục nào ghi khác nhau.')).toBeVisible();
  const [changes] = await changesIn(workspace);
  expect(changes?.['A3.1']?.value).toEqual({ n: 54 });
  expect([...(changes?.['A3.1']?.bases ?? [])].toSorted()).toEqual([ONE, OTHER].toSorted());
  expect((await workspace.draft(workspace.profile.assessmentId ?? ''))?.answers).toEqual({
    'A3.1': { n: 54 },
  });
});

test('a third figure is written in place with the form’s own field, and a figure that cannot be is not taken', async () => {
  const { workspace, user, show } = await openSubject({ rows: [numbers] });
  show(<HamletApp />, '/xom/can-chon');
  await user.click(await screen.findByRole('radio', { name: 'Số khác' }));
  await user.click(screen.getByRole('button', { name: 'Dùng bản này' }));
  expect(screen.getByRole('alert')).toHaveTextContent('Mời ghi câu trả lời');
  const field = screen.getByLabelText('Số hộ có thiết bị');
  await user.type(field, '500');
  await user.click(screen.getByRole('button', { name: 'Dùng bản này' }));
  expect(screen.getByRole('alert')).toBeVisible();
  expect(await changesIn(workspace)).toEqual([]);
  await user.clear(field);
  await user.type(field, '52');
  await user.click(screen.getByRole('button', { name: 'Dùng bản này' }));
  await screen.findByText('Không còn mục nào ghi khác nhau.');
  expect((await changesIn(workspace))[0]?.['A3.1']?.value).toEqual({ n: 52 });
});

test('two texts stand side by side and can be put together into one', async () => {
  const texts = registersRow({
    'A8.1': [
      { opId: ONE, value: { text: 'Lớp học tối thứ sáu.', level: 'A8.1-2' } },
      { opId: OTHER, value: { text: 'Loa xóm đọc tin.', level: 'A8.1-2' } },
    ],
  });
  const { workspace, user, show } = await openSubject({ rows: [texts] });
  show(<HamletApp />, '/xom/can-chon');
  expect(await screen.findByText(/Lớp học tối thứ sáu\./)).toBeVisible();
  expect(screen.getByText(/Loa xóm đọc tin\./)).toBeVisible();
  await user.click(screen.getByRole('radio', { name: 'Ghép lại' }));
  const box = screen.getByRole('textbox');
  expect(box).toHaveValue('Lớp học tối thứ sáu.\nLoa xóm đọc tin.');
  await user.click(screen.getByRole('button', { name: 'Dùng bản này' }));
  await screen.findByText('Không còn mục nào ghi khác nhau.');
  expect((await changesIn(workspace))[0]?.['A8.1']?.value).toEqual({
    text: 'Lớp học tối thứ sáu.\nLoa xóm đọc tin.',
    level: 'A8.1-2',
  });
});

test('what is put off stays, and a link leads straight to its question', async () => {
  const two = registersRow({
    'A3.1': [
      { opId: ONE, value: { n: 50 } },
      { opId: OTHER, value: { n: 54 } },
    ],
    'A3.3': [{ opId: ONE, value: { level: 'A3.3-2' } }, { opId: OTHER }],
  });
  const { workspace, user, show } = await openSubject({ rows: [two] });
  show(<HamletApp />, '/xom/can-chon?muc=A3.3');
  expect(await screen.findByText('Mục A3.3, 2/2')).toBeVisible();
  // A cleared answer is a version like any other.
  expect(screen.getByRole('radio', { name: /Để trống/ })).toBeInTheDocument();
  await user.click(screen.getByRole('button', { name: 'Để sau' }));
  await screen.findByText('Mục A3.1, 1/2');
  await user.click(screen.getByRole('button', { name: 'Để sau' }));
  expect(await screen.findByText('Còn 2 mục để sau.')).toBeVisible();
  expect(await changesIn(workspace)).toEqual([]);
});

test('home, groups, question and review all lead to the choice, and nothing is sent before it', async () => {
  const { workspace, user, show } = await openSubject({ rows: [numbers] });
  await workspace.saveDraft({
    id: workspace.profile.assessmentId ?? '',
    assessmentId: workspace.profile.assessmentId ?? '',
    subjectKind: 'hamlet',
    subjectName: 'Xóm Chùa 9',
    channel: 'self',
    criteriaSet: 'hamlet@1',
    answers: { 'A2.1': 6 },
    ticks: {},
    consent: {},
    consentMode: 'self',
    witness: '',
    signedOffBy: 'Nguyễn Văn Tám',
    place: '',
    status: 'open',
    updatedAt: 1,
    sealed: {},
  });
  show(<HamletApp />, '/xom');
  const state = (await screen.findByText('Cần chọn.')).closest('a');
  expect(state).toHaveAttribute('href', '/xom/can-chon');

  show(<HamletApp />, '/xom/phieu?nhom=A3');
  const card = within(await screen.findByRole('region', { name: /điện thoại thông minh/ }));
  expect(card.getByText('Máy khác ghi: 54 trên 90')).toBeVisible();
  expect(card.getByRole('link', { name: 'Chọn một bên' })).toHaveAttribute('href', '/xom/can-chon?muc=A3.1');

  show(<HamletApp />, '/xom/phieu?xem-lai');
  expect(await screen.findByText('Cần chọn 1 mục trước khi gửi')).toBeVisible();
  await user.click(screen.getByRole('button', { name: 'Tôi xác nhận' }));
  await user.click(screen.getByRole('button', { name: 'Gửi về xã' }));
  expect(await screen.findByText('Còn 1 mục hai máy ghi khác nhau. Mời chọn rồi gửi.')).toBeVisible();
  expect((await workspace.outbox()).some(({ kind }) => kind === 'assessment.submit')).toBe(false);
});

test('a unit without anything to choose is told so', async () => {
  const { show } = await openSubject({ role: 'unitContact' });
  show(<UnitApp />, '/don-vi/can-chon');
  expect(await screen.findByText('Không còn mục nào ghi khác nhau.')).toBeVisible();
  expect(screen.getByRole('link', { name: 'Xem lại rồi gửi' })).toHaveAttribute(
    'href',
    '/don-vi/phieu?xem-lai',
  );
});
