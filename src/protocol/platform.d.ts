/**
 * The few platform globals a phone's browser and Node 24 share. Declared here, and only here, so that the protocol can
 * be compiled without either runtime's full library.
 */
import type { CryptoKey } from 'jose';

declare global {
  class TextEncoder {
    encode(text: string): Uint8Array<ArrayBuffer>;
  }
  class TextDecoder {
    decode(bytes: Uint8Array): string;
  }
  const crypto: {
    readonly subtle: {
      digest(algorithm: 'SHA-256', data: Uint8Array<ArrayBuffer>): Promise<ArrayBuffer>;
      importKey(
        format: 'jwk',
        key: object,
        algorithm: { name: 'ECDSA'; namedCurve: 'P-256' },
        extractable: boolean,
        usages: 'verify'[],
      ): Promise<CryptoKey>;
    };
  };
}
