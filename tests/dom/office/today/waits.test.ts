import { expect, test } from 'vitest';
import { criteriaOf } from '#domain/criteria.ts';
import { deskOf } from '#client/features/office/today/desk.ts';
import { createHamletClaims } from '#client/features/office/today/hamlet-claims.ts';
import { waitHref, waitWords, whoWords } from '#client/features/office/today/wait-words.ts';
import type { Wait } from '#client/features/office/today/wait.ts';
import { waitsOf } from '#client/features/office/today/waits.ts';
import { CUTOFF, makeDeskRows, NOW, type MadeRows, WHICH } from './made-desk.ts';

const DAY_MS = 24 * 60 * 60 * 1000;
const small = (): MadeRows => makeDeskRows({ hamlets: 5, householdsEach: 8, units: 3 });
const waits = (rows: MadeRows, now = NOW): Wait[] => waitsOf(deskOf(rows, WHICH), createHamletClaims(), now);
const said = (rows: MadeRows, group: Wait['group'], now = NOW): string[] =>
  waits(rows, now).flatMap((wait) =>
    wait.group === group ? [`${whoWords(wait)}: ${waitWords(wait, now)}`] : [],
  );
const id = (last: number): string => `019a0000-0000-7000-8000-${String(last).padStart(12, '0')}`;

const formOf = (rows: MadeRows, subjectId: string) => {
  const form = rows.submission.find((each) => each.subjectId === subjectId);
  if (form === undefined) throw new Error('not sent');
  return form;
};
const hamletAt = (rows: MadeRows, order: number) => {
  const hamlet = rows.hamlet.find((each) => each.order === order);
  if (hamlet === undefined) throw new Error('no such hamlet');
  return hamlet;
};
const give = (
  rows: MadeRows,
  subjectId: string,
  points: readonly (readonly [string, readonly number[]])[],
) => {
  const form = formOf(rows, subjectId);
  rows.scores.push({
    submissionId: form.id,
    assessmentId: form.assessmentId,
    fields: Object.fromEntries(
      points.map(([criterionId, values]) => [
        criterionId,
        values.map((value, at) => ({
          opId: id(100 + at),
          points: value,
          reasonCode: 'other',
          reason: '',
          byName: '',
          byRole: 'officer' as const,
          at: NOW - DAY_MS,
        })),
      ]),
    ),
  });
};

test('a new form says how many families have sent, one half scored how far it is, and that comes first', () => {
  const rows = small();
  // By order: 1 under review, 2 received, 3 returned, 4 not sent, 5 verified.
  const review = said(rows, 'review');
  expect(review[0]).toMatch(/^Xóm 1: Chấm 0\/\d+ mục/);
  expect(review.find((line) => line.startsWith('Xóm 2'))).toMatch(/^Xóm 2: Phiếu mới, \d\/8 hộ đã gửi/);
  expect(review.some((line) => /^Xóm [345]/.test(line))).toBe(false);
  expect(review.some((line) => /^Đơn vị \d: Phiếu mới, \d+\/\d+ mục đã điền$/.test(line))).toBe(true);
});

test('claims above what the families’ forms allow are counted, and none is where they allow it', () => {
  const rows = small();
  const hamlet = hamletAt(rows, 2);
  const form = formOf(rows, hamlet.id);
  for (const each of rows.submission)
    if (each.hamletId === hamlet.id) each.snapshot = { ...each.snapshot, 'B1.1': false };
  form.snapshot = { 'A3.1': { n: 8, d: 8 } };
  expect(said(rows, 'review').find((line) => line.startsWith('Xóm 2'))).toMatch(
    /; 1 mục cao hơn mức có thể$/,
  );
  form.snapshot = { 'A3.1': { n: 0, d: 8 } };
  expect(said(rows, 'review').find((line) => line.startsWith('Xóm 2'))).not.toMatch(/cao hơn/);
});

test('points of two officers that differ are to be chosen; the same points twice are not', () => {
  const rows = small();
  const hamlet = hamletAt(rows, 1);
  give(rows, hamlet.id, [
    ['A1.2', [400, 500]],
    ['A1.1', [300, 300]],
  ]);
  expect(said(rows, 'choose')).toEqual(['Xóm 1: Hai cán bộ chấm khác nhau mục A1.2: 4,00 và 5,00']);
  expect(said(rows, 'review')[0]).toMatch(/^Xóm 1: Chấm 1\//);
  const [first] = waits(rows);
  expect(first && waitHref(first)).toBe(`/ra-soat/${formOf(rows, hamlet.id).id}?muc=A1.2`);
});

test('with every criterion scored it waits to be verified', () => {
  const rows = small();
  const set = rows.criteriaSet.find((each) => each.id === 'hamlet');
  if (set === undefined) throw new Error('no set');
  give(
    rows,
    hamletAt(rows, 1).id,
    criteriaOf(set).map((criterion) => [criterion.id, [100]] as const),
  );
  expect(said(rows, 'review').find((line) => line.startsWith('Xóm 1'))).toMatch(
    /^Xóm 1: Đã chấm đủ (\d+)\/\1 mục, chờ thẩm định$/,
  );
});

test('a form sent again says what was mended since the round before', () => {
  const rows = small();
  const hamlet = hamletAt(rows, 2);
  const form = formOf(rows, hamlet.id);
  rows.submission.push({
    ...form,
    id: id(7),
    round: 2,
    receivedAt: form.receivedAt + DAY_MS,
    snapshot: { ...form.snapshot, 'A1.1': { na: 'x' }, 'A8.1': { na: 'x' } },
  });
  form.current = false;
  expect(said(rows, 'review').find((line) => line.startsWith('Xóm 2'))).toMatch(
    /^Xóm 2: Đã bổ sung 2 mục, gửi lần 2/,
  );
});

test('families’ words have two working days, and say so when those are over', () => {
  const rows = small();
  const family = rows.household[0];
  const made = Date.parse('2025-11-03T09:00:00+07:00');
  const askId = `${made.toString(16).padStart(12, '0').slice(0, 8)}-${made.toString(16).padStart(12, '0').slice(8)}-7000-8000-000000000001`;
  rows.dataRequest.push({
    id: askId,
    campaignId: rows.campaign[0]?.id ?? '',
    householdId: family?.id ?? '',
    assessmentId: id(2),
    kind: 'delete',
    reason: '',
    state: 'open',
  });
  expect(said(rows, 'families')).toEqual([
    `${family?.householder}, Xóm 1: Yêu cầu xóa dữ liệu, trả lời hết ngày 05/11/2025`,
  ]);
  expect(said(rows, 'families', NOW + DAY_MS)[0]).toMatch(/\(đã quá hạn\)$/);
});

test('a move between hamlets, a word from the public and what was set aside wait; answered words do not', () => {
  const rows = small();
  const campaignId = rows.campaign[0]?.id ?? '';
  const family = rows.household[0];
  if (family === undefined) throw new Error('no family');
  Object.assign(family, { movedTo: hamletAt(rows, 2).id, endedAt: NOW - DAY_MS });
  rows.feedback.push(
    { id: id(1), campaignId, text: 'Xin thêm mã', contact: '', at: NOW - DAY_MS },
    { id: id(2), campaignId, text: 'Cảm ơn', contact: '', at: NOW - DAY_MS },
  );
  rows.feedbackReply.push({ id: id(2), campaignId, state: 'answered', answer: 'Vâng' });
  rows.quarantine.push({
    id: id(0xab12),
    deviceId: 'A'.repeat(43),
    kind: 'record.put',
    code: 'INVALID_ARGS',
    at: NOW - DAY_MS,
  });
  expect(said(rows, 'moves')).toEqual([`${family.householder}: Chuyển từ xóm Xóm 1 sang xóm Xóm 2`]);
  expect(said(rows, 'feedback')).toEqual(['Người dân: Xin thêm mã']);
  expect(said(rows, 'aside')[0]).toMatch(/^Cả xã: 1 mục chưa nhận được từ một máy chưa rõ, mã Q-\w{4}$/);
});

test('a machine is silent after two days with unsent work; one with nothing to send, or cut off, is not', () => {
  const rows = small();
  const device = {
    id: 'B'.repeat(43),
    role: 'hamletHead' as const,
    subjectId: hamletAt(rows, 4).id,
    label: 'Máy của ông Tám',
    personName: 'Ông Tám',
    enrolledAt: NOW - 30 * DAY_MS,
    seenAt: NOW - 3 * DAY_MS,
    made: 5,
    waiting: 2,
    setAside: 0,
    build: 'thử',
  };
  rows.device.push(
    device,
    { ...device, id: 'C'.repeat(43), waiting: 0 },
    { ...device, id: 'D'.repeat(43), revokedAt: NOW },
    { ...device, id: 'E'.repeat(43), seenAt: NOW - DAY_MS },
    { ...device, id: 'F'.repeat(43), pendingSince: NOW - 3 * DAY_MS },
  );
  expect(said(rows, 'devices')).toEqual(['Xóm 4: Máy im lặng 3 ngày, còn 2 việc chưa gửi']);
  // One that waits for the officer's word comes first of all.
  expect(said(rows, 'approve')).toEqual(['Xóm 4: Máy “Ông Tám” ghép bằng liên kết, chờ đối chiếu bốn số']);
  expect(waits(rows)[0]?.kind).toBe('approve');
});

test('a deadline is work from a reminder’s day until somebody was reminded, and when it is over', () => {
  const rows = small();
  expect(said(rows, 'deadlines', CUTOFF - 31 * DAY_MS)).toEqual([]);
  expect(said(rows, 'deadlines')).toHaveLength(rows.deadline.length);
  for (const { id, campaignId } of rows.deadline)
    rows.reminder.push({ id, campaignId, deadlineId: id, step: 7, at: NOW, missing: 1 });
  expect(said(rows, 'deadlines')).toEqual([]);
  // The next step waits for a word of its own.
  expect(said(rows, 'deadlines', CUTOFF - 2 * DAY_MS)).toContain(
    'Cả xã: Hạn trước ngày 10/11/2025, còn 2 ngày; 1/5 xóm chưa gửi',
  );
  expect(said(rows, 'deadlines', CUTOFF - 1)).toContain(
    'Cả xã: Hôm nay là ngày cuối (trước ngày 10/11/2025); 1/5 xóm chưa gửi',
  );
  expect(said(rows, 'deadlines', CUTOFF).some((line) => line.includes('hộ chưa gửi'))).toBe(false);
  expect(said(rows, 'deadlines', CUTOFF)).toContain(
    'Cả xã: Đã hết hạn (trước ngày 10/11/2025); 1/5 xóm chưa gửi',
  );
  const report = { id: 'r', campaignId: rows.campaign[0]?.id ?? '', recipient: 'Sở', phrase: 'x' };
  rows.reportDeadline.push({ ...report, title: 'Báo cáo tỉnh', cutoffAt: NOW + DAY_MS });
  expect(said(rows, 'deadlines')).toEqual(['Cả xã: Báo cáo “Báo cáo tỉnh”: hạn x, còn 1 ngày']);
});
