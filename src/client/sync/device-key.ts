/** The device's own P-256 key: made on the phone, never to leave it; its thumbprint is the device's name. */
import { publicJwkSchema, type PublicJwk } from '#protocol/enrol.ts';
import { hashText } from '#protocol/hash.ts';
import type { EngineStore } from '#client/db/engine-store.ts';
import type { Identity } from '#client/db/model.ts';

const ALGORITHM = { name: 'ECDSA', namedCurve: 'P-256' };

/**
 * RFC 7638: SHA-256 over exactly these members in this order. The library's own function brings a kilobyte of other key
 * types to a family's form; a test holds the two together.
 */
export const thumbprintOf = ({ crv, kty, x, y }: PublicJwk): Promise<string> =>
  hashText(JSON.stringify({ crv, kty, x, y }));

/** A fresh one, on no disk yet. */
export async function makeIdentity(): Promise<Identity> {
  const keys = await crypto.subtle.generateKey(ALGORITHM, false, ['sign', 'verify']);
  const { kty, crv, x, y } = await crypto.subtle.exportKey('jwk', keys.publicKey);
  const jwk: PublicJwk = publicJwkSchema.parse({ kty, crv, x, y });
  return { deviceId: await thumbprintOf(jwk), keys, jwk };
}

/** This profile's key, made at the first need; two tabs end with the same one. */
export async function identityOf(store: EngineStore): Promise<Identity> {
  return (await store.identity()) ?? store.keepIdentity(await makeIdentity());
}
