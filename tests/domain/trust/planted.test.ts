/** Planted cheating is found and honest hamlets are left alone: a sample of `tests/trust/main.ts`. */
import { expect, test } from 'vitest';
import { trustCommune } from '../../trust/commune.ts';
import { flagged } from '../../trust/flags.ts';
import { measure } from '../../trust/measure.ts';

const SEED = 20261122;

test(`a head who adds a quarter, borrows pictures, hurries and copies is named by each check; honest ones are not (seed ${SEED})`, () => {
  for (const { name, found, honest } of measure(SEED, 2)) {
    // Hamlets differ by themselves: standing out among them is the weakest sign, and never the only one.
    if (!name.includes('outlier')) expect([name, found]).toEqual([name, 100]);
    expect(honest).toBeLessThanOrEqual(5);
  }
});

test('control: where nobody cheats nobody is named', () => {
  const flags = flagged(trustCommune(SEED, null));
  expect(Object.values(flags).every((ids) => ids.size === 0)).toBe(true);
});
