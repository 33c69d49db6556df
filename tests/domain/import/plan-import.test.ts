import { expect, test } from 'vitest';
import type { ImportFacts, Known } from '#domain/import/known.ts';
import type { ImportKind } from '#domain/import/kinds.ts';
import { guessHeadingRow, guessKind, guessMapping, missingFields } from '#domain/import/map-columns.ts';
import { mergeHamlets } from '#domain/import/merge-hamlets.ts';
import { noChoices, obstacleOf, recordsOf, summaryOf } from '#domain/import/plan.ts';
import { planImport } from '#domain/import/plan-import.ts';
import type { Cell, SheetTable } from '#domain/import/table.ts';

const facts: ImportFacts = { day: '2025-11-20', source: 'Báo cáo', formerCommune: '', campaignId: 'c' };
const hamlet = (id: string, name: string, over = {}) => ({
  id,
  rev: 5,
  value: { id, name, order: 1, validFrom: '2025-07-01', ...over },
});
const family = (id: string, hamletId: string, householder: string, over = {}) => ({
  id,
  rev: 7,
  value: { id, hamletId, householder, code: id.toUpperCase(), ...over },
});
const known: Known = {
  hamlets: [hamlet('h1', 'Chùa 9', { households: 90 }), hamlet('h2', 'Đồng Lạc'), hamlet('h3', 'Đông Lạc')],
  households: [
    family('dm-1', 'h1', 'Nguyễn Văn Ánh', { phone: '0912345678' }),
    family('dm-2', 'h1', 'Trần Thị Bích Hòa'),
  ],
  units: [],
  positions: [],
  priorResults: [],
};
const sheetOf = (rows: readonly (readonly Cell[])[], over: Partial<SheetTable> = {}): SheetTable => ({
  name: 'Trang1',
  rows,
  formulas: [],
  broken: [],
  merged: [],
  ...over,
});
function plan(kind: ImportKind, rows: readonly (readonly Cell[])[], over: Partial<SheetTable> = {}) {
  const sheet = sheetOf(rows, over);
  const headingRow = guessHeadingRow(kind, sheet);
  const mapping = guessMapping(kind, sheet.rows[headingRow] ?? []);
  let next = 0;
  return planImport({ kind, sheet, headingRow, mapping, known, facts }, () => `new-${++next}`);
}
const codes = (rows: ReturnType<typeof plan>['rows']) =>
  rows.map(({ match, findings }) => [match, ...findings.map(({ code }) => code)]);
const HEAD = ['STT', 'Thôn/Xóm', 'Họ và tên chủ hộ', 'SĐT'];

test('headings are found below a title and read without marks; a missing one is named', () => {
  const rows = [['DANH SÁCH HỘ'], [null], HEAD, [1, 'Chùa 9', 'Ma Văn Bình', null]];
  expect(guessKind(sheetOf(rows), ['hamlet', 'household', 'unit'])).toBe('household');
  expect(guessHeadingRow('household', sheetOf(rows))).toBe(2);
  expect(guessMapping('household', HEAD)).toEqual({ hamlet: 1, householder: 2, phone: 3, code: null });
  expect(
    missingFields('household', guessMapping('household', ['STT', 'Ghi chú'])).map(({ id }) => id),
  ).toEqual(['hamlet', 'householder']);
});

test('families are new, known, changed or doubtful; rows that may be one family are decided by a person', () => {
  const made = plan('household', [
    HEAD,
    [1, 'xóm chùa 9', 'Ma Văn Bình', '0911111111'],
    [2, 'Chùa 09', 'Nguyễn Văn Ánh', '0912345678'],
    [3, 'Chùa 9', 'Trần Thị Bích Hòa', 912222222],
    [4, 'Chùa 9', 'Nguyen Van Anh', null],
    [5, 'Chùa 9', 'Ma Văn Bình', null],
    [6, 'Chùa 9', 'Lý Thị Mai', '0911111111'],
    [7, 'Chùa 9', 'Trần Thị Bich Hoa', null],
    [8, 'Chùa 9', 'Trần Thi Bính Hòa', null],
  ]);
  expect(codes(made.rows)).toEqual([
    ['new'],
    ['known'],
    ['known', 'zeroRestored'],
    ['doubtful', 'knownOtherMarks', 'repeats'],
    ['doubtful', 'repeats'],
    ['doubtful', 'repeatsPhone'],
    ['doubtful', 'knownOtherMarks', 'repeats'],
    ['new', 'nearName'],
  ]);
  expect(summaryOf(made, noChoices)).toMatchObject({ added: 2, changed: 1, unchanged: 1, undecided: 4 });
  expect(obstacleOf(made, noChoices)).toBe('undecided');
  const decided = { ...noChoices, decisions: { 5: 'skip', 6: 'add', 7: 'add', 8: 'skip' } } as const;
  expect(obstacleOf(made, decided)).toBeNull();
  expect(recordsOf(made, decided).map(({ baseRev, value }) => [baseRev, value])).toEqual([
    [0, { id: expect.any(String), hamletId: 'h1', householder: 'Ma Văn Bình', phone: '0911111111' }],
    [7, { ...known.households[1]?.value, phone: '0912222222' }],
    [0, { id: expect.any(String), hamletId: 'h1', householder: 'Ma Văn Bình' }],
    [0, { id: expect.any(String), hamletId: 'h1', householder: 'Lý Thị Mai', phone: '0911111111' }],
    [0, { id: expect.any(String), hamletId: 'h1', householder: 'Trần Thi Bính Hòa' }],
  ]);
});

test('unknown hamlets come with their families, once, and only when a person says so', () => {
  const made = plan('household', [
    HEAD,
    [1, 'Ao Sen', 'A Văn An'],
    [2, 'Xóm Ao Sen', 'B Văn Bê'],
    [3, 'Dong Lac', 'C'],
  ]);
  expect(codes(made.rows)).toEqual([['new', 'newHamlet'], ['new'], ['new', 'hamletUnclear']]);
  expect(made.newHamlets.map(({ name }) => name)).toEqual(['Ao Sen']);
  const choices = { ...noChoices, leavesErrors: true };
  expect(obstacleOf(made, noChoices)).toBe('errors');
  expect(obstacleOf(made, choices)).toBe('newHamlets');
  const records = recordsOf(made, { ...choices, addsHamlets: true });
  expect(records.map(({ entity }) => entity)).toEqual(['hamlet', 'household', 'household']);
  expect(new Set(records.slice(1).map(({ value }) => ('hamletId' in value ? value.hamletId : '')))).toEqual(
    new Set([records[0]?.id]),
  );
});

test('formulas, merged cells, errors of the spreadsheet and codes twice are found, each with its cell', () => {
  const made = plan(
    'household',
    [
      ['Mã hộ', 'Xóm', 'Chủ hộ'],
      ['DM-1', 'Chùa 9', 'Nguyễn Văn Ánh'],
      ['dm-1', 'Chùa 9', 'Người Khác'],
      ['DM-2', 'Chùa 9', 'Hoàng Văn Lạ'],
      ['DM-99', 'Chùa 9', 'Vi Văn Mới'],
      [null, null, 'Không Xóm'],
      [null, 'Chùa 9', null],
    ],
    {
      formulas: [{ row: 4, column: 2 }],
      merged: [{ row: 1, column: 1 }],
      broken: [{ row: 6, column: 2 }],
    },
  );
  expect(codes(made.rows)).toEqual([
    ['known', 'mergedCell'],
    ['new', 'codeRepeats'],
    ['doubtful', 'codeElsewhere'],
    ['new', 'formula', 'codeUnknown'],
    ['new', 'missing'],
    ['new', 'brokenFormula'],
  ]);
  expect(made.rows[4]?.findings[0]).toMatchObject({ cell: 'B6', field: 'hamlet' });
});

test('a hamlet’s numbers come with a count of their own, and a name twice is an error of the file', () => {
  const made = plan('hamlet', [
    ['Tên xóm', 'Số hộ', 'Số người từ 14 tuổi trở lên', 'Trưởng xóm'],
    ['Chùa 9', 95, '280', 'Ma Thị Yến'],
    ['Chùa 9', 95, 280, null],
    ['Ao Sen', 80, null, null],
  ]);
  expect(codes(made.rows)).toEqual([['known', 'numberAsText'], ['new', 'repeats'], ['new']]);
  const [first, , third] = made.rows;
  expect(first?.changes).toEqual(['households', 'people14plus', 'headName']);
  expect(first?.update.map(({ entity, baseRev }) => [entity, baseRev])).toEqual([
    ['hamlet', 5],
    ['populationCount', 0],
  ]);
  expect(third?.add.map(({ entity }) => entity)).toEqual(['hamlet', 'populationCount']);
});

test('two hamlets become one: families move, the first ends and says why, half a denominator stays unknown', () => {
  const [from, to] = [
    hamlet('h1', 'Chùa 9', { households: 90 }),
    hamlet('h2', 'Đồng Lạc', { households: 80, people14plus: 200 }),
  ];
  const households = [...known.households, family('dm-3', 'h1', 'Đã Đi', { endedAt: 1 })];
  const merger = { from, to, households, newName: '', day: '2025-12-01', why: 'NQ 12', source: 'cộng' };
  const records = mergeHamlets(merger, () => 'count');
  expect(records.map(({ entity, id }) => `${entity} ${id}`)).toEqual([
    'hamlet h2',
    'household dm-1',
    'household dm-2',
    'hamlet h1',
    'populationCount count',
  ]);
  expect(records[0]?.value).toEqual({
    id: 'h2',
    name: 'Đồng Lạc',
    order: 1,
    validFrom: '2025-07-01',
    households: 170,
  });
  expect(records[3]?.value).toMatchObject({ validTo: '2025-12-01', mergedInto: 'h2', endedBecause: 'NQ 12' });
});
