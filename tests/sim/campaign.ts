/** Many runs in a row: until one breaks, or all have held. */
import type { Broken } from './oracle/broken.ts';
import { runSchedule } from './run.ts';
import { shrink } from './shrink.ts';
import { scheduleOf } from './draw.ts';
import type { PlantedBug } from './planted/planted.ts';
import type { Schedule } from './schedule.ts';
import { storyOf } from './story.ts';
import type { Template } from './template.ts';

export interface Failure {
  seed: number;
  broken: Broken;
  schedule: Schedule;
}
export type Outcome = { runs: number; events: number; failure: Failure | null };

/** Seeds `from`, `from + step`, … */
export async function campaign(
  template: Template,
  range: { from: number; runs: number; step?: number },
  bug?: Pick<PlantedBug, 'planted' | 'focus'>,
): Promise<Outcome> {
  let events = 0;
  for (let run = 0; run < range.runs; run++) {
    const seed = range.from + run * (range.step ?? 1);
    const schedule = scheduleOf(seed, bug?.focus);
    const ran = await runSchedule(template, schedule, bug?.planted);
    events += ran.events;
    if (ran.broken !== null)
      return { runs: run + 1, events, failure: { seed, broken: ran.broken, schedule } };
  }
  return { runs: range.runs, events, failure: null };
}

/** The failure as short as it gets, in words. */
export async function explain(template: Template, failure: Failure, bug?: PlantedBug): Promise<string> {
  const { broken, seed } = failure;
  const breaks = async (candidate: Schedule) =>
    (await runSchedule(template, candidate, bug?.planted)).broken?.invariant ?? null;
  const short = await shrink(failure.schedule, breaks, broken.invariant);
  const again = (await runSchedule(template, short, bug?.planted)).broken ?? broken;
  return [
    `seed ${seed}, ${failure.schedule.events.length} events shrunk to ${short.events.length}`,
    again.message,
    storyOf(short),
    `as data: ${JSON.stringify(short)}`,
  ].join('\n');
}
