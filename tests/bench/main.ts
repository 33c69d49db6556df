/** `npm run bench`: a table; `npm run --silent bench -- --json`: one JSON document with the same rows. */
import { parseArgs } from 'node:util';
import { table, type Row } from './result.ts';

/** Each loads what it needs when its turn comes, so that one can be run alone: `npm run bench -- server`. */
const parts: Record<string, () => Promise<Row[]>> = {
  server: async () => (await import('./throughput.ts')).benchThroughput(),
  wire: async () => (await import('./wire.ts')).benchWire(),
  start: async () => (await import('./startup.ts')).benchStartup(),
  draft: async () => (await import('./draft-save.ts')).benchDraftSave(),
  office: async () => (await import('./office-list.ts')).benchOfficeList(),
};

const { values, positionals } = parseArgs({ options: { json: { type: 'boolean' } }, allowPositionals: true });
const unknown = positionals.filter((name) => !Object.hasOwn(parts, name));
if (unknown.length > 0)
  throw new Error(`no benchmark called ${unknown.join(', ')}; there are ${Object.keys(parts).join(', ')}`);

const rows: Row[] = [];
for (const [name, run] of Object.entries(parts)) {
  if (positionals.length > 0 && !positionals.includes(name)) continue;
  if (!values.json) console.error(`… ${name}`);
  rows.push(...(await run()));
}
console.log(values.json ? JSON.stringify({ node: process.version, rows }) : table(rows));
