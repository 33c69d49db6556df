/** What the public board counts: how many forms of each kind stand how, by hamlet where they are families'. */
import type { Kysely } from 'kysely';
import type { AssessmentTable, Database } from '../schema.ts';
import { statement, type Runner } from '../statement.ts';

type OfCampaign = Pick<AssessmentTable, 'commune_id' | 'campaign_id'>;
export type StateCount = Pick<AssessmentTable, 'subject_kind' | 'hamlet_id' | 'state'> & { forms: number };

export const boardTables = (db: Kysely<Database>, runner: Runner, commune_id: string) => {
  const states = statement<OfCampaign, StateCount>((place) =>
    db
      .selectFrom('assessment')
      .select(['subject_kind', 'hamlet_id', 'state'])
      .select((eb) => eb.fn.countAll<number>().as('forms'))
      .where('commune_id', '=', place('commune_id'))
      .where('campaign_id', '=', place('campaign_id'))
      .groupBy(['subject_kind', 'hamlet_id', 'state']),
  );
  const subjects = statement<
    OfCampaign & Pick<AssessmentTable, 'subject_kind'>,
    Pick<AssessmentTable, 'subject_id' | 'state'>
  >((place) =>
    db
      .selectFrom('assessment')
      .select(['subject_id', 'state'])
      .where('commune_id', '=', place('commune_id'))
      .where('campaign_id', '=', place('campaign_id'))
      .where('subject_kind', '=', place('subject_kind')),
  );
  return {
    states: (campaign_id: string) => states.all(runner, { commune_id, campaign_id }),
    /** How each subject of this kind stands. */
    subjects: (campaign_id: string, subject_kind: string) =>
      subjects.all(runner, { commune_id, campaign_id, subject_kind }),
  };
};
