/**
 * The rescue file (`protocol.md` §10): operations that found no network, as they are, with the device's word over them.
 * The whole is encrypted to the commune (age), so whoever carries it reads nothing; `opId`s make handing it in twice
 * harmless.
 */
import { compactVerify, CompactSign, type CryptoKey } from 'jose';
import { z } from '#domain/zod.ts';
import { enrolRequestSchema, publicJwkSchema } from './enrol.ts';
import { hashSchema, hashText, utf8 } from './hash.ts';
import { communeIdSchema, deviceIdSchema } from './ids.ts';

/** Anyone may hand a file in, unread. */
export const RESCUE_PATH = '/api/v1/rescue';
/** An officer's import also takes files of devices that were revoked. */
export const RESCUE_IMPORT_PATH = '/api/v1/rescue/import';
export const RESCUE_BYTES_MAX = 4 * 1024 * 1024;
export const RESCUE_SUFFIX = '.thidua';
export const RESCUE_TYPE = 'application/octet-stream';

export const rescueClaimsSchema = z.strictObject({
  commune: communeIdSchema,
  device: deviceIdSchema,
  firstSeq: z.int().check(z.gte(1)),
  count: z.int().check(z.gte(1)),
  /** SHA-256 over the operations' hashes, joined by line feeds. */
  ops: hashSchema,
  madeAt: z.int(),
});
export type RescueClaims = z.infer<typeof rescueClaimsSchema>;

export const rescueFileSchema = z.strictObject({
  v: z.literal(1),
  jwk: publicJwkSchema,
  /** Canonical texts in order of seq. */
  ops: z.array(z.string()).check(z.minLength(1)),
  /** JWS by the device's key over {@link RescueClaims}. */
  statement: z.string(),
  /** A phone that never reached the commune brings the code it would have redeemed. */
  enrol: z.optional(
    z.strictObject({
      code: enrolRequestSchema.shape.code,
      installationId: enrolRequestSchema.shape.installationId,
      label: enrolRequestSchema.shape.label,
    }),
  ),
});
export type RescueFile = z.infer<typeof rescueFileSchema>;

/** What the carrier is told: numbers, nothing of anybody's. */
export const rescueReplySchema = z.strictObject({
  v: z.literal(1),
  taken: z.int(),
  /** The commune had them already. */
  known: z.int(),
  /** Stored, but refused or set aside: somebody has to look. */
  needsLook: z.int(),
});
export type RescueReply = z.infer<typeof rescueReplySchema>;

const RESCUE_STATEMENT_TYPE = 'thidua-rescue+jws';

export const rescueDigest = (opHashes: readonly string[]): Promise<string> => hashText(opHashes.join('\n'));

export const signRescue = (claims: RescueClaims, key: CryptoKey): Promise<string> =>
  new CompactSign(utf8(JSON.stringify(claims)))
    .setProtectedHeader({ alg: 'ES256', typ: RESCUE_STATEMENT_TYPE })
    .sign(key);

/** The claims, if this key signed them; otherwise null. */
export async function verifyRescue(statement: string, key: CryptoKey): Promise<RescueClaims | null> {
  try {
    const { payload, protectedHeader } = await compactVerify(statement, key, { algorithms: ['ES256'] });
    if (protectedHeader.typ !== RESCUE_STATEMENT_TYPE) return null;
    const claims = rescueClaimsSchema.safeParse(JSON.parse(new TextDecoder().decode(payload)));
    return claims.success ? claims.data : null;
  } catch {
    return null;
  }
}
