import { afterAll, expect, test } from 'vitest';
import { utf8 } from '#protocol/hash.ts';
import { greedyKeys } from '../../hostile/nasty.ts';
import { problemCodeOf, SigningDevice } from '../../support/signing-device.ts';
import { enrolled, openFrontDoor } from './front-door.ts';

const front = await openFrontDoor();
const { door } = front;
afterAll(() => front.close());

const device = await enrolled(
  door,
  (await front.core.firstLinks()).find(({ role }) => role === 'hamletHead'),
);
const assessmentId = device.enrolment?.assessmentId ?? '';
const text = 'Xóm đã họp.';

/** The object's JSON with one more member, written as it stands: `__proto__` too. */
const withMember = (object: object, key: string): string =>
  JSON.stringify(object).replace(/}$/, `,${JSON.stringify(key)}:"officer"}`);
const isOurs = (object: object, key: string): boolean => Object.hasOwn(object, key);

test.each(greedyKeys)('the key %s beside those of the wire is never taken', async (key) => {
  const before = front.dump();
  const envelope = device.envelope([]);
  if (!isOurs(envelope, key)) {
    const reply = await device.exchange(door, [], {}, { bytes: utf8(withMember(envelope, key)) });
    expect([reply.status, problemCodeOf(reply.text)]).toEqual([422, 'invalid-envelope']);
  }
  const pull = withMember(envelope.pull, key);
  const bytes = utf8(JSON.stringify(envelope).replace(JSON.stringify(envelope.pull), pull));
  const pulled = await device.exchange(door, [], {}, { bytes });
  expect([pulled.status, problemCodeOf(pulled.text)]).toEqual([422, 'invalid-envelope']);

  const phone = await SigningDevice.make();
  const introduction = {
    v: 1,
    nonce: 'a'.repeat(22),
    code: 'a'.repeat(22),
    jwk: phone.jwk,
    installationId: 'a'.repeat(22),
    label: '',
  };
  const reply = await phone.enrol(door, '', { bytes: utf8(withMember(introduction, key)) });
  expect([reply.status, problemCodeOf(reply.text)]).toEqual([422, 'invalid-envelope']);
  expect(front.dump()).toEqual(before);
});

test.each(greedyKeys.filter((key) => !['__proto__', 'constructor', 'prototype'].includes(key)))(
  'the key %s inside an operation sets it apart, without effect',
  async (key) => {
    const comments = front.dump().get('comment');
    const args = { assessmentId, text, [key]: 'officer' };
    const head = { kind: 'comment.add' as const, args: { assessmentId, text } };
    const ops = [
      device.seal(head, { args }),
      ...(['opId', 'by', 'kind', 'args'].includes(key) ? [] : [device.seal(head, { [key]: 'officer' })]),
    ];
    const { value } = await device.exchange(door, ops);
    for (const result of value?.results ?? [])
      expect(result).toMatchObject({ verdict: 'quarantined', code: 'ARGS_INVALID' });
    expect(value?.results).toHaveLength(ops.length);
    expect(front.dump().get('comment')).toEqual(comments);
  },
);

test('control: without the key the same operation takes effect', async () => {
  const { value } = await device.exchange(door, [
    device.seal({ kind: 'comment.add', args: { assessmentId, text } }),
  ]);
  expect(value?.results).toMatchObject([{ verdict: 'applied' }]);
});
