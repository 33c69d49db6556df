/** A table of open data as CSV: names of columns as in the dictionary, numbers with a dot, what is hidden left empty. Pure. */
import { csvText, textField } from '../csv-field.ts';
import type { OpenCell, OpenTable } from './document.ts';

const field = (cell: OpenCell): string =>
  cell === null ? '' : typeof cell === 'number' ? String(cell) : textField(cell);

export const openCsv = ({ columns, rows }: Pick<OpenTable, 'columns' | 'rows'>): string =>
  csvText([columns.map(({ name }) => textField(name)), ...rows.map((row) => row.map(field))]);
