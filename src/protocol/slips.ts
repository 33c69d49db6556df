/**
 * Household slips issued to a signed device (`protocol.md` §6): each paper's secret and its ten characters travel once,
 * in this reply; the commune keeps only their hashes.
 */
import { z } from '#domain/zod.ts';
import { nonceSchema } from './exchange.ts';
import { uuidSchema } from './ids.ts';

export const SLIPS_PATH = '/api/v1/slips';
/** Households one request may name: 50 sheets of A4. */
export const SLIPS_MAX = 200;

export const slipsRequestSchema = z.strictObject({
  v: z.literal(1),
  nonce: nonceSchema,
  householdIds: z.array(uuidSchema).check(z.minLength(1), z.maxLength(SLIPS_MAX)),
});
export type SlipsRequest = z.infer<typeof slipsRequestSchema>;

export const issuedSlipSchema = z.strictObject({
  householdId: uuidSchema,
  /** Ten characters, for who types them. */
  code: z.string().check(z.regex(/^[0-9A-HJKMNP-TV-Z]{10}$/)),
  /** What the QR's link carries after `#`. */
  fragment: z.string().check(z.maxLength(400)),
});
export type IssuedSlip = z.infer<typeof issuedSlipSchema>;

export const slipsResponseSchema = z.strictObject({
  v: z.literal(1),
  nonce: nonceSchema,
  /**
   * In the order asked. Not in it: a household the commune does not know, that has ended or was merged, or that is not
   * the asker's; which of these is not told.
   */
  slips: z.array(issuedSlipSchema),
});
export type SlipsResponse = z.infer<typeof slipsResponseSchema>;
