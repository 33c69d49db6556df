/** What happens in a run, as data: drawn from a seed, kept as a regression, shrunk to a story. */
import { z } from '#domain/zod.ts';
import { fates } from './line.ts';

export const phoneNames = ['An', 'Bình', 'Cường', 'Dung', 'Én'] as const;
/** An and Bình head the same hamlet, Cường the other; Dung is the officer, Én a family of the first hamlet. */
export type PhoneName = (typeof phoneNames)[number];

const figure = z.int().check(z.gte(0));
const phone = z.enum(phoneNames);

/** What a person does; figures are taken modulo what there is to choose from. */
const actSchema = z.discriminatedUnion('do', [
  z.strictObject({ do: z.literal('edit'), field: figure, value: z.nullable(figure) }),
  z.strictObject({ do: z.enum(['submit', 'withdraw', 'comment', 'choose']) }),
  z.strictObject({ do: z.literal('record'), household: figure, hamlet: figure }),
  z.strictObject({ do: z.literal('move'), target: figure, way: figure }),
  z.strictObject({ do: z.literal('score'), target: figure, field: figure, points: figure }),
]);
export type Act = z.infer<typeof actSchema>;

/** Another hand in between: the same person in the other tab, or the engine there. */
const interludeSchema = z.union([
  z.strictObject({ step: figure, tab: z.enum(['same', 'other']), act: actSchema }),
  z.strictObject({ step: figure, tab: z.literal('other'), wake: z.literal(true) }),
]);
export type Interlude = z.infer<typeof interludeSchema>;

const parts = {
  /** On the copy of that phone, once there is one. */
  onClone: z.optional(z.boolean()),
  /** Of the next requests, in turn. */
  fates: z.optional(z.array(z.enum(fates))),
  /** When those are used up. */
  online: z.optional(z.boolean()),
  /** A step is one command of the phone's store. */
  crash: z.optional(z.strictObject({ step: figure, side: z.enum(['before', 'after']) })),
  interlude: z.optional(interludeSchema),
};
const partsSchema = z.strictObject(parts);
export type PhoneParts = z.infer<typeof partsSchema>;

const eventSchema = z.discriminatedUnion('t', [
  z.strictObject({ t: z.literal('act'), phone, act: actSchema, stale: z.optional(z.boolean()), ...parts }),
  z.strictObject({
    t: z.literal('wake'),
    phone,
    by: z.enum(['hand', 'timer', 'online', 'visible']),
    ...parts,
  }),
  z.strictObject({ t: z.enum(['bothTabs', 'reenrol']), phone, ...parts }),
  z.strictObject({
    t: z.enum(['kill', 'copyDisk', 'diskBack', 'clone', 'destroy', 'revoke']),
    phone,
  }),
  z.strictObject({ t: z.literal('skew'), phone, ms: z.int() }),
  z.strictObject({ t: z.literal('pass'), ms: figure }),
  z.strictObject({ t: z.enum(['late', 'serverDies', 'snapshot', 'endDrain']) }),
  z.strictObject({ t: z.literal('register'), fit: z.boolean() }),
  z.strictObject({ t: z.literal('restore'), which: figure }),
]);
export type SimEvent = z.infer<typeof eventSchema>;
export type EventKind = SimEvent['t'];

export const scheduleSchema = z.strictObject({
  seed: figure,
  phones: z.array(phone),
  events: z.array(eventSchema),
  /** At the end a locked-out phone scans a new code. */
  rescans: z.boolean(),
});
export type Schedule = z.infer<typeof scheduleSchema>;
