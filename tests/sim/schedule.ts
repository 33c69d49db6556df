/** What happens in a run, as data: drawn from a seed, kept as a regression, shrunk to a story. */
import { z } from '#domain/zod.ts';
import { fates } from './line.ts';

export const phoneNames = ['An', 'Bình', 'Cường', 'Dung', 'Én'] as const;
/** An and Bình head the same hamlet, Cường the other; Dung is the officer, Én a family of the first hamlet. */
export type PhoneName = (typeof phoneNames)[number];

/** Kinds of operation there was a build without. */
export const laterKinds = ['comment.add', 'photo.add', 'photo.remove'] as const;

const figure = z.int().check(z.gte(0));
const phone = z.enum(phoneNames);

/** What a person does; figures are taken modulo what there is to choose from. */
const actSchema = z.discriminatedUnion('do', [
  z.strictObject({ do: z.literal('edit'), field: figure, value: z.nullable(figure) }),
  z.strictObject({ do: z.enum(['submit', 'withdraw', 'comment', 'choose', 'export']) }),
  z.strictObject({ do: z.literal('photo'), field: figure, picture: figure }),
  /** Takes one out, puts one back, looks at one. */
  z.strictObject({ do: z.enum(['unphoto', 'rephoto', 'look']), target: figure }),
  z.strictObject({ do: z.literal('record'), household: figure, hamlet: figure }),
  z.strictObject({ do: z.literal('move'), target: figure, way: figure }),
  z.strictObject({ do: z.literal('score'), target: figure, field: figure, points: figure }),
]);
export type Act = z.infer<typeof actSchema>;

/** Another hand in between: the same person in the other tab, or the engine there. */
const interludeSchema = z.union([
  z.strictObject({ step: figure, tab: z.enum(['same', 'other']), act: actSchema }),
  z.strictObject({ step: figure, tab: z.literal('other'), wake: z.literal(true) }),
  /** While this piece of a photo is on its way. */
  z.strictObject({ piece: figure, act: actSchema }),
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
  /** An exported file, by whoever has it; `changed` = not as it was written. */
  z.strictObject({
    t: z.literal('handIn'),
    phone,
    file: figure,
    changed: z.optional(z.enum(['byte', 'words'])),
    ...parts,
  }),
  z.strictObject({
    t: z.enum(['kill', 'copyDisk', 'diskBack', 'clone', 'destroy', 'revoke']),
    phone,
  }),
  z.strictObject({ t: z.literal('skew'), phone, ms: z.int() }),
  z.strictObject({ t: z.literal('pass'), ms: figure }),
  z.strictObject({ t: z.enum(['late', 'serverDies', 'snapshot', 'endDrain']) }),
  z.strictObject({ t: z.literal('register'), fit: z.boolean() }),
  /** `kept`: the folder of pictures is still there. */
  z.strictObject({ t: z.literal('restore'), which: figure, kept: z.optional(z.boolean()) }),
  z.strictObject({ t: z.literal('room'), phone, full: z.boolean() }),
  /** Its next page is of this build. */
  z.strictObject({ t: z.literal('build'), phone, build: figure }),
  /** Null: the newest. */
  z.strictObject({ t: z.literal('serverBuild'), lacks: z.nullable(z.enum(laterKinds)) }),
]);
export type SimEvent = z.infer<typeof eventSchema>;
export type EventKind = SimEvent['t'];

export const scheduleSchema = z.strictObject({
  seed: figure,
  phones: z.array(phone),
  events: z.array(eventSchema),
  /** At the end a locked-out phone scans a new code. */
  rescans: z.boolean(),
  /** At the end an old page stays what it is. */
  staysOld: z.optional(z.boolean()),
});
export type Schedule = z.infer<typeof scheduleSchema>;
