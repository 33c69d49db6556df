import { expect, test } from 'vitest';
import { score, type ScoreSheet } from '#domain/score.ts';
import file from './criteria-vectors.json' with { type: 'json' };
import {
  answerFromVector,
  answersFromVector,
  criterionNamed,
  setOfSheet,
  setWith,
  type VectorInput,
} from './read-vectors.ts';

type Scorer = typeof score;
type Vector = {
  item?: string;
  sheet?: string;
  input: VectorInput | Record<string, VectorInput | undefined>;
  points?: number;
  earned?: number;
  applicableMax?: number;
  normalised?: number;
  rankable?: boolean;
};
const vectors: Vector[] = file.testVectors;

const isSheetInput = (input: Vector['input']): input is Record<string, VectorInput | undefined> =>
  typeof input === 'object' && !Array.isArray(input);

const figures = ({ earned, applicableMax, normalised, rankable }: ScoreSheet) => ({
  earned,
  applicableMax,
  normalised,
  rankable,
});

const resultOf = (scorer: Scorer, { item, sheet, input }: Vector): unknown => {
  if (sheet !== undefined) {
    if (!isSheetInput(input)) throw new Error(`no answers for sheet ${sheet}`);
    // The vectors' JSON type gives each sheet the questions of all sets; only what is there is answered.
    const given = Object.entries(input).flatMap(([id, value]) => (value === undefined ? [] : [[id, value]]));
    const set = setOfSheet(sheet);
    return figures(scorer(set, answersFromVector(set, Object.fromEntries(given))));
  }
  if (item === undefined || isSheetInput(input)) throw new Error('neither an item nor a sheet');
  const set = setWith(item);
  const sheetOfOne = scorer(set, { [item]: answerFromVector(criterionNamed(set, item), input) });
  return { points: sheetOfOne.criteria.find(({ id }) => id === item)?.points };
};

const expectedOf = ({ points, earned, applicableMax, normalised, rankable }: Vector): unknown =>
  points === undefined ? { earned, applicableMax, normalised, rankable } : { points };

const failures = (scorer: Scorer): Vector[] =>
  vectors.filter((vector) => JSON.stringify(resultOf(scorer, vector)) !== JSON.stringify(expectedOf(vector)));

test.each(
  vectors.map((vector, at) => [`${at + 1} (${vector.item ?? `sheet ${vector.sheet}`})`, vector] as const),
)('scores reference vector %s', (_, vector) => {
  expect(resultOf(score, vector)).toEqual(expectedOf(vector));
});

test('has all 27 reference vectors, of which 6 are whole sheets', () => {
  expect(vectors).toHaveLength(27);
  expect(vectors.filter(({ sheet }) => sheet !== undefined)).toHaveLength(6);
});

/** A scorer that is wrong in one place: `change` gets each criterion's score. */
const broken =
  (change: (criterion: ScoreSheet['criteria'][number]) => number): Scorer =>
  (set, answers) => {
    const sheet = score(set, answers);
    const criteria = sheet.criteria.map((criterion) => ({ ...criterion, points: change(criterion) }));
    const earned = criteria.reduce((sum, { points }) => sum + points, 0);
    const normalised = sheet.applicableMax === 0 ? 0 : Math.round((earned * 10_000) / sheet.applicableMax);
    return { ...sheet, criteria, earned, normalised };
  };

test('the vectors catch a scorer that truncates instead of rounding half-up', () => {
  const truncating = broken(({ points, maxPoints, why }) =>
    why.kind === 'ratio' && !why.reached
      ? Math.floor((maxPoints * why.n * 100) / (why.d * why.targetPercent))
      : points,
  );
  expect(failures(truncating).length).toBeGreaterThan(3);
});

test('the vectors catch a scorer that gives no full points at the target', () => {
  const strict = broken(({ points, maxPoints, why }) =>
    why.kind === 'ratio' ? Math.round((maxPoints * why.n) / Math.max(1, why.d)) : points,
  );
  expect(failures(strict).length).toBeGreaterThan(3);
});

test('a scorer put together the same way but unchanged passes the vectors', () => {
  expect(failures(broken(({ points }) => points))).toEqual([]);
});
