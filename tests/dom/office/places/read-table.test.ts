/** Files as people have them, and files that are none. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { readTableBytes } from '#client/features/office/sheets/read-table-bytes.ts';
import { root } from '../../../support/source-files.ts';

const read = (bytes: Uint8Array) => readTableBytes('x', new Uint8Array(bytes).buffer);
const faultOf = async (bytes: Uint8Array) => {
  const table = await read(bytes);
  return table.kind === 'refused' ? table.fault : 'read';
};
const CSV = 'Xóm;Chủ hộ;Số điện thoại\r\nChùa 9;Nguyễn Văn Ánh;0912345678\r\n"Đình 6";"Ma ""Sáu""";\r\n';
const utf16 = (text: string, marked: boolean): Uint8Array => {
  const buffer = Buffer.from(marked ? `\uFEFF${text}` : text, 'utf16le');
  return new Uint8Array(buffer);
};
/** A workbook as small as one can be. */
const workbook = (rows: string, after = ''): Uint8Array =>
  zipSync({
    '[Content_Types].xml': strToU8('<Types/>'),
    'xl/workbook.xml': strToU8(
      '<workbook xmlns:r="r"><sheets><sheet name="Hộ" sheetId="1" r:id="rId1"/></sheets></workbook>',
    ),
    'xl/_rels/workbook.xml.rels': strToU8(
      '<Relationships><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
    ),
    'xl/worksheets/sheet1.xml': strToU8(`<worksheet><sheetData>${rows}</sheetData>${after}</worksheet>`),
  });
const text = (at: string, words: string): string => `<c r="${at}" t="inlineStr"><is><t>${words}</t></is></c>`;

test('a workbook that LibreOffice wrote is read whole: 1.800 families under a title and headings', async () => {
  const table = await read(new Uint8Array(readFileSync(join(root, 'tests/support/files/ho-quan-chu.xlsx'))));
  if (table.kind !== 'read') throw new Error(table.fault);
  const [sheet] = table.sheets;
  expect(sheet?.rows).toHaveLength(1802);
  expect(sheet?.rows[1]).toEqual(['STT', 'Xóm', 'Họ và tên chủ hộ', 'Số điện thoại', 'Địa chỉ']);
  expect(sheet?.rows[4]).toEqual([3, 'Xóm Ao Sen', 'Chu Ngọc Bình', '0966126116', 'xã Quân Chu']);
});

test('a list as text is read in every encoding people have, and by the sign that parts it', async () => {
  const utf8 = new TextEncoder().encode(CSV);
  const marked = new Uint8Array([0xef, 0xbb, 0xbf, ...utf8]);
  // ễ of windows-1258 is ê with a mark after it.
  const w1258 = new Uint8Array(
    [...'Xóm\tTên\nChùa 9\tNguy'].map((char) => char.charCodeAt(0)).concat([0xea, 0xde, 0x6e, 0x0a]),
  );
  for (const bytes of [utf8, marked, utf16(CSV, true), utf16(CSV, false)]) {
    const table = await read(bytes);
    if (table.kind !== 'read') throw new Error(table.fault);
    expect(table.text?.separator).toBe(';');
    expect(table.sheets[0]?.rows).toEqual([
      ['Xóm', 'Chủ hộ', 'Số điện thoại'],
      ['Chùa 9', 'Nguyễn Văn Ánh', '0912345678'],
      ['Đình 6', 'Ma "Sáu"', null],
    ]);
  }
  const table = await read(w1258);
  expect(table).toMatchObject({ kind: 'read', text: { encoding: 'windows-1258', separator: '\t' } });
  expect(table.kind === 'read' && table.sheets[0]?.rows[1]?.[1]).toBe('Nguyễn');
});

test('formulas, errors and merged cells of a workbook are told from values', async () => {
  const rows = [
    `<row r="1">${text('A1', 'Xóm')}${text('B1', 'Chủ hộ')}${text('C1', 'Số hộ')}</row>`,
    `<row r="2">${text('A2', 'Chùa 9')}${text('B2', 'Ánh')}<c r="C2"><f>1+1</f><v>2</v></c></row>`,
    `<row r="3"><c r="A3"/>${text('B3', 'Bình')}<c r="C3" t="e"><f>1/0</f><v>#DIV/0!</v></c></row>`,
  ].join('');
  const table = await read(workbook(rows, '<mergeCells count="1"><mergeCell ref="A2:A3"/></mergeCells>'));
  if (table.kind !== 'read') throw new Error(table.fault);
  expect(table.sheets[0]).toMatchObject({
    name: 'Hộ',
    rows: [
      ['Xóm', 'Chủ hộ', 'Số hộ'],
      ['Chùa 9', 'Ánh', 2],
      ['Chùa 9', 'Bình', null],
    ],
    formulas: [
      { row: 1, column: 2 },
      { row: 2, column: 2 },
    ],
    broken: [{ row: 2, column: 2 }],
    merged: [{ row: 2, column: 0 }],
  });
});

test('what is no list, or too much of one, is refused with its reason before anything of it is used', async () => {
  const line = (row: number): string => `<row r="${row}">${text(`A${row}`, 'x')}</row>`;
  const many = workbook(Array.from({ length: 100_000 }, (_, index) => line(index + 1)).join(''));
  expect(await read(many)).toEqual({ kind: 'refused', fault: 'tooManyRows', rows: 100_000 });
  const bomb = zipSync({ 'xl/workbook.xml': strToU8('<workbook/>') });
  // Says that it unpacks to 200 MB: the size stands in its directory, which is where it is believed.
  const directory = bomb.findIndex((_, at) =>
    [0x50, 0x4b, 1, 2].every((byte, next) => bomb[at + next] === byte),
  );
  new DataView(bomb.buffer, bomb.byteOffset).setUint32(directory + 24, 200 * 1024 * 1024, true);
  expect(await faultOf(bomb)).toBe('bomb');
  expect(await faultOf(zipSync({ 'word/document.xml': strToU8('<w/>') }))).toBe('wordFile');
  expect(await faultOf(zipSync({ 'a.xml': strToU8('<a/>') }))).toBe('notASheet');
  expect(
    await faultOf(zipSync({ mimetype: strToU8('application/vnd.oasis.opendocument.spreadsheet') })),
  ).toBe('openDocument');
  expect(await faultOf(new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 1, 2]))).toBe('oldExcel');
  expect(await faultOf(new Uint8Array([0x50, 0x4b, 0x03, 0x04, 9, 9, 9]))).toBe('broken');
  expect(await faultOf(new TextEncoder().encode('%PDF-1.7'))).toBe('notASheet');
  expect(await faultOf(new Uint8Array())).toBe('empty');
  const tcvn3 = Uint8Array.from(
    [...'Xom;Ten\nChua;NguyÔn V¨n\nDinh;TrÇn V¨n\n'].map((char) => char.charCodeAt(0)),
  );
  expect(await faultOf(tcvn3)).toBe('tcvn3');
  expect(await faultOf(new TextEncoder().encode('a;b\nNguyÔn V¨n;x\nLª V¨n B×nh;y\n'))).toBe('tcvn3');
  const long = `Xóm;Chủ hộ\n${'Chùa 9;A\n'.repeat(20_100)}`;
  expect(await faultOf(new TextEncoder().encode(long))).toBe('tooManyRows');
  expect(await faultOf(new TextEncoder().encode('Xóm;Chủ hộ\nChùa;"A\nB'))).toBe('unevenRows');
});
