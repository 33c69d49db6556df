/** What the feed says of officers' points. */
import { criterionIdSchema } from '#domain/answers.ts';
import { pointsSchema } from '#domain/criteria.ts';
import { z } from '#domain/zod.ts';
import { uuidSchema } from './ids.ts';
import { roleSchema } from './policy-roles.ts';

/** Officers' points for one submission, registers of their own. More than one distinct value = a conflict. */
export const scoresRowSchema = z.strictObject({
  submissionId: uuidSchema,
  assessmentId: uuidSchema,
  fields: z.record(
    criterionIdSchema,
    z.array(
      z.strictObject({
        opId: uuidSchema,
        points: pointsSchema,
        reasonCode: z.string(),
        reason: z.string(),
        byName: z.string(),
        byRole: roleSchema,
        at: z.int(),
      }),
    ),
  ),
});
export type ScoresRow = z.infer<typeof scoresRowSchema>;
