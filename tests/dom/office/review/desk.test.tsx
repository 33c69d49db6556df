/** Giving points at the desk: quick ones, reasons, drafts, two officers, a sheet replaced meanwhile, many at once. */
import { cleanup, screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import type { AssessmentRow } from '#protocol/judged-rows.ts';
import { operationSchema } from '#protocol/operation.ts';
import type { ScoresRow } from '#protocol/scores-row.ts';
import type { PulledRow } from '#client/db/engine-store.ts';
import { OfficeApp } from '#client/features/office/office-app.tsx';
import type { Workspace } from '#client/workspace.ts';
import { CAMPAIGN_ID, HAMLET_ID } from '../../hamlet/made-rows.ts';
import { openSubject } from '../../hamlet/open-subject.tsx';
import { assessmentRow, FORM_ID, SENT_AT, SENT_ID, submissionRow } from '../../rounds/round-rows.ts';

const NEWER = '0198c1f0-0000-7000-b000-000000000002';
const THEIRS = '0198c1f0-0000-7000-b000-0000000000aa';
const answers = { hamletHouseholds: 90, 'A1.1': true, 'A3.1': { n: 44 }, 'A3.3': { level: 'A3.3-2' } };

const placed = (id: string, current: boolean): AssessmentRow['submissions'][number] => ({
  id,
  channel: 'self',
  receiptCode: 'K3QF72MA7',
  receivedAt: SENT_AT,
  current,
});
const scoresRow = (fields: ScoresRow['fields'], rev: number): PulledRow => ({
  scope: 'office',
  entity: 'scores',
  id: SENT_ID,
  rev,
  value: { submissionId: SENT_ID, assessmentId: FORM_ID, fields },
});
const theirScore = (points: number): ScoresRow['fields'][string][number] => ({
  opId: THEIRS,
  points,
  reasonCode: 'evidence',
  reason: 'Thiếu biên bản.',
  byName: 'Hoàng Thị Dung',
  byRole: 'cultureOfficer',
  at: SENT_AT,
});

/** The resolution itself, so that the claim has its ground. */
const paper: PulledRow = {
  scope: 'office',
  entity: 'evidence',
  id: '0198c1f0-0000-7000-b000-0000000000cc',
  rev: 4,
  value: {
    id: '0198c1f0-0000-7000-b000-0000000000cc',
    campaignId: CAMPAIGN_ID,
    subjectKind: 'hamlet',
    subjectId: HAMLET_ID,
    criterionId: 'A1.1',
    kind: 'document',
    number: '12/NQ-CB',
    extract: 'Nghị quyết về chuyển đổi số',
  },
};

async function open(options: Parameters<typeof openSubject>[0] = {}, over: Partial<AssessmentRow> = {}) {
  const opened = await openSubject({
    role: 'officer',
    rows: [assessmentRow({ state: 'underReview', ...over }), submissionRow({ snapshot: answers })],
    ...options,
  });
  const go = () => opened.show(<OfficeApp />, `/ra-soat/${SENT_ID}`);
  const { at } = go();
  await screen.findByRole('heading', { level: 1, name: 'Xóm Chùa 9' });
  return { ...opened, at, go };
}
const row = (code: string): HTMLElement =>
  screen.getByRole('row', { name: new RegExp(`^${code.replace('.', '\\.')} `) });
const stand = async (code: string): Promise<void> => {
  const name = within(row(code)).getByRole('button');
  name.click();
  name.focus();
  await waitFor(() => expect(row(code)).toHaveAttribute('data-selected'));
};
const scoresIn = async (workspace: Workspace) =>
  (await workspace.outbox()).flatMap(({ text }) => {
    const operation = operationSchema.parse(JSON.parse(text));
    return operation.kind === 'score.set' ? [operation.args] : [];
  });
const SAVE = '{Control>}{Enter}{/Control}';

test('a quick score is written by one key and Ctrl Enter, waits in its cell, and the next row has the focus', async () => {
  const { user, workspace } = await open({}, { state: 'received' });
  await stand('A1.1');
  await user.keyboard('1');
  await waitFor(() => expect(screen.getByLabelText('Điểm thẩm định')).toHaveValue('4,00'));
  await user.keyboard(SAVE);
  await waitFor(() => expect(row('A1.1')).toHaveTextContent(/4,00.*Chờ gửi/));
  await waitFor(() => expect(within(row('A1.2')).getByRole('button')).toHaveFocus());
  // The first points begin the review, so that what is read stays as it is.
  const kinds = (await workspace.outbox()).map(({ kind }) => kind);
  expect(kinds).toEqual(['assessment.move', 'score.set']);
  expect(await scoresIn(workspace)).toMatchObject([
    { submission: SENT_ID, criterionId: 'A1.1', points: 400, reasonCode: 'asClaimed' },
  ]);
});

test('points that differ need a code and a word of why; half-typed ones outlive the page', async () => {
  const { user, workspace, go } = await open();
  await stand('A1.1');
  await user.keyboard('{Enter}');
  await waitFor(() => expect(screen.getByLabelText('Điểm thẩm định')).toHaveFocus());
  await user.keyboard('1,5');
  await user.keyboard(SAVE);
  await waitFor(() => expect(screen.getByRole('alert')).toHaveTextContent('mời chọn lý do'));
  await user.selectOptions(screen.getByLabelText('Vì sao'), 'evidence');
  await user.keyboard(SAVE);
  await waitFor(() => expect(screen.getByRole('alert')).toHaveTextContent('mời ghi một câu lý do'));
  await user.type(screen.getByLabelText(/^Lý do/), 'Thiếu biên bản họp.');
  cleanup();
  go();
  await screen.findByRole('heading', { level: 1, name: 'Xóm Chùa 9' });
  await waitFor(() => expect(row('A1.1')).toHaveTextContent('1,50 chưa ghi'));
  await stand('A1.1');
  expect(screen.getByLabelText(/^Lý do/)).toHaveValue('Thiếu biên bản họp.');
  expect(await scoresIn(workspace)).toEqual([]);
  await user.click(screen.getByRole('button', { name: /^Ghi điểm, sang A1\.2/ }));
  await waitFor(async () =>
    expect(await scoresIn(workspace)).toMatchObject([
      { points: 150, reasonCode: 'evidence', reason: 'Thiếu biên bản họp.' },
    ]),
  );
});

test('what another officer wrote while one typed lives on beside it, and a choice has seen both', async () => {
  const { user, workspace, settle } = await open();
  await stand('A1.1');
  await user.keyboard('1');
  await settle({ rows: [scoresRow({ 'A1.1': [theirScore(200)] }, 20)] });
  await waitFor(() => expect(screen.getByText(/Hoàng Thị Dung, cán bộ văn hóa chấm 2,00/)).toBeVisible());
  await user.keyboard(SAVE);
  await waitFor(async () => expect(await scoresIn(workspace)).toHaveLength(1));
  // Not seen when the row was opened, so not overwritten.
  expect((await scoresIn(workspace))[0]?.bases).toEqual([]);
  await waitFor(() => expect(row('A1.1')).toHaveTextContent('Hai cán bộ chấm khác nhau'));
  await stand('A1.1');
  const card = screen.getByRole('button', { name: 'Lấy 2,00' });
  await user.click(card);
  expect(screen.getByRole('alert')).toHaveTextContent('Mời ghi một câu vì sao chọn.');
  await user.type(screen.getByLabelText('Vì sao chọn điểm này'), 'Đã xem lại cùng nhau.');
  await user.click(card);
  await waitFor(async () => expect(await scoresIn(workspace)).toHaveLength(2));
  const [first, choice] = (await workspace.outbox()).map(({ opId }) => opId);
  expect((await scoresIn(workspace))[1]).toMatchObject({ points: 200, reasonCode: 'agreed' });
  expect((await scoresIn(workspace))[1]?.bases).toEqual([THEIRS, first]);
  expect(choice).toBeDefined();
});

test('scores for a sheet that was replaced are shown against the new one, and given again where nothing changed', async () => {
  const { user, workspace, settle } = await open();
  for (const code of ['A1.1', 'A3.3']) {
    await stand(code);
    await user.keyboard(`1${SAVE}`);
    await waitFor(() => expect(row(code)).toHaveTextContent('Chờ gửi'));
  }
  await settle({
    lastSeq: 2,
    results: [
      { verdict: 'refused', code: 'STALE_BASIS', rev: 20 },
      { verdict: 'refused', code: 'STALE_BASIS', rev: 21 },
    ],
    rows: [
      assessmentRow(
        {
          state: 'received',
          statusRev: 3,
          round: 2,
          submissions: [placed(SENT_ID, false), placed(NEWER, true)],
        },
        18,
      ),
      submissionRow({ snapshot: answers, current: false }, 18),
      submissionRow(
        {
          id: NEWER,
          round: 2,
          snapshot: { ...answers, 'A3.3': { level: 'A3.3-1' } },
          digest: 'B'.repeat(43),
        },
        18,
      ),
    ],
  });
  await user.click(await screen.findByRole('link', { name: 'Mở bản mới' }));
  const diff = within(await screen.findByRole('table', { name: 'Bên gửi đã gửi bản mới trong lúc chấm' }));
  expect(diff.getByRole('row', { name: /^A1\.1/ })).toHaveTextContent('Không đổi');
  expect(diff.getByRole('row', { name: /^A3\.3/ })).not.toHaveTextContent('Không đổi');
  await user.click(screen.getByRole('button', { name: 'Chấm lại 1 mục không đổi' }));
  await waitFor(async () => expect(await scoresIn(workspace)).toHaveLength(3));
  expect((await scoresIn(workspace))[2]).toMatchObject({
    submission: NEWER,
    criterionId: 'A1.1',
    points: 400,
  });
  await user.click(await screen.findByRole('button', { name: 'Chấm lại theo bản mới: mục A3.3' }));
  await waitFor(() => expect(screen.getByLabelText('Điểm thẩm định')).toHaveDisplayValue(/^[23],00$/));
});

test('one command takes the supported points where the claim says the same, and is undone as a whole', async () => {
  const { user, workspace } = await open({
    rows: [assessmentRow({ state: 'underReview' }), submissionRow({ snapshot: answers }), paper],
  });
  await stand('A1.1');
  await user.keyboard('b');
  await user.click(await screen.findByRole('button', { name: /^Ghi \d+ điểm$/ }));
  const undo = await screen.findByRole('button', { name: 'Hoàn tác' });
  const given = await scoresIn(workspace);
  expect(given.length).toBeGreaterThan(0);
  expect(given.every(({ reasonCode }) => reasonCode === 'supported')).toBe(true);
  await user.click(undo);
  await screen.findByText(`Đã bỏ ${given.length} điểm vừa ghi.`);
  const all = await scoresIn(workspace);
  expect(all.slice(given.length).every(({ reasonCode }) => reasonCode === 'takenBack')).toBe(true);
  await waitFor(() => expect(screen.getByText('0/23 mục')).toBeVisible());
});

test('a culture officer sees the groups given to her, and reads the others when she asks for them', async () => {
  const assignment: PulledRow = {
    scope: 'office',
    entity: 'scoringAssignment',
    id: '0198c1f0-0000-7000-b000-0000000000bb',
    rev: 5,
    value: {
      id: '0198c1f0-0000-7000-b000-0000000000bb',
      campaignId: CAMPAIGN_ID,
      role: 'cultureOfficer',
      subjectKind: 'hamlet',
      groups: ['A2'],
    },
  };
  const { user } = await open({
    role: 'cultureOfficer',
    rows: [assessmentRow({ state: 'underReview' }), submissionRow({ snapshot: answers }), assignment],
  });
  expect(screen.queryByRole('row', { name: /^A1\.1 / })).toBeNull();
  expect(row('A2.1')).toHaveAttribute('data-selected');
  await user.click(screen.getByRole('button', { name: 'Xem cả 7 nhóm khác (chỉ xem)' }));
  await stand('A1.1');
  expect(screen.getByText('Nhóm này do cán bộ khác chấm. Chỉ xem được.')).toBeVisible();
  expect(screen.queryByLabelText('Điểm thẩm định')).toBeNull();
  await stand('A2.1');
  expect(await screen.findByLabelText('Điểm thẩm định')).toBeVisible();
  expect(screen.queryByRole('button', { name: /Thẩm định|Trả lại/ })).toBeNull();
});
