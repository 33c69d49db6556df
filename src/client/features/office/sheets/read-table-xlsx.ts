/**
 * Workbooks. Unpacked here once, within bounds; what the reader of cells does not tell (formulas, errors, merged areas)
 * is looked up in the same text.
 */
import { unzipSync, zipSync, type Unzipped } from 'fflate';
import readXlsxFile from 'read-excel-file/universal';
import { COLUMNS_MAX, ROWS_MAX, type Cell, type ReadTable, type SheetTable } from '#domain/import/table.ts';
import { marksOf, type SheetMarks } from './read-table-marks.ts';

/** Unpacked bytes, at most: a list of the most rows we take, several times. */
const UNPACKED_MAX = 160 * 1024 * 1024;

class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly read: ReadTable & { kind: 'refused' };
  constructor(read: ReadTable & { kind: 'refused' }) {
    super(read.fault);
    this.read = read;
  }
}
const refuse = (fault: (ReadTable & { kind: 'refused' })['fault'], rows?: number): Refusal =>
  new Refusal({ kind: 'refused', fault, ...(rows === undefined ? {} : { rows }) });

/** Only what is text, and only when all of it together is no more than a list can be. */
function unpack(bytes: Uint8Array): Unzipped {
  let total = 0;
  try {
    const files = unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        if (!/\.(xml|rels)$/i.test(name)) return name === 'mimetype' && originalSize < 200;
        total += originalSize;
        if (total > UNPACKED_MAX) throw refuse('bomb');
        return true;
      },
    });
    return files;
  } catch (error) {
    if (error instanceof Refusal) throw error;
    throw refuse('broken');
  }
}

const utf8 = (bytes: Uint8Array | undefined): string => (bytes ? new TextDecoder().decode(bytes) : '');
const named = (files: Unzipped, name: string): string => utf8(files[name]);

function checkKind(files: Unzipped): void {
  if (named(files, 'mimetype').includes('opendocument')) throw refuse('openDocument');
  if ('word/document.xml' in files) throw refuse('wordFile');
  if (!('xl/workbook.xml' in files)) throw refuse('notASheet');
}

const attribute = (tag: string, name: string): string =>
  new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1] ?? '';
const tags = (xml: string, name: string): string[] =>
  xml.match(new RegExp(`<(?:\\w+:)?${name}\\s[^>]*>`, 'g')) ?? [];

/** Paths of the sheets, in the workbook's order. */
function sheetPaths(files: Unzipped): string[] {
  const targets = new Map(
    tags(named(files, 'xl/_rels/workbook.xml.rels'), 'Relationship').map((tag) => [
      attribute(tag, 'Id'),
      attribute(tag, 'Target'),
    ]),
  );
  return tags(named(files, 'xl/workbook.xml'), 'sheet').map((tag) => {
    const target = targets.get(attribute(tag, 'r:id')) ?? '';
    return target.startsWith('/') ? target.slice(1) : `xl/${target}`;
  });
}

const DAY_LENGTH = 10;
function cellOf(value: unknown): Cell {
  if (value instanceof Date)
    return Number.isNaN(value.getTime()) ? null : { day: value.toISOString().slice(0, DAY_LENGTH) };
  if (typeof value === 'string') return value.trim() === '' ? null : value.normalize('NFC');
  return typeof value === 'number' || typeof value === 'boolean' ? value : null;
}

/** Merged cells get the value of their first, which is what a reader of the sheet sees. */
function tableOf(name: string, data: readonly (readonly unknown[])[], marks: SheetMarks): SheetTable {
  const rows = data.map((cells) => cells.map(cellOf));
  for (const { row, column } of marks.broken) if (rows[row]?.[column] !== undefined) rows[row][column] = null;
  const merged: SheetTable['merged'][number][] = [];
  for (const { from, to } of marks.merges) {
    const value = rows[from.row]?.[from.column] ?? null;
    for (let row = from.row; row <= Math.min(to.row, rows.length - 1); row++)
      for (let column = from.column; column <= Math.min(to.column, COLUMNS_MAX); column++) {
        const cells = rows[row];
        if (cells === undefined || (row === from.row && column === from.column)) continue;
        while (cells.length <= column) cells.push(null);
        cells[column] = value;
        merged.push({ row, column });
      }
  }
  return { name, rows, formulas: marks.formulas, broken: marks.broken, merged };
}

export async function readTableXlsx(bytes: Uint8Array): Promise<ReadTable> {
  try {
    const files = unpack(bytes);
    checkKind(files);
    const marks = sheetPaths(files).map((path) => marksOf(named(files, path)));
    const most = Math.max(0, ...marks.map(({ rows }) => rows));
    // A title and some lines above the headings are no rows of the list.
    if (most > ROWS_MAX + 30) throw refuse('tooManyRows', most);
    if (marks.some(({ columns }) => columns > COLUMNS_MAX)) throw refuse('tooManyColumns');
    // Packed again without compression: the reader would otherwise unpack large files in workers of its own making.
    const plain = zipSync(files, { level: 0 });
    const sheets = await readXlsxFile(new Blob([plain]));
    return {
      kind: 'read',
      sheets: sheets.map(({ sheet, data }, index) =>
        tableOf(sheet, data, marks[index] ?? { rows: 0, columns: 0, formulas: [], broken: [], merges: [] }),
      ),
    };
  } catch (error) {
    if (error instanceof Refusal) return error.read;
    return { kind: 'refused', fault: 'broken' };
  }
}
