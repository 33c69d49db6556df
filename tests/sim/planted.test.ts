/** A simulation that cannot fail proves nothing: every bug put in on purpose is found within its budget. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { campaign } from './campaign.ts';
import { scheduleOf } from './draw.ts';
import { createMemoryPhoneDisk } from './phone-disk.ts';
import { plantedBugs } from './planted/all.ts';
import { quickenCrypto } from './quick-crypto.ts';
import { runSchedule } from './run.ts';
import { createTemplate, type Template } from './template.ts';

const SEED = 20261122;
const PATIENCE_MS = 900_000;

let template: Template;
let slowly = (): void => {};
beforeAll(async () => {
  slowly = quickenCrypto();
  template = await createTemplate(createMemoryPhoneDisk);
}, PATIENCE_MS);
afterAll(() => slowly());

test.each(Object.entries(plantedBugs))(
  'the simulation finds the planted bug: %s',
  async (name, bug) => {
    const { runs, failure } = await campaign(template, { from: bug.from ?? SEED, runs: bug.budget }, bug);
    console.log(
      `${name}: ${runs} runs from seed ${bug.from ?? SEED}: ${failure?.broken.message.split('\n')[0]}`,
    );
    expect(failure?.broken.invariant).toBeDefined();
    // The same run without the bug: what was found is the bug.
    const { broken } = await runSchedule(template, scheduleOf(failure?.seed ?? SEED, bug.focus));
    expect(broken?.message ?? 'held').toBe('held');
  },
  PATIENCE_MS,
);
