/**
 * The server's disk. The store under test opens it as its own database file, in memory; a second connection copies all
 * of it aside and back, which is how a run begins in no time and how a backup is taken and put back.
 */
import { DatabaseSync, type StatementSync } from 'node:sqlite';

export interface Copy {
  readonly id: number;
}

export type Row = Record<string, unknown>;

export interface Disk {
  /** What the store opens. */
  readonly file: string;
  /** Once the store has made its tables. */
  attach(): void;
  copy(): Copy;
  /** All tables as they were. */
  put(copy: Copy): void;
  /** Frees every copy but these. */
  keep(copies: readonly Copy[]): void;
  /** Rows of the live database; `?` in `where` stands for what is given. */
  rows(table: string, where?: string, given?: readonly (string | number)[]): Row[];
  /** Ids of every entry of the log in a copy. */
  column(table: string, name: string, copy?: Copy): string[];
  /** The operator's own hand on the tables. */
  run(statement: string): void;
  close(): void;
}

let disks = 0;

export function openDisk(): Disk {
  disks += 1;
  const file = `file:/sim-${process.pid}-${disks}?vfs=memdb`;
  const connection = new DatabaseSync(file);
  let tables: string[] = [];
  let copies = 0;
  const kept = new Set<number>();
  const nameIn = (table: string, { id }: Copy): string => `temp.copy_${id}_${table}`;
  const prepared = new Map<string, StatementSync>();
  const prepare = (text: string): StatementSync => {
    const known = prepared.get(text) ?? connection.prepare(text);
    prepared.set(text, known);
    return known;
  };
  const run = (statements: string[]): void => {
    for (const statement of statements) connection.exec(statement);
  };
  return {
    file,
    attach() {
      connection.exec('pragma foreign_keys = off');
      connection.exec('pragma temp_store = memory');
      tables = connection
        .prepare(
          "select name from sqlite_master where type = 'table' and name not like 'sqlite_%' order by name",
        )
        .all()
        .map((row) => String(row['name']));
    },
    copy() {
      const copy: Copy = { id: ++copies };
      kept.add(copy.id);
      run([
        'begin',
        ...tables.map((t) => `create table ${nameIn(t, copy)} as select * from main.${t}`),
        'commit',
      ]);
      return copy;
    },
    put(copy) {
      run([
        'begin immediate',
        ...tables.map((t) => `delete from main.${t}; insert into main.${t} select * from ${nameIn(t, copy)}`),
        'commit',
      ]);
    },
    keep(keeping) {
      const wanted = new Set(keeping.map(({ id }) => id));
      for (const id of kept) {
        if (wanted.has(id)) continue;
        for (const t of tables) connection.exec(`drop table ${nameIn(t, { id })}`);
        kept.delete(id);
      }
    },
    rows: (table, where = '1 = 1', given = []) =>
      prepare(`select * from main.${table} where ${where}`).all(...given),
    column: (table, name, copy) =>
      connection
        .prepare(`select ${name} as it from ${copy === undefined ? `main.${table}` : nameIn(table, copy)}`)
        .all()
        .map(({ it }) => String(it)),
    run: (statement) => connection.exec(statement),
    close: () => connection.close(),
  };
}
