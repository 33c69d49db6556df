/** The hamlet's figures held against its households' forms, on the sheet and in the review. */
import { screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import type { SubmissionRow } from '#protocol/judged-rows.ts';
import { HamletApp } from '#client/features/hamlet/hamlet-app.tsx';
import { CAMPAIGN_ID, HAMLET_ID, hamletRow, householdRow, sentForm } from './made-rows.ts';
import { openSubject } from './open-subject.tsx';

/** A hamlet of ten with the given forms, all answered on B2.3 (the hamlet's A2.2). */
const hamletOfTen = (answers: readonly SubmissionRow['snapshot'][]) => [
  hamletRow({ households: 10 }, 2),
  ...answers.flatMap((snapshot, at) => [
    householdRow(at + 1, `Nguyễn Văn ${at + 1}`),
    ...sentForm(at + 1, snapshot),
  ]),
];
const YES = { 'B2.3': true };
const NO = { 'B2.3': false };
const SIX = hamletOfTen([YES, YES, YES, YES, NO, NO]);

const channelCard = async () => within(await screen.findByRole('region', { name: /nhóm Zalo của xóm/ }));

test('a claim is drawn on what forms say, with coverage, the range, and what would settle it', async () => {
  const { user, show, pull } = await openSubject({ rows: SIX });
  show(<HamletApp />, '/xom/phieu?nhom=A2');
  const card = await channelCard();
  expect(card.getByText('Từ phiếu các hộ: 4 trên 10')).toBeVisible();
  expect(card.getByText('tạm tính')).toBeVisible();
  expect(card.getByText('6/10 phiếu', { exact: false })).toBeVisible();
  expect(card.getByRole('img', { name: '4 hộ đã có, 4 hộ chưa gửi phiếu, 2 hộ chưa có.' })).toBeVisible();

  const field = card.getByLabelText('Số hộ tham gia kênh số');
  await user.type(field, '7');
  expect(card.getByText('Có thể đúng.')).toBeVisible();
  expect(card.getByRole('status')).toHaveTextContent(
    'Số thật trong khoảng 4 đến 8 hộ (40–80%). Hỏi thêm 3 hộ, đều trả lời có, là đủ chứng minh.',
  );
  expect(card.getByRole('img')).toHaveAccessibleName(/Xóm ghi 7 hộ\.$/);
  expect(await card.findByRole('link', { name: 'Xem 4 hộ chưa gửi' })).toHaveAttribute('href', '/cac-ho');

  // Three more families answer: it settles itself while the sheet stays open.
  await pull([7, 8, 9].flatMap((at) => [householdRow(at, `Trần Văn ${at}`), ...sentForm(at, YES)]));
  expect(await card.findByText('Đã đủ chứng minh.')).toBeVisible();
  expect(card.queryByText('tạm tính')).toBeNull();
});

test('a claim that cannot be is said with the arithmetic, takes every keystroke, and stands in the review', async () => {
  const { user, show, workspace, profile } = await openSubject({ rows: SIX });
  show(<HamletApp />, '/xom/phieu?nhom=A2');
  const card = await channelCard();
  await user.type(card.getByLabelText('Số hộ tham gia kênh số'), '9');
  expect(card.getByText('Cao hơn mức có thể.')).toBeVisible();
  expect(card.getByRole('status')).toHaveTextContent(
    'Theo các phiếu, 2 hộ chưa có, nên nhiều nhất là 8 trên 10 (80%).',
  );
  await user.clear(card.getByLabelText('Số hộ tham gia kênh số'));
  await user.type(card.getByLabelText('Số hộ tham gia kênh số'), '3');
  expect(card.getByText('Thấp hơn mức có thể.')).toBeVisible();
  await waitFor(async () =>
    expect((await workspace.draft(profile.assessmentId ?? ''))?.answers).toEqual({ 'A2.2': { n: 3 } }),
  );
  for (let step = 0; step < 7; step++)
    await user.click(screen.getByRole('button', { name: /^(Nhóm tiếp|Xem lại)$/ }));
  expect(await screen.findByText('Nên xem lại')).toBeVisible();
  expect(
    screen.getByText(
      /^Thấp hơn mức có thể\. Theo các phiếu, 4 hộ đã có, nên ít nhất là 4 trên 10 \(40%\)\.$/,
    ),
  ).toBeVisible();
  // A word to look at, never a bar.
  expect(screen.queryByText(/trước khi gửi/)).toBeNull();
});

test('another figure than the suggested one asks why; the reason is kept once the field is left', async () => {
  const { user, show, workspace } = await openSubject({ rows: SIX });
  show(<HamletApp />, '/xom/phieu?nhom=A2');
  const card = await channelCard();
  const field = card.getByLabelText('Số hộ tham gia kênh số');
  await user.type(field, '4');
  expect(card.queryByLabelText(/^Vì sao/)).toBeNull();
  await user.clear(field);
  await user.type(field, '6');
  await user.type(await card.findByLabelText('Vì sao khác số gợi ý 4?'), 'Đếm trong nhóm Zalo');
  await user.click(field);
  await waitFor(async () =>
    expect((await workspace.rows('claimReason')).map(({ value }) => value)).toEqual([
      expect.objectContaining({
        campaignId: CAMPAIGN_ID,
        subjectKind: 'hamlet',
        subjectId: HAMLET_ID,
        criterionId: 'A2.2',
        text: 'Đếm trong nhóm Zalo',
      }),
    ]),
  );
  expect(await card.findByText('Đã lưu lý do trên máy này.')).toBeVisible();
  // The sheet's own draft may be sealed meanwhile: that is no second reason.
  const reasons = async () => (await workspace.outbox()).filter(({ kind }) => kind === 'record.put');
  expect(await reasons()).toHaveLength(1);
  await user.click(card.getByLabelText('Vì sao khác số gợi ý 4?'));
  await user.click(field);
  // Nothing changed: nothing is sealed again.
  expect(await reasons()).toHaveLength(1);
});

test('an authority’s figure is kept apart with its source, used by a tap, and taken out with a way back', async () => {
  const family = (n: number) => ({ householdPeople14: 4, 'B2.1': { n } });
  const rows = hamletOfTen([family(3), family(2)]);
  const { user, show, workspace } = await openSubject({
    rows: [...rows, hamletRow({ households: 10, people14plus: 40 }, 3)],
  });
  show(<HamletApp />, '/xom/phieu?nhom=A4');
  const card = within(await screen.findByRole('region', { name: /đã có VNeID mức 2/ }));
  await user.click(await card.findByRole('button', { name: 'Ghi số của cơ quan' }));
  const figures = () => card.getAllByLabelText('Số người có VNeID mức 2');
  const newest = () => figures().at(-1) ?? document.body;
  await user.type(newest(), '41');
  await user.click(card.getByRole('button', { name: 'Lưu số này' }));
  expect(card.getByText('Mời ghi cả hai số, số đầu không lớn hơn số tổng.')).toBeVisible();
  expect(card.getByText('Mời ghi tên cơ quan.')).toBeVisible();
  await user.clear(newest());
  await user.type(newest(), '33');
  await user.type(card.getByLabelText('Cơ quan nào cho số này?'), 'Công an xã');
  await user.click(card.getByRole('button', { name: 'Lưu số này' }));

  expect(await card.findByText('Số của cơ quan: 33 trên 40')).toBeVisible();
  expect(card.getByText(/^Công an xã, ngày \d\d\/\d\d\/\d{4}$/)).toBeVisible();
  // Kept apart: the hamlet's own figure is still nobody's.
  expect(figures()[0]).toHaveValue('');
  await user.click(card.getAllByRole('button', { name: 'Dùng số này' }).at(-1) ?? document.body);
  expect(figures()[0]).toHaveValue('33');
  // It differs from the suggestion, but an authority stands behind it.
  expect(card.queryByLabelText(/^Vì sao/)).toBeNull();

  await user.click(card.getByRole('button', { name: 'Bỏ số này' }));
  expect(await card.findByText('Đã bỏ số của cơ quan.')).toBeVisible();
  expect(await workspace.rows('officialCount')).toEqual([]);
  expect(card.getByLabelText(/^Vì sao/)).toBeVisible();
  await user.click(card.getByRole('button', { name: 'Hoàn tác' }));
  expect(await card.findByText('Số của cơ quan: 33 trên 40')).toBeVisible();
});

test('where no authority has the number none is asked for', async () => {
  const { show } = await openSubject({ rows: SIX });
  show(<HamletApp />, '/xom/phieu?nhom=A2');
  const card = await channelCard();
  await card.findByRole('link', { name: 'Xem 4 hộ chưa gửi' });
  expect(card.queryByRole('button', { name: /số của cơ quan/i })).toBeNull();
});

test('a helper reads authorities’ figures and does not write them', async () => {
  const { show } = await openSubject({ rows: SIX, role: 'hamletHelper' });
  show(<HamletApp />, '/xom/phieu?nhom=A4');
  const card = within(await screen.findByRole('region', { name: /đã có VNeID mức 2/ }));
  await card.findByRole('link', { name: 'Xem 4 hộ chưa gửi' });
  expect(card.queryByRole('button', { name: /số của cơ quan/i })).toBeNull();
});

test('a count is suggested from the log, broadcasts twice at the most', async () => {
  const kinds = ['meeting', 'broadcast', 'broadcast', 'broadcast', 'training'] as const;
  const { user, show, workspace } = await openSubject();
  for (const kind of kinds) {
    const id = workspace.newId();
    const owner = { id, campaignId: CAMPAIGN_ID, subjectKind: 'hamlet' as const, subjectId: HAMLET_ID };
    await workspace.putRecord('activity', id, { ...owner, kind, date: '2025-04-01', title: 'Buổi' }, 0);
  }
  show(<HamletApp />, '/xom/phieu?nhom=A2');
  const card = within(await screen.findByRole('region', { name: /mấy buổi họp/ }));
  expect(await card.findByText('Từ nhật ký hoạt động: 3 buổi')).toBeVisible();
  expect(card.getByText(/họp 1; phát thanh 3, tính 2/)).toBeVisible();
  await user.click(card.getByRole('button', { name: 'Dùng số này' }));
  expect(card.getByRole('textbox')).toHaveValue('3');
});

test('without any form there is nothing to hold a figure against, and it is said', async () => {
  const { show } = await openSubject({ rows: [hamletRow({ households: 10 }, 2)] });
  show(<HamletApp />, '/xom/phieu?nhom=A2');
  const card = await channelCard();
  expect(card.getByText('Chưa có phiếu hộ nào nên chưa đối chiếu được (0/10 phiếu).')).toBeVisible();
  expect(card.queryByRole('img')).toBeNull();
});
