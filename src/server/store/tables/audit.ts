/** Counts over whole tables, for `verify` alone. */
import type { Kysely } from 'kysely';
import type { Database } from '../schema.ts';
import { statement, type Runner } from '../statement.ts';

type OfCommune = { commune_id: string };
/** `kind`: entity, kind of subject, or empty. */
interface Counted {
  kind: string;
  rows: number;
}

export const auditTables = (db: Kysely<Database>, runner: Runner, commune_id: string) => {
  const records = statement<OfCommune, Counted>((place) =>
    db
      .selectFrom('record')
      .select((eb) => ['entity as kind', eb.fn.countAll<number>().as('rows')])
      .where('commune_id', '=', place('commune_id'))
      .where('ended_at', 'is', null)
      .groupBy('entity'),
  );
  const assessments = statement<OfCommune, Counted>((place) =>
    db
      .selectFrom('assessment')
      .select((eb) => ['subject_kind as kind', eb.fn.countAll<number>().as('rows')])
      .where('commune_id', '=', place('commune_id'))
      .where('round', '>', 0)
      .groupBy('subject_kind'),
  );
  const comments = statement<OfCommune, Counted>((place) =>
    db
      .selectFrom('comment')
      .innerJoin('assessment', (join) =>
        join
          .onRef('assessment.commune_id', '=', 'comment.commune_id')
          .onRef('assessment.assessment_id', '=', 'comment.assessment_id'),
      )
      .select((eb) => ['assessment.subject_kind as kind', eb.fn.countAll<number>().as('rows')])
      .where('comment.commune_id', '=', place('commune_id'))
      .groupBy('assessment.subject_kind'),
  );
  const officeRows = statement<OfCommune, Counted>((place) =>
    db
      .selectFrom('feed')
      .select((eb) => ['entity as kind', eb.fn.countAll<number>().as('rows')])
      .where('commune_id', '=', place('commune_id'))
      .where('scope', '=', 'office')
      .where('value', 'is not', null)
      .groupBy('entity'),
  );
  const subjectRows = statement<OfCommune, Counted>((place) =>
    db
      .selectFrom('feed')
      .select((eb) => ['entity as kind', eb.fn.countAll<number>().as('rows')])
      .where('commune_id', '=', place('commune_id'))
      .where('scope', 'not in', ['office', 'public'])
      .where('value', 'is not', null)
      .groupBy('entity'),
  );
  const counts = async (of: typeof records): Promise<Map<string, number>> =>
    new Map((await of.all(runner, { commune_id })).map(({ kind, rows }) => [kind, rows]));
  return {
    /** Standing records by entity. */
    records: () => counts(records),
    /** Assessments with a submission, by kind of subject. */
    assessments: () => counts(assessments),
    /** Comments by kind of subject. */
    comments: () => counts(comments),
    /** Live rows of the office's feed, by entity. */
    officeRows: () => counts(officeRows),
    /** Live rows of households', hamlets' and units' feeds, by entity. */
    subjectRows: () => counts(subjectRows),
  };
};
