/**
 * Two officers and a hamlet head at work at the same time: `node tests/sim/officers.ts --runs 10000 --seed 1`, with
 * `--planted all` (or one bug by its name) for the controls, `--share 0/2` for every second seed from the first.
 */
import { parseArgs } from 'node:util';
import { bugs } from './officers/bugs.ts';
import { many, type Ran } from './officers/many.ts';
import { createStage } from './officers/stage.ts';
import { quickenCrypto } from './quick-crypto.ts';

const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '1000' },
    seed: { type: 'string', default: '20261122' },
    share: { type: 'string', default: '0/1' },
    planted: { type: 'string' },
  },
});
const print = (line: string): void => void process.stdout.write(`${line}\n`);
const [index = 0, of = 1] = values.share.split('/').map(Number);
const from = Number(values.seed) + index;
const runs = Math.ceil((Number(values.runs) - index) / of);

quickenCrypto();
const stage = await createStage();
const tell = ({ failure }: Ran): string =>
  failure === null
    ? ''
    : `seed ${failure.seed}: ${failure.broken.what}: ${failure.broken.where}\n${failure.steps.map((step) => JSON.stringify(step)).join('\n')}`;

if (values.planted === undefined) {
  const since = performance.now();
  const ran = await many(stage, {
    from,
    runs,
    step: of,
    onRun: (done) => {
      if (done % 500 === 0) print(`${done} of ${runs} held`);
    },
  });
  const seconds = ((performance.now() - since) / 1000).toFixed(0);
  if (ran.failure !== null) print(tell(ran));
  for (const [key, count] of [...ran.verdicts].toSorted(([a], [b]) => (a < b ? -1 : 1)))
    print(`  ${count} × ${key}`);
  print(
    `${ran.failure === null ? 'held' : 'FAILED'}: ${ran.runs} interleavings from seed ${from} by ${of}, ${ran.steps} steps, ${ran.operations} operations, ${ran.conflicts} questions left in dispute, ${seconds} s`,
  );
  process.exitCode = ran.failure === null ? 0 : 1;
} else
  for (const [name, planted] of Object.entries(bugs)) {
    if (values.planted !== 'all' && values.planted !== name) continue;
    const ran = await many(stage, { from, runs, planted });
    print(
      ran.failure === null ? `${name}: NOT FOUND in ${ran.runs}` : `${name}: after ${ran.runs}: ${tell(ran)}`,
    );
    if (ran.failure === null) process.exitCode = 1;
  }
// Pages of the last run still have timers.
process.exit();
