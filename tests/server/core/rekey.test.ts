import { expect, test } from 'vitest';
import { problemCodeOf, SigningDevice } from '../../support/signing-device.ts';
import { openCommune } from './commune.ts';
import { submitIntent } from './makers.ts';
import { mine } from './review-scene.ts';
import { send } from './sending.ts';

const comment = (assessmentId: string, text: string) =>
  ({ kind: 'comment.add', args: { assessmentId, text } }) as const;

test('a key the old one vouches for stands where it stood; what is sealed again under it counts once', async () => {
  const commune = await openCommune();
  const { door, core, store } = commune;
  const old = await commune.head();
  const texts = [old.seal(submitIntent(mine(old), 'hamlet')), old.seal(comment(mine(old), 'một'))];
  await old.exchange(door, texts);

  const next = await SigningDevice.make();
  const reply = await next.rekey(door, old);
  const {
    nonce: _,
    deviceId,
    challenge: __,
    ...same
  } = reply.value ?? { nonce: '', deviceId: '', challenge: '' };
  expect(deviceId).toBe(next.id);
  expect(old.enrolment).toMatchObject(same);

  const again = await next.exchange(door, [...texts, next.seal(comment(mine(old), 'hai'))]);
  expect(again.value?.results.map(({ verdict }) => verdict)).toEqual(['applied', 'applied', 'applied']);
  expect(again.value).toMatchObject({ lastSeq: 3, chain: next.chain });
  const report = await core.verify();
  expect(report).toMatchObject({ problems: [], counts: { submissions: 1, comments: 2 } });
  const listed = new Map((await core.listDevices()).map((device) => [device.deviceId, device]));
  expect(listed.get(old.id)).toMatchObject({ flag: 'succeeded' });
  expect(listed.get(next.id)).toMatchObject({
    flag: 'successor',
    succeeds: old.id,
    title: listed.get(old.id)?.title,
  });
  const kinds = (await store.read((tables) => tables.operation.page(0, 1000))).map(({ kind }) => kind);
  expect(kinds.filter((kind) => kind === 'server.rekey')).toHaveLength(1);
});

test('the same request again has the same answer, and a second phone with the old key gets a place of its own', async () => {
  const commune = await openCommune();
  const old = await commune.head();
  const next = await SigningDevice.make();
  const first = await next.rekey(commune.door, old);
  const second = await next.rekey(commune.door, old);
  const steady = ({ deviceId, scopes, assessmentId }: NonNullable<typeof first.value>) => ({
    deviceId,
    scopes,
    assessmentId,
  });
  if (first.value === null || second.value === null) throw new Error(first.text + second.text);
  expect(steady(second.value)).toEqual(steady(first.value));
  expect(await send(commune, next, comment(mine(old), 'một'))).toEqual(['applied']);
  const clone = await SigningDevice.make();
  expect((await clone.rekey(commune.door, old)).value?.deviceId).toBe(clone.id);
  expect(await commune.core.listDevices()).toHaveLength(3);
  expect((await commune.core.verify()).problems).toEqual([]);
});

test('nobody takes a place without the word of the key that holds it', async () => {
  const commune = await openCommune();
  const { door, core } = commune;
  const [old, neighbour, officer] = [
    await commune.head(),
    await commune.head(commune.hamlets[1]?.id),
    await commune.officer(),
  ];
  const next = await SigningDevice.make();
  const codeOf = async (reply: ReturnType<SigningDevice['rekey']>) => problemCodeOf((await reply).text);
  const before = await core.verify();
  expect(await codeOf(next.rekey(door, old, { succession: { commune: 'other-commune' } }))).toBe(
    'proof-invalid',
  );
  expect(await codeOf(next.rekey(door, old, { voucher: neighbour }))).toBe('proof-invalid');
  expect(await codeOf(next.rekey(door, old, { succession: { device: neighbour.id } }))).toBe('proof-invalid');
  expect(await codeOf(next.rekey(door, old, { succession: { successor: neighbour.id } }))).toBe(
    'proof-invalid',
  );
  // The new key must be there to sign for itself.
  expect(await codeOf(next.rekey(door, old, { signer: neighbour }))).toBe('proof-invalid');
  expect(await codeOf(next.rekey(door, old, { claims: { path: '/api/v1/enrol' } }))).toBe('proof-invalid');
  expect(
    await codeOf(next.rekey(door, await SigningDevice.make(), { succession: { commune: core.communeId } })),
  ).toBe('device-unknown');
  // A key that stands for one credential takes no other's place, with that other's word or not.
  expect(await codeOf(neighbour.rekey(door, old))).toBe('not-allowed');
  expect(await codeOf(old.rekey(door, officer))).toBe('not-allowed');
  expect((await core.verify()).counts).toEqual(before.counts);
  // The control: with its word, it does.
  expect(await codeOf(next.rekey(door, old))).toBe('');
  expect(await codeOf(next.rekey(door, neighbour))).toBe('not-allowed');
});

test('a phone that is revoked goes with every key it vouched for: a copy that re-keyed itself has won nothing', async () => {
  const commune = await openCommune();
  const { door, core } = commune;
  const [stolen, neighbour] = [await commune.head(), await commune.head()];
  const [copy, copyOfCopy, honest] = [
    await SigningDevice.make(),
    await SigningDevice.make(),
    await SigningDevice.make(),
  ];
  await copy.rekey(door, stolen);
  await copyOfCopy.rekey(door, copy);
  await honest.rekey(door, neighbour);
  expect((await copyOfCopy.exchange(door, [])).status).toBe(200);
  expect(await core.revoke(stolen.id)).toBe('revoked');
  for (const phone of [stolen, copy, copyOfCopy])
    expect(problemCodeOf((await phone.exchange(door, [])).text)).toBe('device-revoked');
  // The control: another phone's successor.
  expect((await honest.exchange(door, [])).status).toBe(200);
  expect((await core.verify()).problems).toEqual([]);
});

test('a revoked key vouches for nobody, and a successor can be revoked', async () => {
  const commune = await openCommune();
  const { door, core } = commune;
  const [old, lost] = [await commune.head(), await commune.head()];
  const next = await SigningDevice.make();
  await next.rekey(door, old);
  await core.revoke(lost.id);
  const thief = await SigningDevice.make();
  expect(problemCodeOf((await thief.rekey(door, lost)).text)).toBe('device-revoked');
  await core.revoke(next.id);
  expect(problemCodeOf((await next.rekey(door, old)).text)).toBe('device-revoked');
  expect(problemCodeOf((await next.exchange(door, [])).text)).toBe('device-revoked');
});
