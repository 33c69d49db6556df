/**
 * Two officers and a hamlet head act on what each last saw; `node tests/sim/officers.ts --runs 10000` plays thousands.
 */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { quickenCrypto } from '../quick-crypto.ts';
import { bugs } from './bugs.ts';
import { many } from './many.ts';
import { createStage, type Stage } from './stage.ts';

const SEED = 20261122;
const RUNS = 40;
const BUDGET = 40;
/** A limit on hanging. */
const PATIENCE_MS = 300_000;

let stage: Stage;
let slowly = (): void => {};
beforeAll(async () => {
  slowly = quickenCrypto();
  stage = await createStage();
}, PATIENCE_MS);
afterAll(() => slowly());

test(
  'officers and a head at work at the same time overwrite nothing, leave no state by the wrong door, and are told why',
  async () => {
    const ran = await many(stage, { from: SEED, runs: RUNS });
    console.log(`officers: ${ran.runs} interleavings, ${ran.operations} operations, seed ${SEED}`);
    expect(ran.failure).toBeNull();
    // Enough of everything happened for that to mean something.
    for (const told of [
      'score.set conflict',
      'score.set refused STALE_BASIS',
      'assessment.move refused STATE_GUARD',
    ])
      expect([told, (ran.verdicts.get(told) ?? 0) > 0]).toEqual([told, true]);
    expect(ran.conflicts).toBeGreaterThan(0);
  },
  PATIENCE_MS,
);

test.each(Object.entries(bugs))(
  'control: the planted bug %s is found',
  async (_name, planted) => {
    const ran = await many(stage, { from: SEED, runs: BUDGET, planted, shrink: false });
    expect(ran.failure?.broken.what).toBeTypeOf('string');
  },
  PATIENCE_MS,
);
