/** What erasure alone may do: take rows away, and words out of rows. */
import { sql, type Kysely } from 'kysely';
import type { Database, RecordTable, RegisterTable, SubmissionTable } from '../schema.ts';
import type { BlobTable, CommentTable, MoveTable, PhotoTable, ScoreTable } from '../schema-evidence.ts';
import { statement, type Runner } from '../statement.ts';

export const erasureTables = (db: Kysely<Database>, runner: Runner, commune_id: string) => {
  const submission = statement<Pick<SubmissionTable, 'commune_id' | 'submission_id'>>((place) =>
    db
      .deleteFrom('submission')
      .where('commune_id', '=', place('commune_id'))
      .where('submission_id', '=', place('submission_id')),
  );
  const scores = statement<Pick<ScoreTable, 'commune_id' | 'submission_id'>>((place) =>
    db
      .deleteFrom('score')
      .where('commune_id', '=', place('commune_id'))
      .where('submission_id', '=', place('submission_id')),
  );
  const moveWords = statement<Pick<MoveTable, 'commune_id' | 'assessment_id' | 'submission_id'>>((place) =>
    db
      .updateTable('move')
      .set({ reason: null, items: null })
      .where('commune_id', '=', place('commune_id'))
      .where('assessment_id', '=', place('assessment_id'))
      .where('submission_id', '=', place('submission_id')),
  );
  const comment = statement<Pick<CommentTable, 'commune_id' | 'comment_id'>>((place) =>
    db
      .deleteFrom('comment')
      .where('commune_id', '=', place('commune_id'))
      .where('comment_id', '=', place('comment_id')),
  );
  const photo = statement<Pick<PhotoTable, 'commune_id' | 'op_id'>>((place) =>
    db.deleteFrom('photo').where('commune_id', '=', place('commune_id')).where('op_id', '=', place('op_id')),
  );
  const blob = statement<Pick<BlobTable, 'commune_id' | 'photo_id' | 'owner'>>((place) =>
    db
      .deleteFrom('blob')
      .where('commune_id', '=', place('commune_id'))
      .where('photo_id', '=', place('photo_id'))
      .where('owner', '=', place('owner')),
  );
  const ofFile = statement<Pick<BlobTable, 'commune_id'> & { file: string }, Pick<BlobTable, 'photo_id'>>(
    (place) =>
      db
        .selectFrom('blob')
        .select('photo_id')
        .where('commune_id', '=', place('commune_id'))
        .where((eb) =>
          eb.or([eb('stored_sha256', '=', place('file')), eb('thumb_sha256', '=', place('file'))]),
        )
        .limit(1),
  );
  const versions = statement<Pick<RegisterTable, 'commune_id' | 'assessment_id' | 'op_id'>>((place) =>
    db
      .updateTable('register')
      .set({ value: null, dead: sql.lit<1>(1) })
      .where('commune_id', '=', place('commune_id'))
      .where('assessment_id', '=', place('assessment_id'))
      .where('op_id', '=', place('op_id')),
  );
  const record = statement<Pick<RecordTable, 'commune_id' | 'entity' | 'id'>>((place) =>
    db
      .deleteFrom('record')
      .where('commune_id', '=', place('commune_id'))
      .where('entity', '=', place('entity'))
      .where('id', '=', place('id')),
  );
  return {
    /** Returns how many there were: one or none. */
    record: (entity: string, id: string) => record.run(runner, { commune_id, entity, id }),
    submission: (submission_id: string) => submission.run(runner, { commune_id, submission_id }),
    /** Every version of the officers' points for a submission, the dead ones too. */
    scores: (submission_id: string) => scores.run(runner, { commune_id, submission_id }),
    moveWords: (assessment_id: string, submission_id: string) =>
      moveWords.run(runner, { commune_id, assessment_id, submission_id }),
    comment: (comment_id: string) => comment.run(runner, { commune_id, comment_id }),
    photo: (op_id: string) => photo.run(runner, { commune_id, op_id }),
    blob: (photo_id: string, owner: string) => blob.run(runner, { commune_id, photo_id, owner }),
    /** Is a stored file, picture or thumbnail, still somebody's? */
    holdsFile: async (file: string) => (await ofFile.first(runner, { commune_id, file })) !== undefined,
    /** The answers an operation wrote: dead, as if superseded. */
    versions: (assessment_id: string, op_id: string) =>
      versions.run(runner, { commune_id, assessment_id, op_id }),
  };
};
