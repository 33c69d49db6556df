/** Reading all of a commune at one instant, and putting all of it back, on PostgreSQL. */
import { escapeIdentifier } from 'pg';
import { isStorable, type Storable } from '../statement.ts';
import type { PutRows, Snapshot, StoredRow } from '../store.ts';
import { readTableName, tableKeys, tableNames } from '../table-list.ts';
import type { Session } from './session.ts';

const ROWS_A_FETCH = 500;
/** Parameters of one statement are counted in 16 bits. */
const PARAMETERS_MAX = 60_000;

function storedRow(row: Readonly<Record<string, unknown>>, table: string): StoredRow {
  const stored: Record<string, Storable> = {};
  for (const [column, value] of Object.entries(row)) {
    if (!isStorable(value)) throw new TypeError(`not one of our values: ${table}.${column}`);
    stored[column] = value;
  }
  return stored;
}

/** A transaction that may take as long as the disk it is written to needs. */
async function atLeisure<Result>(
  session: Session,
  writes: boolean,
  work: () => Promise<Result>,
): Promise<Result> {
  try {
    await session.begin(writes);
    await session.execute('set local statement_timeout = 0');
    await session.execute('set local idle_in_transaction_session_timeout = 0');
    const result = await work();
    await session.commit();
    return result;
  } catch (error) {
    if (session.inTransaction()) await session.execute('rollback');
    throw error;
  }
}

/** A cursor keeps memory bounded on both sides. Row-level security lets it see this commune alone. */
export const snapshotPostgres = <Result>(
  session: Session,
  schema: number,
  work: (snapshot: Snapshot) => Promise<Result>,
): Promise<Result> => {
  let tables = 0;
  return atLeisure(session, false, async () => {
    // The instant is that of the first read.
    await session.execute('select count(*) from commune');
    return work({
      schema,
      rows: async function* (table) {
        const { communeId, runner } = session;
        const page = `page_${(tables += 1)}`;
        await runner.run(
          `declare ${page} no scroll cursor for select * from ${escapeIdentifier(table)}
           where commune_id = $1 order by ${tableKeys[table].join(', ')}`,
          [communeId],
        );
        for (;;) {
          const rows = await runner.all(`fetch ${ROWS_A_FETCH} from ${page}`, []);
          if (rows.length > 0) yield rows.map((row) => storedRow(Object(row), table));
          if (rows.length < ROWS_A_FETCH) break;
        }
        await session.execute(`close ${page}`);
      },
    });
  });
};

function putRows(session: Session): PutRows {
  const insert = async (table: string, rows: readonly StoredRow[]): Promise<void> => {
    const columns = Object.keys(rows[0] ?? {});
    let place = 0;
    const tuples = rows.map(() => `(${columns.map(() => `$${(place += 1)}`).join(', ')})`);
    await session.runner.run(
      `insert into ${escapeIdentifier(table)} (${columns.map((name) => escapeIdentifier(name)).join(', ')})
       values ${tuples.join(', ')}`,
      rows.flatMap((row) => Object.values(row)),
    );
  };
  return async (table, rows) => {
    if (readTableName(table) === null) throw new TypeError('no such table');
    let batch: StoredRow[] = [];
    const flush = async (): Promise<void> => {
      if (batch.length > 0) await insert(table, batch);
      batch = [];
    };
    for (const row of rows) {
      if (row['commune_id'] !== session.communeId)
        throw new TypeError(`a row of another commune in ${table}`);
      const [first] = batch;
      const names = Object.keys(row);
      const alike = first === undefined || Object.keys(first).join() === names.join();
      if (!alike || (batch.length + 1) * names.length > PARAMETERS_MAX) await flush();
      batch.push(row);
    }
    await flush();
  };
}

/** One transaction: the commune's rows go, what `work` gives comes; when it throws, everything is as it was. */
export const loadPostgres = (session: Session, work: (put: PutRows) => Promise<void>): Promise<void> =>
  atLeisure(session, true, async () => {
    for (const table of tableNames.toReversed())
      await session.runner.run(`delete from ${escapeIdentifier(table)} where commune_id = $1`, [
        session.communeId,
      ]);
    await work(putRows(session));
  });
