/** The same as on the embedded store, on PostgreSQL with everything durable, against the same rows by `pg` alone. */
import { Client } from 'pg';
import { TestPostgres } from '../support/postgres.ts';
import { makeHeads, openCommune } from './commune.ts';
import type { Result } from './result.ts';
import { BATCH, HEADS, HOUSEHOLDS, send, throughputRows } from './throughput.ts';

type Written = Map<string, Record<string, unknown>[]>;

const quoted = (name: string): string => `"${name}"`;

async function tablesOf(postgres: TestPostgres, database: string): Promise<string[]> {
  const found = await postgres.ask(
    "select tablename from pg_tables where schemaname = 'public' order by tablename",
    database,
  );
  return found.map(({ tablename }) => String(tablename));
}

/** By table, every row as text, so that rows that came or changed can be told later. */
async function rowsOf(postgres: TestPostgres, database: string): Promise<Written> {
  const all: Written = new Map();
  for (const table of await tablesOf(postgres, database))
    all.set(table, await postgres.ask(`select * from ${quoted(table)}`, database));
  return all;
}

function newIn(after: Written, before: Written): Written {
  const known = new Set(
    [...before].flatMap(([table, rows]) => rows.map((row) => table + JSON.stringify(row))),
  );
  return new Map(
    [...after].map(([table, rows]) => [table, rows.filter((row) => !known.has(table + JSON.stringify(row)))]),
  );
}

/** One statement for the rows of a table in a batch: as few round trips as there can be. */
async function insert(
  client: Client,
  table: string,
  rows: readonly Record<string, unknown>[],
): Promise<void> {
  const columns = Object.keys(rows[0] ?? {});
  if (columns.length === 0) return;
  const values = rows.flatMap((row) => columns.map((column) => row[column]));
  const places = rows.map(
    (_, at) => `(${columns.map((__, column) => `$${at * columns.length + column + 1}`).join(',')})`,
  );
  const text = `insert into ${quoted(table)} (${columns.map(quoted).join(',')}) values ${places.join(',')}`;
  await client.query(text, values);
}

/** Into tables of the same shape, emptied. @returns ms */
async function writeRaw(url: string, written: Written, batches: number): Promise<number> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(`truncate ${[...written.keys()].map(quoted).join(',')}`);
    // No commune to ask of here, and no other table's row to be there first.
    await client.query('set session_replication_role = replica');
    const startedAt = performance.now();
    for (let batch = 0; batch < batches; batch++) {
      await client.query('begin');
      for (const [table, rows] of written) {
        const [from, to] = [batch, batch + 1].map((at) => Math.floor((at * rows.length) / batches));
        await insert(client, table, rows.slice(from, to));
      }
      await client.query('commit');
    }
    return performance.now() - startedAt;
  } finally {
    await client.end();
  }
}

export async function benchPostgres(): Promise<Result> {
  const postgres = await TestPostgres.start({ durable: true });
  try {
    const database = await postgres.createDatabase();
    const commune = await openCommune({ databaseUrl: postgres.url(database) });
    const heads = await makeHeads(commune, HEADS, HOUSEHOLDS);
    const before = await rowsOf(postgres, database);
    const startedAt = performance.now();
    await Promise.all(heads.map((head) => send(commune, head)));
    const ms = performance.now() - startedAt;
    const written = newIn(await rowsOf(postgres, database), before);
    await commune.close();
    await postgres.ask(`create database raw template ${database}`);
    const count = heads.reduce((sum, { submissions }) => sum + submissions.length, 0);
    const held = written.get('submission')?.length;
    if (held !== count) throw new Error(`${held} submissions are held, ${count} were sent`);
    const rawMs = await writeRaw(postgres.url('raw', 'postgres'), written, count / BATCH);
    const note = `${count} by ${heads.length} devices at once`;
    const [ours, raw] = [(count / ms) * 1000, (count / rawMs) * 1000];
    return { rows: throughputRows('postgres', 'PostgreSQL', { ours, raw, rawIs: 'pg alone', note }) };
  } finally {
    await postgres.stop();
  }
}
