import { expect, test } from 'vitest';
import { digestOf, sameDigest } from '#protocol/digest.ts';
import type { FeedRow } from '#protocol/exchange.ts';
import type { SigningDevice } from '../../support/signing-device.ts';
import { openCommune, type Commune } from './commune.ts';
import { household, put, results, send } from './sending.ts';

const whole = { cursors: {}, maxBytes: 240_000 };
const living = (rows: readonly FeedRow[], of: string) =>
  rows.filter(({ scope, value }) => scope === of && value !== null);
const ask = async (commune: Commune, phone: SigningDevice, digests: string[], more = {}) =>
  (await phone.exchange(commune.door, [], { pull: { ...whole, digests, ...more } })).value;

test('a phone that holds every row has the commune’s digests; one row less, or older, and they differ', async () => {
  const commune = await openCommune();
  const head = await commune.head();
  const scope = `hamlet:${commune.hamlets[0]?.id}`;
  const id = head.newId();
  const [added] = await results(commune, head, household(id, commune.hamlets[0]?.id ?? ''));
  await send(commune, head, household(head.newId(), commune.hamlets[0]?.id ?? ''));
  await send(commune, head, put('household', id, undefined, added?.rev));
  const reply = await ask(commune, head, [scope, 'public']);
  const rows = living(reply?.rows ?? [], scope);
  const theirs = reply?.digests?.[scope] ?? [];
  expect(Object.keys(reply?.digests ?? {}).toSorted()).toEqual([scope, 'public'].toSorted());
  expect(sameDigest(theirs, await digestOf(rows))).toBe(true);
  expect(sameDigest(theirs, await digestOf(rows.slice(1)))).toBe(false);
  const [first, ...rest] = rows;
  if (first === undefined) throw new Error('no rows');
  expect(sameDigest(theirs, await digestOf([{ ...first, rev: first.rev - 1 }, ...rest]))).toBe(false);
});

test('no digest of a scope that was not granted or not asked for, and none beside an unfinished pull', async () => {
  const commune = await openCommune();
  const family = await commune.family('DM-001');
  const own = family.enrolment?.scopes[0] ?? '';
  expect(Object.keys((await ask(commune, family, ['office', own]))?.digests ?? {})).toEqual([own]);
  expect((await ask(commune, family, []))?.digests).toBeUndefined();
  const cut = await ask(commune, family, [own, 'public'], { maxBytes: 500 });
  expect([cut?.more, cut?.digests]).toEqual([true, undefined]);
});
