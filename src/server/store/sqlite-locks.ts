/**
 * Locks between the processes that share one SQLite file. A table beside it says which owner holds which name; an owner
 * is alive as long as it holds its own file locked, which the system undoes when a process dies, however it dies.
 */
import { randomUUID } from 'node:crypto';
import { existsSync, rmSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import type { SharedLock } from './exclusive.ts';

const TABLE_WAIT_MS = 5000;
const BUSY = 5;

const isBusy = (error: unknown): boolean =>
  error instanceof Error && 'errcode' in error && (Number(error.errcode) & 0xff) === BUSY;

/** Takes the file for as long as the connection is open; null when another process has it. */
function takeFile(path: string): DatabaseSync | null {
  const database = new DatabaseSync(path, { timeout: 0 });
  try {
    database.exec('begin exclusive');
    return database;
  } catch (error) {
    database.close();
    if (isBusy(error)) return null;
    throw error;
  }
}

export interface SqliteLocks extends SharedLock {
  close(): void;
}

/** `file`: the database they belong to; theirs stand beside it. Nothing is opened before the first lock is asked for. */
export function createSqliteLocks(file: string): SqliteLocks {
  const owner = randomUUID();
  const fileOf = (name: string): string => `${file}-owner-${name}`;
  let opened: { table: DatabaseSync; alive: DatabaseSync } | null = null;

  const open = (): { table: DatabaseSync; alive: DatabaseSync } => {
    if (opened !== null) return opened;
    // Alive before it is named anywhere: whoever reads the name must find the file locked.
    const alive = takeFile(fileOf(owner));
    if (alive === null) throw new Error('a new lock is taken already');
    const table = new DatabaseSync(`${file}-locks`, { timeout: TABLE_WAIT_MS });
    table.exec('pragma journal_mode = wal');
    table.exec('pragma synchronous = normal');
    table.exec('create table if not exists held (name text primary key, owner text not null) strict');
    opened = { table, alive };
    return opened;
  };

  /** Gives back what a process that died had held. */
  const buryIfDead = (table: DatabaseSync, other: string): void => {
    const path = fileOf(other);
    const left = existsSync(path) ? takeFile(path) : undefined;
    if (left === null) return;
    table.prepare('delete from held where owner = ?').run(other);
    left?.close();
    rmSync(path, { force: true });
  };

  return {
    tryTake: async (name) => {
      const { table } = open();
      const take = table.prepare('insert into held (name, owner) values (?, ?) on conflict do nothing');
      if (take.run(name, owner).changes === 1) return true;
      const holder = table.prepare('select owner from held where name = ?').get(name)?.['owner'];
      if (typeof holder === 'string' && holder !== owner) buryIfDead(table, holder);
      return take.run(name, owner).changes === 1;
    },
    giveBack: async (name) => {
      open().table.prepare('delete from held where name = ? and owner = ?').run(name, owner);
    },
    close: () => {
      if (opened === null) return;
      const { table, alive } = opened;
      opened = null;
      table.close();
      alive.close();
      rmSync(fileOf(owner), { force: true });
    },
  };
}
