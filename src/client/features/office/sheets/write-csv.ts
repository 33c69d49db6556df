/**
 * A table as CSV for other programs: UTF-8 with a byte-order mark, commas, every text in quotes, numbers with a dot. A
 * text that a spreadsheet would read as a formula, a number or a date gets a tab before it inside its quotes: Excel and
 * LibreOffice then show it as the text it is, and a program strips it as it strips any white space.
 */
import { csvText, textField } from '#domain/csv-field.ts';
import type { Cell, Table } from './table.ts';

const decimal = (hundredths: number): string => {
  const size = Math.abs(hundredths);
  return `${hundredths < 0 ? '-' : ''}${Math.floor(size / 100)}.${String(size % 100).padStart(2, '0')}`;
};

const fieldOf = (cell: Cell): string => {
  if (cell === null) return '';
  switch (cell.kind) {
    case 'text':
      return textField(cell.value);
    case 'number':
      return String(cell.value);
    case 'points':
      return decimal(cell.value);
    case 'date':
      return cell.value;
  }
};

/** Without the lines above the table: the first line names the columns. Lines end in CR LF (RFC 4180). */
export const csvOf = ({ columns, rows }: Table): string =>
  csvText([columns.map(({ head }) => textField(head)), ...rows.map((row) => row.map(fieldOf))]);

export const writeCsv = (table: Table): Blob => new Blob([csvOf(table)], { type: 'text/csv;charset=utf-8' });
