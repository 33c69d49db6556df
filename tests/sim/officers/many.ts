/** Many interleavings in a row: until one breaks, or all have held. */
import { createDice } from '../dice.ts';
import type { Planted } from '../planted/planted.ts';
import { check, type Broken } from './check.ts';
import { drawSteps, type Step } from './draw.ts';
import { play } from './play.ts';
import type { Stage } from './stage.ts';

export interface Ran {
  runs: number;
  steps: number;
  operations: number;
  /** Questions on which two officers differ at the end. */
  conflicts: number;
  verdicts: Map<string, number>;
  failure: { seed: number; broken: Broken; steps: readonly Step[] } | null;
}

async function once(stage: Stage, seed: number, steps: readonly Step[], planted: Planted) {
  const played = await play(stage, { seed, steps, planted });
  try {
    return await check(stage, played);
  } finally {
    for (const { phone } of Object.values(played.machines)) phone.kill();
  }
}

/** Takes out steps as long as the same thing breaks. */
async function shrunk(stage: Stage, seed: number, steps: readonly Step[], what: string, planted: Planted) {
  let short = steps;
  for (let at = short.length - 1; at >= 0; at--) {
    const without = short.filter((_, index) => index !== at);
    if ((await once(stage, seed, without, planted)).broken?.what === what) short = without;
  }
  return short;
}

/** Seeds `from`, `from + step`, … */
export async function many(
  stage: Stage,
  {
    from,
    runs,
    step = 1,
    planted = {},
    shrink = true,
    onRun,
  }: {
    from: number;
    runs: number;
    step?: number;
    planted?: Planted;
    /** Whether a failure is brought down to the steps it needs, which takes as many runs as it had steps. */
    shrink?: boolean;
    onRun?: (done: number) => void;
  },
): Promise<Ran> {
  const ran: Ran = { runs: 0, steps: 0, operations: 0, conflicts: 0, verdicts: new Map(), failure: null };
  for (let run = 0; run < runs; run++) {
    const seed = from + run * step;
    const steps = drawSteps(createDice(seed));
    const { broken, counted } = await once(stage, seed, steps, planted);
    ran.runs += 1;
    ran.steps += steps.length;
    ran.operations += counted.operations;
    ran.conflicts += counted.conflicts;
    for (const [key, count] of counted.verdicts) ran.verdicts.set(key, (ran.verdicts.get(key) ?? 0) + count);
    if (broken !== null) {
      const short = shrink ? await shrunk(stage, seed, steps, broken.what, planted) : steps;
      return { ...ran, failure: { seed, broken, steps: short } };
    }
    onRun?.(ran.runs);
  }
  return ran;
}
