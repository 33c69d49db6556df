/** Whose data were erased, who was shown which form's pictures, and who opened which form. */
import type { Kysely } from 'kysely';
import type { Database } from '../schema.ts';
import type { ErasedTable, OpeningTable, SightTable } from '../schema-privacy.ts';
import { insertion, statement, type Runner } from '../statement.ts';

export const erasedTable = (db: Kysely<Database>, runner: Runner, commune_id: string) => {
  const find = statement<Pick<ErasedTable, 'commune_id' | 'kind' | 'id'>, ErasedTable>((place) =>
    db
      .selectFrom('erased')
      .selectAll()
      .where('commune_id', '=', place('commune_id'))
      .where('kind', '=', place('kind'))
      .where('id', '=', place('id')),
  );
  const list = statement<Pick<ErasedTable, 'commune_id'>, ErasedTable>((place) =>
    db.selectFrom('erased').selectAll().where('commune_id', '=', place('commune_id')).orderBy('id'),
  );
  const insert = insertion(db, 'erased', ['commune_id', 'kind', 'id', 'at'], 'keep');
  return {
    holds: async (kind: string, id: string) =>
      (await find.first(runner, { commune_id, kind, id })) !== undefined,
    /** `household`, or `form`: one campaign's form of a family, by its assessment. */
    ids: async (kind: string) =>
      new Set(
        (await list.all(runner, { commune_id })).filter((row) => row.kind === kind).map(({ id }) => id),
      ),
    /** Ids of families whose data were erased as a whole. */
    households: async () =>
      (await list.all(runner, { commune_id })).filter(({ kind }) => kind === 'household').map(({ id }) => id),
    insert: (row: Omit<ErasedTable, 'commune_id'>) => insert.run(runner, { ...row, commune_id }),
  };
};

export const sightTable = (db: Kysely<Database>, runner: Runner, commune_id: string) => {
  const find = statement<SightTable, SightTable>((place) =>
    db
      .selectFrom('sight')
      .selectAll()
      .where('commune_id', '=', place('commune_id'))
      .where('device_id', '=', place('device_id'))
      .where('assessment_id', '=', place('assessment_id'))
      .where('day', '=', place('day')),
  );
  const forget = statement<Pick<SightTable, 'commune_id' | 'day'>>((place) =>
    db.deleteFrom('sight').where('commune_id', '=', place('commune_id')).where('day', '<', place('day')),
  );
  const insert = insertion(db, 'sight', ['commune_id', 'device_id', 'assessment_id', 'day'], 'keep');
  return {
    holds: async (row: Omit<SightTable, 'commune_id'>) =>
      (await find.first(runner, { ...row, commune_id })) !== undefined,
    /** 0 where it was there. */
    insert: (row: Omit<SightTable, 'commune_id'>) => insert.run(runner, { ...row, commune_id }),
    /** Of days before this one. */
    forget: (day: number) => forget.run(runner, { commune_id, day }),
  };
};

export const openingTable = (db: Kysely<Database>, runner: Runner, commune_id: string) => {
  const forget = statement<Pick<OpeningTable, 'commune_id' | 'day'>>((place) =>
    db.deleteFrom('opening').where('commune_id', '=', place('commune_id')).where('day', '<', place('day')),
  );
  const insert = insertion(db, 'opening', ['commune_id', 'device_id', 'assessment_id', 'day'], 'keep');
  return {
    /** 0 where it was there. */
    insert: (row: Omit<OpeningTable, 'commune_id'>) => insert.run(runner, { ...row, commune_id }),
    /** Of days before this one. */
    forget: (day: number) => forget.run(runner, { commune_id, day }),
  };
};
