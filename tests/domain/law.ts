/** Laws of scoring, each held for the real scorer and shown to catch one that is broken on purpose. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { score } from '#domain/score.ts';

export type Scorer = typeof score;

/** The same cases on every run. */
export const CASES = { numRuns: 10_000, seed: 20_251_115 };

export const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

/** The law holds for the real scorer, and the same cases catch the broken one. */
export const law = (
  name: string,
  property: (scorer: Scorer) => fc.IProperty<unknown>,
  broken: Scorer,
): void => {
  test(`${name} (${CASES.numRuns} cases, seed ${CASES.seed})`, () => {
    fc.assert(property(score), CASES);
  });
  test(`${name}: a broken scorer is caught (control)`, () => {
    expect(() => fc.assert(property(broken), CASES)).toThrow('Property failed');
  });
};
