import type { Kysely } from 'kysely';
import type { Database } from '../schema.ts';
import type { AttemptTable, EnrolCodeTable } from '../schema-devices.ts';
import { insertion, statement, type Runner } from '../statement.ts';

export type EnrolCodeRow = Omit<EnrolCodeTable, 'commune_id'>;
export type AttemptRow = Omit<AttemptTable, 'commune_id'>;

export const enrolCodeTable = (db: Kysely<Database>, runner: Runner, commune_id: string) => {
  const bySecret = statement<Pick<EnrolCodeTable, 'commune_id' | 'secret_hash'>, EnrolCodeTable>((place) =>
    db
      .selectFrom('enrol_code')
      .selectAll()
      .where('commune_id', '=', place('commune_id'))
      .where('secret_hash', '=', place('secret_hash')),
  );
  const byTyped = statement<Pick<EnrolCodeTable, 'commune_id' | 'typed_hash'>, EnrolCodeTable>((place) =>
    db
      .selectFrom('enrol_code')
      .selectAll()
      .where('commune_id', '=', place('commune_id'))
      .where('typed_hash', '=', place('typed_hash')),
  );
  const list = statement<Pick<EnrolCodeTable, 'commune_id'>, EnrolCodeTable>((place) =>
    db
      .selectFrom('enrol_code')
      .selectAll()
      .where('commune_id', '=', place('commune_id'))
      .orderBy('secret_hash'),
  );
  const ofSubject = statement<
    Pick<EnrolCodeTable, 'commune_id' | 'binding_kind' | 'binding_id'>,
    EnrolCodeTable
  >((place) =>
    db
      .selectFrom('enrol_code')
      .selectAll()
      .where('commune_id', '=', place('commune_id'))
      .where('binding_kind', '=', place('binding_kind'))
      .where('binding_id', '=', place('binding_id'))
      .orderBy('created_at')
      .orderBy('secret_hash'),
  );
  const issuedSince = statement<
    Pick<EnrolCodeTable, 'commune_id' | 'created_at'> & { issued_by: string },
    Pick<EnrolCodeTable, 'created_at'>
  >((place) =>
    db
      .selectFrom('enrol_code')
      .select('created_at')
      .where('commune_id', '=', place('commune_id'))
      .where('issued_by', '=', place('issued_by'))
      .where('created_at', '>', place('created_at'))
      .orderBy('created_at'),
  );
  const insert = insertion(db, 'enrol_code', [
    'commune_id',
    'secret_hash',
    'typed_hash',
    'role',
    'binding_kind',
    'binding_id',
    'title',
    'person_name',
    'expires_at',
    'reusable',
    'spent_by',
    'created_at',
    'needs_approval',
    'device_lives_ms',
    'issued_by',
    'account_id',
  ]);
  const spend = statement<Pick<EnrolCodeTable, 'commune_id' | 'secret_hash'> & { spent_by: string }>(
    (place) =>
      db
        .updateTable('enrol_code')
        .set({ spent_by: place('spent_by') })
        .where('commune_id', '=', place('commune_id'))
        .where('secret_hash', '=', place('secret_hash'))
        .where('spent_by', 'is', null),
  );
  return {
    bySecret: (secret_hash: string) => bySecret.first(runner, { commune_id, secret_hash }),
    list: () => list.all(runner, { commune_id }),
    byTyped: (typed_hash: string) => byTyped.first(runner, { commune_id, typed_hash }),
    /** Every code ever issued for it, oldest first. */
    ofSubject: (binding_kind: string, binding_id: string) =>
      ofSubject.all(runner, { commune_id, binding_kind, binding_id }),
    /** When this device made codes after `created_at`, oldest first. */
    issuedSince: (issued_by: string, created_at: number) =>
      issuedSince.all(runner, { commune_id, issued_by, created_at }),
    insert: (row: EnrolCodeRow) => insert.run(runner, { ...row, commune_id }),
    /** `spent_by`: the device that used it up, or the secret's hash of the slip that took its place. */
    spend: (secret_hash: string, spent_by: string) =>
      spend.run(runner, { commune_id, secret_hash, spent_by }),
  };
};

export const attemptTable = (db: Kysely<Database>, runner: Runner, commune_id: string) => {
  const find = statement<Pick<AttemptTable, 'commune_id' | 'source'>, AttemptTable>((place) =>
    db
      .selectFrom('attempt')
      .selectAll()
      .where('commune_id', '=', place('commune_id'))
      .where('source', '=', place('source')),
  );
  const put = insertion(db, 'attempt', ['commune_id', 'source', 'since', 'failures'], {
    replace: ['commune_id', 'source'],
  });
  const forget = statement<Pick<AttemptTable, 'commune_id' | 'since'>>((place) =>
    db
      .deleteFrom('attempt')
      .where('commune_id', '=', place('commune_id'))
      .where('since', '<=', place('since')),
  );
  return {
    find: (source: string) => find.first(runner, { commune_id, source }),
    put: (row: AttemptRow) => put.run(runner, { ...row, commune_id }),
    /** Windows that began at `since` or before. */
    forget: (since: number) => forget.run(runner, { commune_id, since }),
  };
};
