import { expect, test } from 'vitest';
import { EMPTY_HASH } from '#server/photos/empty-body.ts';
import { logPath } from '#protocol/log.ts';
import { CONFIRMED_MS } from '#protocol/session.ts';
import { PROOF_HEADER, signProof } from '#protocol/proof.ts';
import { problemCodeOf, type SigningDevice } from '../../support/signing-device.ts';
import { TestAuthenticator } from '../../support/test-authenticator.ts';
import { exchangeOf, openOffice, type Office } from './office.ts';

const ID = '0199c0de-0000-7000-8000-00000000000a';
/** A note of no weight, and the answer to a request about a family's data. Neither finds what it is about. */
const light = (device: SigningDevice) =>
  device.seal({ kind: 'comment.add', args: { assessmentId: ID, text: 'Đã xem' } });
const grave = (device: SigningDevice) =>
  device.seal({
    kind: 'record.put',
    args: { entity: 'dataRequest', id: ID, value: { id: ID, state: 'done' }, baseRev: 0 },
  });

const stored = ({ front }: Office): number => front.dump().get('device_seq')?.length ?? 0;

test('a grave act waits for the person; what stands before it in the outbox does not, nor does reading', async () => {
  const office = await openOffice();
  const { front, clock } = office;
  const officer = await office.machine();
  const key = new TestAuthenticator();
  await office.addPasskey(officer, key);
  clock.advance(CONFIRMED_MS + 1);
  const [note, act, after] = [light(officer), grave(officer), light(officer)];
  const first = await officer.exchange(front.door, [note, act, after]);
  expect([first.status, first.value?.lastSeq, first.value?.results.length]).toEqual([200, 1, 1]);
  const asked = await officer.exchange(front.door, [act, after]);
  expect([asked.status, problemCodeOf(asked.text), stored(office)]).toEqual([401, 'step-up', 1]);
  // The same request once more is no way in, even after the person has shown who they are.
  const spent = officer.counter;
  expect(await exchangeOf(office, officer)).toBe('ok');
  await office.showPasskey(officer, key, 'confirm');
  const replayed = await officer.exchange(front.door, [act], {}, { claims: { counter: spent } });
  expect(problemCodeOf(replayed.text)).toBe('proof-replayed');
  const done = await officer.exchange(front.door, [act, after]);
  expect([done.status, done.value?.lastSeq]).toEqual([200, 3]);
  // What the commune has already is nobody's to confirm again.
  clock.advance(CONFIRMED_MS + 1);
  officer.lastSeq = 1;
  expect((await officer.exchange(front.door, [act, after])).status).toBe(200);
});

test('control: an act of no weight asks nobody, however long ago the person was seen', async () => {
  const office = await openOffice();
  const officer = await office.machine();
  office.clock.advance(CONFIRMED_MS + 1);
  const { status, value } = await officer.exchange(office.front.door, [light(officer)]);
  expect([status, value?.lastSeq]).toEqual([200, 1]);
});

test('without a session no signed route of the office answers, and nothing leaves or enters', async () => {
  const office = await openOffice();
  const { door } = office.front;
  const officer = await office.machine();
  const read = async (path: string): Promise<string> => {
    officer.counter += 1;
    const { counter, challenge, lastSeq, chain } = officer;
    const claims = { method: 'GET', path, body: EMPTY_HASH, counter, challenge, lastSeq, chain } as const;
    const headers: Record<string, string> = {
      [PROOF_HEADER]: await signProof(claims, officer.id, officer.key),
      ...(officer.cookie !== '' && { cookie: officer.cookie, 'sec-fetch-site': 'same-origin' }),
    };
    const reply = await door(path, { headers });
    const text = await reply.text();
    return reply.status === 200 ? 'ok' : problemCodeOf(text);
  };
  const photo = `/api/v1/files/${'B'.repeat(43)}`;
  const paths = ['/api/v1/log', '/api/v1/log/heads', photo, `${photo}/thumb`];
  for (const path of paths) expect([path, await read(path)]).not.toEqual([path, 'sign-in']);
  const { cookie } = officer;
  officer.cookie = '';
  const before = stored(office);
  for (const path of paths) expect([path, await read(path)]).toEqual([path, 'sign-in']);
  const sent = await officer.exchange(office.front.door, [light(officer)]);
  expect([problemCodeOf(sent.text), stored(office)]).toEqual(['sign-in', before]);
  officer.cookie = cookie;
  expect(await exchangeOf(office, officer)).toBe('ok');
});

test('the log is read with a session, and taken away only by who shows who is there; the log keeps that it was', async () => {
  const office = await openOffice();
  const { front, clock } = office;
  const officer = await office.machine();
  const key = new TestAuthenticator();
  await office.addPasskey(officer, key);
  clock.advance(CONFIRMED_MS + 1);
  const get = async (path: string): Promise<string> => {
    const headers = await officer.signed(path, new Uint8Array(0), [], { claims: { method: 'GET' } });
    const reply = await front.door(path, { headers });
    return reply.ok ? 'ok' : problemCodeOf(await reply.text());
  };
  const exports = (): number =>
    (front.dump().get('operation') ?? []).filter((row) => row.includes('"server.export"')).length;
  expect(await get(logPath({ limit: 1 }))).toBe('ok');
  expect([await get(logPath({ limit: 1, take: 'table' })), exports()]).toEqual(['step-up', 0]);
  await office.showPasskey(officer, key, 'confirm');
  expect([await get(logPath({ limit: 1, take: 'table' })), exports()]).toEqual(['ok', 1]);
  expect(await get('/api/v1/log?limit=1&take=all')).toBe('malformed');
});

test('fifty exchanges on their way while the account is reset: none is taken after it, none acknowledged is lost', async () => {
  const office = await openOffice();
  const { front } = office;
  const machines: SigningDevice[] = [];
  for (let count = 0; count < 50; count++) machines.push(await office.machine());
  const { accountId = '' } = (await front.core.listAccounts())[0] ?? {};
  const tell = async (machine: SigningDevice): Promise<string> => {
    const { status, text } = await machine.exchange(front.door, [light(machine)]);
    return status === 200 ? 'ok' : problemCodeOf(text);
  };
  let answered = 0;
  let reset: Promise<unknown> = Promise.resolve();
  const asks = machines.map(async (machine) => {
    const code = await tell(machine);
    answered += 1;
    // In the middle of them: some have their answer, the others are on their way.
    if (answered === 10) reset = front.core.resetAccount(accountId);
    return code;
  });
  const told = await Promise.all(asks);
  await reset;
  const [first] = machines;
  if (first === undefined) throw new Error('no machine');
  const after = await tell(first);
  const taken = told.filter((code) => code === 'ok').length;
  expect(taken).toBeGreaterThanOrEqual(10);
  expect(told.filter((code) => code === 'sign-in')).toHaveLength(50 - taken);
  const log = (front.dump().get('operation') ?? [])
    .map((row): { rev: number; kind: string; body: string } => JSON.parse(row))
    .toSorted((a, b) => a.rev - b.rev);
  const resetAt = log.findIndex(({ kind, body }) => kind === 'server.account' && body.includes('"reset"'));
  expect(resetAt).toBeGreaterThan(0);
  expect(log.slice(resetAt).filter(({ kind }) => kind === 'comment.add')).toEqual([]);
  expect(log.filter(({ kind }) => kind === 'comment.add')).toHaveLength(taken);
  // Whoever comes after the reset was answered is turned away.
  expect(after).toBe('sign-in');
  console.log(`reset beside 50 exchanges: ${taken} taken before it, 0 after`);
});
