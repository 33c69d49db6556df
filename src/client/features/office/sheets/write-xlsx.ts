/** A table as a workbook. Every text is a typed string cell (a shared string), so no program reads it as a formula. */
import writeXlsxFile, { type CellObject, type SheetData } from 'write-excel-file/universal';
import type { Cell, Table } from './table.ts';

const NAME_MAX = 31;
const TEXT_MAX = 32_767;
const NOT_IN_NAMES = new Set("[]:*?/\\'");

/** Characters that no XML document may hold; a workbook with one does not open. */
const isWritable = (char: string): boolean => {
  const code = char.codePointAt(0) ?? 0;
  if (code < 0x20) return code === 0x9 || code === 0xa || code === 0xd;
  return code !== 0xfffe && code !== 0xffff && !(code >= 0xd800 && code <= 0xdfff);
};
const writable = (value: string): string => [...value].filter(isWritable).join('').slice(0, TEXT_MAX);

const sheetName = (name: string): string =>
  [...writable(name)]
    .filter((char) => !NOT_IN_NAMES.has(char))
    .join('')
    .trim()
    .slice(0, NAME_MAX) || 'Bảng';

const cellOf = (cell: Cell): CellObject | null => {
  if (cell === null) return null;
  switch (cell.kind) {
    case 'text':
      return { type: String, value: writable(cell.value), format: '@', wrap: true, alignVertical: 'top' };
    case 'number':
      return { type: Number, value: cell.value, alignVertical: 'top' };
    case 'points':
      return { type: Number, value: cell.value / 100, format: '0.00', alignVertical: 'top' };
    case 'date':
      return {
        type: Date,
        value: new Date(`${cell.value}T00:00:00.000Z`),
        format: 'dd/mm/yyyy',
        alignVertical: 'top',
      };
  }
};

/** `application/vnd.openxmlformats-officedocument.spreadsheetml.sheet`. */
export async function writeXlsx({ name, title, columns, rows }: Table): Promise<Blob> {
  const data: SheetData = [
    ...title.map((line): CellObject[] => [
      { type: String, value: writable(line), fontWeight: 'bold', columnSpan: columns.length },
    ]),
    columns.map(({ head }): CellObject => ({
      type: String,
      value: writable(head),
      fontWeight: 'bold',
      wrap: true,
      borderStyle: 'thin',
    })),
    ...rows.map((row) => row.map(cellOf)),
  ];
  return writeXlsxFile(data, {
    sheet: sheetName(name),
    columns: columns.map(({ width }) => ({ width })),
    stickyRowsCount: title.length + 1,
  }).toBlob();
}
