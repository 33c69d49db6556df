/** Lists as text: .csv and what is copied from a spreadsheet, in the encodings people have here. */
import Papa from 'papaparse';
import { legacyLetters, type ForeignLetters } from '#domain/import/legacy-letters.ts';
import { COLUMNS_MAX, ROWS_MAX, type ReadTable } from '#domain/import/table.ts';

type Encoding = 'utf-8' | 'utf-16' | 'windows-1258';
type Decoded =
  | { kind: 'text'; encoding: Encoding; text: string }
  | { kind: 'refused'; fault: ForeignLetters | 'unknownEncoding' };

/** How far a file is looked into for its encoding. */
const LOOKED_AT = 4096;

/** Of UTF-16 without a mark: every second byte of Latin text is 0. */
function utf16Without(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const seen = bytes.subarray(0, LOOKED_AT);
  const zeros = [0, 0];
  seen.forEach((byte, at) => {
    if (byte === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1;
  });
  const [even = 0, odd = 0] = zeros;
  if (Math.max(even, odd) < seen.length / 8) return null;
  return odd > even ? 'utf-16le' : 'utf-16be';
}

/** Letters of the Vietnamese alphabet with their marks; a wrong guess is full of others. */
const VIETNAMESE = /[a-zàáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵ]/iu;
const isForeign = (char: string): boolean => /\p{L}/u.test(char) && !VIETNAMESE.test(char);

function ofOneByte(bytes: Uint8Array): Decoded {
  const asLatin = new TextDecoder('windows-1252').decode(bytes);
  const letters = legacyLetters(asLatin.split(/[\r\n\t,;]+/));
  if (letters !== null) return { kind: 'refused', fault: letters };
  const text = new TextDecoder('windows-1258').decode(bytes).normalize('NFC');
  const chars = Array.from(text.slice(0, LOOKED_AT * 8));
  const isUnknown = chars.filter((char) => isForeign(char) || char === '\uFFFD').length > chars.length / 100;
  return isUnknown
    ? { kind: 'refused', fault: 'unknownEncoding' }
    : { kind: 'text', encoding: 'windows-1258', text };
}

export function decodeText(bytes: Uint8Array): Decoded {
  const [first, second] = bytes;
  const marked =
    first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : null;
  const wide = marked ?? utf16Without(bytes);
  if (wide !== null)
    return { kind: 'text', encoding: 'utf-16', text: new TextDecoder(wide).decode(bytes).normalize('NFC') };
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    // Bytes that happen to be text: nobody's list holds these.
    if (text.includes('\0')) return { kind: 'refused', fault: 'unknownEncoding' };
    return { kind: 'text', encoding: 'utf-8', text: text.normalize('NFC') };
  } catch {
    return ofOneByte(bytes);
  }
}

const SEPARATORS = [';', '\t', ','];

/** The one that parts the first lines alike and most often. */
function separatorOf(text: string): string {
  const lines = text
    .slice(0, LOOKED_AT * 4)
    .split(/\r\n|\r|\n/)
    .filter((line) => line.trim() !== '')
    .slice(0, 20);
  const counts = SEPARATORS.map((separator) => ({
    separator,
    lines: lines.filter((line) => line.includes(separator)).length,
    signs: lines.reduce((sum, line) => sum + line.split(separator).length - 1, 0),
  }));
  counts.sort((a, b) => b.lines - a.lines || b.signs - a.signs);
  return counts[0]?.separator ?? ',';
}

export async function readTableText(bytes: Uint8Array): Promise<ReadTable> {
  const decoded = decodeText(bytes);
  if (decoded.kind === 'refused') return decoded;
  const separator = separatorOf(decoded.text);
  // Asked for one row more than is taken: enough to know that there are too many.
  const { data, errors } = Papa.parse<string[]>(decoded.text, {
    delimiter: separator,
    preview: ROWS_MAX + 31,
  });
  const quotes = errors.find(({ type }) => type === 'Quotes');
  if (quotes !== undefined) {
    const at = quotes.row === undefined ? {} : { at: quotes.row + 1 };
    return { kind: 'refused', fault: 'unevenRows', ...at };
  }
  if (data.length > ROWS_MAX + 30)
    return { kind: 'refused', fault: 'tooManyRows', rows: decoded.text.split(/\r\n|\r|\n/).length };
  const rows = data.map((cells) => cells.map((cell) => (cell.trim() === '' ? null : cell)));
  while (rows.length > 0 && (rows.at(-1) ?? []).every((cell) => cell === null)) rows.pop();
  if (rows.some((cells) => cells.length > COLUMNS_MAX)) return { kind: 'refused', fault: 'tooManyColumns' };
  return {
    kind: 'read',
    sheets: [{ name: '', rows, formulas: [], broken: [], merged: [] }],
    text: { encoding: decoded.encoding, separator },
  };
}
