/** `npm run drill`: the restore drill at full size, then bits turned over in the database; prints what it found. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { readJournalFile } from '#server/backup/journal.ts';
import { openServerCore } from '#server/core.ts';
import { createDice } from '#server/seed/dice.ts';
import { flipOnce, type Flip } from '../support/flip-bytes.ts';
import { runDrill } from './drill.ts';

const { values } = parseArgs({
  options: {
    phones: { type: 'string', default: '8' },
    turns: { type: 'string', default: '6' },
    households: { type: 'string', default: '500' },
    flips: { type: 'string', default: '200' },
    seed: { type: 'string', default: '20261122' },
  },
});

/** Every one that changes a row must be named; returns how many of each kind there were. */
async function flipMany(flips: number, seed: number): Promise<Record<Flip['outcome'], number>> {
  const dataDir = mkdtempSync(join(tmpdir(), 'thidua-flips-'));
  const { core } = await openServerCore({
    sessions: 'notAsked',
    dataDir,
    clock: { now: () => Date.now() },
    chance: createDice(seed).chance,
    log: () => undefined,
  });
  await core.seedDemo({ households: 10, seed });
  await core.close();
  const journal = (await readJournalFile(join(dataDir, 'journal.jsonl'))).entries;
  const dice = createDice(seed);
  const told = { named: 0, notOpened: 0, harmless: 0, missed: 0 };
  for (let index = 0; index < flips; index++) {
    const random = (below: number): number => dice.roll(below);
    const flip = await flipOnce(join(dataDir, 'thidua.sqlite'), core.communeId, { random, journal });
    told[flip.outcome] += 1;
    if (flip.outcome === 'missed')
      console.log(`MISSED: bit ${flip.bit} at byte ${flip.offset} (seed ${seed})`);
  }
  rmSync(dataDir, { recursive: true });
  return told;
}

const figures = await runDrill({
  ports: [8645, 8655],
  phones: Number(values.phones),
  turns: Number(values.turns),
  households: Number(values.households),
});
console.log('restore drill', figures);
const flipped = await flipMany(Number(values.flips), Number(values.seed));
console.log(`bits turned over, seed ${values.seed}`, flipped);
if (figures.problems.length > 0 || flipped.missed > 0) process.exitCode = 1;
