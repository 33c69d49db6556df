/**
 * The platform's own hashing and signing without the queue of its thread pool: the same algorithms, keys and bytes,
 * answered at once. A run makes hundreds of signatures, and most of their time is waiting for a thread.
 */
import { createHash, KeyObject, sign, verify, type BinaryLike } from 'node:crypto';

const objects = new WeakMap<CryptoKey, KeyObject>();

function objectOf(key: CryptoKey): KeyObject {
  const known = objects.get(key);
  if (known !== undefined) return known;
  const made = KeyObject.from(key);
  objects.set(key, made);
  return made;
}

const viewOf = (data: BufferSource): Uint8Array =>
  data instanceof ArrayBuffer
    ? new Uint8Array(data)
    : new Uint8Array(data.buffer, data.byteOffset, data.byteLength);
const bytesOf = (data: Buffer): ArrayBuffer => new Uint8Array(data).buffer;
const nameOf = (algorithm: AlgorithmIdentifier): string =>
  typeof algorithm === 'string' ? algorithm : algorithm.name;
const digestText = (data: BinaryLike): Buffer => createHash('sha256').update(data).digest();

/** Only what the product uses; anything else goes the platform's way. Returns what ends it. */
export function quickenCrypto(): () => void {
  const { subtle } = globalThis.crypto;
  const [digest, signSlowly, verifySlowly, importSlowly] = [
    subtle.digest.bind(subtle),
    subtle.sign.bind(subtle),
    subtle.verify.bind(subtle),
    subtle.importKey.bind(subtle),
  ];
  const imported = new Map<string, Promise<CryptoKey>>();
  const quick: Partial<SubtleCrypto> = {
    digest: async (algorithm, data) =>
      nameOf(algorithm) === 'SHA-256' ? bytesOf(digestText(viewOf(data))) : digest(algorithm, data),
    sign: async (algorithm, key, data) =>
      nameOf(algorithm) === 'ECDSA'
        ? bytesOf(sign('sha256', viewOf(data), { key: objectOf(key), dsaEncoding: 'ieee-p1363' }))
        : signSlowly(algorithm, key, data),
    verify: async (algorithm, key, signature, data) =>
      nameOf(algorithm) === 'ECDSA'
        ? verify('sha256', viewOf(data), { key: objectOf(key), dsaEncoding: 'ieee-p1363' }, viewOf(signature))
        : verifySlowly(algorithm, key, signature, data),
  };
  const replace = (name: string, value: unknown): void =>
    void Object.defineProperty(subtle, name, { value, configurable: true });
  for (const [name, value] of Object.entries(quick)) replace(name, value);
  // A public key is the same key however often it is read.
  const importKey = (...given: Parameters<typeof importSlowly>): Promise<CryptoKey> => {
    const text = JSON.stringify(given);
    if (!text.startsWith('["jwk"') || text.includes('"d":')) return importSlowly(...given);
    const made = imported.get(text) ?? importSlowly(...given);
    imported.set(text, made);
    return made;
  };
  replace('importKey', importKey);
  return () => {
    for (const name of [...Object.keys(quick), 'importKey']) Reflect.deleteProperty(subtle, name);
  };
}
