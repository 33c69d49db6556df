/** Schedules that broke a promise once, as short as they got: run for ever. */
import { readFileSync } from 'node:fs';
import { z } from '#domain/zod.ts';
import { scheduleSchema } from './schedule.ts';

const regressionsSchema = z.array(z.strictObject({ note: z.string(), schedule: scheduleSchema }));

export const regressions = regressionsSchema.parse(
  JSON.parse(readFileSync(new URL('regressions.json', import.meta.url), 'utf8')),
);
