/**
 * The embedded store: `node:sqlite`, with statements built by Kysely. WAL with `synchronous=FULL`, because the phone
 * deletes nothing on our word unless that word survives a power cut.
 */
import { constants, DatabaseSync, type StatementSync } from 'node:sqlite';
import { DummyDriver, Kysely, SqliteAdapter, SqliteIntrospector, SqliteQueryCompiler } from 'kysely';
import { createExclusive } from './exclusive.ts';
import { createGroupCommit } from './group-commit.ts';
import { migrate } from './migrate.ts';
import type { Database } from './schema.ts';
import type { Runner } from './statement.ts';
import { StoreBusyError, type Store } from './store.ts';
import { integrityOf, loadRows, snapshotFile, snapshotMemory } from './sqlite-copy.ts';
import { createSqliteLocks } from './sqlite-locks.ts';
import { createTables } from './tables.ts';

const LOCK_WAIT_MS = 5000;

export interface SqliteOptions {
  /** Path of the database file, or `:memory:`. */
  file: string;
  communeId: string;
  /** How long a statement waits for another process that holds the file. */
  lockWaitMs?: number;
  /** The file grows no further than this many pages of 4 KiB. */
  maxPages?: number;
  /** Nobody is ever answered out of it: it need not survive a power cut. */
  throwAway?: boolean;
}

/** No other file is ours to open. */
const noOtherFile = (action: number): number =>
  action === constants.SQLITE_ATTACH || action === constants.SQLITE_DETACH
    ? constants.SQLITE_DENY
    : constants.SQLITE_OK;

function open({ file, lockWaitMs = LOCK_WAIT_MS, maxPages, throwAway = false }: SqliteOptions): DatabaseSync {
  const database = new DatabaseSync(file, { enableForeignKeyConstraints: true, timeout: lockWaitMs });
  database.exec('pragma journal_mode = wal');
  database.exec(`pragma synchronous = ${throwAway ? 'off' : 'full'}`);
  database.exec('pragma trusted_schema = off');
  database.exec('pragma wal_autocheckpoint = 2000');
  // Savepoints journal what they touch: in memory, not in a file of their own.
  database.exec('pragma temp_store = memory');
  database.exec('pragma cache_size = -65536');
  database.enableDefensive(true);
  migrate({
    execute: (text) => {
      database.exec(text);
    },
    version: () => Number(database.prepare('pragma user_version').get()?.['user_version'] ?? 0),
    setVersion: (version) => {
      database.exec(`pragma user_version = ${version}`);
    },
  });
  if (maxPages !== undefined) database.exec(`pragma max_page_count = ${maxPages}`);
  // From here on the schema is fixed.
  database.setAuthorizer(noOtherFile);
  return database;
}

/** Builds and compiles; running is ours, because its executor costs more than the statement. */
const createBuilder = (): Kysely<Database> =>
  new Kysely<Database>({
    dialect: {
      createAdapter: () => new SqliteAdapter(),
      createDriver: () => new DummyDriver(),
      createIntrospector: (db) => new SqliteIntrospector(db),
      createQueryCompiler: () => new SqliteQueryCompiler(),
    },
  });

/** Primary result codes that say the machine is short of something, not that a statement is wrong. */
const shortages: ReadonlyMap<number, string> = new Map([
  [5, 'locked by another process'],
  [7, 'out of memory'],
  [8, 'read-only'],
  [10, 'disk error'],
  [13, 'disk full'],
]);

/** A shortage is nobody's fault: whoever asked is told to come back. */
function unlessShort<Result>(work: () => Result): Result {
  try {
    return work();
  } catch (error) {
    const code = error instanceof Error && 'errcode' in error ? Number(error.errcode) & 0xff : 0;
    const shortage = shortages.get(code);
    throw shortage === undefined ? error : new StoreBusyError(shortage, { cause: error });
  }
}

/** Statements are prepared once for each text. */
function createRunner(database: DatabaseSync): Runner {
  const prepared = new Map<string, StatementSync>();
  const prepare = (text: string): StatementSync => {
    const known = prepared.get(text);
    if (known !== undefined) return known;
    const made = database.prepare(text);
    prepared.set(text, made);
    return made;
  };
  return {
    all: async (text, values) => unlessShort(() => prepare(text).all(...values)),
    run: async (text, values) => unlessShort(() => Number(prepare(text).run(...values).changes)),
  };
}

/** Opens, migrates and binds the store to one commune. */
export function openSqliteStore(options: SqliteOptions): Store {
  const { communeId } = options;
  const database = open(options);
  const runner = createRunner(database);
  const locks = options.file === ':memory:' ? undefined : createSqliteLocks(options.file);
  const group = createGroupCommit(
    {
      begin: (writes) => runner.run(writes ? 'begin immediate' : 'begin', []),
      commit: () => runner.run('commit', []),
      execute: (text) => runner.run(text, []),
      inTransaction: () => database.isTransaction,
    },
    createTables(createBuilder(), runner, communeId),
  );
  return {
    communeId,
    write: group.write,
    read: group.read,
    arriving: group.arriving,
    exclusive: createExclusive(locks),
    snapshot: async (work) => {
      if (options.file !== ':memory:') return snapshotFile(options.file, communeId, work);
      await group.idle();
      return snapshotMemory(database, communeId, work);
    },
    integrity: async () => {
      await group.idle();
      return integrityOf(database);
    },
    scrub: async () => {
      await group.idle();
      // Rewriting the file goes through one beside it.
      database.setAuthorizer(null);
      try {
        unlessShort(() => database.exec('vacuum'));
        unlessShort(() => database.exec('pragma wal_checkpoint(truncate)'));
      } finally {
        database.setAuthorizer(noOtherFile);
      }
    },
    load: async (work) => {
      await group.idle();
      await loadRows(database, communeId, work);
    },
    close: async () => {
      await group.idle();
      locks?.close();
      database.close();
    },
  };
}
