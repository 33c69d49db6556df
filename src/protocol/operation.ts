/**
 * The closed set of operations (`protocol.md` §3). Every write by anyone is one of these eight kinds. Device and `seq`
 * are the envelope, outside the body: resealing under a new key keeps `opId` and hash.
 */
import { answerSchema, criterionIdSchema } from '#domain/answers.ts';
import { criteriaRefSchema, pointsSchema } from '#domain/criteria.ts';
import { z } from '#domain/zod.ts';
import { hashSchema } from './hash.ts';
import { recordIdSchema, uuidSchema } from './ids.ts';

export const operationKinds = [
  'answers.save',
  'photo.add',
  'photo.remove',
  'assessment.submit',
  'assessment.move',
  'score.set',
  'comment.add',
  'record.put',
] as const;
export type OperationKind = (typeof operationKinds)[number];

/** One operation's canonical text, at most. */
export const OPERATION_BYTES_MAX = 128 * 1024;

export const assessmentStates = [
  'draft',
  'received',
  'underReview',
  'returned',
  'withdrawn',
  'verified',
  'final',
] as const;
export const assessmentStateSchema = z.enum(assessmentStates);
export type AssessmentState = z.infer<typeof assessmentStateSchema>;

const instantSchema = z.int().check(z.gte(0));
const basesSchema = z.array(uuidSchema).check(z.maxLength(64));
const shortText = z.string().check(z.maxLength(200));
const reasonText = z.string().check(z.minLength(1), z.maxLength(2000));
const submissionIdSchema = uuidSchema;

/** A cleared answer is a change without a `value` (canonical JSON has no null). */
const changeSchema = z.strictObject({ value: z.optional(answerSchema), bases: basesSchema });
export type Change = z.infer<typeof changeSchema>;

export const consentChoiceSchema = z.strictObject({
  purpose: z.enum(['process', 'publish', 'photo']),
  /** Version of the text that was shown or read (`content-vi.json`). */
  textVersion: z.string().check(z.regex(/^[0-9]+\.[0-9]+$/)),
  agreed: z.boolean(),
  at: instantSchema,
});
export const consentSchema = z.strictObject({
  choices: z.array(consentChoiceSchema).check(z.minLength(1), z.maxLength(3)),
  /** `self`: on the family's own phone; otherwise how the family told the person who typed for it. */
  mode: z.enum(['self', 'readAloud', 'signedPaper']),
  witness: z.optional(shortText),
});
export type Consent = z.infer<typeof consentSchema>;

export const photoRefSchema = z.strictObject({
  criterionId: criterionIdSchema,
  photoId: hashSchema,
  sha256: hashSchema,
});

const answersSaveArgs = z.strictObject({
  assessmentId: uuidSchema,
  changes: z.record(criterionIdSchema, changeSchema),
});
const photoAddArgs = z.strictObject({
  assessmentId: uuidSchema,
  criterionId: criterionIdSchema,
  photoId: hashSchema,
  sha256: hashSchema,
  bytes: z.int().check(z.gte(1)),
  mime: z.enum(['image/jpeg', 'image/png', 'image/webp']),
  w: z.int().check(z.gte(1)),
  h: z.int().check(z.gte(1)),
});
/** Without a form, it goes from every form its author may write; without a question, from every question. */
const photoRemoveArgs = z.strictObject({
  photoId: hashSchema,
  assessmentId: z.optional(uuidSchema),
  criterionId: z.optional(criterionIdSchema),
});
const assessmentSubmitArgs = z.strictObject({
  assessmentId: uuidSchema,
  criteriaSet: criteriaRefSchema,
  snapshot: z.record(criterionIdSchema, answerSchema),
  /** Versions of each answer its author had seen; empty for households, whose drafts never travel. */
  bases: z.record(criterionIdSchema, basesSchema),
  photos: z.array(photoRefSchema).check(z.maxLength(60)),
  /** Normalised self-score in hundredths, as the phone computed it. */
  selfScore: pointsSchema,
  /** Name of the head who signed off, or who typed for a family. */
  signedOffBy: shortText,
  consent: z.optional(consentSchema),
});
const assessmentMoveArgs = z.strictObject({
  assessmentId: uuidSchema,
  submission: submissionIdSchema,
  to: assessmentStateSchema,
  statusRev: z.int().check(z.gte(0)),
  reason: z.optional(reasonText),
  items: z.optional(z.array(z.strictObject({ criterionId: criterionIdSchema, ask: reasonText }))),
});
const scoreSetArgs = z.strictObject({
  submission: submissionIdSchema,
  criterionId: criterionIdSchema,
  points: pointsSchema,
  reasonCode: z.string().check(z.regex(/^[a-zA-Z]{1,40}$/)),
  reason: z.string().check(z.maxLength(2000)),
  basis: hashSchema,
  bases: basesSchema,
});
const commentAddArgs = z.strictObject({
  assessmentId: uuidSchema,
  criterionId: z.optional(criterionIdSchema),
  text: reasonText,
});
/** `value` is parsed against the entity's own schema by its policy row; absent = the record ends. */
const recordPutArgs = z.strictObject({
  entity: z.string().check(z.regex(/^[a-z][a-zA-Z]{1,39}$/)),
  id: recordIdSchema,
  value: z.optional(z.record(z.string(), z.unknown())),
  /** The revision its author saw; 0 = new. */
  baseRev: z.int().check(z.gte(0)),
  batchId: z.optional(uuidSchema),
});

const head = {
  v: z.literal(1),
  opId: uuidSchema,
  /** 128 random bits: after erasure the hash cannot be guessed back. */
  salt: z.string().check(z.regex(/^[A-Za-z0-9_-]{22}$/)),
  /** Person id, or the role where no person is known: a claim; the author is taken from the credential. */
  by: z.string().check(z.minLength(1), z.maxLength(64)),
  claimedAt: instantSchema,
  /** Server minus phone in ms, as last measured; 0 before any contact. */
  clockOff: z.int(),
};

export const operationSchema = z.discriminatedUnion('kind', [
  z.strictObject({ ...head, kind: z.literal('answers.save'), args: answersSaveArgs }),
  z.strictObject({ ...head, kind: z.literal('photo.add'), args: photoAddArgs }),
  z.strictObject({ ...head, kind: z.literal('photo.remove'), args: photoRemoveArgs }),
  z.strictObject({ ...head, kind: z.literal('assessment.submit'), args: assessmentSubmitArgs }),
  z.strictObject({ ...head, kind: z.literal('assessment.move'), args: assessmentMoveArgs }),
  z.strictObject({ ...head, kind: z.literal('score.set'), args: scoreSetArgs }),
  z.strictObject({ ...head, kind: z.literal('comment.add'), args: commentAddArgs }),
  z.strictObject({ ...head, kind: z.literal('record.put'), args: recordPutArgs }),
]);
export type Operation = z.infer<typeof operationSchema>;
export type OperationOf<Kind extends OperationKind> = Extract<Operation, { kind: Kind }>;
export type AssessmentSubmitArgs = OperationOf<'assessment.submit'>['args'];
export type RecordPutArgs = OperationOf<'record.put'>['args'];

/** What a caller gives; the sealer adds id, salt, time and author. */
export type Intent = {
  [Kind in OperationKind]: { kind: Kind; args: OperationOf<Kind>['args'] };
}[OperationKind];

/** Enough of a body to know it by, when its kind or arguments are not understood. */
export const operationHeadSchema = z.looseObject({
  opId: uuidSchema,
  kind: z.string().check(z.maxLength(64)),
});
