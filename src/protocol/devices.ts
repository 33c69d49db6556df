/**
 * Devices (`protocol.md` §6): codes that bind one, the officer's word for those that came by a sent link, and revocation.
 * All signed by the device of whoever does it.
 */
import { z } from '#domain/zod.ts';
import { nonceSchema } from './exchange.ts';
import { hashText } from './hash.ts';
import { deviceIdSchema, recordIdSchema } from './ids.ts';

export const CODES_PATH = '/api/v1/codes';
export const DEVICE_ACT_PATH = '/api/v1/devices/act';

/** A code on a screen is scanned on the spot, in ms. */
export const SCREEN_CODE_MS = 10 * 60_000;
/** A link that is sent lives three days, in ms. */
export const SENT_LINK_MS = 72 * 60 * 60_000;
/** A helper's phone serves so long, in ms. */
export const HELPER_MS = 30 * 24 * 60 * 60_000;

/** Roles that are made from a screen; the office's own are the operator's to make. */
export const issuedRoles = ['hamletHead', 'hamletHelper', 'unitContact'] as const;
export const issuedRoleSchema = z.enum(issuedRoles);

/** `screen`: scanned while both are in one room · `sent`: a link, whose phone waits for the officer's word. */
export const codeWays = ['screen', 'sent'] as const;

export const codeRequestSchema = z.strictObject({
  v: z.literal(1),
  nonce: nonceSchema,
  role: issuedRoleSchema,
  /** Id of the hamlet or unit. */
  subject: recordIdSchema,
  /** Whom it is for, where known. */
  personName: z.optional(z.string().check(z.minLength(1), z.maxLength(120))),
  way: z.enum(codeWays),
});
export type CodeRequest = z.infer<typeof codeRequestSchema>;

/** Shown this once: the commune keeps hashes alone. The link is origin + `path` + `#` + `fragment`. */
export const codeResponseSchema = z.strictObject({
  v: z.literal(1),
  nonce: nonceSchema,
  path: z.literal('/ghep'),
  fragment: z.string(),
  typed: z.string(),
  title: z.string(),
  expiresAt: z.int(),
});
export type CodeResponse = z.infer<typeof codeResponseSchema>;

/** `approve`: a phone that waits · `decline`: it never was one of ours · `revoke`: it is one no longer. */
export const deviceActs = ['approve', 'decline', 'revoke'] as const;
export const deviceActRequestSchema = z.strictObject({
  v: z.literal(1),
  nonce: nonceSchema,
  device: deviceIdSchema,
  act: z.enum(deviceActs),
});
export type DeviceActRequest = z.infer<typeof deviceActRequestSchema>;

/** How it stands afterwards; the same act again gets the same answer. */
export const deviceActResponseSchema = z.strictObject({
  v: z.literal(1),
  nonce: nonceSchema,
  state: z.enum(['approved', 'revoked']),
});
export type DeviceActResponse = z.infer<typeof deviceActResponseSchema>;

/**
 * Four digits that both screens show, from the key itself: whoever compares them by eye or by telephone lets in the phone
 * that is meant, and not another that was quicker with a forwarded link.
 */
export async function deviceCheck(deviceId: string): Promise<string> {
  const hash = await hashText(`thidua-check ${deviceId}`);
  let number = 0;
  for (const letter of hash.slice(0, 8)) number = (number * 64 + letter.charCodeAt(0)) % 10_000;
  return String(number).padStart(4, '0');
}
