/** Problems (RFC 9457): a closed list of codes; status and sentence of each are `problem-words.ts`. */
import { z } from '#domain/zod.ts';
import { challengeSchema } from './exchange.ts';

export const PROBLEM_TYPE = 'application/problem+json';

export const problemCodes = [
  'malformed',
  'invalid-envelope',
  'not-canonical',
  'proof-missing',
  'proof-invalid',
  'proof-replayed',
  'stale-challenge',
  'device-unknown',
  'device-revoked',
  'device-pending',
  'sign-in',
  'step-up',
  'no-match',
  'code-unknown',
  'code-spent',
  'code-expired',
  'too-many-attempts',
  'not-allowed',
  'not-found',
  'method-not-allowed',
  'too-large',
  'hash-mismatch',
  'offset-conflict',
  'locked',
  'unsupported-media-type',
  'busy',
  'server-error',
] as const;
export const problemCodeSchema = z.enum(problemCodes);
export type ProblemCode = z.infer<typeof problemCodeSchema>;

export const problemSchema = z.looseObject({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  code: problemCodeSchema,
  /** Fresh challenge to answer at once, with `stale-challenge`. */
  challenge: z.optional(challengeSchema),
  /** Seconds to wait. */
  retryAfter: z.optional(z.int()),
});
export type Problem = z.infer<typeof problemSchema>;
