/** What the server shows of what it judged (`protocol.md` §5): an assessment, its submissions, drafts and comments. */
import { answerSchema, criterionIdSchema } from '#domain/answers.ts';
import { criteriaRefSchema, pointsSchema, subjectKindSchema } from '#domain/criteria.ts';
import { z } from '#domain/zod.ts';
import { hashSchema } from './hash.ts';
import { uuidSchema } from './ids.ts';
import { assessmentStateSchema, consentSchema } from './operation.ts';
import { roleSchema } from './policy-roles.ts';

const instant = z.int();

export const channelSchema = z.enum(['self', 'proxy']);
export type Channel = z.infer<typeof channelSchema>;

/** One assessment as its audience may see it. */
export const assessmentRowSchema = z.strictObject({
  id: uuidSchema,
  campaignId: uuidSchema,
  subjectKind: subjectKindSchema,
  subjectId: z.string(),
  /** Hamlet of a household. */
  hamletId: z.optional(z.string()),
  state: assessmentStateSchema,
  statusRev: z.int(),
  round: z.int(),
  /** Receipt states only: what a slip redeemed again may read. */
  submissions: z.array(
    z.strictObject({
      id: uuidSchema,
      channel: channelSchema,
      receiptCode: z.string(),
      receivedAt: instant,
      /** Superseded by a later one of the same channel. */
      current: z.boolean(),
    }),
  ),
  /** The move that led to the present state; absent after a submission. */
  lastMove: z.optional(
    z.strictObject({
      to: assessmentStateSchema,
      submission: uuidSchema,
      at: instant,
      byName: z.string(),
      byRole: roleSchema,
      reason: z.optional(z.string()),
      /** What to mend, question by question. */
      items: z.optional(z.array(z.strictObject({ criterionId: criterionIdSchema, ask: z.string() }))),
    }),
  ),
});
export type AssessmentRow = z.infer<typeof assessmentRowSchema>;

/** One submission in full, for the office and the subject's own workspace. Never in a household's scope. */
export const submissionRowSchema = z.strictObject({
  id: uuidSchema,
  assessmentId: uuidSchema,
  subjectKind: subjectKindSchema,
  subjectId: z.string(),
  hamletId: z.optional(z.string()),
  /** Household's family name line or hamlet/unit name, as it stood when received. */
  subjectName: z.string(),
  channel: channelSchema,
  round: z.int(),
  current: z.boolean(),
  criteriaSet: criteriaRefSchema,
  snapshot: z.record(criterionIdSchema, answerSchema),
  /** Normalised hundredths: claimed by the phone, and as the server computes it. */
  selfScore: pointsSchema,
  serverScore: pointsSchema,
  signedOffBy: z.string(),
  byName: z.string(),
  consent: z.optional(consentSchema),
  claimedAt: instant,
  clockOff: z.int(),
  receivedAt: instant,
  late: z.boolean(),
  receiptCode: z.string(),
  digest: hashSchema,
});
export type SubmissionRow = z.infer<typeof submissionRowSchema>;

/** Draft registers of a hamlet or unit: versions still alive, field by field. More than one distinct value = a conflict. */
export const answersRowSchema = z.strictObject({
  assessmentId: uuidSchema,
  fields: z.record(
    criterionIdSchema,
    z.array(z.strictObject({ opId: uuidSchema, value: z.optional(answerSchema) })),
  ),
});
export type AnswersRow = z.infer<typeof answersRowSchema>;

export const commentRowSchema = z.strictObject({
  id: uuidSchema,
  assessmentId: uuidSchema,
  criterionId: z.optional(criterionIdSchema),
  text: z.string(),
  byName: z.string(),
  byRole: roleSchema,
  at: instant,
});
export type CommentRow = z.infer<typeof commentRowSchema>;
