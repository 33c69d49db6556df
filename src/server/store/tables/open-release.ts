/** Releases of open data, and the counts a new one is made of. */
import { sql, type Kysely } from 'kysely';
import type { Database, HouseholdAnswerTable } from '../schema.ts';
import type { OpenReleaseTable } from '../schema-open-data.ts';
import { insertion, statement, type Runner } from '../statement.ts';

export type OpenReleaseRow = Omit<OpenReleaseTable, 'commune_id'>;
export type OpenReleaseHead = Pick<OpenReleaseRow, 'release_id' | 'campaign_id' | 'number' | 'released_at'>;
type OfCampaign = { commune_id: string; campaign_id: string };

/** How many families of a hamlet gave one and the same answer, typed as in its table. */
export type AnswerCount = Pick<
  HouseholdAnswerTable,
  'hamlet_id' | 'criterion_id' | 'na' | 'number' | 'level_index'
> & { families: number };

export const openReleaseTable = (db: Kysely<Database>, runner: Runner, commune_id: string) => {
  const heads = statement<Pick<OpenReleaseTable, 'commune_id'>, OpenReleaseHead>((place) =>
    db
      .selectFrom('open_release')
      .select(['release_id', 'campaign_id', 'number', 'released_at'])
      .where('commune_id', '=', place('commune_id'))
      .orderBy('number', 'desc'),
  );
  const byNumber = statement<Pick<OpenReleaseTable, 'commune_id' | 'number'>, OpenReleaseTable>((place) =>
    db
      .selectFrom('open_release')
      .selectAll()
      .where('commune_id', '=', place('commune_id'))
      .where('number', '=', place('number')),
  );
  const find = statement<Pick<OpenReleaseTable, 'commune_id' | 'release_id'>, OpenReleaseTable>((place) =>
    db
      .selectFrom('open_release')
      .selectAll()
      .where('commune_id', '=', place('commune_id'))
      .where('release_id', '=', place('release_id')),
  );
  const last = statement<OfCampaign, OpenReleaseTable>((place) =>
    db
      .selectFrom('open_release')
      .selectAll()
      .where('commune_id', '=', place('commune_id'))
      .where('campaign_id', '=', place('campaign_id'))
      .orderBy('number', 'desc')
      .limit(1),
  );
  const list = statement<Pick<OpenReleaseTable, 'commune_id'>, OpenReleaseTable>((place) =>
    db.selectFrom('open_release').selectAll().where('commune_id', '=', place('commune_id')).orderBy('number'),
  );
  const answered = (place: (name: 'commune_id' | 'campaign_id') => ReturnType<typeof sql<string>>) =>
    db
      .selectFrom('household_answer')
      .innerJoin('assessment', (join) =>
        join
          .onRef('assessment.commune_id', '=', 'household_answer.commune_id')
          .onRef('assessment.assessment_id', '=', 'household_answer.assessment_id'),
      )
      .where('household_answer.commune_id', '=', place('commune_id'))
      .where('assessment.campaign_id', '=', place('campaign_id'))
      .where('household_answer.counted', '=', sql.lit<1>(1));
  const counts = statement<OfCampaign, AnswerCount>((place) =>
    answered(place)
      .select([
        'household_answer.hamlet_id',
        'household_answer.criterion_id',
        'household_answer.na',
        'household_answer.number',
        'household_answer.level_index',
      ])
      .select((eb) => eb.fn.countAll<number>().as('families'))
      .groupBy([
        'household_answer.hamlet_id',
        'household_answer.criterion_id',
        'household_answer.na',
        'household_answer.number',
        'household_answer.level_index',
      ]),
  );
  const forms = statement<OfCampaign, { hamlet_id: string; families: number }>((place) =>
    answered(place)
      .select('household_answer.hamlet_id')
      .select((eb) => eb.fn.count<number>('household_answer.assessment_id').distinct().as('families'))
      .groupBy('household_answer.hamlet_id'),
  );
  const insert = insertion(db, 'open_release', [
    'commune_id',
    'release_id',
    'campaign_id',
    'number',
    'released_at',
    'kept',
    'document',
  ]);
  return {
    /** The newest first, without what they say. */
    heads: () => heads.all(runner, { commune_id }),
    list: () => list.all(runner, { commune_id }),
    byNumber: (number: number) => byNumber.first(runner, { commune_id, number }),
    find: (release_id: string) => find.first(runner, { commune_id, release_id }),
    /** The newest of a campaign. */
    last: (campaign_id: string) => last.first(runner, { commune_id, campaign_id }),
    insert: (row: OpenReleaseRow) => insert.run(runner, { ...row, commune_id }),
    /** Families whose form counts, by hamlet. */
    forms: (campaign_id: string) => forms.all(runner, { commune_id, campaign_id }),
    /** What they answered. */
    counts: (campaign_id: string) => counts.all(runner, { commune_id, campaign_id }),
  };
};
