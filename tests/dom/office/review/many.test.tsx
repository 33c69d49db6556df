/** Verifying many families' forms together: what may be chosen, what is left and why, and what became of it. */
import { screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { assessmentIdOf } from '#protocol/assessment-id.ts';
import { operationSchema } from '#protocol/operation.ts';
import type { PulledRow } from '#client/db/engine-store.ts';
import { OfficeApp } from '#client/features/office/office-app.tsx';
import type { Workspace } from '#client/workspace.ts';
import { CAMPAIGN_ID, COMMUNE_ID, householdId } from '../../hamlet/made-rows.ts';
import { openSubject } from '../../hamlet/open-subject.tsx';
import { fullAnswers, lying, submissionId } from '../office-rows.ts';

const SLOW = { timeout: 20_000 };

const objection = (index: number): PulledRow => {
  const id = '0198c1f0-0000-7000-b000-0000000000dd';
  const household = householdId(index);
  return {
    scope: 'office',
    entity: 'objection',
    id,
    rev: 5,
    value: {
      id,
      campaignId: CAMPAIGN_ID,
      householdId: household,
      assessmentId: assessmentIdOf(COMMUNE_ID, CAMPAIGN_ID, household),
      submission: submissionId(index),
      reason: 'Nhà tôi chưa trả lời.',
      state: 'open',
    },
  };
};
const movesIn = async (workspace: Workspace) =>
  (await workspace.outbox()).flatMap(({ text }) => {
    const operation = operationSchema.parse(JSON.parse(text));
    return operation.kind === 'assessment.move' ? [operation.args] : [];
  });
const open = async (rows: readonly PulledRow[]) => {
  const opened = await openSubject({ role: 'officer', rows });
  const { at } = opened.show(<OfficeApp />, '/ra-soat?loai=ho&chon=1');
  await screen.findByRole('region', { name: 'Chọn phiếu để thẩm định một lượt' }, SLOW);
  return { ...opened, at };
};
const box = (name: string): HTMLElement => screen.getByRole('checkbox', { name: `Chọn phiếu ${name}` });
const go = async (user: Awaited<ReturnType<typeof open>>['user'], n: number): Promise<void> => {
  await user.click(screen.getByRole('button', { name: `Thẩm định ${n} phiếu` }));
  const dialog = within(await screen.findByRole('dialog'));
  await user.click(dialog.getByRole('button', { name: `Thẩm định ${n} phiếu` }));
};

test('only sound forms can be chosen; the others are counted by reason, and the count leads to them', async () => {
  const { user, at, workspace } = await open([
    ...lying({ name: 'Nguyễn Văn Ánh', index: 1 }),
    ...lying({ name: 'Lê Văn An', index: 2, state: 'underReview' }),
    ...lying({ name: 'Đỗ Thị Ấn', index: 3 }),
    objection(3),
    ...lying({
      name: 'Bùi Thị Hoa',
      index: 4,
      submission: { snapshot: { ...fullAnswers, 'B2.1': { n: 9 } } },
    }),
    ...lying({ name: 'Vũ Thị Mới', index: 5 }),
  ]);
  await waitFor(() => expect(screen.getAllByRole('checkbox')).toHaveLength(2), SLOW);
  expect(screen.getByText('Để lại 3 phiếu:')).toBeVisible();
  for (const chip of ['1 đang chấm dở', '1 có ý kiến, yêu cầu'])
    expect(screen.getByRole('button', { name: chip })).toBeVisible();
  await user.click(screen.getByRole('button', { name: '1 có số ngoài khoảng' }));
  await waitFor(() => expect(screen.queryAllByRole('checkbox')).toHaveLength(0), SLOW);
  expect(screen.getByRole('link', { name: 'Bùi Thị Hoa' })).toBeVisible();
  expect(at()).toContain('de-lai=ngoai-khoang');
  await user.click(screen.getByRole('button', { name: '1 có số ngoài khoảng' }));
  await user.click(await screen.findByRole('button', { name: 'Chọn tất cả 2 phiếu đang lọc' }, SLOW));
  await go(user, 2);
  await waitFor(async () => expect(await movesIn(workspace)).toHaveLength(4), SLOW);
  const moves = await movesIn(workspace);
  expect(moves.map(({ submission, to, statusRev }) => [submission, to, statusRev])).toEqual(
    [1, 5].flatMap((index) => [
      [submissionId(index), 'underReview', 1],
      [submissionId(index), 'verified', 2],
    ]),
  );
});

test('Space and Shift with an arrow choose by the keyboard; what became of each is said with its reason', async () => {
  const { user, settle, at } = await open(
    [1, 2, 3].flatMap((index) => lying({ name: ['An', 'Bình', 'Chi'][index - 1] ?? '', index })),
  );
  await waitFor(() => expect(screen.getAllByRole('checkbox')).toHaveLength(3), SLOW);
  screen.getByRole('link', { name: 'Chi' }).focus();
  await user.keyboard(' ');
  expect(box('Chi')).toBeChecked();
  await user.keyboard('{Shift>}{ArrowDown}{/Shift}');
  await waitFor(() => expect(box('Bình')).toBeChecked());
  expect(box('An')).not.toBeChecked();
  await go(user, 2);
  await screen.findByText('0 phiếu đã thẩm định. 2 phiếu chờ gửi.', {}, SLOW);
  const verified = lying({ name: 'Bình', index: 2, state: 'verified' }).filter(
    ({ entity }) => entity === 'assessment',
  );
  await settle({
    lastSeq: 4,
    results: [
      { verdict: 'applied', rev: 20 },
      { verdict: 'applied', rev: 21 },
      { verdict: 'refused', code: 'STATE_GUARD', rev: 22 },
      { verdict: 'refused', code: 'STATE_GUARD', rev: 23 },
    ],
    rows: verified.map((row) => ({ ...row, rev: 21 })),
  });
  await screen.findByText('1 phiếu đã thẩm định. 1 phiếu cần xem lại.', {}, SLOW);
  expect(screen.getByText(/^1 phiếu: Trạng thái phiếu vừa đổi/)).toBeVisible();
  await user.click(screen.getByRole('button', { name: 'Xem các phiếu chưa làm được' }));
  await waitFor(() => expect(at()).toContain('xem=chua-lam-duoc'));
  expect(await screen.findByRole('link', { name: 'Chi' })).toBeVisible();
  expect(screen.queryByRole('link', { name: 'Bình' })).toBeNull();
});

test('a form its family sends anew after it was chosen is left as it is', async () => {
  const { workspace, pull } = await open(lying({ name: 'An', index: 1 }));
  const seen = {
    assessmentId: assessmentIdOf(COMMUNE_ID, CAMPAIGN_ID, householdId(1)),
    submission: submissionId(1),
    statusRev: 1,
  };
  await pull(
    lying({ name: 'An', index: 1, assessment: { statusRev: 2 } }).map((row) => ({ ...row, rev: 9 })),
  );
  expect(await workspace.verifyMany([seen])).toEqual({ sealed: [], changed: [seen.assessmentId] });
  expect(await workspace.outbox()).toEqual([]);
  // The control: as it stands now it is taken, once.
  const now = { ...seen, statusRev: 2 };
  expect(await workspace.verifyMany([now])).toEqual({ sealed: [seen.assessmentId], changed: [] });
  expect(await workspace.verifyMany([now])).toEqual({ sealed: [], changed: [seen.assessmentId] });
  expect(await movesIn(workspace)).toHaveLength(2);
});
