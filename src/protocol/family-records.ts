/**
 * What a family says to the commune beside its form: that it objects to what somebody typed for it, and what it asks of
 * its own data (`protocol.md` §6, `domain.md` §5.3). The family writes it, an officer answers it. The words themselves
 * are the office's to read: a slip found on the road, and the hamlet's own people, learn only how it stands.
 */
import { z } from '#domain/zod.ts';
import { uuidSchema } from './ids.ts';

const owner = { id: uuidSchema, campaignId: uuidSchema, householdId: uuidSchema, assessmentId: uuidSchema };
const answer = z.optional(z.string().check(z.maxLength(1000)));

/**
 * A family's objection to a form typed on its behalf. While it is `open` or `upheld` the form stays and its points are
 * frozen: no roll-up and no ranking counts it.
 */
export const objectionSchema = z.strictObject({
  ...owner,
  /** The submission objected to: its operation's id. */
  submission: uuidSchema,
  /** Empty outside the office's scope. */
  reason: z.string().check(z.maxLength(1000)),
  state: z.enum(['open', 'upheld', 'dismissed', 'takenBack']),
  answer,
});
export type Objection = z.infer<typeof objectionSchema>;

export const dataRequestKinds = ['access', 'correct', 'withdraw', 'restrict', 'delete'] as const;
/** "Yêu cầu về dữ liệu của tôi": answered within 2 working days (`domain.md` §5.3). */
export const dataRequestSchema = z.strictObject({
  ...owner,
  kind: z.enum(dataRequestKinds),
  /** Empty outside the office's scope. */
  reason: z.string().check(z.maxLength(1000)),
  state: z.enum(['open', 'done', 'declined', 'takenBack']),
  answer,
});
export type DataRequest = z.infer<typeof dataRequestSchema>;

/**
 * Does this request keep a family's form, whoever typed it, from counting? From when it is asked for, while it is
 * considered, and after it is granted; not once it is declined or taken back (`domain.md` §5.3).
 */
export const restricts = ({ kind, state }: Pick<DataRequest, 'kind' | 'state'>): boolean =>
  kind === 'restrict' && (state === 'open' || state === 'done');

export const familyRecordSchemas = { objection: objectionSchema, dataRequest: dataRequestSchema } as const;
export type FamilyRecordEntity = keyof typeof familyRecordSchemas;
export const isFamilyRecord = (entity: string): entity is FamilyRecordEntity =>
  Object.hasOwn(familyRecordSchemas, entity);

/** Does this objection keep a submission's points from counting? */
export const freezes = ({ state }: Pick<Objection, 'state'>): boolean =>
  state === 'open' || state === 'upheld';
