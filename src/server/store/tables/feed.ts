import type { Kysely } from 'kysely';
import type { Database, FeedTable } from '../schema.ts';
import { insertion, statement, type Runner } from '../statement.ts';

export type FeedRecord = Omit<FeedTable, 'commune_id'>;
type Key = Pick<FeedTable, 'commune_id' | 'scope' | 'entity' | 'id'>;

export const feedTable = (db: Kysely<Database>, runner: Runner, commune_id: string) => {
  const put = insertion(db, 'feed', ['commune_id', 'scope', 'entity', 'id', 'rev', 'value'], {
    replace: ['commune_id', 'scope', 'entity', 'id'],
  });
  const find = statement<Key, FeedTable>((place) =>
    db
      .selectFrom('feed')
      .selectAll()
      .where('commune_id', '=', place('commune_id'))
      .where('scope', '=', place('scope'))
      .where('entity', '=', place('entity'))
      .where('id', '=', place('id')),
  );
  const page = statement<Pick<FeedTable, 'commune_id' | 'scope' | 'rev'> & { limit: number }, FeedTable>(
    (place) =>
      db
        .selectFrom('feed')
        .selectAll()
        .where('commune_id', '=', place('commune_id'))
        .where('scope', '=', place('scope'))
        .where('rev', '>', place('rev'))
        .orderBy('rev')
        .limit(place('limit')),
  );
  const keys = statement<Pick<FeedTable, 'commune_id' | 'scope'>, Pick<FeedTable, 'entity' | 'id' | 'rev'>>(
    (place) =>
      db
        .selectFrom('feed')
        .select(['entity', 'id', 'rev'])
        .where('commune_id', '=', place('commune_id'))
        .where('scope', '=', place('scope'))
        .where('value', 'is not', null),
  );
  return {
    /** What lives in a scope, without what it says. */
    keys: (scope: string) => keys.all(runner, { commune_id, scope }),
    put: (row: FeedRecord) => put.run(runner, { ...row, commune_id }),
    find: (scope: string, entity: string, id: string) =>
      find.first(runner, { commune_id, scope, entity, id }),
    /** Rows of one scope that changed after `rev`, in that order. */
    page: (scope: string, rev: number, limit: number) => page.all(runner, { commune_id, scope, rev, limit }),
  };
};
