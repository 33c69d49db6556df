/** What the feed says of a photo; its bytes go their own way (`photo.ts`). */
import { criterionIdSchema } from '#domain/answers.ts';
import { z } from '#domain/zod.ts';
import { hashSchema } from './hash.ts';
import { uuidSchema } from './ids.ts';

const count = z.int().check(z.gte(0), z.lte(1_000_000));

/**
 * A photo as its form's people see it. `awaited`: the words arrived before the picture; `stored`: re-encoded and kept
 * by the commune; `refused`: what came is no picture it can keep.
 */
export const photoRowSchema = z.strictObject({
  /** opId of its `photo.add`. */
  id: uuidSchema,
  assessmentId: uuidSchema,
  criterionId: criterionIdSchema,
  photoId: hashSchema,
  state: z.enum(['awaited', 'stored', 'refused']),
  /** As sent. */
  bytes: z.int().check(z.gte(1)),
  w: count,
  h: count,
  byName: z.string(),
  at: z.int(),
  /** When the commune stored it: safe once a kept backup is younger. */
  storedAt: z.optional(z.int()),
});
export type PhotoRow = z.infer<typeof photoRowSchema>;
