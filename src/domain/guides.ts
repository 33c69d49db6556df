/** A guide (hướng dẫn): one thing to do with a phone, in short numbered steps, as data a commune may replace. */
import { z } from './zod.ts';

/** Words that the commune's own records fill; one that is not known goes, with the space before it. */
const words = z.string().check(z.minLength(1), z.maxLength(300));

export const guideSchema = z.strictObject({
  /** What a criterion's `guide` names, and the last part of the guide's address. */
  id: z.string().check(z.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/), z.maxLength(40)),
  title: words,
  steps: z
    .array(
      z.strictObject({
        text: words,
        /** Another version of that app may ask for it differently. */
        mayDiffer: z.optional(z.literal(true)),
      }),
    )
    .check(z.minLength(1), z.maxLength(12)),
  footer: z.optional(words),
});
export type Guide = z.infer<typeof guideSchema>;

export const guidesSchema = z.strictObject({
  /** What stands under a guide with a step that may differ. */
  note: words,
  guides: z.array(guideSchema),
});
