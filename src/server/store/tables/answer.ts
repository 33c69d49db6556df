import { sql, type Kysely } from 'kysely';
import type { Database, HouseholdAnswerTable, RegisterTable } from '../schema.ts';
import { insertion, manyInsertion, statement, type Runner } from '../statement.ts';

export type HouseholdAnswerRow = Omit<HouseholdAnswerTable, 'commune_id'>;
type Version = Pick<RegisterTable, 'assessment_id' | 'criterion_id' | 'op_id'>;

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

export const registerTable = (db: Kysely<Database>, runner: Runner, commune_id: string) => {
  const columns = ['commune_id', 'assessment_id', 'criterion_id', 'op_id', 'value', 'dead'] as const;
  const add = insertion(db, 'register', columns, 'keep');
  const kill = insertion(db, 'register', columns, {
    replace: ['commune_id', 'assessment_id', 'criterion_id', 'op_id'],
  });
  const alive = statement<Pick<RegisterTable, 'commune_id' | 'assessment_id'>, RegisterTable>((place) =>
    db
      .selectFrom('register')
      .selectAll()
      .where('commune_id', '=', place('commune_id'))
      .where('assessment_id', '=', place('assessment_id'))
      // Written out, so that the index over living versions serves however many dead ones there are.
      .where('dead', '=', sql.lit<0>(0)),
  );
  const inOrder = (a: RegisterTable, b: RegisterTable): number =>
    a.criterion_id === b.criterion_id ? compare(a.op_id, b.op_id) : compare(a.criterion_id, b.criterion_id);
  return {
    /** A version that was superseded before it arrived is there already, dead, and stays so. */
    add: (version: Version, value: string | null) =>
      add.run(runner, { ...version, commune_id, value, dead: 0 }),
    kill: (version: Version) => kill.run(runner, { ...version, commune_id, value: null, dead: 1 }),
    /** By criterion, then by version. */
    alive: async (assessment_id: string) =>
      (await alive.all(runner, { commune_id, assessment_id })).toSorted(inOrder),
  };
};

export const householdAnswerTable = (db: Kysely<Database>, runner: Runner, commune_id: string) => {
  type OfChannel = Pick<HouseholdAnswerTable, 'commune_id' | 'assessment_id' | 'channel'>;
  const insert = manyInsertion(db, 'household_answer', [
    'commune_id',
    'assessment_id',
    'channel',
    'criterion_id',
    'hamlet_id',
    'counted',
    'na',
    'number',
    'denominator',
    'level_index',
  ]);
  const clear = statement<OfChannel>((place) =>
    db
      .deleteFrom('household_answer')
      .where('commune_id', '=', place('commune_id'))
      .where('assessment_id', '=', place('assessment_id'))
      .where('channel', '=', place('channel')),
  );
  const count = statement<OfChannel & Pick<HouseholdAnswerTable, 'counted'>>((place) =>
    db
      .updateTable('household_answer')
      .set({ counted: place('counted') })
      .where('commune_id', '=', place('commune_id'))
      .where('assessment_id', '=', place('assessment_id'))
      .where('channel', '=', place('channel')),
  );
  const move = statement<Pick<HouseholdAnswerTable, 'commune_id' | 'assessment_id' | 'hamlet_id'>>((place) =>
    db
      .updateTable('household_answer')
      .set({ hamlet_id: place('hamlet_id') })
      .where('commune_id', '=', place('commune_id'))
      .where('assessment_id', '=', place('assessment_id')),
  );
  const of = statement<Pick<HouseholdAnswerTable, 'commune_id' | 'assessment_id'>, HouseholdAnswerTable>(
    (place) =>
      db
        .selectFrom('household_answer')
        .selectAll()
        .where('commune_id', '=', place('commune_id'))
        .where('assessment_id', '=', place('assessment_id')),
  );
  return {
    insert: (rows: readonly HouseholdAnswerRow[]) =>
      insert(
        runner,
        rows.map((row) => ({ ...row, commune_id })),
      ),
    clear: (assessment_id: string, channel: string) =>
      clear.run(runner, { commune_id, assessment_id, channel }),
    /** Only what counts is in a roll-up. */
    count: (assessment_id: string, channel: string, counted: HouseholdAnswerRow['counted']) =>
      count.run(runner, { commune_id, assessment_id, channel, counted }),
    /** The family's own takes the place of what was typed for it. */
    uncount: (assessment_id: string, channel: string) =>
      count.run(runner, { commune_id, assessment_id, channel, counted: 0 }),
    move: (assessment_id: string, hamlet_id: string) =>
      move.run(runner, { commune_id, assessment_id, hamlet_id }),
    of: (assessment_id: string) => of.all(runner, { commune_id, assessment_id }),
  };
};
