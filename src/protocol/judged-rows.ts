/** What the server shows of what it judged (`protocol.md` §5): an assessment and its submissions. */
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

/** Who led a form to another state, and what they said. */
const said = {
  at: instant,
  byName: z.string(),
  byRole: roleSchema,
  reason: z.optional(z.string()),
  /** What to mend, question by question. */
  items: z.optional(z.array(z.strictObject({ criterionId: criterionIdSchema, ask: z.string() }))),
};

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
      ...said,
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
  /**
   * It came from a phone that holds a head's profile, or more than three families': beside `channel` "self" it counts as
   * typed on the family's behalf. One text for one phone.
   */
  sharedPhone: z.optional(z.string()),
  /** The return that followed it: said here too once a later sending has taken it off the assessment's row. */
  returned: z.optional(z.strictObject(said)),
});
export type SubmissionRow = z.infer<typeof submissionRowSchema>;
