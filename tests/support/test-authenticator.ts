/**
 * A passkey in software: real keys, real signatures, the bytes WebAuthn lays down, so that a server's reading of them is
 * tried without a browser. What an honest authenticator never does is a wish.
 */
import { createHash, generateKeyPairSync, randomBytes, sign, type KeyObject } from 'node:crypto';
import { isoCBOR } from '@simplewebauthn/server/helpers';

const PRESENT = 0x01;
const VERIFIED = 0x04;
const HAS_KEY = 0x40;

export interface Wishes {
  /** The page it happens on. */
  origin?: string;
  rpId?: string;
  /** The person showed a finger or a number; else only touched it. */
  isVerified?: boolean;
  /** Of a copied key: a counter that does not go forward. */
  counter?: number;
  challenge?: string;
  /** Signs with another key than it registered. */
  signer?: KeyObject;
}

const sha256 = (bytes: Uint8Array | string): Buffer => createHash('sha256').update(bytes).digest();
const text = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64url');

export class TestAuthenticator {
  readonly id = randomBytes(32);
  readonly #pair = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  counter = 0;
  /** Many platforms count nothing. */
  readonly counts: boolean;

  constructor({ counts = true }: { counts?: boolean } = {}) {
    this.counts = counts;
  }

  #client(type: string, challenge: string, origin: string): Buffer {
    return Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false }));
  }

  #data(rpId: string, flags: number, counter: number, rest: Uint8Array = new Uint8Array()): Buffer {
    const head = Buffer.alloc(5);
    head.writeUInt8(flags, 0);
    head.writeUInt32BE(counter, 1);
    return Buffer.concat([sha256(rpId), head, rest]);
  }

  /** Public key as COSE. */
  #cose(): Uint8Array {
    const { x = '', y = '' } = this.#pair.publicKey.export({ format: 'jwk' });
    return isoCBOR.encode(
      new Map<number, number | Uint8Array>([
        [1, 2],
        [3, -7],
        [-1, 1],
        [-2, new Uint8Array(Buffer.from(x, 'base64url'))],
        [-3, new Uint8Array(Buffer.from(y, 'base64url'))],
      ]),
    );
  }

  /** Answers `navigator.credentials.create`. */
  create(options: Record<string, unknown>, wishes: Wishes = {}): Record<string, unknown> {
    const { rpId = 'localhost', origin = 'http://localhost:8080', isVerified = true } = wishes;
    const challenge = wishes.challenge ?? String(options['challenge']);
    const length = Buffer.alloc(2);
    length.writeUInt16BE(this.id.length);
    const credential = Buffer.concat([Buffer.alloc(16), length, this.id, this.#cose()]);
    const flags = PRESENT | HAS_KEY | (isVerified ? VERIFIED : 0);
    const attestation = isoCBOR.encode(
      new Map<string, string | Uint8Array | Map<string, string>>([
        ['fmt', 'none'],
        ['attStmt', new Map()],
        ['authData', new Uint8Array(this.#data(rpId, flags, this.counter, credential))],
      ]),
    );
    return {
      id: text(this.id),
      rawId: text(this.id),
      type: 'public-key',
      clientExtensionResults: {},
      response: {
        clientDataJSON: text(this.#client('webauthn.create', challenge, origin)),
        attestationObject: text(attestation),
        transports: ['internal'],
      },
    };
  }

  /** Answers `navigator.credentials.get`. */
  get(options: Record<string, unknown>, wishes: Wishes = {}): Record<string, unknown> {
    const { rpId = 'localhost', origin = 'http://localhost:8080', isVerified = true } = wishes;
    if (this.counts) this.counter += 1;
    const counter = wishes.counter ?? this.counter;
    const data = this.#data(rpId, PRESENT | (isVerified ? VERIFIED : 0), counter);
    const client = this.#client('webauthn.get', wishes.challenge ?? String(options['challenge']), origin);
    const signed = Buffer.concat([data, sha256(client)]);
    return {
      id: text(this.id),
      rawId: text(this.id),
      type: 'public-key',
      clientExtensionResults: {},
      response: {
        clientDataJSON: text(client),
        authenticatorData: text(data),
        signature: text(sign('sha256', signed, wishes.signer ?? this.#pair.privateKey)),
      },
    };
  }
}

/** A key nobody registered. */
export const strangersKey = (): KeyObject => generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey;
