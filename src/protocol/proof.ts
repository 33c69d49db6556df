/**
 * Request proof (`protocol.md` §4): a JWS by the device's key over method, path, body hash, a strictly increasing
 * counter, the last challenge, and the last operation sent. No clock, no bearer token: a stolen request is worth nothing.
 */
import { base64url, compactVerify, CompactSign, type CryptoKey } from 'jose';
import { z } from '#domain/zod.ts';
import type { PublicJwk } from './enrol.ts';
import { challengeSchema } from './exchange.ts';
import { hashSchema, utf8 } from './hash.ts';
import { deviceIdSchema } from './ids.ts';

export const PROOF_HEADER = 'x-thidua-proof';
const PROOF_TYPE = 'thidua-proof+jws';

export const proofClaimsSchema = z.strictObject({
  method: z.enum(['GET', 'POST', 'PATCH', 'DELETE', 'HEAD']),
  path: z.string().check(z.maxLength(400)),
  /** SHA-256 of the decoded body. */
  body: hashSchema,
  counter: z.int().check(z.gte(1)),
  challenge: challengeSchema,
  lastSeq: z.int().check(z.gte(0)),
  chain: hashSchema,
});
export type ProofClaims = z.infer<typeof proofClaimsSchema>;

const proofHeaderSchema = z.looseObject({
  alg: z.literal('ES256'),
  typ: z.literal(PROOF_TYPE),
  kid: deviceIdSchema,
});

/** Signs the claims with the phone's non-extractable key. */
export const signProof = (claims: ProofClaims, deviceId: string, key: CryptoKey): Promise<string> =>
  new CompactSign(utf8(JSON.stringify(claims)))
    .setProtectedHeader({ alg: 'ES256', typ: PROOF_TYPE, kid: deviceId })
    .sign(key);

/** Which device a proof says it comes from, before anything is believed. */
export function proofDevice(proof: string): string | null {
  try {
    const header: unknown = JSON.parse(new TextDecoder().decode(base64url.decode(proof.split('.')[0] ?? '')));
    const parsed = proofHeaderSchema.safeParse(header);
    return parsed.success ? parsed.data.kid : null;
  } catch {
    return null;
  }
}

/** The claims, if this device's key signed them; otherwise null. Freshness and counter are the caller's to judge. */
export async function verifyProof(proof: string, key: CryptoKey): Promise<ProofClaims | null> {
  try {
    const { payload } = await compactVerify(proof, key, { algorithms: ['ES256'] });
    const claims = proofClaimsSchema.safeParse(JSON.parse(new TextDecoder().decode(payload)));
    return claims.success ? claims.data : null;
  } catch {
    return null;
  }
}

/** Imports a public key for {@link verifyProof} and receipts; throws on a point that is not on the curve. */
export const importPublicKey = (jwk: PublicJwk): Promise<CryptoKey> =>
  crypto.subtle.importKey('jwk', jwk, { name: 'ECDSA', namedCurve: 'P-256' }, true, ['verify']);
