import type { Kysely } from 'kysely';
import type { Database } from '../schema.ts';
import type { SessionTable } from '../schema-sessions.ts';
import { insertion, statement, type Runner } from '../statement.ts';

export type SessionRow = Omit<SessionTable, 'commune_id'>;
type Key = Pick<SessionTable, 'commune_id' | 'session_hash'>;

export const sessionTable = (db: Kysely<Database>, runner: Runner, commune_id: string) => {
  const find = statement<Key, SessionTable>((place) =>
    db
      .selectFrom('session')
      .selectAll()
      .where('commune_id', '=', place('commune_id'))
      .where('session_hash', '=', place('session_hash')),
  );
  const newest = statement<Pick<SessionTable, 'commune_id' | 'device_id'>, SessionTable>((place) =>
    db
      .selectFrom('session')
      .selectAll()
      .where('commune_id', '=', place('commune_id'))
      .where('device_id', '=', place('device_id'))
      .orderBy('started_at', 'desc')
      .orderBy('ended_at', (order) => order.asc().nullsFirst())
      .limit(1),
  );
  const insert = insertion(db, 'session', [
    'commune_id',
    'session_hash',
    'account_id',
    'device_id',
    'method',
    'credential_id',
    'started_at',
    'seen_at',
    'confirmed_at',
    'ended_at',
  ]);
  const touch = statement<Key & { seen_at: number }>((place) =>
    db
      .updateTable('session')
      .set({ seen_at: place('seen_at') })
      .where('commune_id', '=', place('commune_id'))
      .where('session_hash', '=', place('session_hash')),
  );
  const confirm = statement<Key & { seen_at: number; confirmed_at: number }>((place) =>
    db
      .updateTable('session')
      .set({ seen_at: place('seen_at'), confirmed_at: place('confirmed_at') })
      .where('commune_id', '=', place('commune_id'))
      .where('session_hash', '=', place('session_hash'))
      .where('ended_at', 'is', null),
  );
  /** Ends those that have one value in one column. */
  const ending = (column: 'session_hash' | 'device_id' | 'account_id' | 'credential_id') =>
    statement<{ commune_id: string; value: string; ended_at: number }>((place) =>
      db
        .updateTable('session')
        .set({ ended_at: place('ended_at') })
        .where('commune_id', '=', place('commune_id'))
        .where(column, '=', place('value'))
        .where('ended_at', 'is', null),
    );
  const end = ending('session_hash');
  const endOfDevice = ending('device_id');
  const endOfAccount = ending('account_id');
  const endOfPasskey = ending('credential_id');
  const endByPassword = statement<{ commune_id: string; account_id: string; ended_at: number }>((place) =>
    db
      .updateTable('session')
      .set({ ended_at: place('ended_at') })
      .where('commune_id', '=', place('commune_id'))
      .where('account_id', '=', place('account_id'))
      .where('method', '=', 'password')
      .where('ended_at', 'is', null),
  );
  const endAll = statement<{ commune_id: string; ended_at: number }>((place) =>
    db
      .updateTable('session')
      .set({ ended_at: place('ended_at') })
      .where('commune_id', '=', place('commune_id'))
      .where('ended_at', 'is', null),
  );
  const move = statement<{ commune_id: string; from: string; device_id: string }>((place) =>
    db
      .updateTable('session')
      .set({ device_id: place('device_id') })
      .where('commune_id', '=', place('commune_id'))
      .where('device_id', '=', place('from'))
      .where('ended_at', 'is', null),
  );
  const forget = statement<{ commune_id: string; started_at: number }>((place) =>
    db
      .deleteFrom('session')
      .where('commune_id', '=', place('commune_id'))
      .where('started_at', '<', place('started_at')),
  );
  return {
    find: (session_hash: string) => find.first(runner, { commune_id, session_hash }),
    /** Of a device, whether it lives or not. */
    newest: (device_id: string) => newest.first(runner, { commune_id, device_id }),
    insert: (row: SessionRow) => insert.run(runner, { ...row, commune_id }),
    /** A person was there at `seen_at`. */
    touch: (session_hash: string, seen_at: number) =>
      touch.run(runner, { commune_id, session_hash, seen_at }),
    confirm: (session_hash: string, at: number) =>
      confirm.run(runner, { commune_id, session_hash, seen_at: at, confirmed_at: at }),
    end: (value: string, ended_at: number) => end.run(runner, { commune_id, value, ended_at }),
    endOfDevice: (value: string, ended_at: number) =>
      endOfDevice.run(runner, { commune_id, value, ended_at }),
    endOfAccount: (value: string, ended_at: number) =>
      endOfAccount.run(runner, { commune_id, value, ended_at }),
    /** Those this passkey began. */
    endOfPasskey: (value: string, ended_at: number) =>
      endOfPasskey.run(runner, { commune_id, value, ended_at }),
    /** Those its password began. */
    endByPassword: (account_id: string, ended_at: number) =>
      endByPassword.run(runner, { commune_id, account_id, ended_at }),
    endAll: (ended_at: number) => endAll.run(runner, { commune_id, ended_at }),
    /** The device has a new key: what lives goes with it. */
    move: (from: string, device_id: string) => move.run(runner, { commune_id, from, device_id }),
    /** Those begun before `started_at`, all of them long over. */
    forget: (started_at: number) => forget.run(runner, { commune_id, started_at }),
  };
};
