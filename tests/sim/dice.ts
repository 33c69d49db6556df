/** Chance of one run: everything it draws comes from one number, so that the number is the run. */
import type { Chance } from '#protocol/ids.ts';

export interface Dice {
  /** 0 (in) to 1 (out). */
  roll(): number;
  /** 0 (in) to `limit` (out). */
  below(limit: number): number;
  happens(probability: number): boolean;
  pick<const Items extends readonly [unknown, ...unknown[]]>(items: Items): Items[number];
  /** Dice of their own, so that one more throw here changes nothing there. */
  fork(name: string): Dice;
  bytes: Chance['bytes'];
}

const mix = (seed: number, text: string): number => {
  let sum = seed >>> 0;
  for (const character of text) sum = (Math.imul(sum, 31) + (character.codePointAt(0) ?? 0)) >>> 0;
  return sum;
};

/** mulberry32. */
export function createDice(seed: number): Dice {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return (mixed ^ (mixed >>> 14)) >>> 0;
  };
  const dice: Dice = {
    roll: () => next() / 4_294_967_296,
    below: (limit) => Math.floor(dice.roll() * limit),
    happens: (probability) => dice.roll() < probability,
    pick: (items) => items[dice.below(items.length)] ?? items[0],
    fork: (name) => createDice(mix(seed, name)),
    bytes: (length) => Uint8Array.from({ length }, () => next() & 255),
  };
  return dice;
}
