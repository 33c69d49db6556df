/**
 * The phone's engine and the commune's server as they are built, under hundreds of seeded schedules; `npm run sim` runs
 * thousands. The planted bugs beside this file show that it can fail.
 */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { campaign, explain } from './campaign.ts';
import { createDexiePhoneDisk } from './dexie-disk.ts';
import { createMemoryPhoneDisk } from './phone-disk.ts';
import { quickenCrypto } from './quick-crypto.ts';
import { regressions } from './regressions.ts';
import { runSchedule } from './run.ts';
import { createTemplate, type Template } from './template.ts';

const SEED = 20261122;
const RUNS = 500;
const DEXIE_RUNS = 4;
/** Short ones here; the command's runs have up to 140 events. */
const focus = { length: 9 };
/** A limit on hanging. */
const PATIENCE_MS = 900_000;

let template: Template;
let slowly = (): void => {};
beforeAll(async () => {
  slowly = quickenCrypto();
  template = await createTemplate(createMemoryPhoneDisk);
}, PATIENCE_MS);
afterAll(() => slowly());

const used = (since: NodeJS.CpuUsage): string => {
  const { user, system } = process.cpuUsage(since);
  return `${((user + system) / 1e6).toFixed(1)} s of one core`;
};

// promise: P2, P4, P5, P9
test(
  'nothing is lost, doubled, overwritten unseen, shown to strangers or said falsely in hundreds of schedules',
  async () => {
    const since = process.cpuUsage();
    const outcome = await campaign(template, { from: SEED, runs: RUNS }, { planted: {}, focus });
    console.log(
      `simulation: ${outcome.runs} schedules, ${outcome.events} events, seed ${SEED}, ${used(since)}`,
    );
    expect(outcome.failure === null ? 'held' : await explain(template, outcome.failure)).toBe('held');
  },
  PATIENCE_MS,
);

test.each(regressions)(
  'what broke once holds: $note',
  async ({ schedule }) => {
    expect((await runSchedule(template, schedule)).broken?.message ?? 'held').toBe('held');
  },
  PATIENCE_MS,
);

test(
  'the phone’s store on IndexedDB keeps the same promises',
  async () => {
    const since = process.cpuUsage();
    const indexed = await createTemplate(createDexiePhoneDisk);
    const outcome = await campaign(indexed, { from: SEED, runs: DEXIE_RUNS }, { planted: {}, focus });
    console.log(`simulation on IndexedDB: ${outcome.runs} schedules, seed ${SEED}, ${used(since)}`);
    expect(outcome.failure === null ? 'held' : await explain(indexed, outcome.failure)).toBe('held');
  },
  PATIENCE_MS,
);
