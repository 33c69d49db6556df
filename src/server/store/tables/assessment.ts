import type { Kysely } from 'kysely';
import type { AssessmentTable, Database, SubmissionTable } from '../schema.ts';
import type { CommentTable } from '../schema-evidence.ts';
import { insertion, statement, type Runner } from '../statement.ts';

export type AssessmentRecord = Omit<AssessmentTable, 'commune_id'>;
export type SubmissionRecord = Omit<SubmissionTable, 'commune_id'>;
export type CommentRecord = Omit<CommentTable, 'commune_id'>;
type Key = Pick<AssessmentTable, 'commune_id' | 'assessment_id'>;

export const assessmentTable = (db: Kysely<Database>, runner: Runner, commune_id: string) => {
  const find = statement<Key, AssessmentTable>((place) =>
    db
      .selectFrom('assessment')
      .selectAll()
      .where('commune_id', '=', place('commune_id'))
      .where('assessment_id', '=', place('assessment_id')),
  );
  const ofSubject = statement<Pick<AssessmentTable, 'commune_id' | 'subject_id'>, AssessmentTable>((place) =>
    db
      .selectFrom('assessment')
      .selectAll()
      .where('commune_id', '=', place('commune_id'))
      .where('subject_id', '=', place('subject_id')),
  );
  const sentIn = statement<
    Pick<AssessmentTable, 'commune_id' | 'campaign_id' | 'subject_kind'>,
    Pick<AssessmentTable, 'subject_id'>
  >((place) =>
    db
      .selectFrom('assessment')
      .select('subject_id')
      .where('commune_id', '=', place('commune_id'))
      .where('campaign_id', '=', place('campaign_id'))
      .where('subject_kind', '=', place('subject_kind'))
      .where('round', '>', 0),
  );
  const columns = [
    'commune_id',
    'assessment_id',
    'campaign_id',
    'subject_kind',
    'subject_id',
    'hamlet_id',
    'state',
    'status_rev',
    'round',
  ] as const;
  const open = insertion(db, 'assessment', columns, 'keep');
  const put = insertion(db, 'assessment', columns, { replace: ['commune_id', 'assessment_id'] });
  return {
    find: (assessment_id: string) => find.first(runner, { commune_id, assessment_id }),
    ofSubject: (subject_id: string) => ofSubject.all(runner, { commune_id, subject_id }),
    /** Who has sent a form, of one kind in one campaign. */
    sentIn: (campaign_id: string, subject_kind: string) =>
      sentIn.all(runner, { commune_id, campaign_id, subject_kind }),
    /** Makes it unless it is there. */
    open: (row: AssessmentRecord) => open.run(runner, { ...row, commune_id }),
    put: (row: AssessmentRecord) => put.run(runner, { ...row, commune_id }),
  };
};

export const submissionTable = (db: Kysely<Database>, runner: Runner, commune_id: string) => {
  const of = statement<Pick<SubmissionTable, 'commune_id' | 'assessment_id'>, SubmissionTable>((place) =>
    db
      .selectFrom('submission')
      .selectAll()
      .where('commune_id', '=', place('commune_id'))
      .where('assessment_id', '=', place('assessment_id'))
      .orderBy('round'),
  );
  const find = statement<Pick<SubmissionTable, 'commune_id' | 'submission_id'>, SubmissionTable>((place) =>
    db
      .selectFrom('submission')
      .selectAll()
      .where('commune_id', '=', place('commune_id'))
      .where('submission_id', '=', place('submission_id')),
  );
  const byReceipt = statement<Pick<SubmissionTable, 'commune_id' | 'receipt_code'>, SubmissionTable>(
    (place) =>
      db
        .selectFrom('submission')
        .selectAll()
        .where('commune_id', '=', place('commune_id'))
        .where('receipt_code', '=', place('receipt_code')),
  );
  const retire = statement<Pick<SubmissionTable, 'commune_id' | 'assessment_id' | 'channel'>>((place) =>
    db
      .updateTable('submission')
      .set({ current: 0 })
      .where('commune_id', '=', place('commune_id'))
      .where('assessment_id', '=', place('assessment_id'))
      .where('channel', '=', place('channel')),
  );
  const page = statement<
    Pick<SubmissionTable, 'commune_id' | 'submission_id'> & { limit: number },
    SubmissionTable
  >((place) =>
    db
      .selectFrom('submission')
      .selectAll()
      .where('commune_id', '=', place('commune_id'))
      .where('submission_id', '>', place('submission_id'))
      .orderBy('submission_id')
      .limit(place('limit')),
  );
  const share = statement<Pick<SubmissionTable, 'commune_id' | 'submission_id'> & { shared_phone: string }>(
    (place) =>
      db
        .updateTable('submission')
        .set({ shared_phone: place('shared_phone') })
        .where('commune_id', '=', place('commune_id'))
        .where('submission_id', '=', place('submission_id')),
  );
  const insert = insertion(db, 'submission', [
    'commune_id',
    'submission_id',
    'assessment_id',
    'channel',
    'round',
    'current',
    'criteria_set',
    'self_score',
    'server_score',
    'subject_name',
    'by_name',
    'received_at',
    'late',
    'receipt_code',
    'digest',
    'shared_phone',
  ]);
  return {
    find: (submission_id: string) => find.first(runner, { commune_id, submission_id }),
    of: (assessment_id: string) => of.all(runner, { commune_id, assessment_id }),
    byReceipt: (receipt_code: string) => byReceipt.all(runner, { commune_id, receipt_code }),
    /** None of this channel is current any more. */
    retire: (assessment_id: string, channel: string) =>
      retire.run(runner, { commune_id, assessment_id, channel }),
    page: (submission_id: string, limit: number) => page.all(runner, { commune_id, submission_id, limit }),
    insert: (row: SubmissionRecord) => insert.run(runner, { ...row, commune_id }),
    /** It came from a phone that stands in for people. */
    share: (submission_id: string, shared_phone: string) =>
      share.run(runner, { commune_id, submission_id, shared_phone }),
  };
};

export const commentTable = (db: Kysely<Database>, runner: Runner, commune_id: string) => {
  const of = statement<Pick<CommentTable, 'commune_id' | 'assessment_id'>, CommentTable>((place) =>
    db
      .selectFrom('comment')
      .selectAll()
      .where('commune_id', '=', place('commune_id'))
      .where('assessment_id', '=', place('assessment_id')),
  );
  const insert = insertion(db, 'comment', [
    'commune_id',
    'comment_id',
    'assessment_id',
    'criterion_id',
    'text',
    'by_name',
    'by_role',
    'at',
  ]);
  return {
    of: (assessment_id: string) => of.all(runner, { commune_id, assessment_id }),
    insert: (row: CommentRecord) => insert.run(runner, { ...row, commune_id }),
  };
};
