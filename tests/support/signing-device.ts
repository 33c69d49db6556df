/**
 * A phone reduced to what the wire asks of it: a key, a counter, a challenge, a sequence. Tests speak through it to a
 * real server, and through its `forge` say what no honest phone would.
 */
import { calculateJwkThumbprint, exportJWK, generateKeyPair, type CryptoKey } from 'jose';
import { canon } from '#protocol/canon.ts';
import {
  ENROL_PATH,
  enrolResponseSchema,
  publicJwkSchema,
  type EnrolResponse,
  type PublicJwk,
} from '#protocol/enrol.ts';
import {
  EXCHANGE_PATH,
  exchangeResponseSchema,
  type ExchangeRequest,
  type ExchangeResponse,
} from '#protocol/exchange.ts';
import { CHAIN_START, hashBytes, hashText, nextChain, utf8 } from '#protocol/hash.ts';
import { createIdMaker, type Chance } from '#protocol/ids.ts';
import type { Intent } from '#protocol/operation.ts';
import { PROOF_HEADER, signProof, type ProofClaims } from '#protocol/proof.ts';
import { REKEY_PATH, signSuccession, type Succession } from '#protocol/rekey.ts';

/** Whoever answers: an app in process, or `fetch` at an origin. */
export type Door = (path: string, init: RequestInit) => Promise<Response> | Response;

/** What may be told otherwise than it is. */
export interface Forge {
  claims?: Partial<ProofClaims>;
  headers?: Record<string, string>;
  /** Sent instead of the JSON of the envelope. */
  bytes?: Uint8Array<ArrayBuffer>;
  /** Signs in its place, under its own id. */
  signer?: SigningDevice;
}

export interface Reply<Value> {
  status: number;
  /** Parsed answer; null when the server did not answer with one. */
  value: Value | null;
  /** The body as it came. */
  text: string;
  headers: Headers;
}

const chance: Chance = { bytes: (length) => crypto.getRandomValues(new Uint8Array(length)) };
const token = (): string => Buffer.from(chance.bytes(16)).toString('base64url');

export class SigningDevice {
  readonly id: string;
  readonly jwk: PublicJwk;
  readonly key: CryptoKey;
  readonly installationId = token();
  readonly newId = createIdMaker({ now: () => Date.now() }, chance);
  /** What it calls itself, and whom it says its operations are by. */
  label = 'Máy thử';
  by = 'test';
  counter = 0;
  challenge = '';
  epoch = '';
  lastSeq = 0;
  chain = CHAIN_START;
  /** An officer's session, as its cookie; sent with every signed request. */
  cookie = '';
  enrolment: EnrolResponse | null = null;

  private constructor(id: string, jwk: PublicJwk, key: CryptoKey) {
    this.id = id;
    this.jwk = jwk;
    this.key = key;
  }

  static async make(): Promise<SigningDevice> {
    const pair = await generateKeyPair('ES256');
    const { kty, crv, x, y } = await exportJWK(pair.publicKey);
    const jwk = publicJwkSchema.parse({ kty, crv, x, y });
    return new SigningDevice(await calculateJwkThumbprint(jwk), jwk, pair.privateKey);
  }

  /** An operation as canonical text, under a new id. */
  seal(intent: Intent, overrides: Record<string, unknown> = {}): string {
    const head = { v: 1, opId: this.newId(), salt: token(), by: this.by, claimedAt: Date.now(), clockOff: 0 };
    return canon({ ...head, ...intent, ...overrides });
  }

  /** Headers of a signed request, with the true claims unless forged. */
  async signed(
    path: string,
    bytes: Uint8Array<ArrayBuffer>,
    sent: readonly string[],
    forge: Forge = {},
  ): Promise<Record<string, string>> {
    this.counter += 1;
    let chain = this.chain;
    for (const text of sent) chain = await nextChain(chain, await hashText(text));
    const claims: ProofClaims = {
      method: 'POST',
      path,
      body: await hashBytes(bytes),
      counter: this.counter,
      challenge: this.challenge,
      lastSeq: this.lastSeq + sent.length,
      chain,
      ...forge.claims,
    };
    const signer = forge.signer ?? this;
    return {
      'content-type': 'application/json',
      [PROOF_HEADER]: await signProof(claims, signer.id, signer.key),
      ...(this.cookie !== '' && { cookie: this.cookie, 'sec-fetch-site': 'same-origin' }),
      ...forge.headers,
    };
  }

  async enrol(door: Door, code: string, forge: Forge = {}): Promise<Reply<EnrolResponse>> {
    const { installationId, jwk, label } = this;
    const bytes =
      forge.bytes ?? utf8(JSON.stringify({ v: 1, nonce: token(), code, jwk, installationId, label }));
    const reply = await door(ENROL_PATH, {
      method: 'POST',
      body: bytes,
      headers: await this.signed(ENROL_PATH, bytes, [], forge),
    });
    return this.welcome(reply);
  }

  /** Takes the place of `old`, which vouches for it; `words` says otherwise than it is. */
  async rekey(
    door: Door,
    old: SigningDevice,
    words: { succession?: Partial<Succession>; voucher?: SigningDevice } & Forge = {},
  ): Promise<Reply<EnrolResponse>> {
    const { installationId, jwk } = this;
    const claims = { commune: old.enrolment?.communeId ?? '', device: old.id, successor: this.id };
    const succession = await signSuccession({ ...claims, ...words.succession }, (words.voucher ?? old).key);
    const request = { v: 1, nonce: token(), jwk, device: old.id, succession, installationId };
    const bytes = words.bytes ?? utf8(JSON.stringify(request));
    const headers = await this.signed(REKEY_PATH, bytes, [], words);
    return this.welcome(await door(REKEY_PATH, { method: 'POST', body: bytes, headers }));
  }

  /** Takes over what a reply sets, as a browser would. */
  keepCookie({ headers }: Response): void {
    for (const text of headers.getSetCookie()) {
      const [pair = ''] = text.split(';');
      this.cookie = /Max-Age=0/.test(text) ? '' : pair;
    }
  }

  private async welcome(reply: Response): Promise<Reply<EnrolResponse>> {
    this.keepCookie(reply);
    const read = await readReply(reply, (value) => enrolResponseSchema.parse(value));
    if (read.value !== null) {
      this.enrolment = read.value;
      this.challenge = read.value.challenge;
      this.epoch = read.value.epoch;
    }
    return read;
  }

  envelope(ops: readonly string[], overrides: Partial<ExchangeRequest> = {}): ExchangeRequest {
    const { epoch, lastSeq } = this;
    return {
      v: 1,
      nonce: token(),
      epoch,
      firstSeq: lastSeq + 1,
      ops: [...ops],
      pull: { cursors: {}, maxBytes: 0 },
      ...overrides,
    };
  }

  /** One exchange; an answer moves the device on, anything else leaves it where it was. */
  async exchange(
    door: Door,
    ops: readonly string[],
    overrides: Partial<ExchangeRequest> = {},
    forge: Forge = {},
  ): Promise<Reply<ExchangeResponse>> {
    const bytes = forge.bytes ?? utf8(JSON.stringify(this.envelope(ops, overrides)));
    const headers = await this.signed(EXCHANGE_PATH, bytes, ops, forge);
    const read = await readReply(
      await door(EXCHANGE_PATH, { method: 'POST', body: bytes, headers }),
      (value) => exchangeResponseSchema.parse(value),
    );
    if (read.value !== null) {
      this.challenge = read.value.challenge;
      this.epoch = read.value.epoch;
      this.lastSeq = read.value.lastSeq;
      this.chain = read.value.chain;
    }
    return read;
  }
}

async function readReply<Value>(reply: Response, parse: (value: unknown) => Value): Promise<Reply<Value>> {
  const text = await reply.text();
  return {
    status: reply.status,
    value: reply.ok ? parse(JSON.parse(text)) : null,
    text,
    headers: reply.headers,
  };
}

/** The code of a problem, or the empty text. */
export function problemCodeOf(text: string): string {
  try {
    const problem: unknown = JSON.parse(text);
    return typeof problem === 'object' && problem !== null && 'code' in problem ? String(problem.code) : '';
  } catch {
    return '';
  }
}
