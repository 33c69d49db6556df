/** Sheets of a workbook as rows of known columns; what does not fit is named by sheet, row and column. */
import { searchKey } from '#domain/vietnamese/search-key.ts';
import { parseNumber } from '#domain/vietnamese/format.ts';
import { cellName, type Cell, type SheetTable } from '#domain/import/table.ts';
import { sheetWords } from '#client/messages/office-criteria-sheet.ts';
import {
  layout,
  sheetKeys,
  type ColumnSpec,
  type Head,
  type RowValues,
  type SheetKey,
} from './criteria-layout.ts';

export interface SheetFault {
  sheet: SheetKey;
  /** As the spreadsheet counts, from 1; absent = the whole sheet. */
  row?: number;
  head?: Head;
  code: keyof typeof sheetWords.faults;
  values?: Readonly<Record<string, string | number>>;
}

export interface ReadRow {
  /** As the spreadsheet counts. */
  row: number;
  values: RowValues;
}
export type ReadRows = Readonly<Record<SheetKey, readonly ReadRow[]>>;

type Read =
  | { kind: 'value'; value: RowValues[Head] }
  | { kind: 'fault'; code: SheetFault['code']; values?: SheetFault['values'] };

const value = (read: RowValues[Head]): Read => ({ kind: 'value', value: read ?? null });
const fault = (code: SheetFault['code'], text: string, more: SheetFault['values'] = {}): Read => ({
  kind: 'fault',
  code,
  values: { text, ...more },
});

function readFigure(column: ColumnSpec, cell: string | number): Read {
  const text = String(cell);
  const number = typeof cell === 'number' ? cell : parseNumber(cell);
  if (number === null) return fault('notANumber', text);
  if (number < 0) return fault('negative', text);
  if (column.kind === 'whole') return Number.isSafeInteger(number) ? value(number) : fault('notWhole', text);
  const points = Math.round(number * 100);
  return Math.abs(points / 100 - number) < 1e-9 ? value(points) : fault('tooFine', text);
}

function readChoice(column: ColumnSpec & { kind: 'choice' }, text: string): Read {
  const byWords = new Map(Object.entries(column.words).map(([key, words]) => [searchKey(words), key]));
  const asked = (column.several ? text.split(';') : [text])
    .map((part) => part.trim())
    .filter((part) => part !== '');
  const keys: string[] = [];
  for (const part of asked) {
    const key = byWords.get(searchKey(part));
    if (key === undefined)
      return fault('unknownChoice', part, { choices: Object.values(column.words).join(', ') });
    keys.push(key);
  }
  return value(column.several ? keys : (keys[0] ?? null));
}

function readCell(column: ColumnSpec, cell: Cell): Read {
  if (cell === null || cell === '') return column.required ? { kind: 'fault', code: 'empty' } : value(null);
  if (typeof cell === 'boolean') return { kind: 'fault', code: 'isBoolean' };
  if (typeof cell === 'object') return fault('isDate', cell.day.split('-').reverse().join('/'));
  if (column.kind === 'points' || column.kind === 'whole') return readFigure(column, cell);
  const text = String(cell);
  return column.kind === 'choice' ? readChoice(column, text) : value(text);
}

const isBlank = (cells: readonly Cell[]): boolean => cells.every((cell) => cell === null || cell === '');

function readSheet(key: SheetKey, table: SheetTable): { rows: ReadRow[]; faults: SheetFault[] } {
  const columns = layout[key];
  const faults: SheetFault[] = [];
  for (const [code, places] of [
    ['isFormula', table.formulas],
    ['isBroken', table.broken],
    ['isMerged', table.merged],
  ] as const)
    for (const place of places)
      faults.push({ sheet: key, row: place.row + 1, code, values: { cell: cellName(place) } });
  const [first = []] = table.rows;
  const heads = first.map((cell) => (typeof cell === 'string' ? searchKey(cell) : ''));
  const at = new Map(columns.map(({ head }) => [head, heads.indexOf(searchKey(sheetWords.heads[head]))]));
  for (const { head } of columns)
    if (at.get(head) === -1)
      faults.push({ sheet: key, code: 'missingColumn', values: { head: sheetWords.heads[head] } });
  if (faults.some(({ code }) => code === 'missingColumn')) return { rows: [], faults };
  const rows: ReadRow[] = [];
  for (const [index, cells] of table.rows.entries()) {
    if (index === 0 || isBlank(cells)) continue;
    const row: ReadRow = { row: index + 1, values: {} };
    for (const column of columns) {
      const read = readCell(column, cells[at.get(column.head) ?? -1] ?? null);
      if (read.kind === 'value') row.values[column.head] = read.value ?? null;
      else
        faults.push({
          sheet: key,
          row: row.row,
          head: column.head,
          code: read.code,
          ...(read.values && { values: read.values }),
        });
    }
    rows.push(row);
  }
  return { rows, faults };
}

/** Every sheet there has to be; one that may be empty may also be left out. */
const NEEDED: readonly SheetKey[] = ['whole', 'criteria', 'levels', 'steps', 'options', 'grades'];

export function readRows(sheets: readonly SheetTable[]): { rows: ReadRows; faults: SheetFault[] } {
  const byName = new Map(sheets.map((sheet) => [searchKey(sheet.name), sheet]));
  const faults: SheetFault[] = [];
  const read = (key: SheetKey): ReadRow[] => {
    const table = byName.get(searchKey(sheetWords.sheets[key]));
    if (table === undefined) {
      if (NEEDED.includes(key)) faults.push({ sheet: key, code: 'missingSheet' });
      return [];
    }
    const found = readSheet(key, table);
    faults.push(...found.faults);
    return found.rows;
  };
  const [whole, criteria, levels, steps, options, shared, consistency, grades, order] = sheetKeys.map(read);
  return {
    rows: {
      whole: whole ?? [],
      criteria: criteria ?? [],
      levels: levels ?? [],
      steps: steps ?? [],
      options: options ?? [],
      shared: shared ?? [],
      consistency: consistency ?? [],
      grades: grades ?? [],
      order: order ?? [],
    },
    faults,
  };
}
