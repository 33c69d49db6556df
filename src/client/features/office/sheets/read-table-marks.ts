/** What the text of a sheet says beside its values: which cells are formulas or errors, which areas are merged. */
import type { Place } from '#domain/import/table.ts';

export interface SheetMarks {
  /** Rows that hold anything. */
  rows: number;
  /** One past the last column with a cell. */
  columns: number;
  formulas: Place[];
  broken: Place[];
  merges: { from: Place; to: Place }[];
}

/** "B7" → row 6, column 1. */
export function placeOf(name: string): Place | null {
  const found = /^\$?([A-Z]{1,3})\$?(\d{1,7})$/.exec(name);
  if (found === null) return null;
  const [, letters = '', digits = ''] = found;
  const column = [...letters].reduce((sum, letter) => sum * 26 + (letter.charCodeAt(0) - 64), 0) - 1;
  return { row: Number(digits) - 1, column };
}

/** Lists of a thousand formulas say no more than one of fifty. */
const MARKS_MAX = 20_000;

/** `xml`: the whole text of a worksheet. Reads it once, tag by tag, and keeps no tree. */
export function marksOf(xml: string): SheetMarks {
  const marks: SheetMarks = { rows: 0, columns: 0, formulas: [], broken: [], merges: [] };
  let cell: Place | null = null;
  let isInRow = false;
  for (let at = xml.indexOf('<'); at !== -1; at = xml.indexOf('<', at + 1)) {
    const end = xml.indexOf('>', at);
    if (end === -1) break;
    const kind = xml.charCodeAt(at + 1);
    // c, f, m, r: anything else is of no interest here.
    if (kind !== 99 && kind !== 102 && kind !== 109 && kind !== 114) continue;
    const tag = xml.slice(at + 1, end);
    if (tag.startsWith('row')) {
      isInRow = true;
    } else if (tag.startsWith('c ')) {
      cell = placeOf(/\sr="([^"]*)"/.exec(tag)?.[1] ?? '');
      const holds = !tag.endsWith('/');
      if (cell !== null && holds) {
        marks.columns = Math.max(marks.columns, cell.column + 1);
        if (isInRow) marks.rows += 1;
        isInRow = false;
        if (/\st="e"/.test(tag) && marks.broken.length < MARKS_MAX) marks.broken.push(cell);
      }
    } else if ((tag === 'f' || tag.startsWith('f ') || tag === 'f/') && cell !== null) {
      if (marks.formulas.length < MARKS_MAX) marks.formulas.push(cell);
    } else if (tag.startsWith('mergeCell ')) {
      const [first = '', last = ''] = (/\sref="([^"]*)"/.exec(tag)?.[1] ?? '').split(':');
      const [from, to] = [placeOf(first), placeOf(last)];
      if (from !== null && to !== null) marks.merges.push({ from, to });
    }
  }
  return marks;
}
