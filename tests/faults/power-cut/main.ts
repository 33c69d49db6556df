/**
 * `node tests/faults/power-cut/main.ts [WRITES] [SEED]`: records the store with `strace`, cuts the power everywhere, and
 * fails when anything acknowledged is lost, or when the control loses nothing.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createDice } from '#server/seed/dice.ts';
import { DATABASE } from './names.ts';
import { record, type Call } from './recording.ts';
import { cutAtRandom, cutEverywhere, type Outcome } from './replay.ts';

const [writes = '1200', seed = '20261122'] = process.argv.slice(2);
const RANDOM_CUTS = 400;
const folder = mkdtempSync(join(tmpdir(), 'thidua-cut-'));

const tell = (name: string, outcome: Outcome, isControl = false): void => {
  const { cuts, opened, losing, mostLost, broken } = outcome;
  console.log(
    `${name}: ${cuts} cuts, ${opened} states opened, ${losing} losing what was acknowledged (${mostLost} at most), ` +
      `${broken.length} broken`,
  );
  for (const line of new Set(broken)) console.log(`  ${line}`);
  const isRight = isControl ? losing > 0 : losing === 0 && broken.length === 0;
  if (!isRight) process.exitCode = 1;
};

/** Moving the log into the file is where a database is most easily hurt: was it recorded? */
const movesLog = (calls: readonly Call[]): boolean => {
  const first = calls.findIndex(({ kind }) => kind === 'acknowledge');
  return calls.slice(first).some((call) => call.kind === 'write' && call.file === DATABASE);
};

try {
  const left = join(folder, 'left');
  const full = record(join(folder, 'full'), Number(writes), 'full');
  if (!movesLog(full)) console.log('(too few writes for the log to be moved into the file: say more)');
  tell('synchronous=FULL, everything unflushed gone', await cutEverywhere(full, left));
  const { roll } = createDice(Number(seed));
  tell(
    `synchronous=FULL, any part of it gone (seed ${seed})`,
    await cutAtRandom(full, left, { cuts: RANDOM_CUTS, roll }),
  );
  const weak = record(join(folder, 'weak'), Number(writes), 'weak');
  tell('the control, synchronous=NORMAL', await cutEverywhere(weak, left), true);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
