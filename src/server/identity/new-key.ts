/** A key the commune does not know yet introduces itself: nobody can bring a key that is not theirs. */
import { calculateJwkThumbprint } from 'jose';
import type { PublicJwk } from '#protocol/enrol.ts';
import { importPublicKey, proofDevice, verifyProof, type ProofClaims } from '#protocol/proof.ts';

/** The device id of the key and what it signed, when the proof is by exactly this key over this POST; otherwise null. */
export async function proveNewKey(
  proof: string,
  { path, bodyHash }: { path: string; bodyHash: string },
  jwk: PublicJwk,
): Promise<{ deviceId: string; claims: ProofClaims } | null> {
  const deviceId = await calculateJwkThumbprint(jwk);
  if (proofDevice(proof) !== deviceId) return null;
  // A point that is not on the curve is no key.
  const key = await importPublicKey(jwk).catch(() => null);
  const claims = key === null ? null : await verifyProof(proof, key);
  return claims?.method === 'POST' && claims.path === path && claims.body === bodyHash
    ? { deviceId, claims }
    : null;
}
