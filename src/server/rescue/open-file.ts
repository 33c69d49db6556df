/** A rescue file from its bytes (`protocol.md` §10): decrypted, parsed, and its statement held against its own key. */
import { Decrypter } from 'age-encryption';
import { calculateJwkThumbprint } from 'jose';
import { hashText } from '#protocol/hash.ts';
import { importPublicKey } from '#protocol/proof.ts';
import {
  RESCUE_BYTES_MAX,
  rescueDigest,
  rescueFileSchema,
  verifyRescue,
  type RescueClaims,
  type RescueFile,
} from '#protocol/rescue.ts';
import type { Refusal } from '../outcomes.ts';
import type { Faults } from '../sync/faults.ts';
import { readOperations, type Incoming } from '../sync/incoming.ts';

export interface OpenRescue {
  kind: 'open';
  file: RescueFile;
  claims: RescueClaims;
  operations: Incoming[];
}

const refuse = (code: Refusal['code']): Refusal => ({ kind: 'refused', code });

/** What was meant for the commune; null when it was not, or was changed on the way. */
async function decrypt(bytes: Uint8Array<ArrayBuffer>, identity: string): Promise<string | null> {
  const decrypter = new Decrypter();
  decrypter.addIdentity(identity);
  try {
    const plain = await decrypter.decrypt(bytes);
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(plain);
  } catch {
    return null;
  }
}

function parse(text: string): RescueFile | null {
  try {
    const parsed = rescueFileSchema.safeParse(JSON.parse(text));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}

/** Whose word is over it: the claims, when the key in the file signed exactly these operations for this commune. */
async function provenClaims(file: RescueFile): Promise<RescueClaims | null> {
  const key = await importPublicKey(file.jwk).catch(() => null);
  const claims = key === null ? null : await verifyRescue(file.statement, key);
  if (claims === null || claims.device !== (await calculateJwkThumbprint(file.jwk))) return null;
  const hashes = await Promise.all(file.ops.map(hashText));
  return claims.count === hashes.length && claims.ops === (await rescueDigest(hashes)) ? claims : null;
}

export async function openRescue(
  bytes: Uint8Array<ArrayBuffer>,
  { identity, communeId, lacks }: { identity: string; communeId: string; lacks?: Faults['lacks'] },
): Promise<OpenRescue | Refusal> {
  if (bytes.byteLength > RESCUE_BYTES_MAX) return refuse('too-large');
  const text = await decrypt(bytes, identity);
  if (text === null) return refuse('malformed');
  const file = parse(text);
  if (file === null) return refuse('invalid-envelope');
  const claims = await provenClaims(file);
  if (claims === null) return refuse('proof-invalid');
  if (claims.commune !== communeId) return refuse('not-allowed');
  const operations = readOperations(file.ops, lacks);
  return operations === null ? refuse('not-canonical') : { kind: 'open', file, claims, operations };
}
