/** Accounts, passkeys and sessions in every store: one answer to a challenge, one use of a code, and ends that hold. */
import { afterEach, expect, test } from 'vitest';
import type { SessionRow } from '#server/store/tables/session.ts';
import { makeCommune, type Kit, type TestDatabase } from './kit.ts';

const session = (session_hash: string, device_id: string, more: Partial<SessionRow> = {}): SessionRow => ({
  session_hash,
  account_id: 'hoa',
  device_id,
  method: 'code',
  credential_id: null,
  started_at: 1,
  seen_at: 1,
  confirmed_at: 1,
  ended_at: null,
  ...more,
});

export function sessionContract(name: string, kit: Kit): void {
  const made: TestDatabase[] = [];
  afterEach(async () => {
    for (const each of made.splice(0)) await each.dispose();
  });

  test(`${name}: a challenge is taken once, a code’s step once, and sessions end by what they hang on`, async () => {
    const database = await kit.make();
    made.push(database);
    const store = await database.open();
    await makeCommune(store);
    await store.write(async (tables) => {
      const nothing = { password_hash: null, totp_secret: null, password_at: null, password_shut_at: null };
      const row = { role: 'officer', name: 'Hoa', totp_step: 0, created_at: 1, ended_at: null, ...nothing };
      await tables.account.insert({ account_id: 'hoa', ...row });
      const asked = { device_id: 'd', purpose: 'signIn', account_id: 'hoa', secret: null, expires_at: 9 };
      await tables.ceremony.put({ ...asked, challenge_hash: 'old' });
      await tables.ceremony.put({ ...asked, challenge_hash: 'new' });
    });
    const told = await store.write(async ({ ceremony, account }) => [
      await ceremony.take('d', 'signIn', 'old'),
      await ceremony.take('d', 'signIn', 'new'),
      await ceremony.take('d', 'signIn', 'new'),
      await account.takeStep('hoa', 7),
      await account.takeStep('hoa', 7),
      await account.takeStep('hoa', 6),
    ]);
    expect(told).toEqual([0, 1, 0, 1, 0, 0]);
    expect((await store.read(({ account }) => account.named('officer', 'Hoa')))?.totp_step).toBe(7);

    await store.write(async (tables) => {
      await tables.session.insert(session('a', 'one', { ended_at: 2 }));
      await tables.session.insert(session('b', 'one'));
      await tables.session.insert(session('c', 'two', { method: 'passkey', credential_id: 'k' }));
      await tables.session.insert(session('d', 'three', { method: 'password' }));
      await tables.session.insert(session('e', 'four', { account_id: 'lan' }));
    });
    expect((await store.read((tables) => tables.session.newest('one')))?.session_hash).toBe('b');
    const living = async (): Promise<string> => {
      const hashes = ['a', 'b', 'c', 'd', 'e'];
      const rows = await store.read((tables) => Promise.all(hashes.map((hash) => tables.session.find(hash))));
      return rows.flatMap((row) => (row?.ended_at === null ? [row.session_hash] : [])).join('');
    };
    expect(await living()).toBe('bcde');
    await store.write((tables) => tables.session.endOfPasskey('k', 5));
    await store.write((tables) => tables.session.endByPassword('hoa', 5));
    expect(await living()).toBe('be');
    await store.write((tables) => tables.session.move('one', 'five'));
    await store.write((tables) => tables.session.endOfDevice('one', 5));
    expect(await living()).toBe('be');
    await store.write((tables) => tables.session.endOfAccount('hoa', 6));
    expect(await living()).toBe('e');
    await store.write((tables) => tables.session.endAll(7));
    expect(await living()).toBe('');
  });
}
