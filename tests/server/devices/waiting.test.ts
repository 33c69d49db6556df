import { afterAll, expect, test } from 'vitest';
import { deviceCheck } from '#protocol/devices.ts';
import { SLIPS_PATH } from '#protocol/slips.ts';
import { utf8 } from '#protocol/hash.ts';
import { roles } from '#protocol/policy-roles.ts';
import { problemCodeOf, SigningDevice } from '../../support/signing-device.ts';
import { openFrontDoor } from '../http/front-door.ts';
import { makeSmallCommune, pullAll } from '../http/small-commune.ts';
import { act, exchanged, madeCode, secretOf, tapped } from './kit.ts';

const front = await openFrontDoor();
const commune = await makeSmallCommune(front);
afterAll(() => front.close());
const { hamletA, hamletB, officer } = commune;
const link = () => madeCode(front, officer, { role: 'hamletHead', subject: hamletA.id, way: 'sent' });
const waiting = async (): Promise<SigningDevice> => (await tapped(front, await link())).phone;
const rowOf = async (device: SigningDevice) =>
  (await pullAll(front, officer)).findLast(({ entity, id }) => entity === 'device' && id === device.id)
    ?.value;
const comment = (phone: SigningDevice): string =>
  phone.seal({
    kind: 'comment.add',
    args: { assessmentId: hamletA.assessmentId, text: 'viết lúc còn chờ' },
  });

test('a phone that waits is answered nothing and stores nothing; the yes holds for its next request', async () => {
  const phone = await waiting();
  expect(await rowOf(phone)).toMatchObject({ role: 'hamletHead', pendingSince: expect.any(Number) });
  const words = comment(phone);
  const before = front.dump();
  expect(await exchanged(front, phone, [words])).toBe('device-pending');
  const bytes = utf8(
    JSON.stringify({ v: 1, nonce: 'A'.repeat(22), householdIds: [commune.households[0].id] }),
  );
  const headers = await phone.signed(SLIPS_PATH, bytes, []);
  const slips = await front.door(SLIPS_PATH, { method: 'POST', body: bytes, headers });
  expect([slips.status, problemCodeOf(await slips.text())]).toEqual([403, 'device-pending']);
  expect(front.dump()).toEqual(before);

  expect(await act(front, officer, phone, 'approve')).toBe('approved');
  const taken = await phone.exchange(front.door, [words]);
  expect(taken.value).toMatchObject({ lastSeq: 1, results: [{ verdict: 'applied' }] });
  expect(await rowOf(phone)).not.toHaveProperty('pendingSince');
  expect(await act(front, officer, phone, 'approve'), 'the same word again').toBe('approved');
  expect((await front.core.verify()).problems).toEqual([]);
});

test('the same code and key get the same answer while the phone waits; another key is told the code is spent', async () => {
  const code = await link();
  const { phone } = await tapped(front, code);
  const first = phone.enrolment;
  expect(first).toMatchObject({ pending: true, deviceId: phone.id });
  const again = await phone.enrol(front.door, secretOf(code));
  const { challenge: _c, nonce: _n, time: _t, ...same } = first ?? { challenge: '', nonce: '', time: 0 };
  expect(again.value).toMatchObject(same);
  expect((await tapped(front, code)).said).toBe('code-spent');
  expect(await exchanged(front, phone)).toBe('device-pending');
});

test('a forwarded link: the quicker phone waits, its digits are not those of the person called, and the no ends it', async () => {
  const code = await link();
  const [thief, head] = [await tapped(front, code), await tapped(front, code)];
  expect([thief.said, head.said]).toEqual(['enrolled', 'code-spent']);
  // On the telephone: the head reads no digits at all, and the office's are those of the other phone's key.
  expect(await deviceCheck(thief.phone.id)).toMatch(/^\d{4}$/);
  expect(await act(front, officer, thief.phone, 'decline')).toBe('revoked');
  expect(await exchanged(front, thief.phone)).toBe('device-revoked');
  expect(await rowOf(thief.phone)).toMatchObject({ flag: 'declined', revokedAt: expect.any(Number) });
  expect(await act(front, officer, thief.phone, 'approve'), 'no way back').toBe('revoked');
  const fresh = await tapped(front, await link());
  expect(await act(front, officer, fresh.phone, 'approve')).toBe('approved');
  expect(await exchanged(front, fresh.phone)).toBe('answered');
  expect(await deviceCheck(fresh.phone.id)).not.toBe(await deviceCheck(thief.phone.id));
});

test('of a yes and a no at the same moment one holds, both are told which, and the phone is answered accordingly', async () => {
  for (let round = 0; round < 6; round++) {
    const phone = await waiting();
    const other = await commune.enrol('officer');
    const acts = [act(front, officer, phone, 'approve'), act(front, other, phone, 'decline')];
    const [yes, no] = await Promise.all(acts);
    expect(new Set([yes, no]).size, `${yes} ${no}`).toBe(1);
    expect(await exchanged(front, phone)).toBe(yes === 'approved' ? 'answered' : 'device-revoked');
  }
});

test('a new code scanned at the office’s own screen by the phone that waits is the yes', async () => {
  const phone = await waiting();
  const screen = await madeCode(front, officer, { role: 'hamletHead', subject: hamletA.id, way: 'screen' });
  expect((await phone.enrol(front.door, secretOf(screen))).value).not.toHaveProperty('pending');
  expect(await exchanged(front, phone)).toBe('answered');
  // The control: another link does not approve it.
  const still = await waiting();
  expect((await still.enrol(front.door, secretOf(await link()))).value).toMatchObject({ pending: true });
  expect(await exchanged(front, still)).toBe('device-pending');
});

test('a phone that waits and gives itself a new key waits on', async () => {
  const old = await waiting();
  const next = await SigningDevice.make();
  expect((await next.rekey(front.door, old)).value).toMatchObject({ pending: true });
  expect(await exchanged(front, next)).toBe('device-pending');
  expect(await act(front, officer, next, 'approve')).toBe('approved');
  expect(await exchanged(front, next)).toBe('answered');
});

test('nobody but an officer says yes or no; heads take back helpers of their own hamlet, and nobody the office', async () => {
  const outcomes = new Map<string, string>();
  const helperOf = async (hamletId: string): Promise<SigningDevice> => {
    const code = await madeCode(front, officer, { role: 'hamletHelper', subject: hamletId, way: 'screen' });
    return (await tapped(front, code)).phone;
  };
  for (const by of roles) {
    const actor = await commune.enrol(by);
    const phone = await waiting();
    outcomes.set(`${by} approve`, await act(front, actor, phone, 'approve'));
    outcomes.set(`${by} own helper`, await act(front, actor, await helperOf(hamletA.id), 'revoke'));
    outcomes.set(`${by} other helper`, await act(front, actor, await helperOf(hamletB.id), 'revoke'));
    outcomes.set(`${by} office`, await act(front, actor, officer, 'revoke'));
    outcomes.set(`${by} itself`, await act(front, actor, actor, 'revoke'));
    outcomes.set(`${by} nobody`, await act(front, actor, await SigningDevice.make(), 'revoke'));
  }
  const allowed = [...outcomes].filter(([, said]) => said !== 'not-allowed');
  expect(allowed).toEqual([
    ['hamletHead own helper', 'revoked'],
    ['officer approve', 'approved'],
    ['officer own helper', 'revoked'],
    ['officer other helper', 'revoked'],
  ]);
  expect(outcomes.size).toBe(roles.length * 6);
});

test('a head sees the helpers of the own hamlet and no other device', async () => {
  const head = await commune.enrol('hamletHead');
  const code = await madeCode(front, head, {
    role: 'hamletHelper',
    subject: hamletA.id,
    way: 'screen',
    personName: 'Lê Minh Quân',
  });
  const { phone } = await tapped(front, code);
  const elsewhere = await madeCode(front, officer, {
    role: 'hamletHelper',
    subject: hamletB.id,
    way: 'screen',
  });
  await tapped(front, elsewhere);
  const shown = (await pullAll(front, head)).filter(({ entity }) => entity === 'device');
  expect(new Set(shown.map(({ value }) => value?.['role']))).toEqual(new Set(['hamletHelper']));
  expect(new Set(shown.map(({ value }) => value?.['subjectId']))).toEqual(new Set([hamletA.id]));
  expect(shown.find(({ id }) => id === phone.id)?.value).toMatchObject({
    personName: 'Lê Minh Quân',
    expiresAt: expect.any(Number),
  });
});

test('the log says who let whom in, and names nobody', async () => {
  const phone = await waiting();
  await act(front, officer, phone, 'decline');
  const body = (kind: string) =>
    [...(front.dump().get('operation') ?? [])].filter((row) => row.includes(`"kind":"${kind}"`)).join('\n');
  expect(body('server.decline')).toContain(phone.id);
  expect(body('server.approve')).toContain(officer.id);
  expect(body('server.issueCode')).toContain('sent');
  expect(body('server.issueCode')).not.toContain('Lê Minh Quân');
});
