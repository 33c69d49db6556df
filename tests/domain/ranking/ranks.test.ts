/** Ranks and spans of ranks against every outcome written out. */
import { expect, test } from 'vitest';
import { possibleRanks } from '#domain/ranking/possible-ranks.ts';
import { possibleByTheBook } from './brute-force.ts';
import { dice, randomGroup } from './random-groups.ts';

const SEED = 20_251_122;
const GROUPS = 10_000;
const OPEN_GROUPS = 1_500;

const disagreements = (
  groups: number,
  size: (upTo: (most: number) => number) => number,
  width: number,
  ranksOf: typeof possibleRanks,
): number => {
  const random = dice(SEED);
  let wrong = 0;
  for (let group = 0; group < groups; group++) {
    const { contenders, placings } = randomGroup(random, size(random.upTo), width);
    const expected = possibleByTheBook(contenders, placings);
    const found = ranksOf(contenders, placings);
    if (contenders.some(({ subjectId }) => found.get(subjectId)?.join() !== expected.get(subjectId)?.join()))
      wrong++;
  }
  return wrong;
};

const upToTen = (upTo: (most: number) => number): number => upTo(10);
const upToFour = (upTo: (most: number) => number): number => 1 + upTo(3);

test(`ranks with ties and the council's word are those by the book in ${GROUPS} random groups (seed ${SEED})`, () => {
  expect(disagreements(GROUPS, upToTen, 0, possibleRanks)).toBe(0);
});

test(`spans of ranks hold every rank of every outcome and no other in ${OPEN_GROUPS} open groups (seed ${SEED})`, () => {
  expect(disagreements(OPEN_GROUPS, upToFour, 3, possibleRanks)).toBe(0);
});

/** Spans filled up between their ends; a placing kept although an outcome may join its equals. */
const filled: typeof possibleRanks = (contenders, placings) =>
  new Map(
    [...possibleRanks(contenders, placings)].map(([id, ranks]) => {
      const [first = 1, last = 1] = [ranks[0], ranks.at(-1)];
      return [id, Array.from({ length: last - first + 1 }, (_, at) => first + at)];
    }),
  );

test('control: spans that leave out no rank between their ends, and ranks without the last two steps, are caught', () => {
  expect(disagreements(OPEN_GROUPS, upToFour, 3, filled)).toBeGreaterThan(0);
  const withoutSteps: typeof possibleRanks = (contenders, placings) =>
    possibleRanks(
      contenders.map((one) => ({ ...one, prior: null })),
      placings,
    );
  expect(disagreements(200, upToTen, 0, withoutSteps)).toBeGreaterThan(0);
  const withoutCouncil: typeof possibleRanks = (contenders) => possibleRanks(contenders);
  expect(disagreements(1000, upToTen, 0, withoutCouncil)).toBeGreaterThan(0);
});
