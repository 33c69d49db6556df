/** A ranking that was frozen, and then one of its hamlets is merged into another. */
import { expect, test } from 'vitest';
import { frozenValue, recomputeFreeze } from '#domain/ranking/freeze.ts';
import { canon } from '#protocol/canon.ts';
import { recordSchemas } from '#protocol/entities.ts';
import { hashText } from '#protocol/hash.ts';
import { inputOf, scene, sets } from './freeze-scene.ts';
import { mergerOf } from './merger.ts';
import { rowsOf } from './review-scene.ts';
import { send } from './sending.ts';

/** Two hamlets frozen; then the first is merged into the second from `day` on. */
async function mergedAfterFreeze(day: string) {
  const made = await scene();
  const { commune, officer, sent, freeze } = made;
  const inputs = sent.map((one) => inputOf(one));
  const frozen = await freeze(inputs);
  expect(await send(commune, officer, frozen)).toEqual(['applied']);
  const [from = '', to = ''] = sent.map(({ subjectId }) => subjectId);
  const kept = async () =>
    (await rowsOf(commune, officer, 'rankingFreeze')).map(({ value }) =>
      recordSchemas.rankingFreeze.parse(value),
    );
  const before = await kept();
  const { intents, settle } = await mergerOf(commune, officer, { from, to, day });
  const verdicts = await send(commune, officer, ...intents, settle('committed', 0));
  expect(new Set(verdicts)).toEqual(new Set(['applied']));
  const replaces = frozen.kind === 'record.put' ? frozen.args.id : '';
  const again = async (given: typeof inputs): Promise<string[]> =>
    send(commune, officer, await freeze(given, { replaces, reason: 'Sáp nhập xóm' }));
  return { ...made, from, to, inputs, before, kept, again };
}

test('a merger leaves a frozen ranking bit for bit, and the next one ranks the hamlet that remains', async () => {
  // Before sending closed: only one of the two takes part any more.
  const { commune, from, to, inputs, before, kept, again } = await mergedAfterFreeze('2025-10-15');
  expect((await commune.core.verify()).problems).toEqual([]);
  const [first] = await kept();
  if (first === undefined) throw new Error('the freeze is gone');
  expect(first).toEqual(before[0]);
  expect(first.results.map(({ subjectId }) => subjectId).toSorted()).toEqual([from, to].toSorted());
  expect(await hashText(canon(frozenValue(first)))).toBe(first.sha256);
  expect(recomputeFreeze(first, sets)).toEqual({ kind: 'equal' });
  const without = { ...first, results: first.results.slice(1) };
  expect(await hashText(canon(frozenValue(without)))).not.toBe(first.sha256);
  expect(recomputeFreeze(without, sets)).toMatchObject({ kind: 'differs', field: 'presence' });

  const remaining = inputs.filter(({ subjectId }) => subjectId === to);
  expect(await again(inputs)).toEqual(['STALE_BASIS']);
  expect(await again(remaining)).toEqual(['applied']);
  const next = (await kept()).find(({ replaces }) => replaces === first.id);
  expect(next?.results).toMatchObject([{ subjectId: to, rank: 1 }]);
  expect((await commune.core.verify()).problems).toEqual([]);
});

test('who is merged away after sending closed is ranked with the rest of its campaign', async () => {
  const { commune, inputs, again } = await mergedAfterFreeze('2025-12-01');
  expect(await again(inputs.slice(1))).toEqual(['STALE_BASIS']);
  expect(await again(inputs)).toEqual(['applied']);
  expect((await commune.core.verify()).problems).toEqual([]);
});
