/**
 * Every default criteria set written to a workbook, saved again by LibreOffice and read back: equal, ids and all. Ends
 * with a non-zero code when one is not; a set that was changed before must be found to differ (control).
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { checkDraft } from '#domain/criteria-edit/check.ts';
import { draftOf, type DraftSet } from '#domain/criteria-edit/draft.ts';
import { defaultCriteriaSets } from '#domain/defaults/all.ts';
import { defaultHouseholdSet } from '#domain/defaults/household.ts';
import type { CriteriaSet } from '#domain/criteria.ts';
import { readCriteria } from '#client/features/office/sheets/read-criteria.ts';
import { readTableBytes } from '#client/features/office/sheets/read-table-bytes.ts';
import { writeCriteria } from '#client/features/office/sheets/write-criteria.ts';

const SOFFICE = process.env['SOFFICE'] ?? '/usr/bin/soffice';
if (!existsSync(SOFFICE)) {
  console.error(`No LibreOffice at ${SOFFICE}: install libreoffice-calc, or name it in SOFFICE.`);
  process.exit(2);
}

const sets = defaultCriteriaSets();
const folder = mkdtempSync(join(tmpdir(), 'thi-dua-so-criteria-'));
const named = (set: CriteriaSet): string => `${set.id}.xlsx`;

async function savedAgain(drafts: readonly [CriteriaSet, DraftSet][]): Promise<void> {
  for (const [set, draft] of drafts)
    writeFileSync(join(folder, named(set)), new Uint8Array(await (await writeCriteria(draft)).arrayBuffer()));
  execFileSync(
    SOFFICE,
    [
      '--headless',
      `-env:UserInstallation=file://${folder}/profile`,
      '--convert-to',
      'xlsx',
      '--outdir',
      join(folder, 'again'),
      ...drafts.map(([set]) => join(folder, named(set))),
    ],
    { stdio: ['ignore', 'ignore', 'ignore'], timeout: 180_000 },
  );
}

/** Null: it came back as the set itself, but for its version. */
async function differs(set: CriteriaSet): Promise<string | null> {
  const bytes = readFileSync(join(folder, 'again', named(set)));
  const table = await readTableBytes(named(set), new Uint8Array(bytes).buffer);
  if (table.kind !== 'read') return table.fault;
  const read = readCriteria(table.sheets, { draft: draftOf(set, 2), versions: [set] });
  if (read.kind !== 'read') return JSON.stringify(read.faults.slice(0, 3));
  const checked = checkDraft(read.draft, {
    versions: [set],
    households: defaultHouseholdSet(),
    bytesMax: 1e6,
  });
  if (checked.kind !== 'ready') return JSON.stringify(checked.faults.slice(0, 3));
  return isDeepStrictEqual(checked.set, { ...set, version: 2 }) ? null : 'it is not the same';
}

const problems: string[] = [];
try {
  await savedAgain(sets.map((set) => [set, draftOf(set, 2)]));
  for (const set of sets) {
    const found = await differs(set);
    if (found !== null) problems.push(`${set.id}: ${found}`);
  }
  console.log(
    `${sets.length} sets saved again by LibreOffice: ${sets.length - problems.length} came back equal`,
  );
  const [first] = sets;
  if (first !== undefined) {
    await savedAgain([[first, { ...draftOf(first, 2), name: `${first.name}.` }]]);
    if ((await differs(first)) === null) problems.push('the control was not found');
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
for (const problem of problems) console.error(problem);
process.exitCode = problems.length === 0 ? 0 : 1;
