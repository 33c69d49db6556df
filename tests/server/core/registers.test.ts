import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isConflict, readFields, writeField, type FieldWrite } from '#server/sync/judge/registers.ts';
import { openSqliteStore } from '#server/store/sqlite.ts';
import { createIdMaker } from '#protocol/ids.ts';
import { chance, testClock } from './commune.ts';

const SEED = 20_251_115;
const assessmentId = '0190a000-0000-7000-8000-000000000000';
const newId = createIdMaker(testClock(), chance);

/** Writes of one field, each naming some of those before it as the versions its author saw. */
const history = fc
  .array(fc.record({ value: fc.integer({ min: 0, max: 2 }), saw: fc.array(fc.nat(20), { maxLength: 4 }) }), {
    minLength: 1,
    maxLength: 7,
  })
  .map((steps): FieldWrite[] => {
    const ids = steps.map(() => newId());
    return steps.map(({ value, saw }, index) => ({
      assessmentId,
      criterionId: 'A1.1',
      opId: ids[index] ?? '',
      value,
      bases: [...new Set(saw.filter((at) => at < index).map((at) => ids[at] ?? ''))],
    }));
  });

async function versionsAfter(writes: readonly FieldWrite[]) {
  const store = openSqliteStore({ file: ':memory:', communeId: 'a1' });
  const fields = await store.write(async (transaction) => {
    for (const write of writes) await writeField(transaction, write);
    return readFields(transaction, assessmentId);
  });
  await store.close();
  return fields['A1.1'] ?? [];
}

/** The rule as the protocol states it. */
function versionsByRule(writes: readonly FieldWrite[]) {
  const dead = new Set(writes.flatMap(({ bases }) => bases));
  return writes
    .filter(({ opId }) => !dead.has(opId))
    .map(({ opId, value }) => ({ opId, value }))
    .toSorted((a, b) => (a.opId < b.opId ? -1 : 1));
}

test(`registers come out the same in any order and however often a write arrives (seed ${SEED})`, async () => {
  await fc.assert(
    fc.asyncProperty(
      history.chain((writes) =>
        fc.record({
          writes: fc.constant(writes),
          order: fc.shuffledSubarray([...writes, ...writes], { minLength: writes.length * 2 }),
        }),
      ),
      async ({ writes, order }) => {
        expect(await versionsAfter(order)).toEqual(versionsByRule(writes));
      },
    ),
    { seed: SEED, numRuns: 120 },
  );
}, 60_000);

test('a conflict is more than one distinct value, not more than one version', () => {
  const version = (value: number | undefined) =>
    value === undefined ? { opId: newId() } : { opId: newId(), value };
  const cases: [(number | undefined)[], boolean][] = [
    [[], false],
    [[1], false],
    [[1, 1], false],
    [[1, 2], true],
    [[1, undefined], true],
    [[undefined, undefined], false],
  ];
  expect(cases.map(([values]) => isConflict(values.map(version)))).toEqual(
    cases.map(([, expected]) => expected),
  );
});
