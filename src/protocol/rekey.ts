/**
 * A phone whose store was rolled back or copied gives itself a new key (`protocol.md` §6): the old key vouches for the
 * new one, the commune flags both, and everything not yet safe is sealed again under the same `opId`s.
 */
import { compactVerify, CompactSign, type CryptoKey } from 'jose';
import { z } from '#domain/zod.ts';
import { publicJwkSchema } from './enrol.ts';
import { nonceSchema } from './exchange.ts';
import { utf8 } from './hash.ts';
import { communeIdSchema, deviceIdSchema } from './ids.ts';

export const REKEY_PATH = '/api/v1/rekey';

export const successionSchema = z.strictObject({
  commune: communeIdSchema,
  /** The key that signs. */
  device: deviceIdSchema,
  /** Thumbprint of the key that takes its place. */
  successor: deviceIdSchema,
});
export type Succession = z.infer<typeof successionSchema>;

/** Signed as a whole by the new key (the proof header); answered like an enrolment. */
export const rekeyRequestSchema = z.strictObject({
  v: z.literal(1),
  nonce: nonceSchema,
  /** The new key. */
  jwk: publicJwkSchema,
  /** The old one, as the commune knows it. */
  device: deviceIdSchema,
  /** JWS by the old key over {@link Succession}. */
  succession: z.string().check(z.maxLength(1000)),
  installationId: nonceSchema,
});
export type RekeyRequest = z.infer<typeof rekeyRequestSchema>;

const SUCCESSION_TYPE = 'thidua-succession+jws';

export const signSuccession = (claims: Succession, oldKey: CryptoKey): Promise<string> =>
  new CompactSign(utf8(JSON.stringify(claims)))
    .setProtectedHeader({ alg: 'ES256', typ: SUCCESSION_TYPE })
    .sign(oldKey);

/** The claims, if the old key signed them; otherwise null. */
export async function verifySuccession(succession: string, oldKey: CryptoKey): Promise<Succession | null> {
  try {
    const { payload, protectedHeader } = await compactVerify(succession, oldKey, { algorithms: ['ES256'] });
    if (protectedHeader.typ !== SUCCESSION_TYPE) return null;
    const claims = successionSchema.safeParse(JSON.parse(new TextDecoder().decode(payload)));
    return claims.success ? claims.data : null;
  } catch {
    return null;
  }
}
