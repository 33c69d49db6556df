/** Entries of the log in words: no JSON, no bare id where a name is known. */
import { expect, test } from 'vitest';
import { criteriaOf } from '#domain/criteria.ts';
import { defaultHouseholdSet } from '#domain/defaults/household.ts';
import { recordSchemas } from '#protocol/entities.ts';
import { operationKinds } from '#protocol/operation.ts';
import type { LogEntry } from '#protocol/log.ts';
import { auditEntities, auditKinds } from '#client/messages/office-audit-words.ts';
import { filesBelow, isCode } from '../../../support/source-files.ts';
import { changesOf, resultWords, whatWords, whoWords } from '#client/features/office/audit/entry-words.ts';
import { queryOf, revsOf, noFilter } from '#client/features/office/audit/log-query.ts';
import type { Names } from '#client/features/office/audit/read-names.ts';

const HAMLET = '0198c1f0-0000-7000-8000-00000000000a';
const [criterion] = criteriaOf(defaultHouseholdSet()).filter(({ type }) => type === 'level');
if (criterion === undefined || !('levels' in criterion)) throw new Error('no criterion with levels');
const level = criterion.levels[0] ?? { id: '', label: '' };
const names: Names = {
  byId: new Map([[HAMLET, 'Xóm Chùa 9']]),
  criteria: new Map([[criterion.id, criterion]]),
  devices: [],
  subjects: [],
};
const entry = (over: Partial<LogEntry>): LogEntry => ({
  rev: 7,
  opId: 'x',
  kind: 'record.put',
  receivedAt: 0,
  verdict: 'applied',
  body: 'here',
  changes: [],
  opHash: 'A'.repeat(43),
  log: 'B'.repeat(43),
  ...over,
});

/** Every kind of entry the server writes by itself, as its source names them. */
const serverKinds = new Set(
  filesBelow('src/server')
    .filter(isCode)
    .flatMap(({ text }) => [...text.matchAll(/'(server\.[a-zA-Z]+)'/g)].map(([, kind]) => kind)),
);

test('every kind of entry and every record has its word', () => {
  for (const kind of operationKinds) expect(Object.keys(auditKinds)).toContain(kind);
  expect(serverKinds.size).toBeGreaterThan(10);
  for (const kind of serverKinds) expect(Object.keys(auditKinds)).toContain(kind);
  for (const entity of Object.keys(recordSchemas)) expect(Object.keys(auditEntities)).toContain(entity);
});

test('a score, a move and a record say what they did, by name', () => {
  expect(
    whatWords(
      entry({
        kind: 'score.set',
        changes: [{ criterionId: criterion.id, field: 'points', before: 0, after: 350 }],
      }),
      names,
    ),
  ).toBe(`Chấm ${criterion.code}: 3,50 điểm`);
  expect(
    whatWords(entry({ kind: 'assessment.move', changes: [{ field: 'state', after: 'returned' }] }), names),
  ).toBe('Phiếu: Trả lại để bổ sung');
  expect(
    whatWords(entry({ entity: 'household', changes: [{ field: 'householder', after: 'Lý Văn Ấn' }] }), names),
  ).toBe('Thêm hộ gia đình: Lý Văn Ấn');
  expect(whatWords(entry({ entity: 'hamlet', changes: [{ field: 'name', before: 'Xóm Cũ' }] }), names)).toBe(
    'Kết thúc xóm: Xóm Cũ',
  );
});

test('before and after are read out: levels, ratios, days, points, names, and what was not there', () => {
  const shown = changesOf(
    {
      changes: [
        { criterionId: criterion.id, field: 'answer', after: { level: level.id } },
        { criterionId: 'A9', field: 'answer', before: { n: 3, d: 1200 }, after: { na: 'không có' } },
        { field: 'hamletId', before: HAMLET, after: '2025-11-05' },
        { field: 'selfScore', before: 8269, after: true },
        { field: 'hamlets', after: [HAMLET, HAMLET] },
        { field: 'findings', after: [{ criterionId: criterion.id, result: 'differs', note: '' }] },
      ],
    },
    names,
  ).map(({ before, after }) => [before, after]);
  expect(shown).toEqual([
    ['chưa có', level.label],
    ['3 trên 1.200', 'không áp dụng: không có'],
    ['Xóm Chùa 9', '05/11/2025'],
    ['82,69', 'Có'],
    ['chưa có', 'Xóm Chùa 9; Xóm Chùa 9'],
    ['chưa có', `Tiêu chí: ${criterion.code}, Kết quả: khác lời khai, Ghi chú: bỏ trống`],
  ]);
  expect(JSON.stringify(shown)).not.toMatch(/[{}]/);
});

test('the server’s own entries are the server’s, and a refusal says why', () => {
  expect(whoWords(entry({ kind: 'server.backup' }))).toBe('Máy chủ của xã');
  expect(resultWords(entry({ verdict: 'refused', code: 'STALE_BASIS' }))).toBe(
    'Không nhận: người khác đã sửa trước đó',
  );
});

test('days become revisions by the daily heads; days without entries have none', () => {
  const head = (date: string, rev: number) => ({ date, rev, entries: 1, log: 'C'.repeat(43) });
  const days = [head('2025-11-07', 90), head('2025-11-05', 40), head('2025-11-04', 12)];
  expect(revsOf({ from: '2025-11-05', to: '2025-11-05' }, { days })).toEqual({ above: 12, below: 41 });
  expect(revsOf({ from: '2025-11-06', to: '' }, { days })).toEqual({ above: 40, below: undefined });
  expect(revsOf({ from: '2025-11-06', to: '2025-11-06' }, { days })).toBeNull();
  expect(revsOf({ from: '', to: '2025-11-03' }, { days })).toBeNull();
  expect(queryOf({ ...noFilter, text: ' Đầm Mụ ' }, 41)).toEqual({ limit: 50, before: 41, text: 'dam mu' });
});
