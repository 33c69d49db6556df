/** SHA-256 over texts and chains (`protocol.md` §3-§4). Hashes travel as base64url without padding (43 characters). */
import { base64url } from 'jose';
import { z } from '#domain/zod.ts';

export const hashSchema = z.string().check(z.regex(/^[A-Za-z0-9_-]{43}$/));

/** chain(0): thirty-two zero bytes. */
export const CHAIN_START = base64url.encode(new Uint8Array(32));

const encoder = new TextEncoder();
export const utf8 = (text: string): Uint8Array<ArrayBuffer> => encoder.encode(text);

async function sha256(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  return base64url.encode(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)));
}

/** SHA-256 of a text's UTF-8 bytes; of an operation's canonical text this is its `opHash`. */
export const hashText = (text: string): Promise<string> => sha256(utf8(text));

export const hashBytes = (bytes: Uint8Array<ArrayBuffer>): Promise<string> => sha256(bytes);

/** chain(n) = SHA-256(chain(n-1) ‖ opHash(n)). */
export function nextChain(chain: string, opHash: string): Promise<string> {
  const bytes = new Uint8Array(64);
  bytes.set(base64url.decode(chain), 0);
  bytes.set(base64url.decode(opHash), 32);
  return sha256(bytes);
}
