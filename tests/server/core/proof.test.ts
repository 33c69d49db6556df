import { expect, test } from 'vitest';
import { hashText } from '#protocol/hash.ts';
import { problemCodeOf, SigningDevice } from '../../support/signing-device.ts';
import { openCommune } from './commune.ts';

const all = { pull: { cursors: {}, maxBytes: 200_000 } };
const comment = (assessmentId: string, text: string) =>
  ({ kind: 'comment.add', args: { assessmentId, text } }) as const;

test('a revoked device stores nothing and keeps no access', async () => {
  const { door, head, core, store } = await openCommune();
  const phone = await head();
  expect(await core.revoke(phone.id)).toBe('revoked');
  const before = await core.verify();
  const device = await store.read((tables) => tables.device.find(phone.id));
  const reply = await phone.exchange(
    door,
    [phone.seal(comment(phone.enrolment?.assessmentId ?? '', 'một'))],
    all,
  );
  expect(problemCodeOf(reply.text)).toBe('device-revoked');
  expect(reply.text).not.toContain('rows');
  expect((await core.verify()).counts).toEqual(before.counts);
  expect(await store.read((tables) => tables.device.find(phone.id))).toEqual(device);
  expect(await core.revoke(phone.id)).toBe('alreadyRevoked');
});

test('a request is good once: the same proof again is refused', async () => {
  const { door, head } = await openCommune();
  const phone = await head();
  const text = phone.seal(comment(phone.enrolment?.assessmentId ?? '', 'một'));
  await phone.exchange(door, [text]);
  const used = phone.counter;
  const replayed = await phone.exchange(door, [], {}, { claims: { counter: used } });
  expect(problemCodeOf(replayed.text)).toBe('proof-replayed');
});

test('a stale challenge is answered with a fresh one; a lost reply does not make it stale', async () => {
  const { door, head } = await openCommune();
  const phone = await head();
  const first = phone.challenge;
  await phone.exchange(door, []);
  // The reply with the newer challenge was lost: the one answered before still serves.
  phone.challenge = first;
  expect((await phone.exchange(door, [])).status).toBe(200);
  const stale = await phone.exchange(door, [], {}, { claims: { challenge: 'A'.repeat(22) } });
  expect(problemCodeOf(stale.text)).toBe('stale-challenge');
  const body: { challenge: string } = JSON.parse(stale.text);
  phone.challenge = body.challenge;
  expect((await phone.exchange(door, [])).status).toBe(200);
});

test('a proof for another body, path or device, or by nobody we know, is refused', async () => {
  const { door, head } = await openCommune();
  const phone = await head();
  const other = await head();
  const refused = async (forge: Parameters<SigningDevice['exchange']>[3]) =>
    problemCodeOf((await phone.exchange(door, [], {}, forge)).text);
  expect(await refused({ claims: { body: await hashText('else') } })).toBe('proof-invalid');
  expect(await refused({ claims: { path: '/api/v1/enrol' } })).toBe('proof-invalid');
  expect(await refused({ claims: { method: 'GET' } })).toBe('proof-invalid');
  expect(await refused({ signer: await SigningDevice.make() })).toBe('device-unknown');
  // Signed by somebody else we know, with counter and challenge of ours.
  expect(await refused({ signer: other })).toBe('stale-challenge');
});
