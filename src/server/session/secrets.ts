/** Secrets of one-time codes, kept encrypted under a key that only the commune's own keys lead to. */
import { hkdfSync } from 'node:crypto';
import { compactDecrypt, CompactEncrypt } from 'jose';
import { utf8 } from '#protocol/hash.ts';
import type { CommuneKeys } from '../crypto/keys.ts';

export interface SecretBox {
  seal(text: string): Promise<string>;
  /** Null: sealed under other keys, or not by us. */
  open(sealed: string): Promise<string | null>;
}

export function createSecretBox({ identity }: Pick<CommuneKeys, 'identity'>, communeId: string): SecretBox {
  const key = new Uint8Array(hkdfSync('sha256', identity, communeId, 'thidua one-time codes 1', 32));
  return {
    seal: (text) =>
      new CompactEncrypt(utf8(text)).setProtectedHeader({ alg: 'dir', enc: 'A256GCM' }).encrypt(key),
    open: async (sealed) => {
      try {
        const options = { keyManagementAlgorithms: ['dir'], contentEncryptionAlgorithms: ['A256GCM'] };
        const { plaintext } = await compactDecrypt(sealed, key, options);
        return new TextDecoder().decode(plaintext);
      } catch {
        return null;
      }
    },
  };
}
