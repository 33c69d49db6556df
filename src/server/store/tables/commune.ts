import type { Kysely } from 'kysely';
import type { CommuneTable, Database } from '../schema.ts';
import { insertion, statement, type Runner } from '../statement.ts';

export type CommuneRow = Omit<CommuneTable, 'commune_id'>;

export const communeTable = (db: Kysely<Database>, runner: Runner, commune_id: string) => {
  const find = statement<{ commune_id: string }, CommuneTable>((place) =>
    db.selectFrom('commune').selectAll().where('commune_id', '=', place('commune_id')),
  );
  const create = insertion(db, 'commune', [
    'commune_id',
    'rev',
    'epoch',
    'audit_head',
    'facts_op',
    'created_at',
    'drain_until',
    'rules_from',
    'key_mark',
    'second_from',
    'family_from',
  ]);
  const save = statement<Pick<CommuneTable, 'commune_id' | 'rev' | 'audit_head' | 'facts_op'>>((place) =>
    db
      .updateTable('commune')
      .set({ rev: place('rev'), audit_head: place('audit_head'), facts_op: place('facts_op') })
      .where('commune_id', '=', place('commune_id')),
  );
  const begin = statement<Pick<CommuneTable, 'commune_id' | 'epoch'> & { drain_until: number | null }>(
    (place) =>
      db
        .updateTable('commune')
        .set({ epoch: place('epoch'), drain_until: place('drain_until') })
        .where('commune_id', '=', place('commune_id')),
  );
  const underRules = statement<Pick<CommuneTable, 'commune_id'> & { rules_from: number }>((place) =>
    db
      .updateTable('commune')
      .set({ rules_from: place('rules_from') })
      .where('commune_id', '=', place('commune_id'))
      .where('rules_from', 'is', null),
  );
  const inTwos = statement<Pick<CommuneTable, 'commune_id'> & { second_from: number }>((place) =>
    db
      .updateTable('commune')
      .set({ second_from: place('second_from') })
      .where('commune_id', '=', place('commune_id'))
      .where('second_from', 'is', null),
  );
  const underFamilyRules = statement<Pick<CommuneTable, 'commune_id'> & { family_from: number }>((place) =>
    db
      .updateTable('commune')
      .set({ family_from: place('family_from') })
      .where('commune_id', '=', place('commune_id'))
      .where('family_from', 'is', null),
  );
  const signWith = statement<Pick<CommuneTable, 'commune_id'> & { key_mark: string }>((place) =>
    db
      .updateTable('commune')
      .set({ key_mark: place('key_mark') })
      .where('commune_id', '=', place('commune_id'))
      .where('key_mark', 'is', null),
  );
  return {
    /** The key of this commune from now on; once. */
    signWith: (key_mark: string) => signWith.run(runner, { commune_id, key_mark }),
    /** From after this revision on; once. */
    underRules: (rules_from: number) => underRules.run(runner, { commune_id, rules_from }),
    /** From after this revision on a verified result is changed by two people; once. */
    inTwos: (second_from: number) => inTwos.run(runner, { commune_id, second_from }),
    /** From after this revision on families' requests have their effect by rule; once. */
    underFamilyRules: (family_from: number) => underFamilyRules.run(runner, { commune_id, family_from }),
    /** A new life of the database (a restore), or the end of draining. */
    begin: (row: Pick<CommuneTable, 'epoch' | 'drain_until'>) => begin.run(runner, { ...row, commune_id }),
    /** The commune's row; inside a write nobody else can move `rev` until the commit. */
    find: () => find.first(runner, { commune_id }),
    /** A new commune is under every rule from its first entry. */
    create: (row: Omit<CommuneRow, 'rules_from' | 'key_mark' | 'second_from' | 'family_from'>) =>
      create.run(runner, {
        ...row,
        commune_id,
        rules_from: 0,
        key_mark: null,
        second_from: 0,
        family_from: 0,
      }),
    save: (row: Pick<CommuneTable, 'rev' | 'audit_head' | 'facts_op'>) =>
      save.run(runner, { ...row, commune_id }),
  };
};
