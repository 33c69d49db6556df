import type { Kysely } from 'kysely';
import type { Database } from '../schema.ts';
import type { DeviceSeqTable, DeviceTable } from '../schema-devices.ts';
import { insertion, statement, type Runner } from '../statement.ts';

export type DeviceRow = Omit<DeviceTable, 'commune_id'>;
export type DeviceSeqRow = Omit<DeviceSeqTable, 'commune_id'>;
type Key = Pick<DeviceTable, 'commune_id' | 'device_id'>;
type Advance = Pick<
  DeviceTable,
  | 'device_id'
  | 'last_seq'
  | 'chain'
  | 'counter'
  | 'challenge_presented'
  | 'challenge_issued'
  | 'seen_at'
  | 'report'
  | 'shown_at'
>;

export const deviceTable = (db: Kysely<Database>, runner: Runner, commune_id: string) => {
  const find = statement<Key, DeviceTable>((place) =>
    db
      .selectFrom('device')
      .selectAll()
      .where('commune_id', '=', place('commune_id'))
      .where('device_id', '=', place('device_id')),
  );
  const list = statement<Pick<Key, 'commune_id'>, DeviceTable>((place) =>
    db
      .selectFrom('device')
      .selectAll()
      .where('commune_id', '=', place('commune_id'))
      .orderBy('enrolled_at')
      .orderBy('device_id'),
  );
  const unshown = statement<Pick<Key, 'commune_id'>, DeviceTable>((place) =>
    db
      .selectFrom('device')
      .selectAll()
      .where('commune_id', '=', place('commune_id'))
      .where('shown_at', 'is', null)
      .orderBy('device_id'),
  );
  const byCode = statement<Pick<DeviceTable, 'commune_id' | 'code_hash'>, DeviceTable>((place) =>
    db
      .selectFrom('device')
      .selectAll()
      .where('commune_id', '=', place('commune_id'))
      .where('code_hash', '=', place('code_hash')),
  );
  const ofInstallation = statement<Pick<DeviceTable, 'commune_id' | 'installation_id'>, DeviceTable>(
    (place) =>
      db
        .selectFrom('device')
        .selectAll()
        .where('commune_id', '=', place('commune_id'))
        .where('installation_id', '=', place('installation_id'))
        .orderBy('enrolled_at')
        .orderBy('device_id'),
  );
  const successors = statement<Pick<DeviceTable, 'commune_id'> & { succeeds: string }, DeviceTable>((place) =>
    db
      .selectFrom('device')
      .selectAll()
      .where('commune_id', '=', place('commune_id'))
      .where('succeeds', '=', place('succeeds'))
      .orderBy('device_id'),
  );
  const insert = insertion(db, 'device', [
    'commune_id',
    'device_id',
    'installation_id',
    'role',
    'binding_kind',
    'binding_id',
    'title',
    'person_name',
    'jwk',
    'label',
    'code_hash',
    'last_seq',
    'chain',
    'counter',
    'challenge_presented',
    'challenge_issued',
    'enrolled_at',
    'seen_at',
    'revoked_at',
    'report',
    'flag',
    'succeeds',
    'shown_at',
    'pending_since',
    'approved_at',
    'expires_at',
    'shared_phone',
    'account_id',
  ]);
  const advance = statement<Advance & Key>((place) =>
    db
      .updateTable('device')
      .set({
        last_seq: place('last_seq'),
        chain: place('chain'),
        counter: place('counter'),
        challenge_presented: place('challenge_presented'),
        challenge_issued: place('challenge_issued'),
        seen_at: place('seen_at'),
        report: place('report'),
        shown_at: place('shown_at'),
      })
      .where('commune_id', '=', place('commune_id'))
      .where('device_id', '=', place('device_id')),
  );
  const revoke = statement<Key & { revoked_at: number }>((place) =>
    db
      .updateTable('device')
      .set({ revoked_at: place('revoked_at') })
      .where('commune_id', '=', place('commune_id'))
      .where('device_id', '=', place('device_id')),
  );
  const approve = statement<Key & { approved_at: number }>((place) =>
    db
      .updateTable('device')
      .set({ approved_at: place('approved_at') })
      .where('commune_id', '=', place('commune_id'))
      .where('device_id', '=', place('device_id')),
  );
  const share = statement<Key & { shared_phone: string }>((place) =>
    db
      .updateTable('device')
      .set({ shared_phone: place('shared_phone') })
      .where('commune_id', '=', place('commune_id'))
      .where('device_id', '=', place('device_id')),
  );
  const mark = statement<Key & { flag: string }>((place) =>
    db
      .updateTable('device')
      .set({ flag: place('flag') })
      .where('commune_id', '=', place('commune_id'))
      .where('device_id', '=', place('device_id')),
  );
  const givenTo = statement<Key & { account_id: string }>((place) =>
    db
      .updateTable('device')
      .set({ account_id: place('account_id') })
      .where('commune_id', '=', place('commune_id'))
      .where('device_id', '=', place('device_id'))
      .where('account_id', 'is', null),
  );
  return {
    /** Whose it is from now on; once. */
    giveTo: (device_id: string, account_id: string) =>
      givenTo.run(runner, { commune_id, device_id, account_id }),
    /** `succeeded`, `successor` or `forked`: an officer should look. */
    mark: (device_id: string, flag: string) => mark.run(runner, { commune_id, device_id, flag }),
    find: (device_id: string) => find.first(runner, { commune_id, device_id }),
    list: () => list.all(runner, { commune_id }),
    /** Those the office has no row of: kept before there were such rows. */
    unshown: () => unshown.all(runner, { commune_id }),
    /** Devices this code bound. */
    byCode: (code_hash: string) => byCode.all(runner, { commune_id, code_hash }),
    /** All that one installation enrolled, whoever they are for, oldest first. */
    ofInstallation: (installation_id: string) => ofInstallation.all(runner, { commune_id, installation_id }),
    /** Keys this one vouched for. */
    successors: (succeeds: string) => successors.all(runner, { commune_id, succeeds }),
    insert: (row: DeviceRow) => insert.run(runner, { ...row, commune_id }),
    /** What one exchange changes of a device. */
    advance: (row: Advance) => advance.run(runner, { ...row, commune_id }),
    revoke: (device_id: string, revoked_at: number) =>
      revoke.run(runner, { commune_id, device_id, revoked_at }),
    approve: (device_id: string, approved_at: number) =>
      approve.run(runner, { commune_id, device_id, approved_at }),
    /** Its installation stands in for people: see `identity/shared-phones.ts`. */
    share: (device_id: string, shared_phone: string) =>
      share.run(runner, { commune_id, device_id, shared_phone }),
  };
};

export const deviceSeqTable = (db: Kysely<Database>, runner: Runner, commune_id: string) => {
  const find = statement<Key & { seq: number }, DeviceSeqTable>((place) =>
    db
      .selectFrom('device_seq')
      .selectAll()
      .where('commune_id', '=', place('commune_id'))
      .where('device_id', '=', place('device_id'))
      .where('seq', '=', place('seq')),
  );
  const of = statement<Key, DeviceSeqTable>((place) =>
    db
      .selectFrom('device_seq')
      .selectAll()
      .where('commune_id', '=', place('commune_id'))
      .where('device_id', '=', place('device_id'))
      .orderBy('seq'),
  );
  const insert = insertion(db, 'device_seq', ['commune_id', 'device_id', 'seq', 'op_hash', 'op_id']);
  return {
    find: (device_id: string, seq: number) => find.first(runner, { commune_id, device_id, seq }),
    /** A device's whole sequence, in order. */
    of: (device_id: string) => of.all(runner, { commune_id, device_id }),
    insert: (row: DeviceSeqRow) => insert.run(runner, { ...row, commune_id }),
  };
};
