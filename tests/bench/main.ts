/**
 * `npm run bench`: the figures as tables; `npm run --silent bench -- --json`: one JSON document with the same.
 *
 * --only NAME   runs one group (may be given again); --runs N  repetitions of what is measured in a browser
 * --whole       and what the plain run leaves out because it takes long
 */
import { parseArgs } from 'node:util';
import { gridText, isHeld, table, type Grid, type Result, type Row } from './result.ts';

const { values, positionals } = parseArgs({
  options: {
    json: { type: 'boolean' },
    only: { type: 'string', multiple: true },
    runs: { type: 'string' },
    whole: { type: 'boolean' },
  },
  allowPositionals: true,
});
const runs = Number(values.runs ?? 5);
const isWhole = values.whole === true;

interface Part {
  /** Loads what it needs when its turn comes. */
  run: () => Promise<Result>;
  /** Not without being asked for. */
  isLong?: boolean;
}
const parts: Record<string, Part> = {
  server: { run: async () => (await import('./throughput.ts')).benchThroughput() },
  postgres: { run: async () => (await import('./throughput-postgres.ts')).benchPostgres() },
  wire: { run: async () => ({ rows: await (await import('./wire.ts')).benchWire() }) },
  forms: { run: async () => (await import('./forms.ts')).benchForms({ runs, isWhole }) },
  draft: { run: async () => ({ rows: await (await import('./draft-save.ts')).benchDraftSave() }) },
  list: { run: async () => (await import('./list-scroll.ts')).benchListScroll(runs) },
  office: { run: async () => (await import('./office.ts')).benchOffice() },
  papers: { run: async () => (await import('./papers.ts')).benchPapers() },
  million: { run: async () => (await import('./million.ts')).benchMillion(), isLong: true },
};

const wanted = [...(values.only ?? []), ...positionals];
const unknown = wanted.filter((name) => !Object.hasOwn(parts, name));
if (unknown.length > 0 || !Number.isInteger(runs) || runs < 1)
  throw new Error(
    `no benchmark called ${unknown.join(', ')}; there are ${Object.keys(parts).join(', ')}; --runs is a number`,
  );

const rows: Row[] = [];
const grids: Grid[] = [];
const failed: string[] = [];
for (const [name, { run, isLong = false }] of Object.entries(parts)) {
  if (wanted.length > 0 ? !wanted.includes(name) : isLong && !isWhole) continue;
  const startedAt = performance.now();
  console.error(`… ${name}`);
  try {
    const result = await run();
    rows.push(...result.rows);
    grids.push(...(result.grids ?? []));
  } catch (error) {
    // The figures of the others are worth keeping; the end says so, and the exit code.
    console.error(error);
    failed.push(name);
  }
  console.error(`  ${name}: ${Math.round((performance.now() - startedAt) / 1000)} s`);
}

if (failed.length > 0) process.exitCode = 1;
if (values.json) {
  const withVerdict = rows.map((row) => (row.budget === undefined ? row : { ...row, held: isHeld(row) }));
  console.log(JSON.stringify({ node: process.version, runs, failed, rows: withVerdict }));
} else {
  // What stands in a grid is not said twice.
  const inGrid = /^form\d+\.(?!ratio)/;
  const rest = rows.filter(({ name }) => grids.length === 0 || !inGrid.test(name));
  for (const grid of grids) console.log(`${gridText(grid)}\n`);
  console.log(table(rest));
  const missed = rows.filter((row) => !isHeld(row));
  console.log(
    missed.length === 0
      ? '\nEvery budget is held.'
      : `\nMissed budgets: ${missed.map(({ name }) => name).join(', ')}`,
  );
  if (failed.length > 0) console.log(`Not measured, see above: ${failed.join(', ')}`);
}
