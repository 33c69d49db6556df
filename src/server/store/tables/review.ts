/** What officers do with a submission: points as registers of their own, and moves. */
import { sql, type Kysely } from 'kysely';
import type { Database } from '../schema.ts';
import type { MoveTable, ScoreTable } from '../schema-evidence.ts';
import { insertion, statement, type Runner } from '../statement.ts';

export type ScoreRecord = Omit<ScoreTable, 'commune_id'>;
export type MoveRecord = Omit<MoveTable, 'commune_id'>;

export const scoreTable = (db: Kysely<Database>, runner: Runner, commune_id: string) => {
  const columns = [
    'commune_id',
    'submission_id',
    'criterion_id',
    'op_id',
    'points',
    'reason_code',
    'reason',
    'by_name',
    'by_role',
    'at',
    'dead',
  ] as const;
  const add = insertion(db, 'score', columns, 'keep');
  const kill = insertion(db, 'score', columns, {
    replace: ['commune_id', 'submission_id', 'criterion_id', 'op_id'],
  });
  const alive = statement<Pick<ScoreTable, 'commune_id' | 'submission_id'>, ScoreTable>((place) =>
    db
      .selectFrom('score')
      .selectAll()
      .where('commune_id', '=', place('commune_id'))
      .where('submission_id', '=', place('submission_id'))
      .where('dead', '=', sql.lit<0>(0))
      .orderBy('criterion_id')
      .orderBy('op_id'),
  );
  return {
    /** A version superseded before it arrived is there already, dead, and stays so. */
    add: (row: Omit<ScoreRecord, 'dead'>) => add.run(runner, { ...row, commune_id, dead: 0 }),
    kill: (version: Pick<ScoreRecord, 'submission_id' | 'criterion_id' | 'op_id'>) =>
      kill.run(runner, {
        ...version,
        commune_id,
        points: null,
        reason_code: '',
        reason: '',
        by_name: '',
        by_role: '',
        at: 0,
        dead: 1,
      }),
    /** Living versions by criterion, then by version. */
    alive: (submission_id: string) => alive.all(runner, { commune_id, submission_id }),
  };
};

export const moveTable = (db: Kysely<Database>, runner: Runner, commune_id: string) => {
  const of = statement<Pick<MoveTable, 'commune_id' | 'assessment_id'>, MoveTable>((place) =>
    db
      .selectFrom('move')
      .selectAll()
      .where('commune_id', '=', place('commune_id'))
      .where('assessment_id', '=', place('assessment_id'))
      .orderBy('status_rev'),
  );
  const insert = insertion(db, 'move', [
    'commune_id',
    'op_id',
    'assessment_id',
    'submission_id',
    'from_state',
    'to_state',
    'reason',
    'items',
    'by_name',
    'by_role',
    'at',
    'status_rev',
  ]);
  return {
    /** In the order they took effect. */
    of: (assessment_id: string) => of.all(runner, { commune_id, assessment_id }),
    insert: (row: MoveRecord) => insert.run(runner, { ...row, commune_id }),
  };
};
