/** Cells copied from a spreadsheet, put into the table of last year's results. Pure. */
import { searchKey } from '#domain/vietnamese/search-key.ts';
import { parseNumber } from '#domain/vietnamese/format.ts';

interface Named {
  subjectId: string;
  name: string;
}

export interface Pasted {
  /** As they stood in the cells, by subject: whether they are scores is the form's to say. */
  typed: Readonly<Record<string, string>>;
  /** First cells that name nobody here, and lines beyond the last row. */
  unplaced: readonly string[];
}

/** "Xóm Đầm Mụ", "Đầm Mụ": who copies a list from a report has the kind before the name. */
const keyOf = (name: string): string => searchKey(name).replace(/^(xom|ho|gia dinh) /, '');

/**
 * Null for what is one cell: that is pasted as everywhere. One column goes downward from the row it was pasted into; of
 * several, the one before the score names the row.
 */
export function pasteResults(text: string, rows: readonly Named[], into: string): Pasted | null {
  const lines = text.replace(/\r\n?/g, '\n').replace(/\n+$/, '').split('\n');
  const cells = lines.map((line) => line.split('\t').map((cell) => cell.trim()));
  if (lines.length === 1 && cells[0]?.length === 1) return null;
  const first = rows.findIndex(({ subjectId }) => subjectId === into);
  const byName = new Map(rows.map(({ subjectId, name }) => [keyOf(name), subjectId]));
  const typed: Record<string, string> = {};
  const unplaced: string[] = [];
  for (const [at, line] of cells.entries()) {
    if (line.every((cell) => cell === '')) continue;
    const score = line.at(-1) ?? '';
    const names = line.slice(0, -1).filter((cell) => cell !== '');
    const id =
      line.length === 1
        ? rows[first + at]?.subjectId
        : names.map((name) => byName.get(keyOf(name))).find((found) => found !== undefined);
    if (id !== undefined) typed[id] = score;
    // A heading above the figures is no line that was lost.
    else if (at > 0 || parseNumber(score) !== null) unplaced.push(names.at(-1) ?? score);
  }
  return { typed, unplaced };
}
