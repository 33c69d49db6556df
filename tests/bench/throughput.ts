/**
 * Submissions stored per second through everything the server does (gzip-less HTTP in process, proof, policy, operation
 * log, re-scoring, feed, fsync), against SQLite alone writing the very same rows with the same durability.
 */
import { join } from 'node:path';
import { DatabaseSync, type SQLInputValue } from 'node:sqlite';
import { openCommune, makeHeads, type Commune, type Head } from './commune.ts';
import type { Budget, Result, Row } from './result.ts';

export const HEADS = 19;
export const HOUSEHOLDS = 60;
export const BATCH = 10;

export async function send({ door }: Commune, { device, submissions }: Head): Promise<void> {
  for (let from = 0; from < submissions.length; from += BATCH) {
    const { value, text } = await device.exchange(door, submissions.slice(from, from + BATCH));
    if (value?.results.some(({ verdict }) => verdict !== 'applied') !== false)
      throw new Error(`not applied: ${text}`);
  }
}

interface Written {
  table: string;
  rows: Record<string, SQLInputValue>[];
}

const open = (commune: Commune): DatabaseSync =>
  new DatabaseSync(join(commune.dataDir, 'thidua.sqlite'), { readOnly: true });
const tablesOf = (database: DatabaseSync): string[] =>
  database
    .prepare(
      "SELECT name FROM sqlite_master WHERE type = 'table' AND sql IS NOT NULL AND name NOT LIKE 'sqlite_%'",
    )
    .all()
    .map(({ name }) => String(name));

const newest = (database: DatabaseSync, table: string): number =>
  Number(database.prepare(`SELECT COALESCE(MAX(rowid), 0) AS newest FROM "${table}"`).get()?.['newest']);

/** The same rows in the same tables with the same indexes, `batches` transactions, FULL. @returns ms */
function writeRaw(
  schema: readonly string[],
  written: readonly Written[],
  batches: number,
  file: string,
): number {
  const database = new DatabaseSync(file);
  database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = OFF');
  for (const sql of schema) database.exec(sql);
  const inserts = written.map(({ table, rows }) => {
    const columns = Object.keys(rows[0] ?? {});
    const sql = `INSERT INTO "${table}" (${columns.map((name) => `"${name}"`).join(',')}) VALUES (${columns.map(() => '?').join(',')})`;
    return {
      statement: database.prepare(sql),
      values: rows.map((row) => columns.map((name) => row[name] ?? null)),
    };
  });
  const startedAt = performance.now();
  for (let batch = 0; batch < batches; batch++) {
    database.exec('BEGIN IMMEDIATE');
    for (const { statement, values } of inserts) {
      const [from, to] = [batch, batch + 1].map((at) => Math.floor((at * values.length) / batches));
      for (const row of values.slice(from, to)) statement.run(...row);
    }
    database.exec('COMMIT');
  }
  const ms = performance.now() - startedAt;
  database.close();
  return ms;
}

export async function benchThroughput(): Promise<Result> {
  const commune = await openCommune();
  try {
    const heads = await makeHeads(commune, HEADS, HOUSEHOLDS);
    const before = open(commune);
    const marks = new Map(tablesOf(before).map((table) => [table, newest(before, table)]));
    before.close();

    const startedAt = performance.now();
    await Promise.all(heads.map((head) => send(commune, head)));
    const ms = performance.now() - startedAt;

    const after = open(commune);
    const count = heads.reduce((sum, { submissions }) => sum + submissions.length, 0);
    const held = Number(after.prepare('SELECT COUNT(*) AS held FROM submission').get()?.['held']);
    if (held !== count) throw new Error(`${held} submissions are held, ${count} were sent`);
    const written: Written[] = [...marks].flatMap(([table, mark]) => {
      const rows = after.prepare(`SELECT * FROM "${table}" WHERE rowid > ?`).all(mark);
      return rows.length === 0 ? [] : [{ table, rows }];
    });
    const schema = after
      .prepare(
        "SELECT sql FROM sqlite_master WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite_%' ORDER BY type = 'index'",
      )
      .all()
      .map(({ sql }) => String(sql));
    after.close();
    const rows = written.reduce((sum, { rows: some }) => sum + some.length, 0);
    const rawMs = writeRaw(schema, written, count / BATCH, join(commune.dataDir, 'raw.sqlite'));
    const [ours, raw] = [(count / ms) * 1000, (count / rawMs) * 1000];
    const note = `${count} by ${heads.length} devices at once, ${rows} rows`;
    return {
      rows: throughputRows('server', 'server', {
        ours,
        raw,
        rawIs: 'node:sqlite alone',
        note,
        budget: { atLeast: 0.5 },
      }),
    };
  } finally {
    await commune.close();
  }
}

interface Throughput {
  /** Submissions a second. */
  ours: number;
  raw: number;
  /** What the raw figure is of. */
  rawIs: string;
  note: string;
  /** The design has one for the embedded store alone. */
  budget?: Budget;
}

/** What a store does beside its engine writing the same rows. */
export function throughputRows(
  name: string,
  what: string,
  { ours, raw, rawIs, note, budget }: Throughput,
): Row[] {
  return [
    {
      name: `${name}.stored`,
      what: `${what}: stored submissions, signed exchanges of 10`,
      value: ours,
      unit: 'submissions/s',
      note,
    },
    {
      name: `${name}.raw`,
      what: `${what}: ${rawIs}, the same rows in batches of 10, flushed`,
      value: raw,
      unit: 'submissions/s',
    },
    {
      name: `${name}.ratio`,
      what: `${what}: ours / ${rawIs}`,
      value: ours / raw,
      unit: '×',
      ...(budget !== undefined && { budget }),
    },
  ];
}
