import type { Kysely } from 'kysely';
import type { Database } from '../schema.ts';
import type { AccountTable } from '../schema-sessions.ts';
import { insertion, statement, type Runner } from '../statement.ts';

export type AccountRow = Omit<AccountTable, 'commune_id'>;
type Key = Pick<AccountTable, 'commune_id' | 'account_id'>;

export const accountTable = (db: Kysely<Database>, runner: Runner, commune_id: string) => {
  const find = statement<Key, AccountTable>((place) =>
    db
      .selectFrom('account')
      .selectAll()
      .where('commune_id', '=', place('commune_id'))
      .where('account_id', '=', place('account_id')),
  );
  const named = statement<Pick<AccountTable, 'commune_id' | 'role' | 'name'>, AccountTable>((place) =>
    db
      .selectFrom('account')
      .selectAll()
      .where('commune_id', '=', place('commune_id'))
      .where('role', '=', place('role'))
      .where('name', '=', place('name'))
      .where('ended_at', 'is', null),
  );
  const list = statement<Pick<Key, 'commune_id'>, AccountTable>((place) =>
    db
      .selectFrom('account')
      .selectAll()
      .where('commune_id', '=', place('commune_id'))
      .orderBy('created_at')
      .orderBy('account_id'),
  );
  const insert = insertion(db, 'account', [
    'commune_id',
    'account_id',
    'role',
    'name',
    'password_hash',
    'totp_secret',
    'totp_step',
    'password_at',
    'password_shut_at',
    'created_at',
    'ended_at',
  ]);
  const setPassword = statement<
    Key & { password_hash: string; totp_secret: string; totp_step: number; password_at: number }
  >((place) =>
    db
      .updateTable('account')
      .set({
        password_hash: place('password_hash'),
        totp_secret: place('totp_secret'),
        totp_step: place('totp_step'),
        password_at: place('password_at'),
      })
      .where('commune_id', '=', place('commune_id'))
      .where('account_id', '=', place('account_id')),
  );
  const shutPassword = statement<Key & { password_shut_at: number }>((place) =>
    db
      .updateTable('account')
      .set({
        password_hash: null,
        totp_secret: null,
        password_at: null,
        password_shut_at: place('password_shut_at'),
      })
      .where('commune_id', '=', place('commune_id'))
      .where('account_id', '=', place('account_id')),
  );
  const takeStep = statement<Key & { totp_step: number }>((place) =>
    db
      .updateTable('account')
      .set({ totp_step: place('totp_step') })
      .where('commune_id', '=', place('commune_id'))
      .where('account_id', '=', place('account_id'))
      .where('totp_step', '<', place('totp_step')),
  );
  const end = statement<Key & { ended_at: number }>((place) =>
    db
      .updateTable('account')
      .set({ ended_at: place('ended_at') })
      .where('commune_id', '=', place('commune_id'))
      .where('account_id', '=', place('account_id'))
      .where('ended_at', 'is', null),
  );
  return {
    find: (account_id: string) => find.first(runner, { commune_id, account_id }),
    /** The person of this name in this role, while they work here. */
    named: (role: string, name: string) => named.first(runner, { commune_id, role, name }),
    list: () => list.all(runner, { commune_id }),
    insert: (row: AccountRow) => insert.run(runner, { ...row, commune_id }),
    setPassword: (
      account_id: string,
      row: { password_hash: string; totp_secret: string; totp_step: number; password_at: number },
    ) => setPassword.run(runner, { commune_id, account_id, ...row }),
    shutPassword: (account_id: string, password_shut_at: number) =>
      shutPassword.run(runner, { commune_id, account_id, password_shut_at }),
    /** 0 when this step's code, or a later one's, was taken already. */
    takeStep: (account_id: string, totp_step: number) =>
      takeStep.run(runner, { commune_id, account_id, totp_step }),
    end: (account_id: string, ended_at: number) => end.run(runner, { commune_id, account_id, ended_at }),
  };
};
