import { expect, test } from 'vitest';
import { divideHalfUp } from '#domain/rounding.ts';
import { ratioPoints } from '#domain/score-criterion.ts';

/** max × n/d ÷ target in exact rational arithmetic, half-up. */
const exact = (max: number, n: number, d: number, target: number): number => {
  if (BigInt(n) * 100n >= BigInt(target) * BigInt(d)) return max;
  const [above, below] = [BigInt(max) * BigInt(n) * 100n, BigInt(d) * BigInt(target)];
  return Number((2n * above + below) / (2n * below));
};

const TARGETS = [50, 60, 80, 85, 90, 95, 98, 100];
const MAXIMA = [200, 300, 400, 500, 600, 800, 1200, 1400];

const differences = (points: typeof ratioPoints, largest: number): number => {
  let count = 0;
  for (let d = 1; d <= largest; d++) {
    for (let n = 0; n <= d; n++) {
      for (const target of TARGETS) {
        for (const max of MAXIMA) if (points(max, n, d, target) !== exact(max, n, d, target)) count++;
      }
    }
  }
  return count;
};

test('a ratio equals exact rational arithmetic for every n ≤ d ≤ 60, target and maximum of the default sets', () => {
  expect(differences(ratioPoints, 60)).toBe(0);
});

test('truncation, and rounding of a floating-point product, both differ from exact arithmetic (control)', () => {
  expect(
    differences((max, n, d, target) => Math.min(max, Math.floor((max * n * 100) / (d * target))), 20),
  ).toBeGreaterThan(0);
  expect(
    differences((max, n, d, target) => Math.min(max, Math.round(max * (n / d / (target / 100)))), 60),
  ).toBeGreaterThan(0);
});

test('stays exact at the largest figures an answer can hold', () => {
  expect(ratioPoints(100_000, 499_999, 1_000_000, 50)).toBe(exact(100_000, 499_999, 1_000_000, 50));
  expect(ratioPoints(100_000, 999_998, 999_999, 100)).toBe(exact(100_000, 999_998, 999_999, 100));
});

test('a half goes up', () => {
  expect(divideHalfUp(1, 2)).toBe(1);
  expect(divideHalfUp(5, 2)).toBe(3);
  expect(divideHalfUp(4999, 10_000)).toBe(0);
  expect(divideHalfUp(0, 7)).toBe(0);
});
