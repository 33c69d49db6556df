/**
 * A signed request beside the exchange (`protocol.md` §4): begin an upload, read a photo. The same proof, counter and
 * challenge as every signed question of this phone.
 */
import { hashBytes } from '#protocol/hash.ts';
import { PROBLEM_TYPE, problemSchema, type Problem } from '#protocol/problem.ts';
import { PROOF_HEADER, signProof } from '#protocol/proof.ts';
import type { EngineStore } from '#client/db/engine-store.ts';
import { askProven } from '#client/sync/ask-proven.ts';
import { identityOf } from '#client/sync/device-key.ts';
import type { Environment } from '#client/sync/environment.ts';
import type { Reply } from '#client/sync/transport.ts';

export interface SignedContext {
  store: EngineStore;
  environment: Pick<Environment, 'fetch' | 'timers'>;
}

export interface Answer {
  status: number;
  headers: Headers;
  /** Media type without parameters, in small letters; '' where there is none. */
  type: string;
  body: ArrayBuffer;
}

/** `refused`: the server's word of ours; anything else that is no success is still an answer, to be judged by its status. */
export type Asked = Reply<Answer>;

function problemIn({ type, body, headers }: Answer): Problem | undefined {
  if (type !== PROBLEM_TYPE) return undefined;
  try {
    const parsed = problemSchema.safeParse(JSON.parse(new TextDecoder().decode(body)));
    if (!parsed.success) return undefined;
    const seconds = Number(headers.get('retry-after') ?? Number.NaN);
    return Number.isInteger(seconds) ? { retryAfter: seconds, ...parsed.data } : parsed.data;
  } catch {
    return undefined;
  }
}

/** One request with a deadline that holds even when the platform's fetch never settles. Never throws for the network. */
export async function askOnce(
  { fetch, timers }: Pick<Environment, 'fetch' | 'timers'>,
  path: string,
  init: RequestInit,
  deadlineMs: number,
): Promise<Asked> {
  const controller = new AbortController();
  let handle: object | undefined;
  const late = new Promise<Asked>((resolve) => {
    handle = timers.set(deadlineMs, () => {
      resolve({ kind: 'unreachable', reason: 'timeout' });
      controller.abort();
    });
  });
  const asked = (async (): Promise<Asked> => {
    try {
      const response = await fetch(path, {
        ...init,
        redirect: 'error',
        cache: 'no-store',
        // An officer's session is in a cookie.
        credentials: 'same-origin',
        signal: controller.signal,
      });
      const { status, headers } = response;
      const type = (headers.get('content-type') ?? '').split(';')[0]?.trim().toLowerCase() ?? '';
      const answer: Answer = { status, headers, type, body: await response.arrayBuffer() };
      const problem = problemIn(answer);
      return problem === undefined ? { kind: 'answered', value: answer } : { kind: 'refused', problem };
    } catch (cause) {
      return { kind: 'unreachable', reason: 'noNetwork', cause };
    }
  })();
  try {
    return await Promise.race([asked, late]);
  } finally {
    if (handle !== undefined) timers.clear(handle);
  }
}

interface SignedCall {
  method: 'GET' | 'POST';
  path: string;
  headers?: Record<string, string>;
  deadlineMs: number;
}

export async function askSigned({ store, environment }: SignedContext, call: SignedCall): Promise<Asked> {
  const { deviceId, keys } = await identityOf(store);
  const { ackedSeq, lastChain } = await store.state();
  const sent = { lastSeq: ackedSeq, chain: (await store.chainAt(ackedSeq)) ?? lastChain };
  const { method, path, headers, deadlineMs } = call;
  return askProven(store, sent, async (standing) => {
    const claims = { ...standing, method, path, body: await hashBytes(new Uint8Array()) };
    const proof = await signProof(claims, deviceId, keys.privateKey);
    return askOnce(environment, path, { method, headers: { ...headers, [PROOF_HEADER]: proof } }, deadlineMs);
  });
}
