/** What a file is, by its first bytes and not by its name; then the reader of that kind. */
import { legacyLetters, type ForeignLetters } from '#domain/import/legacy-letters.ts';
import type { FileFault, ReadTable } from '#domain/import/table.ts';
import { readTableText } from './read-table-text.ts';
import { readTableXlsx } from './read-table-xlsx.ts';

const begins = (bytes: Uint8Array, signature: readonly number[]): boolean =>
  signature.every((byte, at) => bytes[at] === byte);

const ZIP = [0x50, 0x4b, 0x03, 0x04];
const EMPTY_ZIP = [0x50, 0x4b, 0x05, 0x06];
/** .xls, .doc, and every workbook with a password. */
const OLE2 = [0xd0, 0xcf, 0x11, 0xe0];
const NO_TABLES: readonly (readonly number[])[] = [
  [0x25, 0x50, 0x44, 0x46],
  [0x89, 0x50, 0x4e, 0x47],
  [0xff, 0xd8, 0xff],
  [0x47, 0x49, 0x46],
  [0x52, 0x61, 0x72],
  [0x37, 0x7a, 0xbc],
  [0x1f, 0x8b],
  EMPTY_ZIP,
];

function faultOf(bytes: Uint8Array): FileFault | null {
  if (bytes.length === 0) return 'empty';
  if (begins(bytes, OLE2)) return 'oldExcel';
  return NO_TABLES.some((signature) => begins(bytes, signature)) ? 'notASheet' : null;
}

/** Enough of a list to know its letters by. */
const CELLS_LOOKED_AT = 4000;

function lettersOf(read: ReadTable): ForeignLetters | null {
  if (read.kind === 'refused') return null;
  const texts: string[] = [];
  for (const { rows } of read.sheets)
    for (const row of rows)
      for (const cell of row)
        if (typeof cell === 'string' && texts.length < CELLS_LOOKED_AT) texts.push(cell);
  return legacyLetters(texts);
}

export async function readTableBytes(_name: string, file: ArrayBuffer): Promise<ReadTable> {
  const bytes = new Uint8Array(file);
  const fault = faultOf(bytes);
  if (fault !== null) return { kind: 'refused', fault };
  const read = begins(bytes, ZIP) ? await readTableXlsx(bytes) : await readTableText(bytes);
  const letters = lettersOf(read);
  if (letters !== null) return { kind: 'refused', fault: letters };
  if (read.kind === 'read' && read.sheets.every(({ rows }) => rows.length === 0))
    return { kind: 'refused', fault: 'empty' };
  return read;
}
