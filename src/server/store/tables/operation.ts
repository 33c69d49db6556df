import { sql, type Kysely } from 'kysely';
import type { Database, OperationTable, QuarantineTable, StumbleTable } from '../schema.ts';
import { insertion, statement, type Runner } from '../statement.ts';

export type OperationRow = Omit<OperationTable, 'commune_id'>;
export type QuarantineRow = Omit<QuarantineTable, 'commune_id'>;

/** Entries received on one day, and the last of them by revision. */
export interface LogDay {
  /** Of UTC+7, counted from 1970. */
  day: number;
  entries: number;
  rev: number;
}

export const operationTable = (db: Kysely<Database>, runner: Runner, commune_id: string) => {
  const find = statement<Pick<OperationTable, 'commune_id' | 'op_id'>, OperationTable>((place) =>
    db
      .selectFrom('operation')
      .selectAll()
      .where('commune_id', '=', place('commune_id'))
      .where('op_id', '=', place('op_id')),
  );
  const page = statement<Pick<OperationTable, 'commune_id' | 'rev'> & { limit: number }, OperationTable>(
    (place) =>
      db
        .selectFrom('operation')
        .selectAll()
        .where('commune_id', '=', place('commune_id'))
        .where('rev', '>', place('rev'))
        .orderBy('rev')
        .limit(place('limit')),
  );
  const before = statement<Pick<OperationTable, 'commune_id' | 'rev'> & { limit: number }, OperationTable>(
    (place) =>
      db
        .selectFrom('operation')
        .selectAll()
        .where('commune_id', '=', place('commune_id'))
        .where('rev', '<', place('rev'))
        .orderBy('rev', 'desc')
        .limit(place('limit')),
  );
  /** Days of UTC+7, counted from 1970. */
  const days = statement<Pick<OperationTable, 'commune_id' | 'rev'>, LogDay>((place) =>
    db
      .selectFrom('operation')
      .select((eb) => [
        sql<number>`(received_at + 25200000) / 86400000`.as('day'),
        eb.fn.countAll<number>().as('entries'),
        eb.fn.max<number>('rev').as('rev'),
      ])
      .where('commune_id', '=', place('commune_id'))
      .where('rev', '>', place('rev'))
      .groupBy('day')
      .orderBy('day', 'desc'),
  );
  const erased = statement<Pick<OperationTable, 'commune_id'>, Pick<OperationTable, 'op_id' | 'op_hash'>>(
    (place) =>
      db
        .selectFrom('operation')
        .select(['op_id', 'op_hash'])
        .where('commune_id', '=', place('commune_id'))
        .where('body', 'is', null)
        // Written out, so that the index over what was erased serves.
        .where('kind', '<>', sql.lit('server.setAside'))
        .orderBy('op_id'),
  );
  const setAside = statement<
    Pick<OperationTable, 'commune_id'>,
    Pick<OperationTable, 'op_id' | 'op_hash' | 'device_id' | 'received_at' | 'verdict'>
  >((place) =>
    db
      .selectFrom('operation')
      .select(['op_id', 'op_hash', 'device_id', 'received_at', 'verdict'])
      .where('commune_id', '=', place('commune_id'))
      .where('kind', '=', sql.lit('server.setAside'))
      .orderBy('rev'),
  );
  const erase = statement<Pick<OperationTable, 'commune_id' | 'op_id'>>((place) =>
    db
      .updateTable('operation')
      .set({ body: null })
      .where('commune_id', '=', place('commune_id'))
      .where('op_id', '=', place('op_id')),
  );
  const keepBody = statement<Pick<OperationTable, 'commune_id' | 'op_id'> & { body: string }>((place) =>
    db
      .updateTable('operation')
      .set({ body: place('body') })
      .where('commune_id', '=', place('commune_id'))
      .where('op_id', '=', place('op_id')),
  );
  const insert = insertion(db, 'operation', [
    'commune_id',
    'op_id',
    'op_hash',
    'body',
    'device_id',
    'kind',
    'verdict',
    'code',
    'rev',
    'received_at',
    'log',
  ]);
  return {
    find: (op_id: string) => find.first(runner, { commune_id, op_id }),
    /** The log in order, from after `rev`. */
    page: (rev: number, limit: number) => page.all(runner, { commune_id, rev, limit }),
    /** The log backwards, from before `rev`. */
    before: (rev: number, limit: number) => before.all(runner, { commune_id, rev, limit }),
    /** Days of the log after `rev`, the newest first; reads all of it from there. */
    days: (rev: number) => days.all(runner, { commune_id, rev }),
    /** Those whose words were taken away, by id. */
    erased: () => erased.all(runner, { commune_id }),
    /** Entries that say something was set aside, in order; reads the whole log. */
    setAside: () => setAside.all(runner, { commune_id }),
    /** Takes body and salt away; the hash, and with it every chain, stays. */
    erase: (op_id: string) => erase.run(runner, { commune_id, op_id }),
    /** The words of an entry whose operation had lain in quarantine; its hash has stood for them all along. */
    keepBody: (op_id: string, body: string) => keepBody.run(runner, { commune_id, op_id, body }),
    insert: (row: OperationRow) => insert.run(runner, { ...row, commune_id }),
  };
};

export const quarantineTable = (db: Kysely<Database>, runner: Runner, commune_id: string) => {
  const insert = insertion(
    db,
    'quarantine',
    ['commune_id', 'op_hash', 'device_id', 'seq', 'code', 'body', 'bytes', 'received_at'],
    'keep',
  );
  const find = statement<
    Pick<QuarantineTable, 'commune_id' | 'device_id' | 'op_hash' | 'seq'>,
    Pick<QuarantineTable, 'code'>
  >((place) =>
    db
      .selectFrom('quarantine')
      .select('code')
      .where('commune_id', '=', place('commune_id'))
      .where('device_id', '=', place('device_id'))
      .where('op_hash', '=', place('op_hash'))
      .where('seq', '=', place('seq')),
  );
  const read = statement<
    Pick<QuarantineTable, 'commune_id' | 'device_id' | 'op_hash' | 'seq'>,
    QuarantineTable
  >((place) =>
    db
      .selectFrom('quarantine')
      .selectAll()
      .where('commune_id', '=', place('commune_id'))
      .where('device_id', '=', place('device_id'))
      .where('op_hash', '=', place('op_hash'))
      .where('seq', '=', place('seq')),
  );
  const keys = statement<
    Pick<QuarantineTable, 'commune_id'>,
    Pick<QuarantineTable, 'op_hash' | 'device_id' | 'seq' | 'code'>
  >((place) =>
    db
      .selectFrom('quarantine')
      .select(['op_hash', 'device_id', 'seq', 'code'])
      .where('commune_id', '=', place('commune_id'))
      .orderBy('received_at')
      .orderBy('device_id')
      .orderBy('seq'),
  );
  const bytesSince = statement<
    Pick<QuarantineTable, 'commune_id' | 'device_id' | 'received_at'>,
    { bytes: number }
  >((place) =>
    db
      .selectFrom('quarantine')
      .select((eb) => eb.fn.coalesce(eb.fn.sum<number>('bytes'), eb.val(0)).as('bytes'))
      .where('commune_id', '=', place('commune_id'))
      .where('device_id', '=', place('device_id'))
      .where('received_at', '>', place('received_at')),
  );
  const remove = statement<Pick<QuarantineTable, 'commune_id' | 'op_hash'>>((place) =>
    db
      .deleteFrom('quarantine')
      .where('commune_id', '=', place('commune_id'))
      .where('op_hash', '=', place('op_hash')),
  );
  const list = statement<Pick<QuarantineTable, 'commune_id'>, QuarantineTable>((place) =>
    db
      .selectFrom('quarantine')
      .selectAll()
      .where('commune_id', '=', place('commune_id'))
      .orderBy('received_at'),
  );
  return {
    insert: (row: QuarantineRow) => insert.run(runner, { ...row, commune_id }),
    holds: async (device_id: string, op_hash: string, seq: number) =>
      (await find.first(runner, { commune_id, device_id, op_hash, seq })) !== undefined,
    bytesSince: async (device_id: string, received_at: number) =>
      (await bytesSince.first(runner, { commune_id, device_id, received_at }))?.bytes ?? 0,
    /** Everything set aside in the order it came, without its words. */
    keys: () => keys.all(runner, { commune_id }),
    read: (key: Pick<QuarantineRow, 'op_hash' | 'device_id' | 'seq'>) =>
      read.first(runner, { ...key, commune_id }),
    list: () => list.all(runner, { commune_id }),
    /** Erasure alone. */
    remove: (op_hash: string) => remove.run(runner, { commune_id, op_hash }),
  };
};

export const stumbleTable = (db: Kysely<Database>, runner: Runner, commune_id: string) => {
  const find = statement<Pick<StumbleTable, 'commune_id' | 'op_hash'>, StumbleTable>((place) =>
    db
      .selectFrom('stumble')
      .selectAll()
      .where('commune_id', '=', place('commune_id'))
      .where('op_hash', '=', place('op_hash')),
  );
  const put = insertion(db, 'stumble', ['commune_id', 'op_hash', 'times'], {
    replace: ['commune_id', 'op_hash'],
  });
  return {
    times: async (op_hash: string) => (await find.first(runner, { commune_id, op_hash }))?.times ?? 0,
    put: (op_hash: string, times: number) => put.run(runner, { commune_id, op_hash, times }),
  };
};
