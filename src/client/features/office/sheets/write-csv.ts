/**
 * A table as CSV for other programs: UTF-8 with a byte-order mark, commas, every text in quotes, numbers with a dot. A
 * text that a spreadsheet would read as a formula, a number or a date gets a tab before it inside its quotes: Excel and
 * LibreOffice then show it as the text it is, and a program strips it as it strips any white space.
 */
import type { Cell, Table } from './table.ts';

const BYTE_ORDER_MARK = '\uFEFF';
/** What begins a formula, also in the wide forms of East Asian keyboards; and what would break out of a cell. */
const TRIGGERS = new Set('=+-@＝＋－＠\t\r\n');
const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
const VALUE_CHARS = new Set('0123456789.,:/\\-+()%eE$€₫ ');

const isDigit = (char: string): boolean => char >= '0' && char <= '9';

/** "0912345678", "1E5", "12-3", "1/2", "MAR-012", "TRUE": text a spreadsheet makes something else of. */
const readsAsValue = (value: string): boolean => {
  const plain = value.toLowerCase();
  if (plain === 'true' || plain === 'false') return true;
  if (![...plain].some(isDigit)) return false;
  return [...value].every((char) => VALUE_CHARS.has(char)) || MONTHS.some((month) => plain.includes(month));
};

/** White space and unseen characters before a trigger are skipped by programs that look for one, so they are here. */
export const asText = (value: string): string => {
  const first = value.replace(/^[\s\p{Cf}]+/u, '').charAt(0);
  const risky = TRIGGERS.has(value.charAt(0)) || TRIGGERS.has(first) || readsAsValue(value.trim());
  return risky ? `\t${value}` : value;
};

const quoted = (value: string): string => `"${value.replaceAll('"', '""')}"`;

const decimal = (hundredths: number): string => {
  const size = Math.abs(hundredths);
  return `${hundredths < 0 ? '-' : ''}${Math.floor(size / 100)}.${String(size % 100).padStart(2, '0')}`;
};

const fieldOf = (cell: Cell): string => {
  if (cell === null) return '';
  switch (cell.kind) {
    case 'text':
      return quoted(asText(cell.value));
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
  BYTE_ORDER_MARK +
  [columns.map(({ head }) => quoted(asText(head))), ...rows.map((row) => row.map(fieldOf))]
    .map((fields) => `${fields.join(',')}\r\n`)
    .join('');

export const writeCsv = (table: Table): Blob => new Blob([csvOf(table)], { type: 'text/csv;charset=utf-8' });
