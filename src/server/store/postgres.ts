/**
 * The store on a PostgreSQL server: the embedded store's tables, statements and group commit over other connections. One
 * writes, a few read, one holds locks; several processes may share a database, because every transaction that writes
 * begins with a lock on the commune's row, so that revisions are committed in their order.
 */
import { DummyDriver, Kysely, PostgresAdapter, PostgresIntrospector, PostgresQueryCompiler } from 'kysely';
import { createExclusive } from './exclusive.ts';
import { createGroupCommit } from './group-commit.ts';
import { loadPostgres, snapshotPostgres } from './postgres/copy.ts';
import { createPostgresLocks } from './postgres/locks.ts';
import { migratePostgres, weaknesses } from './postgres/migrate.ts';
import { createReaders } from './postgres/read-sessions.ts';
import { createSession, type SessionOptions } from './postgres/session.ts';
import type { Database } from './schema.ts';
import type { Store } from './store.ts';
import { createTables } from './tables.ts';

const READERS = 4;
const STATEMENT_MS = 20_000;
const LOCK_WAIT_MS = 5000;

export interface PostgresOptions {
  /** `postgres://…`, as `DATABASE_URL` has it. */
  url: string;
  communeId: string;
  lockWaitMs?: number;
  /** Told once, at the opening, what about this database is weaker than the product promises. */
  warn?: (weakness: string) => void;
}

/** Builds and compiles; running is ours. */
const createBuilder = (): Kysely<Database> =>
  new Kysely<Database>({
    dialect: {
      createAdapter: () => new PostgresAdapter(),
      createDriver: () => new DummyDriver(),
      createIntrospector: (db) => new PostgresIntrospector(db),
      createQueryCompiler: () => new PostgresQueryCompiler(),
    },
  });

/**
 * Connects, migrates and binds the store to one commune.
 * @throws StoreBusyError when the server cannot be reached; Error when its database is not one of ours.
 */
export async function openPostgresStore(options: PostgresOptions): Promise<Store> {
  const { url, communeId, lockWaitMs = LOCK_WAIT_MS, warn } = options;
  const settings: SessionOptions = { url, communeId, lockWaitMs, statementMs: STATEMENT_MS };
  const builder = createBuilder();
  const tablesOn = (session: ReturnType<typeof createSession>) =>
    createTables(builder, session.runner, communeId);

  const writer = createSession(settings);
  const schema = await (async () => {
    // Migrating may wait for another process that does it, and may take its time.
    const migrating = createSession({ ...settings, lockWaitMs: 0, statementMs: 0 });
    try {
      const version = await migratePostgres(migrating);
      for (const weakness of await weaknesses(migrating)) warn?.(weakness);
      return version;
    } finally {
      await migrating.close();
    }
  })();

  const group = createGroupCommit(writer, tablesOn(writer));
  const readers = createReaders(READERS, () => {
    const session = createSession(settings);
    return { session, tables: tablesOn(session) };
  });
  const locks = createSession(settings);
  const onItsOwn = async <Result>(work: (session: typeof writer) => Promise<Result>): Promise<Result> => {
    const session = createSession({ ...settings, statementMs: 0 });
    try {
      return await work(session);
    } finally {
      await session.close();
    }
  };

  return {
    communeId,
    write: group.write,
    read: readers.read,
    arriving: group.arriving,
    exclusive: createExclusive(createPostgresLocks(locks, communeId)),
    snapshot: (work) => onItsOwn((session) => snapshotPostgres(session, schema, work)),
    // Its free space is the operator's (VACUUM FULL, `docs/backup.md`): it would lock the tables of other communes, too.
    scrub: async () => undefined,
    // A database server checks its own pages (data checksums) as it reads them.
    integrity: async () => [],
    load: (work) => onItsOwn((session) => loadPostgres(session, work)),
    close: async () => {
      await group.idle();
      await readers.close();
      await locks.close();
      await writer.close();
    },
  };
}
