/** Two hamlets become one by a batch: families and what they sent go along, both hamlets stay readable, and back again. */
import { expect, test } from 'vitest';
import { openCommune } from './commune.ts';
import { consentOf, submitIntent } from './makers.ts';
import { mergerOf } from './merger.ts';
import { mine } from './review-scene.ts';
import { household, pull, results, send } from './sending.ts';

test('a merger moves families with their forms, ends the first hamlet by name, and is taken back whole', async () => {
  const commune = await openCommune();
  const officer = await commune.officer();
  const [first, second] = commune.hamlets;
  const familyId = officer.newId();
  await results(commune, officer, household(familyId, first?.id ?? '', 'Lê Thị Mai'));
  const family = await commune.family(familyId);
  await send(commune, family, submitIntent(mine(family), 'household', { consent: consentOf('self') }));

  const from = { id: first?.id ?? '' };
  const to = { id: second?.id ?? '' };
  const { intents, settle } = await mergerOf(commune, officer, {
    from: from.id,
    to: to.id,
    day: '2025-12-01',
  });
  const answers = await results(commune, officer, ...intents, settle('committed', 0));
  expect(answers.map(({ verdict }) => verdict)).toEqual(intents.map(() => 'applied').concat('applied'));

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
