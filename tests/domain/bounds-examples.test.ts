import { expect, test } from 'vitest';
import type { Answers } from '#domain/answers.ts';
import { bounds } from '#domain/bounds.ts';
import { denominators, judgeClaim, numeratorsAt } from '#domain/judge-claim.ts';
import { setNamed } from './read-vectors.ts';

const [hamlet, household] = [setNamed('hamlet'), setNamed('household')];
const times = (count: number, answers: Answers): Answers[] => Array.from({ length: count }, () => answers);
const boundsOf = (
  criterionId: string,
  forms: Answers[],
  households: number,
  people14plus: number | null = null,
) => {
  const found = bounds(hamlet, household, forms, { households, people14plus })[criterionId];
  if (!found) throw new Error(`no bounds for ${criterionId}`);
  return found;
};

test('90 households, 41 yes, 17 no: the truth lies in 41 to 73, and 24 more forms could settle 65', () => {
  const found = boundsOf('A2.2', [...times(41, { 'B2.3': true }), ...times(17, { 'B2.3': false })], 90);
  expect(found).toMatchObject({
    coverage: { forms: 58, households: 90 },
    provisional: true,
    unsent: 32,
    blank: 0,
  });
  expect(numeratorsAt(found, 90)).toEqual({ min: 41, max: 73 });
  expect(judgeClaim(found, { n: 65, d: 90 })).toEqual({ kind: 'possible', forms: 24, amount: 24 });
  expect(judgeClaim(found, { n: 41, d: 90 })).toEqual({ kind: 'proven' });
  expect(judgeClaim(found, { n: 40, d: 90 })).toEqual({ kind: 'tooLow' });
  expect(judgeClaim(found, { n: 74, d: 90 })).toEqual({ kind: 'tooHigh' });
  expect(judgeClaim(found, { n: 50, d: 89 })).toEqual({ kind: 'denominatorImpossible' });
});

test('forms without this answer are missing answers of their own, and N/A is known', () => {
  const forms = [
    ...times(5, { 'B1.2': { level: 'B1.2-2' } }),
    ...times(2, { 'B1.2': { na: 'Chưa có sóng' } }),
    {},
  ];
  const found = boundsOf('A3.2', forms, 10);
  expect(found).toMatchObject({ unsent: 2, blank: 1, notApplicable: 2 });
  expect(denominators(found)).toEqual({ min: 5, max: 8 });
  expect(numeratorsAt(found, 6)).toEqual({ min: 5, max: 6 });
  // One family out of reach of a signal, one that has the Internet, besides the five.
  expect(judgeClaim(found, { n: 6, d: 6 })).toEqual({ kind: 'possible', forms: 3, amount: 1 });
});

test('people: the official number is the denominator, and what families said no to stays no', () => {
  const forms = times(3, { householdPeople14: 4, 'B2.1': { n: 3 } });
  const own = boundsOf('A4.1', forms, 5);
  expect(denominators(own)).toEqual({ min: 12, max: 52 });
  expect(numeratorsAt(own, 20)).toEqual({ min: 9, max: 17 });
  const official = boundsOf('A4.1', forms, 5, 20);
  expect(numeratorsAt(official, 20)).toEqual({ min: 9, max: 17 });
  expect(judgeClaim(official, { n: 15, d: 20 })).toEqual({ kind: 'possible', forms: 1, amount: 6 });
  expect(judgeClaim(official, { n: 18, d: 20 })).toEqual({ kind: 'tooHigh' });
  // All in: those who are left live where nobody can use a telephone.
  expect(numeratorsAt(boundsOf('A4.1', forms, 3, 20), 20)).toEqual({ min: 9, max: 9 });
});

test('the suggestion itself is never called impossible', () => {
  const forms = [
    { 'B2.2': { level: 'B2.2-1' }, householdPeople14: 3, 'B2.1': { n: 2 } },
    { 'B2.2': { na: 'Không có việc' }, 'B1.2': { level: 'B1.2-0' } },
  ];
  for (const [id, claim] of [
    ['A4.2', { n: 1, d: 1 }],
    ['A4.1', { n: 2, d: 3 }],
    ['A3.2', { n: 0, d: 9 }],
    ['A2.2', { n: 0, d: 9 }],
  ] as const)
    expect(['possible', 'proven']).toContain(judgeClaim(boundsOf(id, forms, 9), claim).kind);
});

test('nothing is ruled out while the number of households is unknown, too small, or people exceed their number', () => {
  const forms = times(3, { 'B2.3': true, householdPeople14: 4, 'B2.1': { n: 1 } });
  expect(bounds(hamlet, household, forms, { households: 0, people14plus: null })).toEqual({});
  expect(bounds(hamlet, household, forms, { households: 2, people14plus: null })).toEqual({});
  const contradicted = bounds(hamlet, household, forms, { households: 3, people14plus: 11 });
  expect(contradicted['A4.1']).toBeUndefined();
  expect(contradicted['A2.2']).toBeDefined();
});
