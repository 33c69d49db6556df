import type { Kysely } from 'kysely';
import type { Database } from '../schema.ts';
import type { BatchPutTable } from '../schema-evidence.ts';
import { withoutCommune } from '../without-commune.ts';
import { insertion, statement, type Runner } from '../statement.ts';

export type BatchPutRow = Omit<BatchPutTable, 'commune_id'>;

export const batchPutTable = (db: Kysely<Database>, runner: Runner, commune_id: string) => {
  const of = statement<Pick<BatchPutTable, 'commune_id' | 'batch_id'>, BatchPutTable>((place) =>
    db
      .selectFrom('batch_put')
      .selectAll()
      .where('commune_id', '=', place('commune_id'))
      .where('batch_id', '=', place('batch_id'))
      .orderBy('place'),
  );
  const columns = ['commune_id', 'batch_id', 'op_id', 'place', 'before', 'written_rev'] as const;
  const put = insertion(db, 'batch_put', columns, { replace: ['commune_id', 'batch_id', 'op_id'] });
  return {
    /** What a batch holds, in the order it came. */
    of: async (batch_id: string): Promise<BatchPutRow[]> =>
      (await of.all(runner, { commune_id, batch_id })).map(withoutCommune),
    put: (row: BatchPutRow) => put.run(runner, { ...row, commune_id }),
  };
};
