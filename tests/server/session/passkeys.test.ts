import { expect, test } from 'vitest';
import { CONFIRMED_MS } from '#protocol/session.ts';
import { strangersKey, TestAuthenticator } from '../../support/test-authenticator.ts';
import { enrolled } from '../http/front-door.ts';
import { exchangeOf, openOffice } from './office.ts';

test('a passkey made in the first session begins the next; what it says of the person is required', async () => {
  const office = await openOffice();
  const officer = await office.machine();
  const key = new TestAuthenticator();
  const unverified = await office.addPasskey(officer, new TestAuthenticator(), { isVerified: false });
  expect(unverified.code).toBe('no-match');
  expect((await office.addPasskey(officer, key)).status).toBe(200);
  expect((await office.state(officer)).session?.passkeys.map(({ label }) => label)).toEqual([
    'Máy văn phòng',
  ]);
  await office.ask(officer, '/end');
  expect((await office.showPasskey(officer, key, 'signIn', { isVerified: false })).code).toBe('no-match');
  expect(await exchangeOf(office, officer)).toBe('sign-in');
  expect((await office.state(officer)).ways).toEqual({ passkey: true, password: false });
  expect((await office.showPasskey(officer, key, 'signIn')).status).toBe(200);
  expect(await exchangeOf(office, officer)).toBe('ok');
});

test('another page, another site, another challenge, another’s signature: each is refused, and the true one is not', async () => {
  const office = await openOffice();
  const officer = await office.machine();
  const key = new TestAuthenticator();
  const wrong = [
    { origin: 'https://thidua.example' },
    { rpId: 'example.vn' },
    { challenge: Buffer.alloc(32).toString('base64url') },
  ];
  for (const wishes of wrong)
    expect([wishes, (await office.addPasskey(officer, new TestAuthenticator(), wishes)).code]).toEqual([
      wishes,
      'no-match',
    ]);
  await office.addPasskey(officer, key);
  for (const wishes of [...wrong, { signer: strangersKey() }])
    expect((await office.showPasskey(officer, key, 'signIn', wishes)).code).toBe('no-match');
  // Of another person: not among this account's.
  const strangers = new TestAuthenticator();
  await office.addPasskey(await office.machine('Trần Văn Bình'), strangers);
  expect((await office.showPasskey(officer, strangers, 'signIn')).code).toBe('no-match');
  expect((await office.showPasskey(officer, key, 'signIn')).status).toBe(200);
});

test('a challenge is answered once, by the device it was given to, and not for ever', async () => {
  const office = await openOffice();
  const officer = await office.machine();
  const other = await office.machine();
  const key = new TestAuthenticator({ counts: false });
  await office.addPasskey(officer, key);
  const begin = async () => {
    const { options } = (await office.ask(officer, '/begin', { ceremony: 'confirm' })).body;
    if (typeof options !== 'object' || options === null) throw new Error('no options');
    return { ...options };
  };
  const response = key.get(await begin());
  expect((await office.ask(other, '/finish', { ceremony: 'confirm', response })).code).toBe('no-match');
  expect((await office.ask(officer, '/finish', { ceremony: 'signIn', response })).code).toBe('no-match');
  expect((await office.ask(officer, '/finish', { ceremony: 'confirm', response })).status).toBe(200);
  expect((await office.ask(officer, '/finish', { ceremony: 'confirm', response })).code).toBe('no-match');
  const late = key.get(await begin());
  office.clock.advance(6 * 60_000);
  expect((await office.ask(officer, '/finish', { ceremony: 'confirm', response: late })).code).toBe(
    'no-match',
  );
});

test('a counter that goes back is refused and said in the log; a key that counts nothing is not held to it', async () => {
  const office = await openOffice();
  const officer = await office.machine();
  const [counting, silent] = [new TestAuthenticator(), new TestAuthenticator({ counts: false })];
  await office.addPasskey(officer, counting);
  await office.addPasskey(officer, silent);
  expect((await office.showPasskey(officer, counting, 'confirm', { counter: 7 })).status).toBe(200);
  for (const counter of [7, 3, 0])
    expect((await office.showPasskey(officer, counting, 'confirm', { counter })).code).toBe('no-match');
  expect((await office.showPasskey(officer, counting, 'confirm', { counter: 8 })).status).toBe(200);
  for (let time = 0; time < 2; time++)
    expect((await office.showPasskey(officer, silent, 'confirm')).status).toBe(200);
  expect(office.front.dump().get('operation')?.join('\n')).toContain('server.passkeyRolledBack');
  expect(office.front.logged.join('')).toContain('passkey-rolled-back');
});

test('the first way in is set up freely, every other, and taking one away, wants the person shown anew', async () => {
  const office = await openOffice();
  const { clock } = office;
  const officer = await office.machine();
  clock.advance(CONFIRMED_MS + 1);
  const [first, second] = [new TestAuthenticator(), new TestAuthenticator()];
  expect((await office.addPasskey(officer, first)).status).toBe(200);
  expect((await office.state(officer)).session?.confirmedUntil).toBeGreaterThan(clock.now());
  clock.advance(CONFIRMED_MS + 1);
  expect((await office.addPasskey(officer, second)).code).toBe('step-up');
  const id = first.id.toString('base64url');
  expect((await office.ask(officer, '/remove', { what: { passkey: id } })).code).toBe('step-up');
  await office.showPasskey(officer, first, 'confirm');
  expect((await office.ask(officer, '/remove', { what: { passkey: id } })).code).toBe('not-allowed');
  expect((await office.addPasskey(officer, second)).status).toBe(200);
  expect((await office.ask(officer, '/remove', { what: { passkey: id } })).status).toBe(200);
  expect((await office.showPasskey(officer, first, 'confirm')).code).toBe('no-match');
  // Nor does it come back under the same id.
  expect((await office.addPasskey(officer, first)).code).toBe('not-allowed');
});

test('a session ends with the passkey that began it, in the same moment', async () => {
  const office = await openOffice();
  const [one, two] = [await office.machine(), await office.machine()];
  const [lost, kept] = [new TestAuthenticator(), new TestAuthenticator()];
  await office.addPasskey(one, lost);
  await office.addPasskey(one, kept);
  await office.showPasskey(two, lost, 'signIn');
  expect(await exchangeOf(office, two)).toBe('ok');
  await office.showPasskey(one, kept, 'signIn');
  await office.ask(one, '/remove', { what: { passkey: lost.id.toString('base64url') } });
  expect(await exchangeOf(office, two)).toBe('sign-in');
  expect(await exchangeOf(office, one)).toBe('ok');
});

test('only the office has sessions: a head’s phone is turned away, and works without one', async () => {
  const office = await openOffice();
  const { core, door } = office.front;
  const hamlet =
    office.front
      .dump()
      .get('record')
      ?.find((row) => row.includes('"entity":"hamlet"')) ?? '{}';
  const { id }: { id: string } = JSON.parse(hamlet);
  const head = await enrolled(
    door,
    await core.createEnrolCode({ role: 'hamletHead', subject: id, ttlMs: 60_000 }),
  );
  expect(head.cookie).toBe('');
  expect(await exchangeOf(office, head)).toBe('ok');
  for (const route of ['', '/end']) expect((await office.ask(head, route)).code).toBe('not-allowed');
  expect((await office.ask(head, '/begin', { ceremony: 'add' })).code).toBe('not-allowed');
});
