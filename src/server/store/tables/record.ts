import type { Kysely } from 'kysely';
import type { Database, RecordTable } from '../schema.ts';
import { insertion, statement, type Runner } from '../statement.ts';

export type RecordRow = Omit<RecordTable, 'commune_id'>;
type Key = Pick<RecordTable, 'commune_id' | 'entity' | 'id'>;

export const recordTable = (db: Kysely<Database>, runner: Runner, commune_id: string) => {
  const find = statement<Key, RecordTable>((place) =>
    db
      .selectFrom('record')
      .selectAll()
      .where('commune_id', '=', place('commune_id'))
      .where('entity', '=', place('entity'))
      .where('id', '=', place('id')),
  );
  const byCode = statement<Pick<RecordTable, 'commune_id' | 'entity'> & { code: string }, RecordTable>(
    (place) =>
      db
        .selectFrom('record')
        .selectAll()
        .where('commune_id', '=', place('commune_id'))
        .where('entity', '=', place('entity'))
        .where('code', '=', place('code')),
  );
  const ended = statement<Pick<RecordTable, 'commune_id' | 'entity'>, RecordTable>((place) =>
    db
      .selectFrom('record')
      .selectAll()
      .where('commune_id', '=', place('commune_id'))
      .where('entity', '=', place('entity'))
      .where('ended_at', 'is not', null),
  );
  const list = statement<Pick<RecordTable, 'commune_id' | 'entity'>, RecordTable>((place) =>
    db
      .selectFrom('record')
      .selectAll()
      .where('commune_id', '=', place('commune_id'))
      .where('entity', '=', place('entity'))
      .where('ended_at', 'is', null)
      .orderBy('rev'),
  );
  const under = statement<Pick<RecordTable, 'commune_id' | 'entity'> & { parent_id: string }, { id: string }>(
    (place) =>
      db
        .selectFrom('record')
        .select('id')
        .where('commune_id', '=', place('commune_id'))
        .where('entity', '=', place('entity'))
        .where('parent_id', '=', place('parent_id'))
        .where('ended_at', 'is', null)
        .limit(1),
  );
  const standingUnder = statement<
    Pick<RecordTable, 'commune_id' | 'entity'> & { parent_id: string },
    RecordTable
  >((place) =>
    db
      .selectFrom('record')
      .selectAll()
      .where('commune_id', '=', place('commune_id'))
      .where('entity', '=', place('entity'))
      .where('parent_id', '=', place('parent_id'))
      .where('ended_at', 'is', null)
      .orderBy('rev'),
  );
  /** Of codes that begin alike and are equally long the greatest text is the greatest number. */
  const lastCode = statement<
    Pick<RecordTable, 'commune_id' | 'entity'> & { low: string; high: string; length: number },
    { code: string | null }
  >((place) =>
    db
      .selectFrom('record')
      .select('code')
      .where('commune_id', '=', place('commune_id'))
      .where('entity', '=', place('entity'))
      .where('code', '>', place('low'))
      .where('code', '<', place('high'))
      // As the index has it, which then holds the answer at its end.
      .where((eb) => eb(eb.fn<number>('length', ['code']), '=', place('length')))
      .orderBy('code', 'desc')
      .limit(1),
  );
  const put = insertion(
    db,
    'record',
    [
      'commune_id',
      'entity',
      'id',
      'value',
      'ended_at',
      'rev',
      'op_id',
      'device_id',
      'base_rev',
      'parent_id',
      'code',
    ],
    { replace: ['commune_id', 'entity', 'id'] },
  );
  return {
    find: (entity: string, id: string) => find.first(runner, { commune_id, entity, id }),
    byCode: (entity: string, code: string) => byCode.first(runner, { commune_id, entity, code }),
    /** Standing records of an entity, oldest change first. */
    list: (entity: string) => list.all(runner, { commune_id, entity }),
    /** Those taken out. */
    ended: (entity: string) => ended.all(runner, { commune_id, entity }),
    /** Does any standing record of this entity hang from that one? */
    hasUnder: async (entity: string, parent_id: string) =>
      (await under.first(runner, { commune_id, entity, parent_id })) !== undefined,
    /** Standing records of this entity that hang from that one, oldest change first. */
    listUnder: (entity: string, parent_id: string) =>
      standingUnder.all(runner, { commune_id, entity, parent_id }),
    /** Of the codes of this length strictly between two texts, the greatest. */
    lastCode: async (entity: string, between: { low: string; high: string; length: number }) =>
      (await lastCode.first(runner, { commune_id, entity, ...between }))?.code ?? null,
    put: (row: RecordRow) => put.run(runner, { ...row, commune_id }),
  };
};
