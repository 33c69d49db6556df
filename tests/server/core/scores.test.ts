import { expect, test } from 'vitest';
import { criteriaOf } from '#domain/criteria-set.ts';
import { rowSchemas } from '#protocol/entities.ts';
import type { Commune } from './commune.ts';
import { consentOf, setOf, submitIntent } from './makers.ts';
import {
  assignIntent,
  gradeRest,
  mine,
  moveIntent,
  openScene,
  rowsOf,
  scoreIntent,
  submissionSeen,
} from './review-scene.ts';
import { enrolled } from './enrolled.ts';
import { pull, send } from './sending.ts';
import type { SigningDevice } from '../../support/signing-device.ts';

const scoresSeen = async (commune: Commune, phone: SigningDevice) =>
  (await rowsOf(commune, phone, 'scores')).map(({ value }) =>
    value === null ? null : rowSchemas.scores.parse(value).fields,
  );
const maxOf = (criterionId: string): number =>
  criteriaOf(setOf('hamlet')).find(({ id }) => id === criterionId)?.maxPoints ?? 0;

test('two officers who differ leave two scores; verifying waits until one of them has chosen', async () => {
  const scene = await openScene();
  const { commune, officer } = scene;
  const second = await enrolled(commune, 'cultureOfficer');
  const sent = await scene.submission();
  const { campaignId } = await scene.seen(officer);
  expect(await send(commune, officer, assignIntent(officer, campaignId, ['A1']))).toEqual(['applied']);
  await scene.move(officer, 'underReview');
  expect(await send(commune, officer, scoreIntent(sent, { points: 100 }))).toEqual(['applied']);
  expect(await send(commune, second, scoreIntent(sent, { points: 50, reason: 'Ảnh mờ' }))).toEqual([
    'conflict',
  ]);
  // Another question on which they agree is no conflict.
  expect(await send(commune, second, scoreIntent(sent, { criterionId: 'A1.2', points: 10 }))).toEqual([
    'applied',
  ]);
  expect(await send(commune, officer, scoreIntent(sent, { criterionId: 'A1.2', points: 10 }))).toEqual([
    'applied',
  ]);
  expect(await scene.move(officer, 'verified')).toBe('UNRESOLVED');

  const [fields] = await scoresSeen(commune, officer);
  const versions = fields?.['A1.1'] ?? [];
  expect(versions.map(({ points, byRole, reason }) => [points, byRole, reason])).toEqual([
    [100, 'officer', 'Có ảnh'],
    [50, 'cultureOfficer', 'Ảnh mờ'],
  ]);
  const chosen = scoreIntent(sent, { points: 50, bases: versions.map(({ opId }) => opId) });
  expect(await send(commune, officer, chosen)).toEqual(['applied']);
  // What nobody has scored yet holds it up as well.
  expect(await scene.move(officer, 'verified')).toBe('UNRESOLVED');
  await gradeRest(commune, officer, sent);
  expect(await scene.move(officer, 'verified')).toBe('applied');
});

test('points for a sheet that has been replaced, or read otherwise than it is, are refused', async () => {
  const scene = await openScene();
  const { commune, head, officer, assessmentId } = scene;
  const first = await scene.submission();
  const other = { id: first.id, digest: 'A'.repeat(43) };
  expect(await send(commune, officer, scoreIntent(other))).toEqual(['STALE_BASIS']);
  await send(commune, head, submitIntent(assessmentId, 'hamlet'));
  expect(await send(commune, officer, scoreIntent(first))).toEqual(['STALE_BASIS']);
  expect(await scoresSeen(commune, officer)).toEqual([]);
  const second = await scene.submission();
  expect(await send(commune, officer, scoreIntent(second))).toEqual(['applied']);
});

test('points fit the question, the state and the giver', async () => {
  const scene = await openScene();
  const { commune, head, officer } = scene;
  const sent = await scene.submission();
  const max = maxOf('A1.1');
  expect(
    await send(
      commune,
      officer,
      scoreIntent(sent, { points: max + 1 }),
      scoreIntent(sent, { criterionId: 'B1.1' }),
      scoreIntent({ ...sent, id: officer.newId() }),
      scoreIntent(sent, { points: max }),
    ),
  ).toEqual(['ARGS_INVALID', 'ARGS_INVALID', 'UNKNOWN_SUBJECT', 'applied']);
  // Who gives no points learns nothing of which submissions there are.
  const chair = await enrolled(commune, 'chair');
  for (const phone of [head, chair])
    expect(await send(commune, phone, scoreIntent(sent), scoreIntent({ ...sent, id: head.newId() }))).toEqual(
      ['NOT_PERMITTED', 'NOT_PERMITTED'],
    );
  await scene.move(officer, 'returned');
  expect(await send(commune, officer, scoreIntent(sent))).toEqual(['STATE_GUARD']);
});

test('points are the office’s until the sheet goes back or is decided, and again when it is reopened', async () => {
  const scene = await openScene();
  const { commune, head, officer } = scene;
  const sent = await scene.submission();
  await scene.move(officer, 'underReview');
  await send(commune, officer, scoreIntent(sent));
  expect(await scoresSeen(commune, head)).toEqual([]);
  await gradeRest(commune, officer, sent);
  expect(await scene.move(officer, 'verified')).toBe('applied');
  expect(await scoresSeen(commune, head)).toMatchObject([{ 'A1.1': [{ points: 100 }] }]);
  expect(await scene.move(officer, 'underReview')).toBe('applied');
  expect(await scoresSeen(commune, head)).toEqual([null]);
  expect(await scene.move(officer, 'returned')).toBe('applied');
  expect(await scoresSeen(commune, head)).toMatchObject([{ 'A1.1': [{ points: 100 }] }]);
});

test('a household’s slip never reads points, whatever the state', async () => {
  const { commune, head, officer } = await openScene();
  const family = await commune.family('DM-001');
  await send(commune, family, submitIntent(mine(family), 'household', { consent: consentOf('self') }));
  const sent = await submissionSeen(commune, officer, mine(family));
  expect(
    await send(
      commune,
      officer,
      scoreIntent(sent, { criterionId: 'B1.1', points: 0, reason: 'CanaryReason' }),
    ),
  ).toEqual(['applied']);
  const move = { assessmentId: mine(family), submission: sent.id };
  expect(
    await send(
      commune,
      officer,
      moveIntent({ ...move, to: 'underReview', statusRev: 1 }),
      moveIntent({ ...move, to: 'verified', statusRev: 2 }),
    ),
  ).toEqual(['applied', 'applied']);
  expect(JSON.stringify(await pull(commune, family))).not.toContain('CanaryReason');
  // The control: the hamlet, which reads its families' forms, does.
  expect(JSON.stringify(await pull(commune, head))).toContain('CanaryReason');
});
