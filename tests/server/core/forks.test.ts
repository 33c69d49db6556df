import { expect, test } from 'vitest';
import { SigningDevice } from '../../support/signing-device.ts';
import { openCommune } from './commune.ts';
import { mine } from './review-scene.ts';

const comment = (assessmentId: string, text: string) =>
  ({ kind: 'comment.add', args: { assessmentId, text } }) as const;

test('of two histories under one key the first stands; the other is told, marked once, and comes back whole', async () => {
  const commune = await openCommune();
  const { door, core, store } = commune;
  const phone = await commune.head();
  const say = (text: string) => phone.seal(comment(mine(phone), text));
  await phone.exchange(door, [say('một'), say('hai')]);
  const standing = { lastSeq: phone.lastSeq, chain: phone.chain };

  // The copy was taken before "hai": it has sealed two of its own at places 2 and 3.
  const lost = [say('hai của máy kia'), say('ba của máy kia')];
  const reply = await phone.exchange(door, lost, { firstSeq: 2 });
  expect(reply.value).toMatchObject(standing);
  // What belongs to the second history is not mixed into the first.
  expect(reply.value?.results).toMatchObject([{ verdict: 'quarantined', code: 'OP_ID_REUSED' }]);
  await phone.exchange(door, lost, { firstSeq: 2 });
  expect((await core.listDevices())[0]).toMatchObject({ flag: 'forked' });
  const kinds = (await store.read((tables) => tables.operation.page(0, 1000))).map(({ kind }) => kind);
  expect(kinds.filter((kind) => kind === 'server.fork')).toHaveLength(1);

  const next = await SigningDevice.make();
  await next.rekey(door, phone);
  const again = await next.exchange(door, lost);
  expect(again.value?.results.map(({ verdict }) => verdict)).toEqual(['applied', 'applied']);
  expect(await core.verify()).toMatchObject({ problems: [], counts: { comments: 4 } });
});

test('a chain that differs at the same place is a fork too; a phone that is behind or ahead is none', async () => {
  const commune = await openCommune();
  const { door, core } = commune;
  const phone = await commune.head();
  const say = (text: string) => phone.seal(comment(mine(phone), text));
  const flag = async () => (await core.listDevices())[0]?.flag;
  const { chain } = phone;
  await phone.exchange(door, [say('một')]);
  // A lost reply: it knows less than the commune.
  await phone.exchange(door, [], {}, { claims: { lastSeq: 0, chain } });
  // A restored commune: it knows more.
  await phone.exchange(door, [], {}, { claims: { lastSeq: 9, chain } });
  expect(await flag()).toBeUndefined();
  await phone.exchange(door, [], {}, { claims: { lastSeq: 1, chain } });
  expect(await flag()).toBe('forked');
});
