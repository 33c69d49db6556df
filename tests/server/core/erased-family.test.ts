import { expect, test } from 'vitest';
import { assessmentIdOf } from '#protocol/assessment-id.ts';
import { openCommune, type Commune } from './commune.ts';
import { consentOf, submitIntent } from './makers.ts';
import { mine, rowsOf } from './review-scene.ts';
import { household, put, send } from './sending.ts';

const DAY_MS = 24 * 60 * 60 * 1000;

/** Every word the log holds. */
const wordsOf = async ({ store }: Commune): Promise<string> =>
  JSON.stringify((await store.read(({ operation }) => operation.page(0, 10_000))).map(({ body }) => body));

test('a family is erased as a whole, its neighbours stay, the log still judges the same, and nothing is left due', async () => {
  const commune = await openCommune();
  const { core, clock, hamlets } = commune;
  const hamletId = hamlets[0]?.id ?? '';
  const [head, officer] = [await commune.head(hamletId), await commune.officer()];
  const [gone, stays] = [head.newId(), head.newId()];
  const named = (id: string, name: string) => household(id, hamletId, name);
  expect(await send(commune, head, named(gone, 'Chim Hoàng Yến'), named(stays, 'Lê Mai'))).toEqual([
    'applied',
    'applied',
  ]);
  const family = await commune.family(gone);
  const form = submitIntent(mine(family), 'household', {
    consent: consentOf('self'),
    signedOffBy: 'Chim Hoàng Yến',
  });
  expect(await send(commune, family, form)).toEqual(['applied']);

  expect(await core.eraseHouseholds([gone])).toMatchObject([{ kind: 'erased', operations: 2, devices: 1 }]);
  expect((await core.verify()).problems).toEqual([]);
  const left = (await rowsOf(commune, officer, 'household')).filter(({ value }) => value !== null);
  expect([left.some(({ id }) => id === gone), left.some(({ id }) => id === stays)]).toEqual([false, true]);
  // Whoever still has it on a phone is told, and what comes late is kept no more than what was there.
  const late = [
    put('household', gone, { id: gone, hamletId, householder: 'Chim Hoàng Yến' }),
    submitIntent(mine(family), 'household', {
      consent: consentOf('readAloud'),
      signedOffBy: 'Chim Hoàng Yến',
    }),
    { kind: 'comment.add', args: { assessmentId: mine(family), text: 'Chim Hoàng Yến ở đâu?' } } as const,
  ];
  expect(await send(commune, head, ...late)).toEqual(['ERASED', 'ERASED', 'ERASED']);
  // The control: of a family nobody ever knew nothing is said, and the words stay for who wrote them.
  const nobody = assessmentIdOf(core.communeId, head.newId(), head.newId());
  const stray = submitIntent(nobody, 'household', { consent: consentOf('readAloud'), signedOffBy: 'Bà Tư' });
  expect(await send(commune, head, stray)).toEqual(['UNKNOWN_SUBJECT']);
  // One that never sent a form has none the commune knows; what is typed for it afterwards is its own all the same.
  const silent = head.newId();
  expect(await send(commune, head, named(silent, 'Chim Hoàng Yến nhỏ'))).toEqual(['applied']);
  expect(await core.eraseHouseholds([silent])).toMatchObject([{ kind: 'erased' }]);
  const [campaign] = await rowsOf(commune, officer, 'campaign');
  const unsent = assessmentIdOf(core.communeId, campaign?.id ?? '', silent);
  const typed = submitIntent(unsent, 'household', {
    consent: consentOf('readAloud'),
    signedOffBy: 'Chim Hoàng Yến nhỏ',
  });
  expect(await send(commune, head, typed)).toEqual(['ERASED']);
  const kept = await wordsOf(commune);
  expect([kept.includes('Hoàng Yến'), kept.includes('Bà Tư')]).toEqual([false, true]);
  // The number on its papers is given to nobody else.
  const next = head.newId();
  expect(await send(commune, head, named(next, 'Trần Ân'))).toEqual(['applied']);
  const codes = (await rowsOf(commune, officer, 'household')).flatMap(({ value }) => value?.['code'] ?? []);
  expect(new Set(codes).size).toBe(codes.length);
  clock.advance(2 * DAY_MS);
  expect(Object.values(await core.retain()).every((count) => count === 0)).toBe(true);
  expect((await core.verify()).problems).toEqual([]);
}, 60_000);
