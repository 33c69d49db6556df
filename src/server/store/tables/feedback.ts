import type { Kysely } from 'kysely';
import type { Database } from '../schema.ts';
import type { FeedbackTable } from '../schema-evidence.ts';
import { insertion, statement, type Runner } from '../statement.ts';

export type FeedbackRecord = Omit<FeedbackTable, 'commune_id'>;

export const feedbackTable = (db: Kysely<Database>, runner: Runner, commune_id: string) => {
  const byCode = statement<Pick<FeedbackTable, 'commune_id' | 'code'>, FeedbackTable>((place) =>
    db
      .selectFrom('feedback')
      .selectAll()
      .where('commune_id', '=', place('commune_id'))
      .where('code', '=', place('code')),
  );
  const byId = statement<Pick<FeedbackTable, 'commune_id' | 'feedback_id'>, FeedbackTable>((place) =>
    db
      .selectFrom('feedback')
      .selectAll()
      .where('commune_id', '=', place('commune_id'))
      .where('feedback_id', '=', place('feedback_id')),
  );
  const erase = statement<Pick<FeedbackTable, 'commune_id' | 'feedback_id'>>((place) =>
    db
      .updateTable('feedback')
      .set({ body: '', contact: '' })
      .where('commune_id', '=', place('commune_id'))
      .where('feedback_id', '=', place('feedback_id')),
  );
  const list = statement<Pick<FeedbackTable, 'commune_id'>, FeedbackTable>((place) =>
    db
      .selectFrom('feedback')
      .selectAll()
      .where('commune_id', '=', place('commune_id'))
      .orderBy('feedback_id'),
  );
  const insert = insertion(db, 'feedback', [
    'commune_id',
    'feedback_id',
    'code',
    'campaign_id',
    'body',
    'contact',
    'received_at',
  ]);
  return {
    byCode: (code: string) => byCode.first(runner, { commune_id, code }),
    byId: (feedback_id: string) => byId.first(runner, { commune_id, feedback_id }),
    /** Erasure alone: the row stays without its words, so that their code is never given to others. */
    erase: (feedback_id: string) => erase.run(runner, { commune_id, feedback_id }),
    list: () => list.all(runner, { commune_id }),
    insert: (row: FeedbackRecord) => insert.run(runner, { ...row, commune_id }),
  };
};
