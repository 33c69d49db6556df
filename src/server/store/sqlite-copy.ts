/** Reading all of a commune at one instant, and putting all of it back: what backup and restore ask of the embedded store. */
import { DatabaseSync, type StatementSync } from 'node:sqlite';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { isStorable } from './statement.ts';
import type { PutRows, Snapshot, StoredRow } from './store.ts';
import { readTableName, tableKeys, tableNames } from './table-list.ts';

/** Few enough that a server serving beside it answers between two of them. */
const ROWS_A_BATCH = 200;
const COLUMN = /^[a-z][a-z0-9_]*$/;

const schemaOf = (database: DatabaseSync): number =>
  Number(database.prepare('pragma user_version').get()?.['user_version'] ?? 0);

function storedRow(row: Readonly<Record<string, unknown>>, table: string): StoredRow {
  const stored: Record<string, string | number | null> = {};
  for (const [column, value] of Object.entries(row)) {
    if (!isStorable(value)) throw new TypeError(`not one of our values: ${table}.${column}`);
    stored[column] = value;
  }
  return stored;
}

function snapshotOf(database: DatabaseSync, communeId: string): Snapshot {
  return {
    schema: schemaOf(database),
    rows: async function* (table) {
      const select = database.prepare(
        `select * from ${table} where commune_id = ? order by ${tableKeys[table].join(', ')}`,
      );
      let batch: StoredRow[] = [];
      for (const row of select.iterate(communeId)) {
        batch.push(storedRow(row, table));
        if (batch.length < ROWS_A_BATCH) continue;
        yield batch;
        batch = [];
        await nextTurn();
      }
      if (batch.length > 0) yield batch;
    },
  };
}

/** Reads through a connection of its own: in WAL mode it sees one instant, and holds up nobody. */
export async function snapshotFile<Result>(
  file: string,
  communeId: string,
  work: (snapshot: Snapshot) => Promise<Result>,
): Promise<Result> {
  const database = new DatabaseSync(file, { readOnly: true });
  try {
    database.exec('begin');
    const snapshot = snapshotOf(database, communeId);
    // The instant is that of the first read.
    database.prepare('select count(*) from commune').get();
    return await work(snapshot);
  } finally {
    database.close();
  }
}

/** A store in memory has one connection: its rows are copied before anybody else has a turn. */
export async function snapshotMemory<Result>(
  database: DatabaseSync,
  communeId: string,
  work: (snapshot: Snapshot) => Promise<Result>,
): Promise<Result> {
  const copies = new Map<string, StoredRow[]>();
  for (const table of tableNames)
    copies.set(
      table,
      database
        .prepare(`select * from ${table} where commune_id = ? order by ${tableKeys[table].join(', ')}`)
        .all(communeId)
        .map((row) => storedRow(row, table)),
    );
  return work({
    schema: schemaOf(database),
    rows: async function* (table) {
      const rows = copies.get(table) ?? [];
      for (let from = 0; from < rows.length; from += ROWS_A_BATCH)
        yield rows.slice(from, from + ROWS_A_BATCH);
    },
  });
}

function insertOf(database: DatabaseSync, communeId: string): PutRows {
  const prepared = new Map<string, StatementSync>();
  const insertInto = (table: string, columns: readonly string[]): StatementSync => {
    const text = `insert into ${table} (${columns.join(', ')}) values (${columns.map(() => '?').join(', ')})`;
    const known = prepared.get(text);
    if (known !== undefined) return known;
    // Names come from an archive: nothing but a name may stand in the statement.
    if (columns.some((column) => !COLUMN.test(column))) throw new TypeError(`no such column in ${table}`);
    const made = database.prepare(text);
    prepared.set(text, made);
    return made;
  };
  return async (table, rows) => {
    if (readTableName(table) === null) throw new TypeError('no such table');
    for (const row of rows) {
      if (row['commune_id'] !== communeId) throw new TypeError(`a row of another commune in ${table}`);
      insertInto(table, Object.keys(row)).run(...Object.values(row));
    }
  };
}

/** Damaged pages by number and table, indexes that do not agree with theirs, values of a wrong type. */
export const integrityOf = (database: DatabaseSync): string[] =>
  database
    .prepare('pragma integrity_check')
    .all()
    .map((row) => String(row['integrity_check']))
    .filter((line) => line !== 'ok');

/** One transaction: the commune's rows go, what `work` gives comes; when it throws, everything is as it was. */
export async function loadRows(
  database: DatabaseSync,
  communeId: string,
  work: (put: PutRows) => Promise<void>,
): Promise<void> {
  database.exec('begin immediate');
  try {
    for (const table of tableNames.toReversed())
      database.prepare(`delete from ${table} where commune_id = ?`).run(communeId);
    await work(insertOf(database, communeId));
    database.exec('commit');
  } catch (error) {
    if (database.isTransaction) database.exec('rollback');
    throw error;
  }
}
