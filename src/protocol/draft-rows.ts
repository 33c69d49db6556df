/** What is being written and said about a form beside its submissions; a family's phone is shown none of it. */
import { answerSchema, criterionIdSchema } from '#domain/answers.ts';
import { z } from '#domain/zod.ts';
import { uuidSchema } from './ids.ts';
import { roleSchema } from './policy-roles.ts';

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
  at: z.int(),
});
export type CommentRow = z.infer<typeof commentRowSchema>;
