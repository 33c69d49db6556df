/** A sheet as it was read from a file, before anybody says what its columns mean. Plain data: it crosses a worker. */

/** A day of the calendar, `YYYY-MM-DD`, where the file held a real date. */
export interface DayCell {
  day: string;
}
export type Cell = string | number | boolean | DayCell | null;

/** Row and column, both from 0. */
export interface Place {
  row: number;
  column: number;
}

export interface SheetTable {
  name: string;
  rows: readonly (readonly Cell[])[];
  /** Cells whose value was reckoned by a formula. */
  formulas: readonly Place[];
  /** Cells that hold an error of the spreadsheet (`#REF!`); their value is null. */
  broken: readonly Place[];
  /** Cells inside a merged area; each has been given the value of its first cell. */
  merged: readonly Place[];
}

/** Rows of one sheet, at most: a commune of 10.000 households fits twice. */
export const ROWS_MAX = 20_000;
export const COLUMNS_MAX = 200;
/** Bytes of a file, at most. */
export const FILE_BYTES_MAX = 10 * 1024 * 1024;

/** Why a file is not read at all; each has a sentence with a remedy. */
export type FileFault =
  | 'empty'
  | 'tooLarge'
  /** Unpacks to far more than a list of names is. */
  | 'bomb'
  | 'tooManyRows'
  | 'tooManyColumns'
  /** .xls of before 2007, or a workbook with a password: both look alike from outside. */
  | 'oldExcel'
  | 'openDocument'
  | 'wordFile'
  | 'notASheet'
  | 'broken'
  /** Letters of .VnTime, or of VNI: what is stored is not Vietnamese. */
  | 'tcvn3'
  | 'vni'
  /** UTF-8 that was opened as something else and saved so. */
  | 'savedBroken'
  | 'unknownEncoding'
  | 'unevenRows'
  | 'tooSlow';

export type ReadTable =
  | {
      kind: 'read';
      sheets: readonly SheetTable[];
      /** Of a text file: how its letters were stored and what parts its columns. */
      text?: { encoding: 'utf-8' | 'utf-16' | 'windows-1258'; separator: string };
    }
  /** `rows`: how many it has, where that is too many. `at`: the line of a text file, from 1. */
  | { kind: 'refused'; fault: FileFault; rows?: number; at?: number };

/** "B7": what people call a cell. */
export function cellName({ row, column }: Place): string {
  let letters = '';
  for (let rest = column; rest >= 0; rest = Math.floor(rest / 26) - 1)
    letters = String.fromCharCode(65 + (rest % 26)) + letters;
  return `${letters}${row + 1}`;
}
