/**
 * Forms an officer opened on their own machine, where they are read without a network: told afterwards, so that the log of
 * who looked at what is whole. Signed by a device of the office; telling it twice is telling it once.
 */
import { z } from '#domain/zod.ts';
import { nonceSchema } from './exchange.ts';
import { uuidSchema } from './ids.ts';

export const OPENED_PATH = '/api/v1/log/opened';
/** Openings of one request. */
export const OPENED_MAX = 100;

export const openingSchema = z.strictObject({
  assessmentId: uuidSchema,
  /** When it was opened, epoch ms by the commune's clock as far as the machine knows it: a claim. */
  at: z.int().check(z.gte(0)),
});
export type Opening = z.infer<typeof openingSchema>;

export const openedRequestSchema = z.strictObject({
  v: z.literal(1),
  nonce: nonceSchema,
  opened: z.array(openingSchema).check(z.minLength(1), z.maxLength(OPENED_MAX)),
});
export type OpenedRequest = z.infer<typeof openedRequestSchema>;

/** All of them are in the log now, or were, or are of forms the commune does not have: none need be told again. */
export const openedResponseSchema = z.strictObject({ v: z.literal(1), nonce: nonceSchema });
export type OpenedResponse = z.infer<typeof openedResponseSchema>;
