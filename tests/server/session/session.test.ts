import { expect, test } from 'vitest';
import { SESSION_IDLE_MS, SESSION_WHOLE_MS, PRESENT_HEADER } from '#protocol/session.ts';
import { SigningDevice } from '../../support/signing-device.ts';
import { TestAuthenticator } from '../../support/test-authenticator.ts';
import { exchangeOf, openOffice } from './office.ts';

const PRESENT = { [PRESENT_HEADER]: '1' };

test('a redeemed code of the office begins a session in a cookie no script reads; without it nothing is answered', async () => {
  const office = await openOffice();
  const officer = await office.machine();
  expect(officer.cookie).toMatch(/^__Host-thidua-[A-Za-z0-9_-]{16}=[A-Za-z0-9_-]{43}$/);
  expect(await exchangeOf(office, officer)).toBe('ok');
  const { cookie } = officer;
  officer.cookie = '';
  expect(await exchangeOf(office, officer)).toBe('sign-in');
  officer.cookie = `${cookie.slice(0, -1)}${cookie.endsWith('A') ? 'B' : 'A'}`;
  expect(await exchangeOf(office, officer)).toBe('sign-in');
  officer.cookie = cookie;
  expect(await exchangeOf(office, officer)).toBe('ok');
  const told = await office.ask(officer, '/end');
  expect(told.setCookie).toMatch(/; Max-Age=0; Path=\/; Secure; HttpOnly; SameSite=Strict$/);
  officer.cookie = cookie;
  expect(await exchangeOf(office, officer)).toBe('sign-in');
  const log = office.front.dump().get('operation')?.join('\n') ?? '';
  for (const kind of ['server.signIn', 'server.signOut', 'server.account']) expect(log).toContain(kind);
  expect(log).not.toContain('Nguyễn Thị Hoa');
});

test('the store holds no cookie: who reads the database cannot go on with a session', async () => {
  const office = await openOffice();
  const officer = await office.machine();
  const secret = officer.cookie.split('=')[1] ?? '';
  const rows = [...office.front.dump().values()].flat().join('\n');
  expect(rows).not.toContain(secret);
  expect(rows).toContain(officer.id);
  expect(office.front.logged.join('\n')).not.toContain(secret);
});

test('a session is its device’s alone: another machine of the same person cannot use it', async () => {
  const office = await openOffice();
  const [one, two] = [await office.machine(), await office.machine()];
  const own = two.cookie;
  two.cookie = own.replace(/=.*/, `=${one.cookie.split('=')[1] ?? ''}`);
  expect(await exchangeOf(office, two)).toBe('sign-in');
  two.cookie = own;
  expect(await exchangeOf(office, two)).toBe('ok');
  expect(await exchangeOf(office, one)).toBe('ok');
});

test('a request another site made is taken as if it carried no session', async () => {
  const office = await openOffice();
  const officer = await office.machine();
  for (const site of ['cross-site', 'same-site', 'none'])
    expect([site, await exchangeOf(office, officer, { 'sec-fetch-site': site })]).toEqual([site, 'sign-in']);
  // A browser before these headers: the origin it names decides.
  const older = async (origin: string | null): Promise<string> => {
    const body = JSON.stringify(officer.envelope([]));
    const headers = new Headers(await officer.signed('/api/v1/sync', new TextEncoder().encode(body), []));
    headers.delete('sec-fetch-site');
    if (origin !== null) headers.set('origin', origin);
    const reply = await office.front.door('/api/v1/sync', { method: 'POST', body, headers });
    const text = await reply.text();
    if (reply.status === 200) officer.challenge = JSON.parse(text).challenge;
    return reply.status === 200 ? 'ok' : String(JSON.parse(text).code);
  };
  expect(await older('https://elsewhere.example')).toBe('sign-in');
  expect(await older(null)).toBe('sign-in');
  expect(await older('http://localhost')).toBe('ok');
});

test('without a person at the machine a session falls idle, with one it goes on, and ends after its whole time', async () => {
  const office = await openOffice();
  const { clock } = office;
  const officer = await office.machine();
  clock.advance(SESSION_IDLE_MS - 1000);
  expect(await exchangeOf(office, officer)).toBe('ok');
  clock.advance(2000);
  expect(await exchangeOf(office, officer)).toBe('sign-in');

  const other = await office.machine('Trần Văn Bình');
  const step = SESSION_IDLE_MS - 60_000;
  let worked = 0;
  for (; worked + step < SESSION_WHOLE_MS; worked += step) {
    clock.advance(step);
    expect(await exchangeOf(office, other, PRESENT)).toBe('ok');
  }
  clock.advance(SESSION_WHOLE_MS - worked);
  expect(await exchangeOf(office, other, PRESENT)).toBe('sign-in');
});

test('revoking the device, resetting or ending the account end the session with it', async () => {
  const office = await openOffice();
  const { core } = office.front;
  const account = async (name: string) =>
    (await core.listAccounts()).find((each) => each.name === name)?.accountId ?? '';
  const [hoa, binh, cuc] = [
    await office.machine('Hoa'),
    await office.machine('Bình'),
    await office.machine('Cúc'),
  ];
  expect(await core.revoke(hoa.id)).toBe('revoked');
  expect(await exchangeOf(office, hoa)).toBe('device-revoked');
  expect(await core.resetAccount(await account('Bình'))).toBe('reset');
  expect(await exchangeOf(office, binh)).toBe('sign-in');
  expect(await core.endAccount(await account('Cúc'))).toBe('ended');
  expect(await exchangeOf(office, cuc)).toBe('device-revoked');
  const rows = office.front.dump().get('session') ?? [];
  expect(rows).toHaveLength(3);
  expect(rows.every((row) => !row.includes('"ended_at":null'))).toBe(true);
});

test('a code that was used up begins no second session once the first has ended', async () => {
  const office = await openOffice();
  const issued = await office.issue();
  const secret = issued.kind === 'issued' ? (issued.fragment.split('.')[1] ?? '') : '';
  const officer = await SigningDevice.make();
  expect((await officer.enrol(office.front.door, secret)).status).toBe(200);
  // The reply was lost: the same phone asks again, and is in.
  officer.cookie = '';
  expect((await officer.enrol(office.front.door, secret)).status).toBe(200);
  expect(await exchangeOf(office, officer)).toBe('ok');
  await office.ask(officer, '/end');
  expect((await officer.enrol(office.front.door, secret)).status).toBe(200);
  expect(officer.cookie).toBe('');
  expect(await exchangeOf(office, officer)).toBe('sign-in');
  // A new link for the same person is the way back in, on the same key.
  const again = await office.issue();
  const fresh = again.kind === 'issued' ? (again.fragment.split('.')[1] ?? '') : '';
  expect((await officer.enrol(office.front.door, fresh)).status).toBe(200);
  expect(await exchangeOf(office, officer)).toBe('ok');
});

test('the same name in the same role is one person on two machines, whose passkey serves on both', async () => {
  const office = await openOffice();
  const [one, two] = [await office.machine(), await office.machine()];
  const key = new TestAuthenticator();
  expect((await office.addPasskey(one, key)).status).toBe(200);
  expect((await office.state(two)).session?.passkeys).toHaveLength(1);
  await office.ask(two, '/end');
  expect((await office.showPasskey(two, key, 'signIn')).status).toBe(200);
  expect(await exchangeOf(office, two)).toBe('ok');
  expect(await office.front.core.listAccounts()).toHaveLength(1);
});

test('a new key that takes the place of a device’s own keeps the session, and the old one loses it', async () => {
  const office = await openOffice();
  const officer = await office.machine();
  const successor = await SigningDevice.make();
  // As a browser, which sends the old cookie along and takes over the new one.
  successor.cookie = officer.cookie;
  expect((await successor.rekey(office.front.door, officer)).status).toBe(200);
  expect(successor.cookie).toMatch(new RegExp(`^__Host-thidua-${successor.id.slice(0, 16)}=`));
  expect(await exchangeOf(office, successor)).toBe('ok');
  expect(await exchangeOf(office, officer)).toBe('sign-in');
});
