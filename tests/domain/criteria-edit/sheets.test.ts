import { expect, test } from 'vitest';
import { checkDraft } from '#domain/criteria-edit/check.ts';
import { draftOf, type DraftSet } from '#domain/criteria-edit/draft.ts';
import { defaultCriteriaSets } from '#domain/defaults/all.ts';
import { defaultHouseholdSet } from '#domain/defaults/household.ts';
import type { Cell, SheetTable } from '#domain/import/table.ts';
import { readCriteria } from '#client/features/office/sheets/read-criteria.ts';
import { readTableBytes } from '#client/features/office/sheets/read-table-bytes.ts';
import { writeCriteria } from '#client/features/office/sheets/write-criteria.ts';

const households = defaultHouseholdSet();

async function sheetsOf(draft: DraftSet): Promise<SheetTable[]> {
  const blob = await writeCriteria(draft);
  const read = await readTableBytes('bo.xlsx', await blob.arrayBuffer());
  if (read.kind !== 'read') throw new Error(read.fault);
  return [...read.sheets];
}
const draft = draftOf(households, 2);

/** The household's workbook with one cell of one sheet replaced; row and column as the sheet has them. */
async function changed(sheet: string, head: string, row: number, cell: Cell): Promise<SheetTable[]> {
  return (await sheetsOf(draft)).map((table) => {
    if (table.name !== sheet) return table;
    const column = (table.rows[0] ?? []).indexOf(head);
    if (column === -1) throw new Error(`no column ${head}`);
    return {
      ...table,
      rows: table.rows.map((cells, at) =>
        at === row - 1
          ? Array.from({ length: Math.max(cells.length, column + 1) }, (_, index) =>
              index === column ? cell : (cells[index] ?? null),
            )
          : cells,
      ),
    };
  });
}
const told = (sheets: readonly SheetTable[]): string[] => {
  const read = readCriteria(sheets, { draft, versions: [households] });
  return read.kind === 'read'
    ? []
    : read.faults.map(({ sheet, row, head, code }) =>
        [sheet, row, head, code].filter((part) => part !== undefined).join(' '),
      );
};

test('every default set comes back from its workbook equal, ids and all', async () => {
  for (const set of defaultCriteriaSets()) {
    const out = draftOf(set, 2);
    const read = readCriteria(await sheetsOf(out), { draft: out, versions: [set] });
    if (read.kind !== 'read') throw new Error(JSON.stringify(read.faults));
    const context = { versions: [set], households, bytesMax: 1e6 };
    expect(checkDraft(read.draft, context)).toEqual({ kind: 'ready', set: { ...set, version: 2 } });
  }
});

test('a figure typed as text with a comma is that figure; what is none is named by row and column', async () => {
  const read = readCriteria(await changed('Tiêu chí', 'Tối đa', 2, '7,5'), { draft, versions: [households] });
  expect(read.kind === 'read' && read.draft.groups[0]?.criteria[0]?.maxPoints).toBe(750);
  expect(told(await changed('Tiêu chí', 'Tối đa', 14, 'tám'))).toEqual(['criteria 14 maxPoints notANumber']);
  expect(told(await changed('Tiêu chí', 'Tối đa', 14, { day: '2025-05-08' }))).toEqual([
    'criteria 14 maxPoints isDate',
  ]);
  expect(told(await changed('Tiêu chí', 'Tên tiêu chí', 3, { day: '2025-05-08' }))).toEqual([
    'criteria 3 text isDate',
  ]);
  expect(told(await changed('Bậc', 'Từ', 2, 1.5))).toEqual(['steps 2 min notWhole']);
  expect(told(await changed('Mức', 'Điểm', 2, -1))).toEqual(['levels 2 points negative']);
  expect(told(await changed('Tiêu chí', 'Trụ cột', 5, 'Văn hóa'))).toEqual([
    'criteria 5 pillar unknownChoice',
  ]);
  expect(told(await changed('Tiêu chí', 'Phần mềm dùng (không sửa)', 5, '{'))).toEqual([
    'criteria 5 machine unreadMachine',
  ]);
});

test('codes and ids stand once, and what names a criterion names one there is', async () => {
  expect(told(await changed('Tiêu chí', 'Mã tiêu chí', 3, 'B1.1'))).toContain(
    'criteria 3 code duplicateCode',
  );
  expect(told(await changed('Tiêu chí', 'Mã định danh (không sửa)', 3, 'B1.1'))).toEqual([
    'criteria 3 id duplicateId',
  ]);
  expect(told(await changed('Mức', 'Mã tiêu chí', 2, 'B9.9'))).toContain('levels 2 code unknownCode');
  expect(told(await changed('Câu nhắc', 'Mã tiêu chí', 2, 'B9.9'))).toEqual([
    'consistency 2 code unknownCode',
  ]);
  expect(told(await changed('Chung', 'Mã bộ', 2, 'hamlet'))).toEqual(['whole 2 setId wrongSet']);
});

test('formulas, merged and broken cells, missing columns and sheets are named, and nothing is taken', async () => {
  const sheets = await sheetsOf(draft);
  const marked = (part: Partial<SheetTable>): SheetTable[] =>
    sheets.map((table) => (table.name === 'Tiêu chí' ? { ...table, ...part } : table));
  expect(told(marked({ formulas: [{ row: 3, column: 7 }] }))).toEqual(['criteria 4 isFormula']);
  expect(told(marked({ merged: [{ row: 4, column: 0 }] }))).toEqual(['criteria 5 isMerged']);
  expect(told(marked({ broken: [{ row: 4, column: 0 }] }))).toEqual(['criteria 5 isBroken']);
  expect(told(await changed('Tiêu chí', 'Tối đa', 1, 'Điểm'))).toContain('criteria missingColumn');
  expect(told(sheets.filter(({ name }) => name !== 'Mức'))).toContain('levels missingSheet');
});

test('a row without an id is a new criterion; an unknown id is not taken for one', async () => {
  const sheets = (await changed('Tiêu chí', 'Mã định danh (không sửa)', 2, 'X1.1')).map((table) => table);
  const read = readCriteria(sheets, { draft, versions: [households] });
  if (read.kind !== 'read') throw new Error(JSON.stringify(read.faults));
  expect(read.draft.groups[0]?.criteria[0]?.id).toBe('B1.3');
  expect(read.draft.groups[0]?.criteria[1]?.id).toBe('B1.2');
});
