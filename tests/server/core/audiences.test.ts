import { expect, test } from 'vitest';
import { openCommune } from './commune.ts';
import { consentOf, setOf, submitIntent } from './makers.ts';
import { household, pull, put, send } from './sending.ts';

test('a hamlet’s people read their own hamlet in full, above what the public sees of it', async () => {
  const commune = await openCommune();
  const id = commune.hamlets[0]?.id ?? '';
  const [officer, head] = [await commune.officer(), await commune.head()];
  const baseRev = (await commune.store.read((tables) => tables.record.find('hamlet', id)))?.rev ?? 0;
  const value = {
    id,
    name: 'Đầm Mụ',
    order: 1,
    validFrom: '2025-01-01',
    households: 90,
    headName: 'Lê Văn Hải',
  };
  expect(await send(commune, officer, put('hamlet', id, value, baseRev))).toEqual(['applied']);
  const rows = (await pull(commune, head)).rows.filter((row) => row.entity === 'hamlet' && row.id === id);
  const [open, own] = [
    rows.find(({ scope }) => scope === 'public'),
    rows.find(({ scope }) => scope !== 'public'),
  ];
  expect(open?.value).toEqual({ id, name: 'Đầm Mụ', order: 1, validFrom: '2025-01-01' });
  expect(own?.value).toEqual(value);
  expect(own?.rev).toBeGreaterThan(open?.rev ?? Infinity);
  // The next write is made on the revision its author saw.
  expect(await send(commune, officer, put('hamlet', id, { ...value, households: 91 }, own?.rev))).toEqual([
    'applied',
  ]);
});

test('a new version of the criteria reaches its subjects and is in force for the judge at once', async () => {
  const commune = await openCommune();
  const [officer, head, other] = [
    await commune.officer(),
    await commune.head(),
    await commune.family('DM-001'),
  ];
  const next = { ...setOf('hamlet'), version: 2, name: 'Bộ tiêu chí xóm, bản hai' };
  const before = await pull(commune, head);
  expect(await send(commune, officer, put('criteriaSet', 'hamlet@2', next))).toEqual(['applied']);
  const { rows } = await pull(commune, head, before.cursors);
  expect(rows.map(({ entity, id, scope }) => [entity, id, scope.startsWith('hamlet:')])).toEqual([
    ['criteriaSet', 'hamlet@2', true],
  ]);
  expect((await pull(commune, other)).rows.some(({ id }) => id === 'hamlet@2')).toBe(false);
  const form = submitIntent(head.enrolment?.assessmentId ?? '', 'hamlet', { criteriaSet: 'hamlet@2' });
  expect(await send(commune, head, form)).toEqual(['applied']);
});

test('a unit added by the office gets its code, its criteria and its assessment', async () => {
  const commune = await openCommune();
  const officer = await commune.officer();
  const id = officer.newId();
  const value = {
    id,
    name: 'Trường THCS Bình Thuận',
    sector: 'TH',
    subtype: 'school',
    validFrom: '2025-01-01',
  };
  expect(await send(commune, officer, put('unit', id, value))).toEqual(['applied']);
  const issued = await commune.core.createEnrolCode({ role: 'unitContact', subject: 'TH-001', ttlMs: 1000 });
  expect(issued).toMatchObject({ kind: 'issued', title: value.name, binding: { kind: 'unit', id } });
  const rows = await commune.store.read((tables) => tables.feed.page(`unit:${id}`, 0, 10));
  expect(rows.map(({ entity, id: rowId }) => [entity, rowId])).toEqual([
    ['unit', id],
    ['criteriaSet', 'unit-TH@1'],
  ]);
});

test('a family that moves leaves nothing readable in the old hamlet', async () => {
  const commune = await openCommune();
  const [from, to] = [commune.hamlets[0]?.id ?? '', commune.hamlets[1]?.id ?? ''];
  const [oldHead, newHead, officer] = [
    await commune.head(from),
    await commune.head(to),
    await commune.officer(),
  ];
  const family = await commune.family('DM-001');
  const id = family.enrolment?.binding.kind === 'household' ? family.enrolment.binding.id : '';
  const assessmentId = family.enrolment?.assessmentId ?? '';
  await send(commune, family, submitIntent(assessmentId, 'household', { consent: consentOf('self') }));
  await send(commune, officer, { kind: 'comment.add', args: { assessmentId, text: 'cảm ơn' } });
  const known = await pull(commune, oldHead);
  const row = (await pull(commune, officer)).rows.find((found) => found.entity === 'household');
  await send(commune, officer, household(id, to, 'Hộ dùng thử', row?.rev));

  const gone = (await pull(commune, oldHead, known.cursors)).rows;
  expect(gone.every(({ value }) => value === null)).toBe(true);
  expect(gone.map(({ entity }) => entity).toSorted()).toEqual([
    'assessment',
    'comment',
    'household',
    'submission',
  ]);
  expect(
    (await pull(commune, oldHead)).rows
      .filter(({ value, scope }) => value !== null && scope !== 'public')
      .map(({ entity }) => entity)
      .toSorted(),
  ).toEqual(['criteriaSet', 'hamlet']);
  const arrived = (await pull(commune, newHead)).rows.filter(({ scope }) => scope === `hamlet:${to}`);
  expect(arrived.map(({ entity }) => entity).toSorted()).toEqual([
    'assessment',
    'comment',
    'criteriaSet',
    'hamlet',
    'household',
    'submission',
  ]);
  expect((await commune.core.verify()).problems).toEqual([]);
});
