/**
 * One field of a CSV file for other programs. A text that a spreadsheet would read as a formula, a number or a date gets a
 * tab before it inside its quotes: Excel and LibreOffice then show it as the text it is, and a program strips it as it
 * strips any white space. Pure.
 */

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

/** As it stands in the file, in quotes. */
export const textField = (value: string): string => `"${asText(value).replaceAll('"', '""')}"`;

export const BYTE_ORDER_MARK = '\uFEFF';

/** Lines of fields, each ended by CR LF (RFC 4180), after a byte-order mark, by which Excel knows UTF-8. */
export const csvText = (lines: readonly (readonly string[])[]): string =>
  BYTE_ORDER_MARK + lines.map((fields) => `${fields.join(',')}\r\n`).join('');
