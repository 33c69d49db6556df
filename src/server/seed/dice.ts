/** Seeded dice: the same seed rolls the same commune. For synthetic data alone, never for a key or a code. */
import type { Chance } from '#protocol/ids.ts';

export interface Dice {
  /** A whole number from 0 to below `below`. */
  roll(below: number): number;
  /** True this often, in per cent. */
  happens(percent: number): boolean;
  pick<Item>(items: readonly [Item, ...Item[]]): Item;
  chance: Chance;
}

/** Mulberry32: small, well spread, good enough for names and answers. */
export function createDice(seed: number): Dice {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return (mixed ^ (mixed >>> 14)) >>> 0;
  };
  const roll = (below: number): number => next() % below;
  return {
    roll,
    happens: (percent) => roll(100) < percent,
    pick: (items) => items[roll(items.length)] ?? items[0],
    chance: { bytes: (length) => Uint8Array.from({ length }, () => roll(256)) },
  };
}
