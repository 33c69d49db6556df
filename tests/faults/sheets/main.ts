/**
 * Exported tables opened by LibreOffice itself: no cell is a formula, every text is the text that was written, also
 * telephone numbers, codes and the letters of Vietnamese; figures are numbers and days are dates. Ends with a non-zero
 * code when a cell is anything else; a table written without care must be found (control).
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { tableFile } from '#client/features/office/sheets/write-table.ts';
import type { Table } from '#client/features/office/sheets/table.ts';
import { codeTexts, formulaTexts, vietnameseTexts } from '../../support/hostile-texts.ts';
import { cellsOf, type SeenCell } from './seen-cells.ts';

const SOFFICE = process.env['SOFFICE'] ?? '/usr/bin/soffice';
/** Comma, quote, UTF-8, from line 1, all columns by themselves, also "detect special numbers": as strict a reader as there is. */
const CSV_FILTER = 'CSV:44,34,76,1,,0,false,true,false,false,false,-1';

if (!existsSync(SOFFICE)) {
  console.error(`No LibreOffice at ${SOFFICE}: install libreoffice-calc, or name it in SOFFICE.`);
  process.exit(2);
}

const texts = [...formulaTexts, ...codeTexts, ...vietnameseTexts];
const table: Table = {
  name: 'Bảng thử',
  title: ['=1+1'],
  columns: [
    { head: 'Nội dung', width: 40 },
    { head: 'Điểm', width: 10 },
    { head: 'Ngày', width: 12 },
  ],
  rows: texts.map((value) => [
    { kind: 'text', value },
    { kind: 'points', value: 8650 },
    { kind: 'date', value: '2025-11-05' },
  ]),
};

const folder = mkdtempSync(join(tmpdir(), 'thi-dua-so-sheets-'));
const opened = (name: string, bytes: Uint8Array | string): SeenCell[][] => {
  writeFileSync(join(folder, name), bytes);
  execFileSync(
    SOFFICE,
    [
      '--headless',
      `-env:UserInstallation=file://${folder}/profile`,
      ...(name.endsWith('.csv') ? [`--infilter=${CSV_FILTER}`] : []),
      '--convert-to',
      'fods',
      '--outdir',
      folder,
      join(folder, name),
    ],
    { stdio: ['ignore', 'ignore', 'ignore'], timeout: 180_000 },
  );
  return cellsOf(readFileSync(join(folder, name.replace(/\.\w+$/, '.fods')), 'utf8'));
};

/** White space that the two programs break lines and cut edges of does not make another text. */
const plain = (value: string): string => value.replace(/\s+/gu, ' ').trim();

const problems: string[] = [];
const check = (what: string, rows: readonly SeenCell[][], head: number): void => {
  const formulas = rows.flat().filter(({ formula }) => formula !== undefined);
  let wrong = 0;
  for (const [at, value] of texts.entries()) {
    const [content, points, day] = rows[head + at] ?? [];
    const isText = content?.type === 'string' && plain(content.text) === plain(value);
    if (isText && points?.value === '86.5' && day?.type === 'date') continue;
    wrong++;
    problems.push(`${what}: ${JSON.stringify(value)} was read as ${JSON.stringify([content, points, day])}`);
  }
  for (const cell of formulas) problems.push(`${what}: a formula, ${cell.formula}`);
  console.log(
    `${what}: ${rows.flat().length} cells, ${formulas.length} formulas, ${wrong} of ${texts.length} texts changed`,
  );
};

try {
  for (const format of ['xlsx', 'csv'] as const) {
    const { blob } = await tableFile(table, 'bang thu', format);
    const rows = opened(`bang.${format}`, new Uint8Array(await blob.arrayBuffer()));
    check(format, rows, format === 'xlsx' ? table.title.length + 1 : 1);
  }
  const careless = texts.map((value) => `"${value.replaceAll('"', '""')}"\r\n`).join('');
  const found = opened('careless.csv', `\uFEFF${careless}`).flat();
  const [formulas, numbers] = [
    found.filter(({ formula }) => formula !== undefined).length,
    found.filter(({ type }) => type !== 'string').length,
  ];
  console.log(`control, a CSV written without care: ${formulas} formulas, ${numbers} cells that are no text`);
  if (formulas === 0 || numbers < 5) problems.push('the control was not found');
} finally {
  rmSync(folder, { recursive: true, force: true });
}
for (const problem of problems) console.error(problem);
process.exitCode = problems.length === 0 ? 0 : 1;
