import { expect, test } from 'vitest';
import { receiptCodeOf } from '#protocol/code.ts';
import { answersTo, consentOf, setOf, submitIntent } from './makers.ts';
import { openCommune } from './commune.ts';
import { assessmentSeen, gradeRest, mine, moveIntent, openScene, rowsOf } from './review-scene.ts';
import { send } from './sending.ts';

const item = { criterionId: 'A1.1', ask: 'Chụp lại bảng tin' };

test('a sheet returned for correction says why to its people, comes back as the next round, and is decided', async () => {
  const scene = await openScene();
  const { commune, head, officer, assessmentId } = scene;
  expect(await scene.move(officer, 'underReview')).toBe('applied');
  expect(await send(commune, head, submitIntent(assessmentId, 'hamlet'))).toEqual(['STATE_GUARD']);
  expect(await scene.move(officer, 'returned')).toBe('applied');
  expect(await scene.seen(head)).toMatchObject({
    state: 'returned',
    statusRev: 3,
    round: 1,
    lastMove: {
      to: 'returned',
      byName: 'Văn phòng xã',
      byRole: 'officer',
      reason: 'Thiếu ảnh',
      items: [item],
    },
  });

  expect(await send(commune, head, submitIntent(assessmentId, 'hamlet'))).toEqual(['applied']);
  const again = await scene.seen(head);
  expect(again).toMatchObject({ state: 'received', round: 2 });
  expect(again.lastMove).toBeUndefined();
  expect(again.submissions.map(({ current }) => current)).toEqual([false, true]);
  // What was asked stays with the sending it was asked of, for whoever reads the next one.
  const sendings = (await rowsOf(commune, officer, 'submission')).map(({ value }) => value);
  expect(sendings.map((value) => value?.['returned'])).toEqual([
    expect.objectContaining({ byName: 'Văn phòng xã', reason: 'Thiếu ảnh', items: [item] }),
    undefined,
  ]);
  expect(await scene.move(officer, 'underReview')).toBe('applied');
  await gradeRest(commune, officer, await scene.submission());
  for (const to of ['verified', 'final'] as const)
    expect([to, await scene.move(officer, to)]).toEqual([to, 'applied']);
  expect((await commune.core.verify()).problems).toEqual([]);
});

test('a move that names a state or a submission that is no longer there decides nothing', async () => {
  const scene = await openScene();
  const { commune, head, officer, assessmentId } = scene;
  const first = await scene.seen(officer);
  const old = first.submissions[0]?.id ?? '';
  await send(commune, head, submitIntent(assessmentId, 'hamlet'));
  const stale = { assessmentId, submission: old, to: 'underReview', statusRev: first.statusRev } as const;
  const { statusRev } = await scene.seen(officer);
  const nowhere = officer.newId();
  expect(
    await send(
      commune,
      officer,
      moveIntent(stale),
      moveIntent({ ...stale, statusRev }),
      moveIntent({ ...stale, statusRev, submission: nowhere }),
      moveIntent({ ...stale, assessmentId: nowhere }),
    ),
  ).toEqual(['STATE_GUARD', 'STALE_BASIS', 'STALE_BASIS', 'UNKNOWN_SUBJECT']);
  // The control: what names both as they are takes effect, once.
  expect(await scene.move(officer, 'underReview')).toBe('applied');
  expect(await scene.move(officer, 'underReview')).toBe('STATE_GUARD');
});

test('a return without words, or about a question the sheet does not have, is set aside', async () => {
  const scene = await openScene();
  const { officer } = scene;
  expect(await scene.move(officer, 'returned', { reason: ' ', items: [item] })).toBe('ARGS_INVALID');
  expect(await scene.move(officer, 'returned', { items: [] })).toBe('ARGS_INVALID');
  expect(await scene.move(officer, 'returned', { items: [{ ...item, criterionId: 'B1.1' }] })).toBe(
    'ARGS_INVALID',
  );
  expect(await scene.seen(officer)).toMatchObject({ state: 'received', statusRev: 1 });
  expect(await scene.move(officer, 'returned', { items: [item] })).toBe('applied');
});

test('what was sent can be taken back while nobody reads it, and sent again', async () => {
  const scene = await openScene();
  const { commune, head, officer, assessmentId } = scene;
  const { receiptCode, digest } = await scene.submission();
  expect(receiptCode).toBe(receiptCodeOf(digest));
  expect(await scene.move(head, 'withdrawn')).toBe('applied');
  expect(await scene.seen(head)).toMatchObject({ state: 'withdrawn', submissions: [{ current: false }] });
  expect(await scene.submission()).toMatchObject({ current: false });
  expect(await commune.core.receiptState(receiptCode)).toMatchObject({
    state: 'withdrawn',
    superseded: false,
  });

  expect(await send(commune, head, submitIntent(assessmentId, 'hamlet'))).toEqual(['applied']);
  expect(await commune.core.receiptState(receiptCode)).toMatchObject({ state: 'received', superseded: true });
  await scene.move(officer, 'underReview');
  // The control: once somebody reads it, it stays.
  expect(await scene.move(head, 'withdrawn')).toBe('STATE_GUARD');
  expect((await commune.core.verify()).problems).toEqual([]);
});

test('a family’s withdrawal takes what was typed for it out of the count too, until somebody sends with its yes', async () => {
  const commune = await openCommune();
  const [family, head, officer] = [
    await commune.family('DM-001'),
    await commune.head(),
    await commune.officer(),
  ];
  const assessmentId = mine(family);
  const typed = () => submitIntent(assessmentId, 'household', { consent: consentOf('readAloud') });
  const own = submitIntent(assessmentId, 'household', {
    consent: consentOf('self'),
    snapshot: answersTo(setOf('household'), () => 0),
  });
  await send(commune, head, typed());
  await send(commune, family, own);
  const counted = async () => [
    ...new Set(
      (await commune.store.read((tables) => tables.householdAnswer.of(assessmentId)))
        .filter((row) => row.counted === 1)
        .map(({ channel }) => channel),
    ),
  ];
  expect(await counted()).toEqual(['self']);

  const { statusRev, submissions } = await assessmentSeen(commune, family, assessmentId);
  const submission = submissions.find(({ channel }) => channel === 'self')?.id ?? '';
  const withdraw = moveIntent({ assessmentId, submission, to: 'withdrawn', statusRev });
  // It is the family's to take back, not the head's.
  expect(await send(commune, head, withdraw)).toEqual(['NOT_PERMITTED']);
  expect(await send(commune, family, withdraw)).toEqual(['applied']);
  expect(await counted()).toEqual([]);
  expect((await rowsOf(commune, officer, 'submission')).map(({ value }) => value?.['current'])).toEqual([
    false,
    false,
  ]);

  expect(await send(commune, head, typed())).toEqual(['applied']);
  expect(await counted()).toEqual(['proxy']);
  expect(await send(commune, family, own)).toEqual(['applied']);
  expect(await counted()).toEqual(['self']);
  expect((await commune.core.verify()).problems).toEqual([]);
});
