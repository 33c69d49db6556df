import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { journalOf } from '#server/backup/journal-facts.ts';
import { createDice } from '#server/seed/dice.ts';
import { flipOnce } from '../../support/flip-bytes.ts';
import { openCommune } from '../core/commune.ts';

const SEED = 20_261_122;
const FLIPS = 10;

test('one bit turned over in the database file is named, wherever it changes a row', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'thidua-flip-'));
  const [open, file] = [join(folder, 'open.sqlite'), join(folder, 'still.sqlite')];
  const commune = await openCommune({ file: open });
  await commune.core.seedDemo({ households: 4, seed: 7 });
  const journal = await commune.store.read(journalOf);
  const { communeId } = commune.core;
  await commune.core.close();
  copyFileSync(open, file);
  const dice = createDice(SEED);
  const outcomes: string[] = [];
  for (let index = 0; index < FLIPS; index++) {
    const flip = await flipOnce(file, communeId, { random: (below) => dice.roll(below), journal });
    if (flip.outcome === 'missed')
      throw new Error(`seed ${SEED}: bit ${flip.bit} at ${flip.offset} changes a row and was not found`);
    outcomes.push(flip.outcome);
  }
  // Control: most of a database is rows.
  expect(outcomes.filter((outcome) => outcome !== 'harmless').length).toBeGreaterThan(FLIPS / 3);
  rmSync(folder, { recursive: true });
}, 120_000);
