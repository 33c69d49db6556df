/** Who signed this? Keys are kept once imported: a device's id is its key's thumbprint, so the pair never changes. */
import type { CryptoKey } from 'jose';
import { publicJwkSchema } from '#protocol/enrol.ts';
import { importPublicKey, proofDevice, verifyProof, type ProofClaims } from '#protocol/proof.ts';
import type { Store } from '../store/store.ts';

/** Bounds memory; beyond it the oldest key is read from the store again. */
const KEYS_KEPT = 20_000;

export type Proven =
  | { kind: 'proven'; deviceId: string; claims: ProofClaims }
  | { kind: 'unknownDevice' }
  | { kind: 'notProven' };

export interface DeviceKeys {
  /** Checks a proof's signature, method, path and body. Counter and challenge are judged with the device's row. */
  prove(
    proof: string,
    request: { method: ProofClaims['method']; path: string; bodyHash: string },
  ): Promise<Proven>;
  /** Key of a device the commune knows, revoked or not; otherwise null. */
  keyOf(deviceId: string): Promise<CryptoKey | null>;
}

export function createDeviceKeys(store: Store): DeviceKeys {
  const known = new Map<string, CryptoKey>();

  const keyOf = async (deviceId: string): Promise<CryptoKey | null> => {
    const kept = known.get(deviceId);
    if (kept !== undefined) return kept;
    const device = await store.read((tables) => tables.device.find(deviceId));
    if (device === undefined) return null;
    const key = await importPublicKey(publicJwkSchema.parse(JSON.parse(device.jwk)));
    const [oldest] = known.keys();
    if (known.size >= KEYS_KEPT && oldest !== undefined) known.delete(oldest);
    known.set(deviceId, key);
    return key;
  };

  return {
    keyOf,
    prove: async (proof, { method, path, bodyHash }) => {
      const deviceId = proofDevice(proof);
      if (deviceId === null) return { kind: 'notProven' };
      const key = await keyOf(deviceId);
      if (key === null) return { kind: 'unknownDevice' };
      const claims = await verifyProof(proof, key);
      return claims !== null && claims.method === method && claims.path === path && claims.body === bodyHash
        ? { kind: 'proven', deviceId, claims }
        : { kind: 'notProven' };
    },
  };
}
