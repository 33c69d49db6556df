/** What leaves the office as a file: typed cells in the workbook, text that stays text in the CSV. */
import { expect, test } from 'vitest';
import type { Table } from '#client/features/office/sheets/table.ts';
import { asText } from '#domain/csv-field.ts';
import { csvOf } from '#client/features/office/sheets/write-csv.ts';
import { fileName, tableFile } from '#client/features/office/sheets/write-table.ts';
import { writeXlsx } from '#client/features/office/sheets/write-xlsx.ts';
import { codeTexts, formulaTexts, vietnameseTexts } from '../support/hostile-texts.ts';
import { unzip } from '../support/unzip.ts';

const all = [...formulaTexts, ...codeTexts, ...vietnameseTexts];
const table: Table = {
  name: 'Xếp hạng: xóm [2025]',
  title: ['=1+1', 'Xã Bình Thuận'],
  columns: [
    { head: '=Tên', width: 30 },
    { head: 'Điểm', width: 10 },
    { head: 'Ngày', width: 12 },
  ],
  rows: all.map((value) => [
    { kind: 'text', value },
    { kind: 'points', value: 8650 },
    { kind: 'date', value: '2025-11-05' },
  ]),
};

const members = async (of: Table) => unzip(new Uint8Array(await (await writeXlsx(of)).arrayBuffer()));

test('a workbook holds what people wrote as strings, and not one formula', async () => {
  const files = await members(table);
  const sheets = [...files].filter(([name]) => name.startsWith('xl/worksheets/sheet'));
  expect(sheets).toHaveLength(1);
  const [, sheet = ''] = sheets[0] ?? [];
  expect(sheet).not.toMatch(/<f[\s>]/);
  const strings = files.get('xl/sharedStrings.xml') ?? '';
  const inFirst = [...sheet.matchAll(/<c r="A\d+"[^>]*\bt="(\w+)"/g)].map(([, type]) => type);
  expect(inFirst).toHaveLength(table.title.length + 1 + all.length);
  expect(new Set(inFirst)).toEqual(new Set(['s']));
  expect(strings).not.toMatch(/<f[\s>]/);
  for (const value of vietnameseTexts.slice(0, 2)) expect(strings).toContain(value);
});

test('control: a cell typed as a formula shows in the same place', async () => {
  const { default: write } = await import('write-excel-file/universal');
  const blob = await write([[{ type: 'Formula', value: '=1+1' }]]).toBlob();
  const files = unzip(new Uint8Array(await blob.arrayBuffer()));
  expect(files.get('xl/worksheets/sheet1.xml')).toMatch(/<f[\s>]/);
});

test('characters no workbook may hold are left out, and the file stays whole', async () => {
  const odd = await members({
    ...table,
    name: '***',
    rows: [[{ kind: 'text', value: 'a\u0000b\u0008c\uffffd' }]],
  });
  expect(odd.get('xl/sharedStrings.xml')).toContain('abcd');
  expect(odd.get('xl/workbook.xml')).toContain('name="Bảng"');
});

test('figures and days are typed: 86,50 is a number, a day is a date', async () => {
  const sheet = (await members(table)).get('xl/worksheets/sheet1.xml') ?? '';
  expect(sheet).toMatch(/<c r="B4"[^>]*><v>86\.5<\/v>/);
  // Days since 1900 as spreadsheets count them: 5 November 2025.
  expect(sheet).toMatch(/<c r="C4"[^>]*><v>45966<\/v>/);
});

test('a CSV begins with the mark of UTF-8, quotes every text and leaves names alone', () => {
  const lines = csvOf({
    ...table,
    rows: [[{ kind: 'text', value: 'Đầm "Mụ"' }, { kind: 'points', value: -50 }, null]],
  });
  expect(lines).toBe('\uFEFF"\t=Tên","Điểm","Ngày"\r\n"Đầm ""Mụ""",-0.50,\r\n');
});

test('in a CSV whatever could be read as a formula, a number or a date has a tab before it, and nothing else has', () => {
  const lead = (value: string): boolean => asText(value) === `\t${value}`;
  expect(formulaTexts.filter((value) => /^[\s\u200b]*[=+\-@＝＋－＠]/.test(value) && !lead(value))).toEqual(
    [],
  );
  expect(codeTexts.filter((value) => !lead(value))).toEqual([]);
  expect(vietnameseTexts.filter(lead)).toEqual([]);
  expect(['Đình 7', 'Trại 4', 'DM-012', 'Đúng hạn'].filter(lead)).toEqual([]);
});

test('a file is named in letters every file system keeps', async () => {
  expect(fileName('Xếp hạng hộ: xóm Đầm Mụ', 'xlsx')).toBe('xep-hang-ho-xom-dam-mu.xlsx');
  const { name, blob } = await tableFile(table, '…', 'csv');
  expect(name).toBe('bang.csv');
  expect(blob.size).toBeGreaterThan(1000);
});
