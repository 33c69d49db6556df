/** Years beside each other in words and as a table to be taken away. Pure. */
import type { SeriesTable, YearCell } from '#domain/series/compare-years.ts';
import { formatPoints } from '#domain/vietnamese/format.ts';
import { fill } from '#client/messages/fill.ts';
import { seriesWords as words } from '#client/messages/office-series.ts';
import { numberCell, pointsCell, textCell } from '../cells.ts';
import type { Cell, Table } from '../sheets/table.ts';

export interface Compared {
  /** In the order of the cells. */
  years: readonly number[];
  table: SeriesTable;
}

export type NameOf = (id: string) => { name: string; into?: string };

/** Under the figure: on what it rests, its rank, and how much of the version it covers. */
export const cellWords = ({ basis, rank, of, asked }: YearCell): string =>
  [
    asked === undefined ? words.bases[basis] : fill(words.asked, { ...asked }),
    fill(words.rank, { rank, of }),
  ].join(', ');

export function changeWords(change: number | null): string {
  if (change === null) return '';
  if (change === 0) return words.same;
  return fill(change > 0 ? words.up : words.down, { points: formatPoints(Math.abs(change)) });
}

export const seriesTable = ({ years, table }: Compared, nameOf: NameOf, lens: string): Table => ({
  name: words.title,
  title: [words.title, lens],
  columns: [
    { head: words.columns.name, width: 36 },
    ...years.flatMap((year) => [
      { head: fill(words.year, { year }), width: 12 },
      { head: `${fill(words.year, { year })}, ${words.version}`, width: 26 },
    ]),
    { head: words.columns.change, width: 14 },
  ],
  rows: table.subjects.map(({ subjectId, cells, change }): Cell[] => [
    textCell(nameOf(subjectId).name),
    ...cells.flatMap((cell): Cell[] =>
      cell === null ? [null, null] : [pointsCell(cell.normalised), textCell(cellWords(cell))],
    ),
    change === null ? null : change < 0 ? numberCell(change / 100) : pointsCell(change),
  ]),
});
