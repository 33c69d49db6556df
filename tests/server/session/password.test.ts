import { generateSync } from 'otplib';
import { expect, test } from 'vitest';
import { isWeakPassword } from '#protocol/password.ts';
import type { SigningDevice } from '../../support/signing-device.ts';
import { TestAuthenticator } from '../../support/test-authenticator.ts';
import { exchangeOf, openOffice, type Office } from './office.ts';

const PASSWORD = 'chín con ngỗng bơi ngược suối';

const codeAt = (secret: string, at: number): string => generateSync({ secret, epoch: Math.floor(at / 1000) });

/** Sets the password as a person does: the address is scanned, the code typed. */
async function withPassword(office: Office, officer: SigningDevice): Promise<string> {
  const { body } = await office.ask(officer, '/new-password', { password: PASSWORD });
  const secret = new URL(String(body['uri'])).searchParams.get('secret') ?? '';
  const code = codeAt(secret, office.clock.now());
  const told = await office.ask(officer, '/new-password', { password: PASSWORD, code });
  expect([told.status, told.code]).toEqual([200, '']);
  return secret;
}

const signIn = async (office: Office, officer: SigningDevice, password: string, code: string) =>
  office.ask(officer, '/password', { ceremony: 'signIn', password, code });

test('password and code begin a session; neither does so alone, and no code serves twice', async () => {
  const office = await openOffice();
  const { clock } = office;
  const officer = await office.machine();
  const secret = await withPassword(office, officer);
  const setWith = codeAt(secret, clock.now());
  await office.ask(officer, '/end');
  expect((await signIn(office, officer, PASSWORD, setWith)).code).toBe('no-match');
  clock.advance(60_000);
  const code = codeAt(secret, clock.now());
  expect((await signIn(office, officer, `${PASSWORD}.`, code)).code).toBe('no-match');
  expect((await signIn(office, officer, PASSWORD, code === '000000' ? '000001' : '000000')).code).toBe(
    'no-match',
  );
  expect((await signIn(office, officer, PASSWORD, code)).status).toBe(200);
  expect(await exchangeOf(office, officer)).toBe('ok');
  expect((await signIn(office, officer, PASSWORD, code)).code).toBe('no-match');
});

test('a code is good one step before and after its time, and no longer', async () => {
  const office = await openOffice();
  const { clock } = office;
  const officer = await office.machine();
  const secret = await withPassword(office, officer);
  const told = async (offset: number) => {
    clock.advance(11 * 60_000);
    return (await signIn(office, officer, PASSWORD, codeAt(secret, clock.now() + offset))).status;
  };
  for (const offset of [-90_000, -60_001, 60_001, 90_000])
    expect([offset, await told(offset)]).toEqual([offset, 403]);
  for (const offset of [-30_000, 0, 30_000]) expect([offset, await told(offset)]).toEqual([offset, 200]);
});

test('after five wrong ones nobody is let in for ten minutes, though twenty come at once', async () => {
  const office = await openOffice();
  const { clock } = office;
  const officer = await office.machine();
  const secret = await withPassword(office, officer);
  clock.advance(60_000);
  const machines = await Promise.all(Array.from({ length: 20 }, () => office.machine()));
  const codes = await Promise.all(
    machines.map(async (machine) => (await signIn(office, machine, 'đoán mò một hai ba', '123456')).code),
  );
  expect(codes.filter((code) => code === 'no-match')).toHaveLength(5);
  expect(codes.filter((code) => code === 'too-many-attempts')).toHaveLength(15);
  expect(office.front.logged.join('')).toContain('password-guessed');
  const right = () => signIn(office, officer, PASSWORD, codeAt(secret, clock.now()));
  expect((await right()).code).toBe('too-many-attempts');
  // The count is a row, so that a process that starts anew knows it too.
  expect(
    office.front
      .dump()
      .get('attempt')
      ?.some((row) => row.includes('"failures":5')),
  ).toBe(true);
  // Somebody else is not locked out by it.
  const other = await office.machine('Trần Văn Bình');
  expect((await signIn(office, other, PASSWORD, '123456')).code).toBe('no-match');
  clock.advance(10 * 60_000);
  expect((await right()).status).toBe(200);
});

test('whoever has no password is told the same, after the same work', async () => {
  const office = await openOffice();
  const officer = await office.machine();
  const told = await signIn(office, officer, PASSWORD, '123456');
  await withPassword(office, officer);
  office.clock.advance(11 * 60_000);
  const wrong = await signIn(office, officer, `${PASSWORD}.`, '123456');
  expect([told.status, told.body['code']]).toEqual([wrong.status, wrong.body['code']]);
  expect({ ...told.body, logId: undefined }).toEqual({ ...wrong.body, logId: undefined });
});

test('the secret of the codes, and the password, lie nowhere in the clear', async () => {
  const office = await openOffice();
  const secret = await withPassword(office, await office.machine());
  const rows = [...office.front.dump().values()].flat().join('\n');
  expect(rows).not.toContain(secret);
  expect(rows).not.toContain(PASSWORD);
  expect(rows).toContain('$argon2id$v=19$m=19456,t=2,p=1$');
});

test('the code must be of the secret that was shown, with the password it was shown for', async () => {
  const office = await openOffice();
  const officer = await office.machine();
  const { body } = await office.ask(officer, '/new-password', { password: PASSWORD });
  const secret = new URL(String(body['uri'])).searchParams.get('secret') ?? '';
  const code = codeAt(secret, office.clock.now());
  const told = async (password: string, typed: string) =>
    (await office.ask(officer, '/new-password', { password, code: typed })).code;
  expect(await told('một mật khẩu khác hẳn', code)).toBe('no-match');
  expect(await told(PASSWORD, code === '000000' ? '000001' : '000000')).toBe('no-match');
  expect((await office.state(officer)).ways.password).toBe(false);
  expect(await told(PASSWORD, code)).toBe('');
  expect((await office.state(officer)).ways.password).toBe(true);
});

test('taking the password away ends what it began, and is not done where it is the last way in', async () => {
  const office = await openOffice();
  const { clock } = office;
  const [one, two] = [await office.machine(), await office.machine()];
  const secret = await withPassword(office, one);
  clock.advance(60_000);
  expect((await signIn(office, two, PASSWORD, codeAt(secret, clock.now()))).status).toBe(200);
  const away = () => office.ask(one, '/remove', { what: { password: true } });
  expect((await away()).code).toBe('not-allowed');
  await office.addPasskey(one, new TestAuthenticator());
  expect((await away()).status).toBe(200);
  expect(await exchangeOf(office, two)).toBe('sign-in');
  expect(await exchangeOf(office, one)).toBe('ok');
  clock.advance(60_000);
  expect((await signIn(office, two, PASSWORD, codeAt(secret, clock.now()))).code).toBe('no-match');
});

test('what is easy to guess is no password: short, repeated, one’s own name, a run, a common word', async () => {
  const names = ['Nguyễn Thị Hoa'];
  for (const weak of [
    'ngắn quá',
    'aaaaaaaaaaaaaaaa',
    'abababababababab',
    'NguyenThiHoa2025',
    '123456789012345',
  ])
    expect([weak, isWeakPassword(weak, names)]).toEqual([weak, true]);
  for (const weak of ['matkhau123456', 'Password123456!', 'thidua-chuyendoiso'])
    expect([weak, isWeakPassword(weak, names)]).toEqual([weak, true]);
  for (const strong of [PASSWORD, 'kX9#vL2@qTz7!m', 'trâu đen gặm cỏ ven đê'])
    expect([strong, isWeakPassword(strong, names)]).toEqual([strong, false]);
  const office = await openOffice();
  const officer = await office.machine();
  expect((await office.ask(officer, '/new-password', { password: 'NguyenThiHoa2025' })).code).toBe(
    'not-allowed',
  );
});
