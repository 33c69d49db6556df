/** Two hamlets become one by a batch: families and what they sent go along, both hamlets stay readable, and back again. */
import { expect, test } from 'vitest';
import { mergeHamlets } from '#domain/import/merge-hamlets.ts';
import { recordSchemas } from '#protocol/entities.ts';
import type { Intent } from '#protocol/operation.ts';
import { openCommune } from './commune.ts';
import { consentOf, submitIntent } from './makers.ts';
import { mine } from './review-scene.ts';
import { household, pull, put, results, send } from './sending.ts';

test('a merger moves families with their forms, ends the first hamlet by name, and is taken back whole', async () => {
  const commune = await openCommune();
  const officer = await commune.officer();
  const [first, second] = commune.hamlets;
  const familyId = officer.newId();
  await results(commune, officer, household(familyId, first?.id ?? '', 'Lê Thị Mai'));
  const family = await commune.family(familyId);
  await send(commune, family, submitIntent(mine(family), 'household', { consent: consentOf('self') }));

  const find = async (entity: 'hamlet' | 'household', id: string) => {
    const row = await commune.store.read((tables) => tables.record.find(entity, id));
    if (row === undefined) throw new Error(`no ${entity}`);
    const json: unknown = JSON.parse(row.value);
    return { id, rev: row.rev, json };
  };
  const hamletAt = async (at: string) => {
    const { id, rev, json } = await find('hamlet', at);
    return { id, rev, value: recordSchemas.hamlet.parse(json) };
  };
  const householdAt = async (at: string) => {
    const { id, rev, json } = await find('household', at);
    return { id, rev, value: recordSchemas.household.parse(json) };
  };
  const [from, to] = [await hamletAt(first?.id ?? ''), await hamletAt(second?.id ?? '')];
  const ids = (await commune.store.read((tables) => tables.record.list('household'))).map(({ id }) => id);
  const households = await Promise.all(ids.map((id) => householdAt(id)));
  const records = mergeHamlets(
    { from, to, households, newName: '', day: '2025-12-01', why: 'Nghị quyết 12', source: '' },
    () => officer.newId(),
  );
  const batchId = officer.newId();
  const held = records.map(({ entity, id, value, baseRev }): Intent => ({
    kind: 'record.put',
    args: { entity, id, value: { ...value }, baseRev, batchId },
  }));
  const settle = (state: 'committed' | 'reverted', baseRev: number) =>
    put('batch', batchId, { id: batchId, state, label: 'Sáp nhập', records: records.length }, baseRev);
  const answers = await results(commune, officer, ...held, settle('committed', 0));
  expect(answers.map(({ verdict }) => verdict)).toEqual(records.map(() => 'applied').concat('applied'));

  const shown = async () => {
    const { rows } = await pull(commune, officer);
    const of = (entity: string, subject: string, field: string) =>
      rows.findLast((row) => row.entity === entity && row.value?.[subject] === familyId)?.value?.[field];
    return {
      lives: of('household', 'id', 'hamletId'),
      form: of('submission', 'subjectId', 'hamletId'),
      old: rows.findLast((row) => row.entity === 'hamlet' && row.id === from.id)?.value?.['mergedInto'],
    };
  };
  expect(await shown()).toEqual({ lives: to.id, form: to.id, old: to.id });
  expect(await send(commune, officer, settle('reverted', answers.at(-1)?.rev ?? 0))).toEqual(['applied']);
  expect(await shown()).toEqual({ lives: from.id, form: from.id, old: undefined });
  expect((await commune.core.verify()).problems).toEqual([]);
});
