/**
 * Every kind of paper opened by LibreOffice itself and looked at as pages: as many as it should have, upright and lying,
 * the first page without its number and the next with it, the head of a table on each page, blocks where the decree puts
 * them. Ends with a non-zero code when one is not so. `PICTURES=folder` keeps the pages as pictures to look at; the
 * control, a paper moved by 5 mm, must be found.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bytesOf, onePaperEach } from '../../support/paper-files.ts';
import { madeSources } from '../../support/paper-sources.ts';
import { drawnUnitReport } from '../../support/unit-report-sources.ts';
import { pagesIn, pageFaults, type SeenPage } from './pages.ts';

const SOFFICE = process.env['SOFFICE'] ?? '/usr/bin/soffice';
const PDFTOTEXT = process.env['PDFTOTEXT'] ?? '/usr/bin/pdftotext';
const PDFTOPPM = process.env['PDFTOPPM'] ?? '/usr/bin/pdftoppm';
for (const tool of [SOFFICE, PDFTOTEXT])
  if (!existsSync(tool)) {
    console.error(
      `${tool} is not there: install libreoffice-writer and poppler-utils, or name them in SOFFICE, PDFTOTEXT.`,
    );
    process.exit(2);
  }

const folder = mkdtempSync(join(tmpdir(), 'thi-dua-so-papers-'));
const pictures = process.env['PICTURES'];
const papers = [...onePaperEach(madeSources()), ['report unit', drawnUnitReport()] as const];
const problems: string[] = [];
try {
  for (const [at, [, paper]] of papers.entries())
    writeFileSync(join(folder, `${at}.docx`), await bytesOf(paper));
  execFileSync(
    SOFFICE,
    [
      '--headless',
      `-env:UserInstallation=file://${folder}/profile`,
      '--convert-to',
      'pdf',
      '--outdir',
      folder,
      ...papers.map((_, at) => join(folder, `${at}.docx`)),
    ],
    { stdio: ['ignore', 'ignore', 'ignore'], timeout: 300_000 },
  );
  const pagesOf = (at: number): SeenPage[] => {
    const out = join(folder, `${at}.html`);
    execFileSync(PDFTOTEXT, ['-bbox', join(folder, `${at}.pdf`), out]);
    return pagesIn(readFileSync(out, 'utf8'));
  };
  for (const [at, [kind, { document }]] of papers.entries()) {
    const pages = pagesOf(at);
    const faults = pageFaults(pages, document);
    problems.push(...faults.map((fault) => `${kind}: ${fault}`));
    console.log(`${kind}: ${pages.length} pages, ${faults.length} faults`);
    if (pictures !== undefined) {
      mkdirSync(pictures, { recursive: true });
      execFileSync(PDFTOPPM, [
        '-r',
        '80',
        '-png',
        join(folder, `${at}.pdf`),
        join(pictures, kind.replaceAll(' ', '-')),
      ]);
    }
  }
  const [, letter] = papers.find(([kind]) => kind === 'submissionLetter') ?? [];
  const at = papers.findIndex(([kind]) => kind === 'submissionLetter');
  const moved = pagesOf(at).map((page) => ({
    ...page,
    words: page.words.map((word) => ({ ...word, left: word.left + 5, right: word.right + 5 })),
  }));
  const found = letter === undefined ? [] : pageFaults(moved, letter.document);
  console.log(`control, everything 5 mm to the right: ${found.length} faults`);
  if (found.length === 0) problems.push('the control was not found');
} finally {
  rmSync(folder, { recursive: true, force: true });
}
for (const problem of problems) console.error(problem);
process.exitCode = problems.length === 0 ? 0 : 1;
