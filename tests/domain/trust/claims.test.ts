/** Figures beside what speaks against them. */
import { expect, test } from 'vitest';
import { askedOfTheSilent, outliers, UNLIKELY, unlikelyClaims } from '#domain/trust/claims.ts';

const claim = (over: object) => ({
  subjectId: 'h',
  criterionId: 'A3.1',
  n: 60,
  d: 90,
  yes: 40,
  answered: 60,
  ...over,
});

test('a claim at the rate of those who answered asks nothing unusual of the silent', () => {
  expect(Math.abs(askedOfTheSilent(claim({})) ?? 999)).toBeLessThan(100);
});

test('a claim that needs nearly every silent household is unlikely, and is said with how far', () => {
  const [far] = unlikelyClaims([claim({ n: 98, d: 120 }), claim({ n: 62 })]);
  expect(far).toMatchObject({ subjectId: 'h', criterionId: 'A3.1' });
  expect(far?.far).toBeGreaterThan(UNLIKELY);
  expect(unlikelyClaims([claim({ n: 62 })])).toEqual([]);
});

test('nothing is said of the likelihood where few answered or none is silent', () => {
  expect(askedOfTheSilent(claim({ answered: 7, yes: 5 }))).toBeNull();
  expect(askedOfTheSilent(claim({ answered: 90, yes: 60 }))).toBeNull();
});

test('a hamlet far above the others is named; the same share in a tiny one is not; five hamlets are too few', () => {
  const usual = Array.from({ length: 11 }, (_, at) => ({
    subjectId: `h${at}`,
    criterionId: 'A3.1',
    n: 50 + (at % 3),
    d: 100,
  }));
  const large = { subjectId: 'large', criterionId: 'A3.1', n: 92, d: 100 };
  expect(outliers([...usual, large]).map(({ subjectId }) => subjectId)).toEqual(['large']);
  expect(outliers([...usual, { ...large, subjectId: 'tiny', n: 5, d: 6 }])).toEqual([]);
  expect(outliers([...usual.slice(0, 4), large])).toEqual([]);
});

test('where hamlets differ much among themselves, more is needed to stand out', () => {
  const spread = Array.from({ length: 12 }, (_, at) => ({
    subjectId: `h${at}`,
    criterionId: 'A3.1',
    n: 20 + at * 6,
    d: 100,
  }));
  expect(outliers([...spread, { subjectId: 'high', criterionId: 'A3.1', n: 92, d: 100 }])).toEqual([]);
});
