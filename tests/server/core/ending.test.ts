import { expect, test } from 'vitest';
import { rowSchemas } from '#protocol/entities.ts';
import type { SigningDevice } from '../../support/signing-device.ts';
import { openCommune, type Commune } from './commune.ts';
import { enrolled } from './enrolled.ts';
import { consentOf, setOf, submitIntent } from './makers.ts';
import { mine, moveIntent, rowsOf, scoreIntent, submissionSeen } from './review-scene.ts';
import { household, pull, put, send } from './sending.ts';

const sent = ['assessment', 'submission', 'comment', 'scores', 'answers', 'photo'];
/** Rows of what was sent that still say something, by entity. */
const living = async (commune: Commune, phone: SigningDevice) =>
  (await pull(commune, phone)).rows
    .filter(({ entity, value }) => sent.includes(entity) && value !== null)
    .map(({ entity }) => entity)
    .toSorted();
const revOf = async ({ store }: Commune, entity: string, id: string) =>
  (await store.read((tables) => tables.record.find(entity, id)))?.rev ?? 0;
const comment = (assessmentId: string) =>
  ({ kind: 'comment.add', args: { assessmentId, text: 'Xin xem lại' } }) as const;
const photo = (assessmentId: string) => {
  const hash = 'B'.repeat(43);
  const args = { assessmentId, criterionId: 'C1.1', photoId: hash, sha256: hash, bytes: 9, w: 1, h: 1 };
  return { kind: 'photo.add', args: { ...args, mime: 'image/jpeg' as const } } as const;
};

async function reviewedUnit() {
  const commune = await openCommune();
  const officer = await commune.officer();
  const id = officer.newId();
  const unit = { id, name: 'Trường Tiểu học', sector: 'TH', subtype: 'tieuHoc', validFrom: '2025-07-01' };
  await send(commune, officer, put('unit', id, unit));
  const contact = await enrolled(commune, 'unitContact', id);
  await send(
    commune,
    contact,
    submitIntent(mine(contact), 'unit-TH'),
    comment(mine(contact)),
    photo(mine(contact)),
  );
  const submission = await submissionSeen(commune, officer, mine(contact));
  const [scored] = await send(commune, officer, scoreIntent(submission, { criterionId: 'C1.1', points: 0 }));
  const words = { reason: 'Thiếu', items: [{ criterionId: 'C1.1', ask: 'Bổ sung' }] };
  const move = moveIntent({
    assessmentId: mine(contact),
    submission: submission.id,
    to: 'returned',
    statusRev: 1,
    ...words,
  });
  expect([scored, ...(await send(commune, officer, move))]).toEqual(['applied', 'applied']);
  return { commune, officer, contact, unit };
}

test('a unit that ends takes all that was sent of it out of sight, and brings it back when it stands again', async () => {
  const { commune, officer, contact, unit } = await reviewedUnit();
  const before = { office: await living(commune, officer), unit: await living(commune, contact) };
  expect(before.office).toEqual(['assessment', 'comment', 'photo', 'scores', 'submission']);
  expect(before.unit).toEqual(['answers', ...before.office].toSorted());
  const shown = async () =>
    (await pull(commune, contact)).rows
      .filter(({ entity }) => sent.includes(entity))
      .map(({ entity, id, value }) => ({ entity, id, value }))
      .toSorted((a, b) => (a.entity < b.entity ? -1 : 1));
  const told = await shown();

  const rev = await revOf(commune, 'unit', unit.id);
  expect(await send(commune, officer, put('unit', unit.id, undefined, rev))).toEqual(['applied']);
  expect(await living(commune, officer)).toEqual([]);
  expect(await living(commune, contact)).toEqual([]);
  expect(await send(commune, contact, submitIntent(mine(contact), 'unit-TH'))).toEqual(['UNKNOWN_SUBJECT']);
  expect((await commune.core.verify()).problems).toEqual([]);

  const again = await revOf(commune, 'unit', unit.id);
  expect(await send(commune, officer, put('unit', unit.id, unit, again))).toEqual(['applied']);
  expect(await shown()).toEqual(told);
  expect((await commune.core.verify()).problems).toEqual([]);
});

test('a hamlet with families in it does not end', async () => {
  const commune = await openCommune();
  const [officer, empty] = [await commune.officer(), commune.hamlets[1]?.id ?? ''];
  const id = officer.newId();
  await send(commune, officer, household(id, empty));
  const end = async () => put('hamlet', empty, undefined, await revOf(commune, 'hamlet', empty));
  expect(await send(commune, officer, await end())).toEqual(['STATE_GUARD']);
  await send(commune, officer, put('household', id, undefined, await revOf(commune, 'household', id)));
  expect(await send(commune, officer, await end())).toEqual(['applied']);
  expect((await commune.core.verify()).problems).toEqual([]);
});

test('a family that moves takes points, comments and its last move along, also what came before it first sent', async () => {
  const commune = await openCommune();
  const [from, to] = [commune.hamlets[0]?.id ?? '', commune.hamlets[1]?.id ?? ''];
  const [head, neighbour, officer] = [
    await commune.head(from),
    await commune.head(to),
    await commune.officer(),
  ];
  const family = await commune.family('DM-001');
  const id = family.enrolment?.binding.kind === 'household' ? family.enrolment.binding.id : '';
  await send(commune, family, comment(mine(family)));
  const moveTo = async (hamletId: string) =>
    expect(
      await send(
        commune,
        officer,
        household(id, hamletId, 'Lê Thị Mai', await revOf(commune, 'household', id)),
      ),
    ).toEqual(['applied']);
  await moveTo(to);
  expect([await living(commune, head), await living(commune, neighbour)]).toEqual([[], ['comment']]);

  await send(commune, family, submitIntent(mine(family), 'household', { consent: consentOf('self') }));
  const submission = await submissionSeen(commune, officer, mine(family));
  await send(commune, officer, scoreIntent(submission, { criterionId: 'B1.1', points: 0 }));
  const words = { reason: 'Thiếu', items: [{ criterionId: 'B1.1', ask: 'Xem lại' }] };
  const move = moveIntent({
    assessmentId: mine(family),
    submission: submission.id,
    to: 'returned',
    statusRev: 1,
    ...words,
  });
  expect(await send(commune, officer, move)).toEqual(['applied']);
  await moveTo(from);
  expect(await living(commune, neighbour)).toEqual([]);
  expect(await living(commune, head)).toEqual(['assessment', 'comment', 'scores', 'submission']);
  const [row] = await rowsOf(commune, head, 'assessment');
  expect(rowSchemas.assessment.parse(row?.value)).toMatchObject({
    hamletId: from,
    lastMove: { reason: 'Thiếu' },
  });
  expect((await commune.core.verify()).problems).toEqual([]);
});

test('a unit of another sector reads the criteria it is measured by from then on', async () => {
  const { commune, officer, contact, unit } = await reviewedUnit();
  const setsSeen = async () => (await rowsOf(commune, contact, 'criteriaSet')).map(({ id }) => id);
  expect(await setsSeen()).not.toContain('unit-YT@1');
  const rev = await revOf(commune, 'unit', unit.id);
  await send(commune, officer, put('unit', unit.id, { ...unit, sector: 'YT' }, rev));
  expect(await setsSeen()).toContain('unit-YT@1');
  expect(setOf('unit-YT').sector).toBe('YT');
});
