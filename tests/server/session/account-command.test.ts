import { expect, test } from 'vitest';
import { readCommandLine } from '#server/admin/command-line.ts';
import type { Outcome } from '#server/admin/command.ts';
import { SigningDevice } from '../../support/signing-device.ts';
import { TestAuthenticator } from '../../support/test-authenticator.ts';
import { exchangeOf, openOffice, type Office } from './office.ts';

async function run({ front }: Office, ...argv: string[]): Promise<Outcome> {
  const line = readCommandLine(argv);
  if (line.kind !== 'task' || typeof line.task !== 'function') throw new Error(JSON.stringify(line));
  return line.task(front.core, 'http://localhost:8080');
}

test('the operator lists who works in the office, gives a new link for lost keys, and ends an account', async () => {
  const office = await openOffice();
  const officer = await office.machine();
  await office.addPasskey(officer, new TestAuthenticator());
  const [account] = await office.front.core.listAccounts();
  const accountId = account?.accountId ?? '';
  const listed = await run(office, 'account', 'list');
  expect(listed.lines.join('\n')).toMatch(/officer {2}Nguyễn Thị Hoa {2}1 passkeys {2}no password {2}used /);

  const reset = await run(office, 'account', 'reset', accountId);
  expect(await exchangeOf(office, officer)).toBe('sign-in');
  expect((await office.state(officer)).ways).toEqual({ passkey: false, password: false });
  const secret = /#e1\.([A-Za-z0-9_-]{22})/.exec(reset.lines.join('\n'))?.[1] ?? '';
  expect((await officer.enrol(office.front.door, secret)).status).toBe(200);
  expect(await exchangeOf(office, officer)).toBe('ok');

  expect((await run(office, 'account', 'end', accountId)).kind).toBe('done');
  expect(await exchangeOf(office, officer)).toBe('device-revoked');
  expect((await run(office, 'account', 'end', accountId)).kind).toBe('failed');
  expect((await run(office, 'account', 'reset', accountId)).kind).toBe('failed');
  expect((await run(office, 'account', 'reset', 'nobody')).kind).toBe('failed');
});

test('a link for an account that was ended meanwhile binds nothing', async () => {
  const office = await openOffice();
  const issued = await office.issue();
  const [account] = await office.front.core.listAccounts();
  const accountId = account?.accountId ?? '';
  await office.front.core.endAccount(accountId);
  const secret = issued.kind === 'issued' ? (issued.fragment.split('.')[1] ?? '') : '';
  const reply = await (await SigningDevice.make()).enrol(office.front.door, secret);
  expect([reply.status, reply.text]).toEqual([410, expect.stringContaining('code-expired')]);
});

test('the command line says what is missing', () => {
  for (const argv of [['account'], ['account', 'forget'], ['account', 'end']])
    expect(readCommandLine(argv)).toMatchObject({ kind: 'misused' });
});
