/**
 * The only place that talks to the network. A reply counts with our nonce, our content type and a valid schema;
 * everything else (502, captive portal, redirect, half a body) is "no network". Never throws for the network.
 */
import type { CryptoKey } from 'jose';
import { enrolResponseSchema, ENROL_PATH, type EnrolRequest, type EnrolResponse } from '#protocol/enrol.ts';
import {
  EXCHANGE_PATH,
  exchangeResponseSchema,
  type ExchangeRequest,
  type ExchangeResponse,
} from '#protocol/exchange.ts';
import { hashText, utf8 } from '#protocol/hash.ts';
import { PROBLEM_TYPE, problemSchema, type Problem, type ProblemCode } from '#protocol/problem.ts';
import { PROOF_HEADER, signProof, type ProofClaims } from '#protocol/proof.ts';
import type { Environment } from './environment.ts';

export type Unreachable = 'noNetwork' | 'captivePortal' | 'timeout';

export type Reply<T> =
  | { kind: 'answered'; value: T }
  /** Nobody we know answered. */
  | { kind: 'unreachable'; reason: Unreachable; cause?: unknown }
  /** The commune answered, and said no. */
  | { kind: 'refused'; problem: Problem };

/** What the device's standing adds to a proof; method, path and body are the transport's. */
export type Standing = Omit<ProofClaims, 'method' | 'path' | 'body'>;
export interface Signer {
  deviceId: string;
  key: CryptoKey;
}

/** Both requests are signed with the device's key over exactly the bytes that go. */
export interface Transport {
  enrol(request: EnrolRequest, standing: Standing, signer: Signer): Promise<Reply<EnrolResponse>>;
  exchange(request: ExchangeRequest, standing: Standing, signer: Signer): Promise<Reply<ExchangeResponse>>;
  /** What anyone may read: campaign, receipt state. */
  read<T>(path: string, schema: Schema<T>): Promise<Reply<T>>;
}

export interface Schema<T> {
  safeParse(value: unknown): { success: true; data: T } | { success: false };
}

export interface Call {
  method: 'GET' | 'POST';
  path: string;
  /** JSON, or bytes of no kind of ours. */
  body?: string | Uint8Array<ArrayBuffer>;
  proof?: string;
  /** Raw bytes the reply may have beyond an acknowledgement. */
  replyBytes: number;
}

const ZIP_FROM_BYTES = 1024;
const DEADLINE_MS = 15_000;
const DEADLINE_MAX_MS = 120_000;
/** A bad mobile line. */
const BYTES_PER_MS = 4.096;
/** Rows compress at least this well. */
const ROW_RATIO = 4;
const JSON_TYPE = 'application/json';
const BYTES_TYPE = 'application/octet-stream';

/** How long one request may take, in ms, for this many bytes both ways. */
export const deadlineMs = (bytes: number): number =>
  Math.min(DEADLINE_MAX_MS, Math.round(DEADLINE_MS + bytes / BYTES_PER_MS));

const mediaType = (response: Response): string =>
  (response.headers.get('content-type') ?? '').split(';')[0]?.trim().toLowerCase() ?? '';

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function problemOf(response: Response, text: string): Problem | undefined {
  const parsed = problemSchema.safeParse(parseJson(text));
  if (!parsed.success) return undefined;
  const seconds = Number(response.headers.get('retry-after') ?? Number.NaN);
  return Number.isInteger(seconds) && parsed.data.retryAfter === undefined
    ? { ...parsed.data, retryAfter: seconds }
    : parsed.data;
}

function judge<T>(response: Response, text: string, schema: Schema<T>): Reply<T> {
  const type = mediaType(response);
  if (type === PROBLEM_TYPE) {
    const problem = problemOf(response, text);
    return problem === undefined
      ? { kind: 'unreachable', reason: 'noNetwork' }
      : { kind: 'refused', problem };
  }
  if (!response.ok) return { kind: 'unreachable', reason: 'noNetwork' };
  if (type !== JSON_TYPE) return { kind: 'unreachable', reason: 'captivePortal' };
  const value = parseJson(text);
  // Our content type, but half a body: the line broke.
  if (value === undefined) return { kind: 'unreachable', reason: 'noNetwork' };
  const parsed = schema.safeParse(value);
  return parsed.success
    ? { kind: 'answered', value: parsed.data }
    : { kind: 'unreachable', reason: 'captivePortal' };
}

/** A late reply of an earlier request, or a portal's copy, does not carry the nonce we wait for. */
const expectNonce = <T extends { nonce: string }>(reply: Reply<T>, nonce: string): Reply<T> =>
  reply.kind === 'answered' && reply.value.nonce !== nonce
    ? { kind: 'unreachable', reason: 'captivePortal' }
    : reply;

export type Network = Pick<Environment, 'fetch' | 'timers' | 'compress'>;

async function send(network: Network, call: Call): Promise<{ init: RequestInit; bytes: number }> {
  const headers: Record<string, string> = {};
  if (call.proof !== undefined) headers[PROOF_HEADER] = call.proof;
  const init: RequestInit = {
    method: call.method,
    headers,
    redirect: 'error',
    cache: 'no-store',
    // An officer's session travels in a cookie of this origin: `same-origin`, which is what fetch does unasked.
  };
  if (call.body === undefined) return { init, bytes: 0 };
  const isText = typeof call.body === 'string';
  headers['content-type'] = isText ? JSON_TYPE : BYTES_TYPE;
  const raw = typeof call.body === 'string' ? utf8(call.body) : call.body;
  if (!isText || raw.length <= ZIP_FROM_BYTES || network.compress === null)
    return { init: { ...init, body: raw }, bytes: raw.length };
  const body = await network.compress(raw);
  headers['content-encoding'] = 'gzip';
  return { init: { ...init, body }, bytes: body.length };
}

/** One request with its own deadline, which holds even when the platform's fetch never settles. */
export async function ask<T>(network: Network, call: Call, schema: Schema<T>): Promise<Reply<T>> {
  const { init, bytes } = await send(network, call);
  const controller = new AbortController();
  let handle: object | undefined;
  const late = new Promise<Reply<T>>((resolve) => {
    handle = network.timers.set(deadlineMs(bytes + call.replyBytes / ROW_RATIO), () => {
      resolve({ kind: 'unreachable', reason: 'timeout' });
      controller.abort();
    });
  });
  const answered = (async (): Promise<Reply<T>> => {
    try {
      const response = await network.fetch(call.path, { ...init, signal: controller.signal });
      return judge(response, await response.text(), schema);
    } catch (cause) {
      return { kind: 'unreachable', reason: 'noNetwork', cause };
    }
  })();
  try {
    return await Promise.race([answered, late]);
  } finally {
    if (handle !== undefined) network.timers.clear(handle);
  }
}

/** A request signed with the device's key, whose reply carries our nonce. */
export async function postSigned<T extends { nonce: string }>(
  network: Network,
  path: string,
  request: { nonce: string },
  reply: { schema: Schema<T>; bytes: number },
  standing: Standing,
  signer: Signer,
): Promise<Reply<T>> {
  const body = JSON.stringify(request);
  const claims: ProofClaims = { ...standing, method: 'POST', path, body: await hashText(body) };
  const proof = await signProof(claims, signer.deviceId, signer.key);
  const call: Call = { method: 'POST', path, body, proof, replyBytes: reply.bytes };
  return expectNonce(await ask(network, call, reply.schema), request.nonce);
}

/** What a server, or something on the way to it, says when it cannot read a zipped body. */
const unzippedProblems: readonly ProblemCode[] = ['unsupported-media-type', 'malformed'];

export function createTransport(given: Network): Transport {
  /** Without zip for the rest of this page's life, once a zipped body was not understood. */
  let network = given;
  async function readable<T>(question: (over: Network) => Promise<Reply<T>>): Promise<Reply<T>> {
    const reply = await question(network);
    if (reply.kind !== 'refused' || !unzippedProblems.includes(reply.problem.code)) return reply;
    if (network.compress === null) return reply;
    network = { ...network, compress: null };
    return question(network);
  }
  return {
    enrol: (request, standing, signer) =>
      readable((over) =>
        postSigned(over, ENROL_PATH, request, { schema: enrolResponseSchema, bytes: 0 }, standing, signer),
      ),
    exchange: (request, standing, signer) => {
      const reply = { schema: exchangeResponseSchema, bytes: request.pull.maxBytes };
      return readable((over) => postSigned(over, EXCHANGE_PATH, request, reply, standing, signer));
    },
    read: (path, schema) => ask(network, { method: 'GET', path, replyBytes: 64 * 1024 }, schema),
  };
}

/** The platform's own fetch, looked up at each call. */
export const platformFetch: Environment['fetch'] = (path, init) => fetch(path, init);
