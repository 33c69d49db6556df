/** Rows under the headings, each cell read as its column means it. */
import { fieldsOf, type ImportKind, type Mapping } from './kinds.ts';
import { readCell, shownCell, type CellFinding } from './read-cell.ts';
import { cellName, type Place, type SheetTable } from './table.ts';

export interface Finding {
  severity: 'error' | 'warning';
  code: CellFinding | RowFinding;
  /** The field it is about. */
  field?: string;
  /** "B7". */
  cell?: string;
  /** Another row of the file (from 1), a name, what stands there. */
  row?: number;
  name?: string;
  text?: string;
}

/** What a row as a whole can be found to be. */
export type RowFinding =
  | 'repeats'
  | 'repeatsPhone'
  | 'knownPhone'
  | 'knownOtherMarks'
  | 'nearName'
  | 'knownEnded'
  | 'newHamlet'
  | 'hamletUnclear'
  | 'hamletEnded'
  | 'placeUnknown'
  | 'sectorUnknown'
  | 'codeUnknown'
  | 'codeRepeats'
  | 'codeElsewhere'
  | 'subjectUnknown'
  | 'endsBeforeStart';

export interface ReadRow {
  /** As people count the rows of a sheet, from 1. */
  row: number;
  values: Readonly<Record<string, string | number>>;
  /** As it stands in the file, by field. */
  texts: Readonly<Record<string, string>>;
  findings: Finding[];
}

const keyOf = ({ row, column }: Place): string => `${row}:${column}`;

/** Rows with nothing in any mapped column are none. A list that goes on under a second heading is not guessed at. */
export function readRows(
  kind: ImportKind,
  sheet: SheetTable,
  { headingRow, mapping }: { headingRow: number; mapping: Mapping },
): ReadRow[] {
  const marks = new Map<string, CellFinding>();
  for (const place of sheet.merged) marks.set(keyOf(place), 'mergedCell');
  for (const place of sheet.formulas) marks.set(keyOf(place), 'formula');
  for (const place of sheet.broken) marks.set(keyOf(place), 'brokenFormula');
  const specs = fieldsOf[kind].flatMap((spec) => {
    const column = mapping[spec.id] ?? null;
    return column === null ? [] : [{ ...spec, column }];
  });
  const read: ReadRow[] = [];
  for (const [index, cells] of sheet.rows.entries()) {
    if (index <= headingRow) continue;
    const isEmpty = specs.every(
      ({ column }) =>
        shownCell(cells[column]) === '' && marks.get(keyOf({ row: index, column })) !== 'brokenFormula',
    );
    if (isEmpty) continue;
    const values: Record<string, string | number> = {};
    const texts: Record<string, string> = {};
    const findings: Finding[] = [];
    for (const { id, type, required, column } of specs) {
      const place = { row: index, column };
      const mark = marks.get(keyOf(place));
      const { value, errors, warnings } = readCell(type, cells[column]);
      texts[id] = shownCell(cells[column]);
      if (value !== undefined) values[id] = value;
      const at = { field: id, cell: cellName(place) };
      const found = mark === 'brokenFormula' ? [] : errors;
      for (const code of found) findings.push({ severity: 'error', code, ...at, text: texts[id] ?? '' });
      if (mark === 'brokenFormula') findings.push({ severity: 'error', code: mark, ...at });
      else if (required && value === undefined && errors.length === 0)
        findings.push({ severity: 'error', code: 'missing', ...at });
      for (const code of [...warnings, ...(mark === 'formula' || mark === 'mergedCell' ? [mark] : [])])
        findings.push({ severity: 'warning', code, ...at, text: texts[id] ?? '' });
    }
    read.push({ row: index + 1, values, texts, findings });
  }
  return read;
}

export const hasErrors = ({ findings }: Pick<ReadRow, 'findings'>): boolean =>
  findings.some(({ severity }) => severity === 'error');
