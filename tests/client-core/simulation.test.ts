/**
 * Thousands of schedules of two phones of one hamlet, a commune that is busy, backed up and restored, and a line that
 * loses, repeats, delays and lies. The planted bugs are the control: a run that cannot fail proves nothing.
 */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Planted } from './sim/planted.ts';
import { runSchedule, type SimEvent } from './sim/world.ts';
import { ASSESSMENT } from './makers.ts';

const SEED = 20261122;
const RUNS = 3000;

const device = fc.constantFrom<0 | 1>(0, 1);
const luck = fc.constantFrom('fine', 'loseRequest', 'loseReply', 'twice', 'late', 'portal', 'crash' as const);
const event: fc.Arbitrary<SimEvent> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({ kind: fc.constant('type' as const), device, field: fc.constantFrom('A1', 'A2') }),
  },
  {
    weight: 5,
    arbitrary: fc.record({
      kind: fc.constantFrom('comment', 'submit', 'race', 'lateArrives', 'clockBack' as const),
      device,
    }),
  },
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constant('exchange' as const),
      device,
      lucks: fc.array(luck, { maxLength: 4 }),
      opBytes: fc.constantFrom(1, 900, 1e6),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('twoTabs' as const), device }) },
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constantFrom('backup', 'restore', 'busy', 'ready' as const) }),
  },
);
const schedule = fc.array(event, { maxLength: 24 });

async function simulate(planted: Planted, runs: number): Promise<fc.RunDetails<[SimEvent[]]>> {
  const keys = await crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, false, [
    'sign',
    'verify',
  ]);
  return fc.check(
    fc.asyncProperty(schedule, (events) => runSchedule(events, ASSESSMENT, keys, planted)),
    { seed: SEED, numRuns: runs },
  );
}

test('nothing is lost, doubled, overwritten unseen or acknowledged falsely in thousands of schedules', async () => {
  const started = performance.now();
  const details = await simulate('none', RUNS);
  const seconds = ((performance.now() - started) / 1000).toFixed(0);
  console.log(`simulation: ${details.numRuns} schedules, seed ${SEED}, ${seconds} s`);
  expect(fc.defaultReportMessage(details) ?? 'held').toBe('held');
}, 240_000);

test.each<[Planted, string]>([
  ['trustAny200', 'I9'],
  ['deleteOnSend', 'I9'],
  ['noRewind', 'I'],
  ['overwriteUnseen', 'I8'],
])(
  'the simulation finds the planted bug: %s',
  async (planted, invariant) => {
    const details = await simulate(planted, 2000);
    console.log(
      `${planted}: found after ${details.numRuns} schedules, ${details.counterexample?.[0].length} events`,
    );
    expect(details.failed).toBe(true);
    expect(String(details.errorInstance)).toContain(invariant);
  },
  240_000,
);
