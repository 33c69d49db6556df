/** `seed-demo`: a synthetic commune part-way through its campaign; the same numbers give the same commune. */
import { done, type Command } from './command.ts';

const HOUSEHOLDS_MAX = 100_000;
const SEED_MAX = 999_999_999;

const whole = (text: string | undefined, max: number): number | null =>
  text !== undefined && /^\d{1,9}$/.test(text) && Number(text) <= max ? Number(text) : null;

export const seedDemo: Command = {
  usage: '--households N --seed S',
  flags: ['households', 'seed'],
  positionals: 0,
  prepare: ({ flags }) => {
    const households = whole(flags['households'], HOUSEHOLDS_MAX);
    if (households === null || households === 0) return `--households must be from 1 to ${HOUSEHOLDS_MAX}`;
    const seed = whole(flags['seed'], SEED_MAX);
    if (seed === null) return `--seed must be from 0 to ${SEED_MAX}`;
    return async (core) => {
      const counts = await core.seedDemo({ households, seed });
      return done(
        { counts },
        Object.entries(counts).map(([name, count]) => `${name}: ${count}`),
      );
    };
  },
};
