/**
 * The hashes of `#protocol/hash.ts`, at once: inside a transaction nothing may wait for another thread. A test holds
 * the two together.
 */
import { hash } from 'node:crypto';

/** SHA-256 of a text's UTF-8 bytes, base64url. */
export const hashTextNow = (text: string): string => hash('sha256', text, 'base64url');

/** chain(n) = SHA-256(chain(n-1) ‖ opHash(n)). */
export const nextChainNow = (chain: string, opHash: string): string =>
  hash(
    'sha256',
    Buffer.concat([Buffer.from(chain, 'base64url'), Buffer.from(opHash, 'base64url')]),
    'base64url',
  );
