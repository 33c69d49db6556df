/** Counts over whole tables, for `verify` alone. */
import type { Kysely } from 'kysely';
import type { Database } from '../schema.ts';
import { statement, type Places, type Runner } from '../statement.ts';

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
  /** Assessments whose subject stands: those of one that ended show to nobody. */
  const standing = (place: Places<OfCommune>) =>
    db
      .selectFrom('assessment')
      .innerJoin('record', (join) =>
        join
          .onRef('record.commune_id', '=', 'assessment.commune_id')
          .onRef('record.entity', '=', 'assessment.subject_kind')
          .onRef('record.id', '=', 'assessment.subject_id'),
      )
      .where('assessment.commune_id', '=', place('commune_id'))
      .where('record.ended_at', 'is', null)
      .select('assessment.subject_kind as kind')
      .groupBy('assessment.subject_kind');
  const assessments = statement<OfCommune, Counted>((place) =>
    standing(place)
      .select((eb) => eb.fn.countAll<number>().as('rows'))
      .where('assessment.round', '>', 0),
  );
  const submissions = statement<OfCommune, Counted>((place) =>
    standing(place)
      .innerJoin('submission', (join) =>
        join
          .onRef('submission.commune_id', '=', 'assessment.commune_id')
          .onRef('submission.assessment_id', '=', 'assessment.assessment_id'),
      )
      .select((eb) => eb.fn.countAll<number>().as('rows')),
  );
  const comments = statement<OfCommune, Counted>((place) =>
    standing(place)
      .innerJoin('comment', (join) =>
        join
          .onRef('comment.commune_id', '=', 'assessment.commune_id')
          .onRef('comment.assessment_id', '=', 'assessment.assessment_id'),
      )
      .select((eb) => eb.fn.countAll<number>().as('rows')),
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
    /** Assessments with a submission, by kind of subject; here and below, of subjects that stand. */
    assessments: () => counts(assessments),
    /** Submissions by kind of subject. */
    submissions: () => counts(submissions),
    /** Comments by kind of subject. */
    comments: () => counts(comments),
    /** Live rows of the office's feed, by entity. */
    officeRows: () => counts(officeRows),
    /** Live rows of households', hamlets' and units' feeds, by entity. */
    subjectRows: () => counts(subjectRows),
  };
};
