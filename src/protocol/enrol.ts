/** Enrolment and slips (`protocol.md` §6): a code binds this phone's own key to a role. Same code + same key, same answer. */
import { z } from '#domain/zod.ts';
import { challengeSchema, epochSchema, feedRowSchema, nonceSchema, scopeSchema } from './exchange.ts';
import { communeIdSchema, deviceIdSchema } from './ids.ts';
import { bindingSchema, roleSchema } from './policy-roles.ts';

export const ENROL_PATH = '/api/v1/enrol';

/** Public half of the device's key; exactly these members, so that the thumbprint is unambiguous. */
export const publicJwkSchema = z.strictObject({
  kty: z.literal('EC'),
  crv: z.literal('P-256'),
  x: z.string().check(z.regex(/^[A-Za-z0-9_-]{43}$/)),
  y: z.string().check(z.regex(/^[A-Za-z0-9_-]{43}$/)),
});
export type PublicJwk = z.infer<typeof publicJwkSchema>;

/** An age recipient (X25519, or the hybrid kind newer tools make). */
export const recipientSchema = z.string().check(z.regex(/^age1[a-z0-9]{20,4000}$/));

export const enrolRequestSchema = z.strictObject({
  v: z.literal(1),
  nonce: nonceSchema,
  /** 22 characters from a link, or 10 typed ones. */
  code: z.union([
    z.string().check(z.regex(/^[A-Za-z0-9_-]{22}$/)),
    z.string().check(z.regex(/^[0-9A-HJKMNP-TV-Z]{10}$/)),
  ]),
  jwk: publicJwkSchema,
  installationId: nonceSchema,
  /** What the person calls this phone. */
  label: z.string().check(z.maxLength(80)),
});
export type EnrolRequest = z.infer<typeof enrolRequestSchema>;

export const enrolResponseSchema = z.strictObject({
  v: z.literal(1),
  nonce: nonceSchema,
  communeId: communeIdSchema,
  deviceId: deviceIdSchema,
  role: roleSchema,
  binding: bindingSchema,
  /** Person or role an operation is signed by. */
  by: z.string(),
  /** What the home screen is titled: "Xóm Chùa 9", "Gia đình …". */
  title: z.string(),
  /** The assessment this credential fills; absent for the office. */
  assessmentId: z.optional(z.string()),
  scopes: z.array(scopeSchema),
  epoch: epochSchema,
  challenge: challengeSchema,
  time: z.int(),
  /** The commune's key: receipts are checked against it. */
  communeJwk: publicJwkSchema,
  /** What files for the commune alone are encrypted to (age). */
  recipient: z.optional(recipientSchema),
  /** It came by a sent link: until the officer says yes every signed request is answered `device-pending`. */
  pending: z.optional(z.literal(true)),
  /** With `pending`: what its form is filled from meanwhile, as an exchange would bring it. */
  rows: z.optional(z.array(feedRowSchema)),
});
export type EnrolResponse = z.infer<typeof enrolResponseSchema>;
