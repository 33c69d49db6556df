import { screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { score } from '#domain/score.ts';
import { operationSchema } from '#protocol/operation.ts';
import { HamletApp } from '#client/features/hamlet/hamlet-app.tsx';
import { hamletRow, householdRow, sentForm } from './made-rows.ts';
import { openSubject, setNamed, type OpenedSubject } from './open-subject.tsx';

const sendButton = (): HTMLElement => screen.getByRole('button', { name: 'Gửi về xã' });
const submitted = async ({ workspace }: OpenedSubject) => {
  const rows = (await workspace.outbox()).filter(({ kind }) => kind === 'assessment.submit');
  return rows.map(({ text, opId }) => {
    const operation = operationSchema.parse(JSON.parse(text));
    if (operation.kind !== 'assessment.submit') throw new Error(operation.kind);
    return { opId, ...operation.args };
  });
};

test('sends only after the head has written a name and signed off', async () => {
  const subject = await openSubject();
  const { user, show } = subject;
  const { at } = show(<HamletApp />, '/xom/phieu?xem-lai');

  await user.click(await screen.findByRole('button', { name: 'Gửi về xã' }));
  expect(screen.getByRole('alert')).toHaveTextContent(
    'Mời trưởng xóm ghi họ tên và bấm “Tôi xác nhận” rồi gửi.',
  );
  await user.click(screen.getByRole('button', { name: 'Tôi xác nhận' }));
  expect(screen.getByText('Mời ghi họ và tên trước khi xác nhận.')).toBeVisible();
  await user.type(screen.getByLabelText('Họ và tên trưởng xóm'), 'Nguyễn Văn Tám');
  await user.click(sendButton());
  expect(await submitted(subject)).toEqual([]);

  expect(screen.getByText(/Tôi là trưởng xóm .*chịu trách nhiệm về số liệu/)).toBeVisible();
  await user.click(screen.getByRole('button', { name: 'Tôi xác nhận' }));
  expect(screen.getByText('Nguyễn Văn Tám đã xác nhận.')).toBeVisible();
  await user.click(sendButton());

  await waitFor(() => expect(at()).toMatch(/^\/bien-nhan\//));
  const [sent] = await submitted(subject);
  expect(at()).toBe(`/bien-nhan/${sent?.opId}`);
  expect(sent?.signedOffBy).toBe('Nguyễn Văn Tám');
  expect(sent?.criteriaSet).toBe('hamlet@1');
});

test('what is sent holds the machine’s own answers and the score of the whole', async () => {
  const families = [1, 2, 3].map((index) => householdRow(index, `Nguyễn Văn ${index}`));
  const subject = await openSubject({
    rows: [...families, ...sentForm(1, { 'B1.1': true }), ...sentForm(2, { 'B1.1': false })],
  });
  const { user, show } = subject;
  show(<HamletApp />, '/xom/phieu?nhom=A1');
  await user.click(await screen.findByRole('radio', { name: /^Có/ }));
  await user.click(screen.getByRole('button', { name: 'Quay lại' }));
  await user.click(screen.getByRole('button', { name: 'Xem lại rồi gửi' }));
  await user.type(screen.getByLabelText('Họ và tên trưởng xóm'), 'Tám');
  await user.click(screen.getByRole('button', { name: 'Tôi xác nhận' }));
  await user.click(sendButton());

  await waitFor(async () => expect(await submitted(subject)).toHaveLength(1));
  const [sent] = await submitted(subject);
  const snapshot = { 'A1.1': true, 'A1.3': { n: 2 }, 'A8.2': true, hamletHouseholds: 90 };
  expect(sent?.snapshot).toEqual(snapshot);
  expect(sent?.selfScore).toBe(score(setNamed('hamlet'), snapshot).normalised);
});

test('a figure that cannot be right stops sending, in words, with the way to it', async () => {
  const subject = await openSubject();
  const { user, show } = subject;
  const { at } = show(<HamletApp />, '/xom/phieu?nhom=A3');
  await user.type(await screen.findByLabelText('Số hộ có thiết bị'), '91');
  await user.type(screen.getByLabelText('Số hộ ở nơi có sóng hoặc có cáp'), '10');
  await user.click(screen.getByRole('button', { name: 'Quay lại' }));
  await user.click(screen.getByRole('button', { name: 'Xem lại rồi gửi' }));

  expect(screen.getByText('Cần xem lại 2 mục trước khi gửi')).toBeVisible();
  await user.type(screen.getByLabelText('Họ và tên trưởng xóm'), 'Tám');
  await user.click(screen.getByRole('button', { name: 'Tôi xác nhận' }));
  await user.click(sendButton());
  expect(screen.getByRole('alert')).toHaveTextContent('Còn 2 mục cần sửa rồi mới gửi được.');
  expect(await submitted(subject)).toEqual([]);

  await user.click(screen.getByRole('button', { name: 'Sửa: A3.1. Hộ có thiết bị thông minh' }));
  expect(at()).toBe('/xom/phieu?nhom=A3&muc=A3.1');
  expect(screen.getByRole('heading', { name: /điện thoại thông minh hoặc máy tính/ })).toHaveFocus();
});

test('a helper fills but does not send', async () => {
  const { show } = await openSubject({ role: 'hamletHelper' });
  show(<HamletApp />, '/xom/phieu?xem-lai');
  expect(await screen.findByText(/Phiếu của xóm do trưởng xóm xác nhận và gửi/)).toBeVisible();
  expect(screen.queryByRole('button', { name: 'Gửi về xã' })).toBeNull();
});

test('nothing is sent while the commune reviews', async () => {
  const { profile, show, pull } = await openSubject();
  const id = profile.assessmentId ?? '';
  await pull([
    {
      scope: 'public',
      entity: 'assessment',
      id,
      rev: 9,
      value: {
        id,
        campaignId: '0198c1f0-0000-7000-8000-000000000001',
        subjectKind: 'hamlet',
        subjectId: '0198c1f0-0000-7000-8000-000000000002',
        state: 'underReview',
        statusRev: 2,
        round: 1,
        submissions: [],
      },
    },
  ]);
  show(<HamletApp />, '/xom/phieu?xem-lai');
  expect(await screen.findByText(/Xã đang chấm phiếu này nên chưa gửi/)).toBeVisible();
  expect(screen.queryByRole('button', { name: 'Gửi về xã' })).toBeNull();
});

test('household forms suggest a figure with its coverage, taken over by a tap', async () => {
  const families = [1, 2, 3].map((index) => householdRow(index, `Nguyễn Văn ${index}`));
  const forms = [
    ...sentForm(1, { 'B1.1': true }),
    ...sentForm(2, { 'B1.1': true }),
    ...sentForm(3, { 'B1.1': false }),
  ];
  const { user, show } = await openSubject({
    rows: [hamletRow({ households: 4 }, 2), ...families, ...forms],
  });
  show(<HamletApp />, '/xom/phieu?nhom=A3');
  const card = within(await screen.findByRole('region', { name: /điện thoại thông minh hoặc máy tính/ }));
  expect(card.getByText('Từ phiếu các hộ: 2 trên 4')).toBeVisible();
  expect(card.getByText(/\(3\/4 phiếu\)/)).toBeVisible();
  await user.click(card.getByRole('button', { name: 'Dùng số này' }));
  expect(card.getByLabelText('Số hộ có thiết bị')).toHaveValue('2');
  expect(card.getByText('Đang dùng số này')).toBeVisible();
});
