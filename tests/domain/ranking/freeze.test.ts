/** Freezes: recomputed equal, a changed one is found at its first difference, and two of them compared. */
import { expect, test } from 'vitest';
import { criteriaOf } from '#domain/criteria.ts';
import { freezeDifferences } from '#domain/ranking/freeze-difference.ts';
import {
  freezeOf,
  frozenValue,
  recomputeFreeze,
  type FrozenInput,
  type FrozenRanking,
} from '#domain/ranking/freeze.ts';
import { canon } from '#protocol/canon.ts';
import { setNamed } from '../read-vectors.ts';
import { dice } from './random-groups.ts';

const SEED = 20_251_122;
const set = setNamed('hamlet');
const sets = new Map([['hamlet@1', set]]);

const input = (random: ReturnType<typeof dice>, at: number): FrozenInput => {
  const share = 40 + random.upTo(60);
  const points = criteriaOf(set)
    .filter(() => random.upTo(30) > 0)
    .map(({ id, maxPoints }) => [id, Math.floor((maxPoints * share) / 100)]);
  return {
    subjectId: `s${String(at).padStart(3, '0')}`,
    submission: `form${at}`,
    digest: 'A'.repeat(43),
    criteriaSet: 'hamlet@1',
    points: Object.fromEntries(points),
    onTime: random.upTo(5) > 0,
    ...(random.upTo(2) === 0 && { prior: 5000 + random.upTo(4000) }),
    ...(random.upTo(9) === 0 && { knockOut: `out${at}` }),
  };
};
const frozen = (inputs: FrozenInput[], ties: FrozenRanking['ties'] = []): FrozenRanking => {
  const made = freezeOf({ group: 'hamlet', ties, inputs }, sets);
  if (!made) throw new Error('a set is missing');
  return made;
};

test(`a freeze reckons equal again, whatever order its inputs came in, to the byte (120 groups, seed ${SEED})`, () => {
  const random = dice(SEED);
  for (let group = 0; group < 120; group++) {
    const inputs = Array.from({ length: 1 + random.upTo(19) }, (_, at) => input(random, at));
    const one = frozen(inputs);
    const other = frozen(random.shuffled(inputs));
    expect(canon(frozenValue(other))).toBe(canon(frozenValue(one)));
    const stored: unknown = JSON.parse(canon({ ...one }));
    expect(stored).toEqual(one);
    expect(recomputeFreeze(one, sets)).toEqual({ kind: 'equal' });
  }
});

test('control: each figure touched afterwards is found, where it is', () => {
  const random = dice(SEED);
  const one = frozen(Array.from({ length: 12 }, (_, at) => input(random, at)));
  const [first, second] = one.results;
  if (!first || !second) throw new Error('no results');
  const { subjectId } = first;
  const touched = (result: Partial<typeof first>) =>
    recomputeFreeze({ ...one, results: [{ ...first, ...result }, ...one.results.slice(1)] }, sets);
  expect(touched({ normalised: first.normalised + 1 })).toEqual({
    kind: 'differs',
    subjectId,
    field: 'normalised',
    kept: first.normalised + 1,
    reckoned: first.normalised,
  });
  expect(touched({ rank: 2 })).toMatchObject({ field: 'rank', kept: 2, reckoned: 1 });
  expect(touched({ grade: 'x' })).toMatchObject({ field: 'grade' });
  expect(recomputeFreeze({ ...one, results: one.results.slice(1) }, sets)).toMatchObject({
    field: 'presence',
    subjectId,
  });
  expect(recomputeFreeze({ ...one, results: [second, first, ...one.results.slice(2)] }, sets)).toMatchObject({
    field: 'order',
  });
  expect(recomputeFreeze({ ...one, results: [...one.results, first] }, sets)).toMatchObject({
    kind: 'differs',
  });
  const raised = one.inputs.map((each) =>
    each.subjectId === subjectId ? { ...each, points: { ...each.points, 'A1.1': 0 } } : each,
  );
  expect(recomputeFreeze({ ...one, inputs: raised }, sets)).toMatchObject({ kind: 'differs' });
  expect(recomputeFreeze(one, new Map())).toEqual({ kind: 'unknownSet', criteriaSet: 'hamlet@1' });
});

const plain = (subjectId: string, points: number, more: Partial<FrozenInput> = {}): FrozenInput => ({
  subjectId,
  submission: `form-${subjectId}`,
  digest: 'A'.repeat(43),
  criteriaSet: 'hamlet@1',
  points: Object.fromEntries(criteriaOf(set).map(({ id }) => [id, id === 'A1.1' ? points : 0])),
  onTime: true,
  ...more,
});

test('the council’s order is frozen with the inputs', () => {
  const equals = [plain('a', 400), plain('b', 400)];
  expect(frozen(equals).results.map(({ rank }) => rank)).toEqual([1, 1]);
  const placed = frozen(equals, [{ id: 'word', order: ['b', 'a'] }]);
  expect(placed.results.map(({ subjectId, rank }) => [subjectId, rank])).toEqual([
    ['b', 1],
    ['a', 2],
  ]);
  expect(recomputeFreeze({ ...placed, ties: [] }, sets)).toMatchObject({ field: 'rank' });
});

test('two freezes differ by what was changed and what followed from it', () => {
  const before = frozen([plain('a', 400), plain('b', 300), plain('c', 200), plain('e', 100)]);
  const after = frozen([
    plain('a', 250, { submission: 'form-a-2' }),
    plain('b', 300, { prior: 7000 }),
    plain('c', 200, { knockOut: 'decision' }),
    plain('d', 50, { onTime: false }),
  ]);
  expect(freezeDifferences(before, after)).toEqual([
    { kind: 'prior', subjectId: 'b', before: null, after: 7000 },
    { kind: 'rank', subjectId: 'b', before: 2, after: 1 },
    { kind: 'submission', subjectId: 'a' },
    { kind: 'points', subjectId: 'a', criterionId: 'A1.1', before: 400, after: 250 },
    { kind: 'normalised', subjectId: 'a', before: 400, after: 250 },
    { kind: 'rank', subjectId: 'a', before: 1, after: 2 },
    { kind: 'joined', subjectId: 'd', rank: 3 },
    { kind: 'knockOut', subjectId: 'c', after: true },
    { kind: 'rank', subjectId: 'c', before: 3, after: null },
    { kind: 'left', subjectId: 'e', rank: 4 },
  ]);
  expect(freezeDifferences(before, before)).toEqual([]);
});
