/** One process of the simulation: its share of the seeds, or of the planted bugs. */
import { z } from '#domain/zod.ts';
import { campaign, explain } from './campaign.ts';
import { createDexiePhoneDisk } from './dexie-disk.ts';
import { createMemoryPhoneDisk } from './phone-disk.ts';
import { plantedBugs } from './planted/all.ts';
import { quickenCrypto } from './quick-crypto.ts';
import { createTemplate } from './template.ts';

const optionsSchema = z.object({
  runs: z.coerce.number(),
  seed: z.coerce.number(),
  store: z.enum(['memory', 'dexie']),
  planted: z.optional(z.string()),
  length: z.optional(z.coerce.number()),
  index: z.int(),
  workers: z.int(),
});
const { runs, seed, store, planted, length, index, workers } = optionsSchema.parse(
  JSON.parse(process.env['SIM'] ?? '{}'),
);

quickenCrypto();
const template = await createTemplate(store === 'dexie' ? createDexiePhoneDisk : createMemoryPhoneDisk);
const say = (line: string): void => void process.send?.(line);
const report = { runs: 0, events: 0, failed: false };
const honest = { planted: {}, focus: length === undefined ? {} : { length } };
if (planted === undefined) {
  const share = Math.ceil((runs - index) / workers);
  const outcome = await campaign(template, { from: seed + index, runs: share, step: workers }, honest);
  report.runs = outcome.runs;
  report.events = outcome.events;
  if (outcome.failure !== null) {
    report.failed = true;
    say(await explain(template, outcome.failure));
  }
} else {
  const names = Object.keys(plantedBugs).filter((name) => planted === 'all' || planted === name);
  for (const [at, name] of names.entries()) {
    const bug = plantedBugs[name];
    if (bug === undefined || at % workers !== index) continue;
    const since = process.cpuUsage();
    const { runs: needed, events, failure } = await campaign(template, { from: seed, runs: bug.budget }, bug);
    const { user, system } = process.cpuUsage(since);
    const ms = Math.round((user + system) / 1000);
    report.runs += needed;
    report.events += events;
    if (failure === null) report.failed = true;
    say(
      failure === null
        ? `${name}: NOT FOUND in ${bug.budget} runs, ${ms} ms of one core`
        : `${name}: found after ${needed} runs, ${ms} ms of one core: ${failure.broken.message.split('\n')[0]}`,
    );
    if (failure !== null && planted === name) say(await explain(template, failure, bug));
  }
}
process.send?.(report);
process.disconnect();
process.exit(0);
