/** The words of a photo: who may say them, how many there may be, and where they show. */
import { afterAll, expect, test } from 'vitest';
import { PHOTOS_PER_ASSESSMENT, PHOTOS_PER_CRITERION } from '#protocol/photo.ts';
import { criteriaOf } from '#domain/criteria-set.ts';
import { enrolled } from '../http/front-door.ts';
import { pullAll } from '../http/small-commune.ts';
import { setOf, submitIntent } from '../core/makers.ts';
import { household } from '../core/sending.ts';
import { hashOf } from './pictures.ts';
import { addIntent, formOf, openVillage, photoRows, QUESTION, say } from './photo-kit.ts';

const village = await openVillage();
const { head, stranger, officer } = village;
afterAll(() => village.close());

let made = 0;
const fresh = (): Buffer => Buffer.from(`picture ${(made += 1)}`);
const hamletIdOf = (device: typeof head): string => {
  const binding = device.enrolment?.binding;
  return binding?.kind === 'hamlet' ? binding.id : '';
};

test('a photo shows to its hamlet and the office as awaited, and to nobody else', async () => {
  const bytes = fresh();
  expect(await say(village, head, addIntent(head, bytes))).toEqual(['applied']);
  for (const device of [head, officer])
    expect(
      (await photoRows(village, device)).filter(({ photoId }) => photoId === hashOf(bytes)),
    ).toMatchObject([{ state: 'awaited', criterionId: QUESTION, assessmentId: formOf(head), w: 64, h: 48 }]);
  expect(await photoRows(village, stranger)).toEqual([]);
});

test('only whose form it is may add or remove, and a false hash or question is set aside', async () => {
  const bytes = fresh();
  const assessmentId = formOf(head);
  const photoId = hashOf(bytes);
  expect(await say(village, stranger, addIntent(stranger, bytes, { assessmentId }))).toEqual([
    'NOT_PERMITTED',
  ]);
  expect(await say(village, officer, addIntent(officer, bytes, { assessmentId }))).toEqual(['NOT_PERMITTED']);
  expect(await say(village, officer, { kind: 'photo.remove', args: { photoId } })).toEqual(['NOT_PERMITTED']);
  expect(
    await say(
      village,
      head,
      addIntent(head, bytes, { sha256: hashOf(fresh()) }),
      addIntent(head, bytes, { criterionId: 'H1' }),
      addIntent(head, bytes, { bytes: 1024 * 1024 + 1 }),
      addIntent(head, bytes, { w: 12_000, h: 9000 }),
      // Control: nothing else was wrong with it.
      addIntent(head, bytes),
    ),
  ).toEqual(['ARGS_INVALID', 'ARGS_INVALID', 'ARGS_INVALID', 'ARGS_INVALID', 'applied']);
  await say(village, head, { kind: 'photo.remove', args: { photoId } });
});

test('a remove takes the photos that were there: one question, one form, or all its author may write', async () => {
  const bytes = fresh();
  const photoId = hashOf(bytes);
  const family = head.newId();
  await say(village, head, household(family, hamletIdOf(head)));
  const assessmentId = formOf(await enrolled(village.door, await village.core.createSlip(family)));
  const [question = ''] = criteriaOf(setOf('household')).map(({ id }) => id);
  const places = async (): Promise<string[]> =>
    (await photoRows(village, head))
      .filter((row) => row.photoId === photoId)
      .map((row) => row.criterionId)
      .toSorted();
  const everywhere = [
    addIntent(head, bytes, { criterionId: 'A1.1' }),
    addIntent(head, bytes, { criterionId: 'A1.2' }),
    addIntent(head, bytes, { assessmentId, criterionId: question }),
  ];
  expect(await say(village, head, ...everywhere)).toEqual(['applied', 'applied', 'applied']);
  await say(village, stranger, addIntent(stranger, bytes));
  expect(await places()).toEqual(['A1.1', 'A1.2', question].toSorted());

  const remove = (more: object) => ({ kind: 'photo.remove' as const, args: { photoId, ...more } });
  await say(village, head, remove({ assessmentId: formOf(head), criterionId: 'A1.1' }));
  expect(await places()).toEqual(['A1.2', question].toSorted());
  await say(village, head, remove({ assessmentId: formOf(head) }));
  expect(await places()).toEqual([question]);
  await say(village, head, remove({}));
  expect(await places()).toEqual([]);
  expect((await photoRows(village, stranger)).map((row) => row.photoId)).toEqual([photoId]);
  expect(await say(village, stranger, remove({ assessmentId: formOf(head) }))).toEqual(['NOT_PERMITTED']);
  // Added again afterwards it is another photo.
  expect(await say(village, head, addIntent(head, bytes))).toEqual(['applied']);
  expect(await places()).toEqual([QUESTION]);
  expect(await say(village, head, remove({}))).toEqual(['applied']);
});

test('a family sees no photos, not even those of its own form', async () => {
  const family = head.newId();
  await say(village, head, household(family, hamletIdOf(head)));
  const phone = await enrolled(village.door, await village.core.createSlip(family));
  const bytes = fresh();
  const [question = ''] = criteriaOf(setOf('household')).map(({ id }) => id);
  expect(await say(village, phone, addIntent(phone, bytes, { criterionId: question }))).toEqual(['applied']);
  expect(await photoRows(village, phone)).toEqual([]);
  // Control: its hamlet and the office do.
  for (const device of [head, officer])
    expect((await photoRows(village, device)).map((row) => row.photoId)).toContain(hashOf(bytes));
});

test('the photos of a family that moves go with it to the other hamlet', async () => {
  const family = head.newId();
  await say(village, officer, household(family, hamletIdOf(head)));
  const assessmentId = formOf(await enrolled(village.door, await village.core.createSlip(family)));
  const bytes = fresh();
  const [criterionId = ''] = criteriaOf(setOf('household')).map(({ id }) => id);
  await say(village, head, addIntent(head, bytes, { assessmentId, criterionId }));
  const sees = async (device: typeof head): Promise<boolean> =>
    (await photoRows(village, device)).some(({ photoId }) => photoId === hashOf(bytes));
  expect([await sees(head), await sees(stranger)]).toEqual([true, false]);
  const rev = (await pullAll(village, officer)).find(
    ({ id, entity }) => id === family && entity === 'household',
  )?.rev;
  expect(await say(village, officer, household(family, hamletIdOf(stranger), 'Lê Thị Mai', rev))).toEqual([
    'applied',
  ]);
  expect([await sees(head), await sees(stranger)]).toEqual([false, true]);
});

test('a question takes five photos and a form sixty; what is removed makes room', async () => {
  const questions = criteriaOf(setOf('hamlet')).flatMap(({ id }) => (id === QUESTION ? [] : [id]));
  const photos = Array.from({ length: PHOTOS_PER_ASSESSMENT + 1 }, (_, index) => ({
    bytes: fresh(),
    criterionId: questions[Math.floor(index / PHOTOS_PER_CRITERION)] ?? '',
  }));
  const add = ({ bytes, criterionId }: (typeof photos)[number]) =>
    addIntent(stranger, bytes, { criterionId });
  // One more for the first question than it takes.
  expect(
    (await say(village, stranger, ...photos.slice(0, 5).map(add))).every((word) => word === 'applied'),
  ).toBe(true);
  const sixth = { bytes: fresh(), criterionId: questions[0] ?? '' };
  expect(await say(village, stranger, add(sixth))).toEqual(['LIMIT']);
  // Its hamlet added one elsewhere before.
  const shown = async () =>
    (await photoRows(village, stranger)).filter(({ assessmentId }) => assessmentId === formOf(stranger));
  const before = (await shown()).length;
  await say(village, stranger, ...photos.slice(5, PHOTOS_PER_ASSESSMENT - before + 5).map(add));
  expect(await shown()).toHaveLength(PHOTOS_PER_ASSESSMENT);
  const last = { bytes: fresh(), criterionId: questions.at(-1) ?? '' };
  expect(await say(village, stranger, add(last))).toEqual(['LIMIT']);
  const [first] = photos;
  const photoId = hashOf(first?.bytes ?? Buffer.of());
  expect(await say(village, stranger, { kind: 'photo.remove', args: { photoId } }, add(sixth))).toEqual([
    'applied',
    'applied',
  ]);
});

test('while the commune holds the form its photos stay as they are', async () => {
  const bytes = fresh();
  const assessmentId = formOf(head);
  const photoId = hashOf(bytes);
  await say(village, head, addIntent(head, bytes), submitIntent(assessmentId, 'hamlet'));
  const row = (await pullAll(village, officer)).find(
    ({ id, entity }) => id === assessmentId && entity === 'assessment',
  );
  const submission = JSON.parse(JSON.stringify(row?.value)).submissions[0].id;
  const statusRev = Number(row?.value?.['statusRev']);
  const args = { assessmentId, submission, to: 'underReview' as const, statusRev };
  expect(await say(village, officer, { kind: 'assessment.move', args })).toEqual(['applied']);
  expect(await say(village, head, addIntent(head, fresh()))).toEqual(['STATE_GUARD']);
  expect(await say(village, head, { kind: 'photo.remove', args: { photoId } })).toEqual(['STATE_GUARD']);
  expect(await say(village, head, { kind: 'photo.remove', args: { photoId, assessmentId } })).toEqual([
    'STATE_GUARD',
  ]);
});
