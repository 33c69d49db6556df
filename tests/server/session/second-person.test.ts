import { expect, test } from 'vitest';
import { SigningDevice } from '../../support/signing-device.ts';
import { secretOf, type Commune } from '../core/commune.ts';
import { gradeRest, openScene, scoreIntent } from '../core/review-scene.ts';
import { send } from '../core/sending.ts';

/** A machine of this officer. */
async function officerNamed(commune: Commune, personName: string): Promise<SigningDevice> {
  const issued = await commune.core.createEnrolCode({ role: 'officer', personName, ttlMs: 60_000 });
  if (issued.kind !== 'issued') throw new Error('no code');
  const device = await SigningDevice.make();
  await device.enrol(commune.door, secretOf(issued.fragment));
  return device;
}

/** A hamlet's form, verified by Hoa, opened again by her. */
async function openedAgain() {
  const scene = await openScene();
  const { commune } = scene;
  const [hoa, lan] = [await officerNamed(commune, 'Hoa'), await officerNamed(commune, 'Lan')];
  const sent = await scene.submission();
  await scene.move(hoa, 'underReview');
  await send(commune, hoa, scoreIntent(sent));
  await gradeRest(commune, hoa, sent);
  // The first verification is one person's: the rule is about changing what was verified.
  expect(await scene.move(hoa, 'verified')).toBe('applied');
  expect(await scene.move(hoa, 'underReview')).toBe('applied');
  return { scene, commune, hoa, lan, sent };
}

test('points changed after a form was verified are verified by somebody else than who gave them', async () => {
  const { scene, commune, hoa, lan, sent } = await openedAgain();
  const before = hoa.lastSeq;
  expect(before).toBeGreaterThan(0);
  const changed = scoreIntent(sent, { points: 0, reason: 'Ảnh không rõ' });
  expect(await send(commune, hoa, changed)).toEqual(['conflict']);
  // The same points are settled by naming what stands.
  const standing = await commune.store.read(({ score }) => score.alive(sent.id));
  const bases = standing.filter(({ criterion_id }) => criterion_id === 'A1.1').map(({ op_id }) => op_id);
  expect(await send(commune, hoa, scoreIntent(sent, { points: 0, bases }))).toEqual(['applied']);
  expect(await scene.move(hoa, 'verified')).toBe('SECOND_PERSON');
  // Another machine of the same person is the same person.
  expect(await scene.move(await officerNamed(commune, 'Hoa'), 'verified')).toBe('SECOND_PERSON');
  expect(await scene.move(lan, 'verified')).toBe('applied');
  expect((await commune.core.verify()).problems).toEqual([]);
});

test('control: a form that was opened again and not changed is verified by anyone', async () => {
  const { scene, hoa } = await openedAgain();
  expect(await scene.move(hoa, 'verified')).toBe('applied');
});

test('who changed and who only opened are told apart: the one who verified first may verify another’s change', async () => {
  const { scene, commune, hoa, lan, sent } = await openedAgain();
  const standing = await commune.store.read(({ score }) => score.alive(sent.id));
  const bases = standing.filter(({ criterion_id }) => criterion_id === 'A1.1').map(({ op_id }) => op_id);
  expect(await send(commune, lan, scoreIntent(sent, { points: 0, bases }))).toEqual(['applied']);
  expect(await scene.move(lan, 'verified')).toBe('SECOND_PERSON');
  expect(await scene.move(hoa, 'verified')).toBe('applied');
});
