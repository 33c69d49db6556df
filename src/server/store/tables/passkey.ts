import type { Kysely } from 'kysely';
import type { Database } from '../schema.ts';
import type { CeremonyTable, PasskeyTable } from '../schema-sessions.ts';
import { insertion, statement, type Runner } from '../statement.ts';

export type PasskeyRow = Omit<PasskeyTable, 'commune_id'>;
export type CeremonyRow = Omit<CeremonyTable, 'commune_id'>;
type Key = Pick<PasskeyTable, 'commune_id' | 'credential_id'>;

export const passkeyTable = (db: Kysely<Database>, runner: Runner, commune_id: string) => {
  const find = statement<Key, PasskeyTable>((place) =>
    db
      .selectFrom('passkey')
      .selectAll()
      .where('commune_id', '=', place('commune_id'))
      .where('credential_id', '=', place('credential_id')),
  );
  const of = statement<Pick<PasskeyTable, 'commune_id' | 'account_id'>, PasskeyTable>((place) =>
    db
      .selectFrom('passkey')
      .selectAll()
      .where('commune_id', '=', place('commune_id'))
      .where('account_id', '=', place('account_id'))
      .where('ended_at', 'is', null)
      .orderBy('created_at')
      .orderBy('credential_id'),
  );
  const ended = statement<Pick<PasskeyTable, 'commune_id'>, PasskeyTable>((place) =>
    db
      .selectFrom('passkey')
      .selectAll()
      .where('commune_id', '=', place('commune_id'))
      .where('ended_at', 'is not', null)
      .orderBy('credential_id'),
  );
  const insert = insertion(db, 'passkey', [
    'commune_id',
    'credential_id',
    'account_id',
    'public_key',
    'sign_count',
    'transports',
    'is_backed_up',
    'label',
    'created_at',
    'used_at',
    'ended_at',
  ]);
  const use = statement<Key & Pick<PasskeyTable, 'sign_count' | 'is_backed_up' | 'used_at'>>((place) =>
    db
      .updateTable('passkey')
      .set({
        sign_count: place('sign_count'),
        is_backed_up: place('is_backed_up'),
        used_at: place('used_at'),
      })
      .where('commune_id', '=', place('commune_id'))
      .where('credential_id', '=', place('credential_id')),
  );
  const end = statement<Key & { ended_at: number }>((place) =>
    db
      .updateTable('passkey')
      .set({ ended_at: place('ended_at') })
      .where('commune_id', '=', place('commune_id'))
      .where('credential_id', '=', place('credential_id'))
      .where('ended_at', 'is', null),
  );
  return {
    /** Also one that serves no more. */
    find: (credential_id: string) => find.first(runner, { commune_id, credential_id }),
    /** Those that serve, oldest first. */
    of: (account_id: string) => of.all(runner, { commune_id, account_id }),
    ended: () => ended.all(runner, { commune_id }),
    insert: (row: PasskeyRow) => insert.run(runner, { ...row, commune_id }),
    use: (credential_id: string, used: Pick<PasskeyRow, 'sign_count' | 'is_backed_up' | 'used_at'>) =>
      use.run(runner, { commune_id, credential_id, ...used }),
    end: (credential_id: string, ended_at: number) =>
      end.run(runner, { commune_id, credential_id, ended_at }),
  };
};

export const ceremonyTable = (db: Kysely<Database>, runner: Runner, commune_id: string) => {
  type Place = Pick<CeremonyTable, 'commune_id' | 'device_id' | 'purpose'>;
  const find = statement<Place, CeremonyTable>((place) =>
    db
      .selectFrom('ceremony')
      .selectAll()
      .where('commune_id', '=', place('commune_id'))
      .where('device_id', '=', place('device_id'))
      .where('purpose', '=', place('purpose')),
  );
  const put = insertion(
    db,
    'ceremony',
    ['commune_id', 'device_id', 'purpose', 'account_id', 'challenge_hash', 'secret', 'expires_at'],
    { replace: ['commune_id', 'device_id', 'purpose'] },
  );
  const take = statement<Place & { challenge_hash: string }>((place) =>
    db
      .deleteFrom('ceremony')
      .where('commune_id', '=', place('commune_id'))
      .where('device_id', '=', place('device_id'))
      .where('purpose', '=', place('purpose'))
      .where('challenge_hash', '=', place('challenge_hash')),
  );
  return {
    find: (device_id: string, purpose: string) => find.first(runner, { commune_id, device_id, purpose }),
    /** In place of an earlier one of the same device and purpose. */
    put: (row: CeremonyRow) => put.run(runner, { ...row, commune_id }),
    /** 1 for whoever answers it first, 0 for everybody else. */
    take: (device_id: string, purpose: string, challenge_hash: string) =>
      take.run(runner, { commune_id, device_id, purpose, challenge_hash }),
  };
};
