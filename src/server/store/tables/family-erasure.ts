/** What erasing all of a family may do besides `erasure.ts`: find what speaks of it, and take its name out of rows. */
import { sql, type Kysely } from 'kysely';
import type { Database, OperationTable, RecordTable } from '../schema.ts';
import { statement, type Runner } from '../statement.ts';

type OfCommune = { commune_id: string };
type OfAssessment = OfCommune & { assessment_id: string };
type OfFamily = OfCommune & { binding_id: string };

export const familyErasureTables = (db: Kysely<Database>, runner: Runner, commune_id: string) => {
  const naming = statement<OfCommune & { pattern: string }, Pick<OperationTable, 'op_id' | 'kind' | 'body'>>(
    (place) =>
      db
        .selectFrom('operation')
        .select(['op_id', 'kind', 'body'])
        .where('commune_id', '=', place('commune_id'))
        .where('body', 'like', place('pattern'))
        .orderBy('rev'),
  );
  const under = statement<OfCommune & { parent_id: string }, Pick<RecordTable, 'entity' | 'id'>>((place) =>
    db
      .selectFrom('record')
      .select(['entity', 'id'])
      .where('commune_id', '=', place('commune_id'))
      .where('parent_id', '=', place('parent_id')),
  );
  const moves = statement<OfAssessment>((place) =>
    db
      .deleteFrom('move')
      .where('commune_id', '=', place('commune_id'))
      .where('assessment_id', '=', place('assessment_id')),
  );
  const answers = statement<OfAssessment>((place) =>
    db
      .deleteFrom('household_answer')
      .where('commune_id', '=', place('commune_id'))
      .where('assessment_id', '=', place('assessment_id')),
  );
  const nameOfDevice = statement<OfFamily>((place) =>
    db
      .updateTable('device')
      .set({ title: '', person_name: null, label: '' })
      .where('commune_id', '=', place('commune_id'))
      .where('binding_kind', '=', sql.lit('household'))
      .where('binding_id', '=', place('binding_id')),
  );
  const nameOfCode = statement<OfFamily>((place) =>
    db
      .updateTable('enrol_code')
      .set({ title: '', person_name: null })
      .where('commune_id', '=', place('commune_id'))
      .where('binding_kind', '=', sql.lit('household'))
      .where('binding_id', '=', place('binding_id')),
  );
  const before = statement<OfCommune & { op_id: string }>((place) =>
    db
      .updateTable('batch_put')
      .set({ before: null })
      .where('commune_id', '=', place('commune_id'))
      .where('op_id', '=', place('op_id')),
  );
  return {
    /** Entries of the log whose words contain this id, in their order. */
    naming: (id: string) => naming.all(runner, { commune_id, pattern: `%${id}%` }),
    /** Records that hang from it, also those taken out. */
    under: (parent_id: string) => under.all(runner, { commune_id, parent_id }),
    moves: (assessment_id: string) => moves.run(runner, { commune_id, assessment_id }),
    answers: (assessment_id: string) => answers.run(runner, { commune_id, assessment_id }),
    /** Its phones and slips keep their keys and lose its name. */
    names: async (household: string) => {
      await nameOfDevice.run(runner, { commune_id, binding_id: household });
      await nameOfCode.run(runner, { commune_id, binding_id: household });
    },
    /** What a record of a batch had been before it. */
    before: (op_id: string) => before.run(runner, { commune_id, op_id }),
  };
};
