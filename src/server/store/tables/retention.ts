/** What has had its time: what `privacy/retention.ts` looks for, and the rows it takes away without a trace in the feed. */
import { sql, type Kysely } from 'kysely';
import type { Database, RecordTable } from '../schema.ts';
import type { FeedbackTable, PhotoTable } from '../schema-evidence.ts';
import { statement, type Runner } from '../statement.ts';

type OfCommune = { commune_id: string };
type OfCampaign = OfCommune & { campaign_id: string };
type Before = OfCommune & { instant: number };

export const retentionTables = (db: Kysely<Database>, runner: Runner, commune_id: string) => {
  const photos = statement<OfCampaign, Pick<PhotoTable, 'op_id' | 'assessment_id'>>((place) =>
    db
      .selectFrom('photo')
      .innerJoin('assessment', (join) =>
        join
          .onRef('assessment.commune_id', '=', 'photo.commune_id')
          .onRef('assessment.assessment_id', '=', 'photo.assessment_id'),
      )
      .select(['photo.op_id', 'photo.assessment_id'])
      .where('photo.commune_id', '=', place('commune_id'))
      .where('assessment.campaign_id', '=', place('campaign_id'))
      .orderBy('photo.op_id'),
  );
  const families = statement<OfCampaign, { subject_id: string; assessment_id: string }>((place) =>
    db
      .selectFrom('assessment')
      .select(['subject_id', 'assessment_id'])
      .where('commune_id', '=', place('commune_id'))
      .where('campaign_id', '=', place('campaign_id'))
      .where('subject_kind', '=', sql.lit('household'))
      .orderBy('subject_id'),
  );
  const requests = statement<Before, Pick<RecordTable, 'id' | 'value'>>((place) =>
    db
      .selectFrom('record')
      .innerJoin('operation', (join) =>
        join
          .onRef('operation.commune_id', '=', 'record.commune_id')
          .onRef('operation.op_id', '=', 'record.op_id'),
      )
      .select(['record.id', 'record.value'])
      .where('record.commune_id', '=', place('commune_id'))
      .where('record.entity', '=', sql.lit('dataRequest'))
      .where('operation.received_at', '<=', place('instant')),
  );
  const contacts = statement<Before, FeedbackTable>((place) =>
    db
      .selectFrom('feedback')
      .selectAll()
      .where('commune_id', '=', place('commune_id'))
      .where('contact', '<>', sql.lit(''))
      .where('received_at', '<=', place('instant')),
  );
  const dropContact = statement<OfCommune & { feedback_id: string }>((place) =>
    db
      .updateTable('feedback')
      .set({ contact: '' })
      .where('commune_id', '=', place('commune_id'))
      .where('feedback_id', '=', place('feedback_id')),
  );
  const codes = statement<Before, { secret_hash: string }>((place) =>
    db
      .selectFrom('enrol_code')
      .select('secret_hash')
      .where('commune_id', '=', place('commune_id'))
      .where('reusable', '=', sql.lit<0>(0))
      .where('expires_at', '<=', place('instant')),
  );
  const dropCode = statement<OfCommune & { secret_hash: string }>((place) =>
    db
      .deleteFrom('enrol_code')
      .where('commune_id', '=', place('commune_id'))
      .where('secret_hash', '=', place('secret_hash')),
  );
  const sessions = statement<Before>((place) =>
    db
      .deleteFrom('session')
      .where('commune_id', '=', place('commune_id'))
      .where('started_at', '<=', place('instant')),
  );
  const ceremonies = statement<Before>((place) =>
    db
      .deleteFrom('ceremony')
      .where('commune_id', '=', place('commune_id'))
      .where('expires_at', '<=', place('instant')),
  );
  return {
    /** Photos of a campaign's forms whose words are still there. */
    photos: (campaign_id: string) => photos.all(runner, { commune_id, campaign_id }),
    /** Families with a form in a campaign, sent or not. */
    families: (campaign_id: string) => families.all(runner, { commune_id, campaign_id }),
    /** Requests about data as they stand, last written at `instant` or before. */
    requests: (instant: number) => requests.all(runner, { commune_id, instant }),
    /** Words from the public that came at `instant` or before and still say how to reach their writer. */
    contacts: (instant: number) => contacts.all(runner, { commune_id, instant }),
    dropContact: (feedback_id: string) => dropContact.run(runner, { commune_id, feedback_id }),
    /** Codes for one use that ended at `instant` or before. */
    codes: (instant: number) => codes.all(runner, { commune_id, instant }),
    dropCode: (secret_hash: string) => dropCode.run(runner, { commune_id, secret_hash }),
    /** Sessions begun at `instant` or before. Returns how many there were. */
    sessions: (instant: number) => sessions.run(runner, { commune_id, instant }),
    ceremonies: (instant: number) => ceremonies.run(runner, { commune_id, instant }),
  };
};
