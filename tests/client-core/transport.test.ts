/** What counts as an answer, and what is only noise on the line. */
import { generateKeyPair } from 'jose';
import { expect, test } from 'vitest';
import { z } from '#domain/zod.ts';
import { CHAIN_START, hashText } from '#protocol/hash.ts';
import { importPublicKey, PROOF_HEADER, verifyProof } from '#protocol/proof.ts';
import { publicJwkSchema } from '#protocol/enrol.ts';
import type { ExchangeRequest, ExchangeResponse } from '#protocol/exchange.ts';
import { PROBLEM_TYPE } from '#protocol/problem.ts';
import { problems } from '#protocol/problem-words.ts';
import { createTransport, deadlineMs, type Reply } from '#client/sync/transport.ts';
import type { Environment } from '#client/sync/environment.ts';
import { createPhone, untilTrue } from './surroundings.ts';

const NONCE = 'n'.repeat(22);
const request: ExchangeRequest = {
  v: 1,
  nonce: NONCE,
  epoch: '',
  firstSeq: 1,
  ops: [],
  pull: { cursors: {}, maxBytes: 0 },
};
const answer: ExchangeResponse = {
  v: 1,
  nonce: NONCE,
  epoch: '',
  time: 1,
  challenge: '',
  lastSeq: 0,
  chain: CHAIN_START,
  safeSeq: 0,
  results: [],
  rows: [],
  cursors: {},
  more: false,
  evict: [],
  reset: [],
  receipt: 'r',
};
const standing = { counter: 1, challenge: '', lastSeq: 0, chain: CHAIN_START };
const json = (body: unknown, init: ResponseInit = {}): Response =>
  new Response(JSON.stringify(body), {
    headers: { 'content-type': 'application/json; charset=utf-8' },
    ...init,
  });

async function exchange(
  fetch: Environment['fetch'],
  over: Partial<ExchangeRequest> = {},
): Promise<Reply<ExchangeResponse>> {
  const { environment } = createPhone(60).tab(fetch);
  const { privateKey } = await generateKeyPair('ES256');
  return createTransport(environment).exchange({ ...request, ...over }, standing, {
    deviceId: 'd'.repeat(43),
    key: privateKey,
  });
}

test('an answer with our nonce, type and schema counts', async () => {
  expect(await exchange(async () => json(answer))).toEqual({ kind: 'answered', value: answer });
});

const html = (status: number): Response =>
  new Response('<h1>Đăng nhập Wi-Fi</h1>', { status, headers: { 'content-type': 'text/html' } });

test.each<[string, () => Response | Promise<Response>, string]>([
  ['no route', () => Promise.reject(new TypeError('failed to fetch')), 'noNetwork'],
  ['a portal’s page with status 200', () => html(200), 'captivePortal'],
  ['a gateway’s page', () => html(502), 'noNetwork'],
  ['an empty JSON object', () => json({}), 'captivePortal'],
  [
    'half a body',
    () =>
      new Response(JSON.stringify(answer).slice(0, 80), { headers: { 'content-type': 'application/json' } }),
    'noNetwork',
  ],
  ['the reply to an earlier request', () => json({ ...answer, nonce: 'o'.repeat(22) }), 'captivePortal'],
  ['an answer of another shape', () => json({ ...answer, lastSeq: -1 }), 'captivePortal'],
  ['a server error without our problem type', () => json({ error: 'x' }, { status: 500 }), 'noNetwork'],
  [
    'a problem nobody of ours wrote',
    () => new Response('{}', { status: 401, headers: { 'content-type': PROBLEM_TYPE } }),
    'noNetwork',
  ],
])('%s is no answer', async (_what, reply, reason) => {
  expect(await exchange(async () => reply())).toMatchObject({ kind: 'unreachable', reason });
});

test('a problem of ours is an answer, with the seconds to wait from either place', async () => {
  const problem = { type: 'about:blank', title: problems.busy.title, status: 503, code: 'busy' };
  const headers = { 'content-type': PROBLEM_TYPE, 'retry-after': '30' };
  expect(await exchange(async () => new Response(JSON.stringify(problem), { status: 503, headers }))).toEqual(
    {
      kind: 'refused',
      problem: { ...problem, retryAfter: 30 },
    },
  );
});

test('a line that never answers ends at the deadline, and the request is taken back', async () => {
  const phone = createPhone(61);
  let signal: AbortSignal | null | undefined;
  const { environment } = phone.tab((_path, init) => {
    signal = init.signal;
    return new Promise(() => {});
  });
  const reading = createTransport(environment).read('/api/v1/hello', z.object({}));
  await untilTrue(() => phone.timers.waiting().length > 0);
  phone.timers.fireNext();
  expect(await reading).toEqual({ kind: 'unreachable', reason: 'timeout' });
  expect(signal?.aborted).toBe(true);
});

test('the deadline grows with the bytes of a bad line, up to two minutes', () => {
  expect([0, 4096, 409_600, 10_000_000].map(deadlineMs)).toEqual([15_000, 16_000, 115_000, 120_000]);
});

test('a request carries the cookie of its own origin alone, follows no redirect, is not cached, and is zipped only when that helps', async () => {
  const sent: RequestInit[] = [];
  const fetch: Environment['fetch'] = async (_path, init) => {
    sent.push(init);
    return json(answer);
  };
  const { environment } = createPhone(62).tab(fetch, { compress: async () => new Uint8Array([1, 2, 3]) });
  const { privateKey } = await generateKeyPair('ES256');
  const signer = { deviceId: 'd'.repeat(43), key: privateKey };
  await createTransport(environment).exchange(request, standing, signer);
  await createTransport(environment).exchange({ ...request, ops: ['x'.repeat(2000)] }, standing, signer);
  for (const init of sent) {
    expect(init).toMatchObject({ method: 'POST', redirect: 'error', cache: 'no-store' });
    // What fetch does unasked.
    expect(init.credentials ?? 'same-origin').toBe('same-origin');
  }
  expect(sent.map(({ headers }) => new Headers(headers).get('content-encoding'))).toEqual([null, 'gzip']);
  expect(sent[1]?.body).toEqual(new Uint8Array([1, 2, 3]));
});

test('the proof signs the plain body, whatever coding it travels in', async () => {
  const { publicKey, privateKey } = await generateKeyPair('ES256', { extractable: true });
  const { kty, crv, x, y } = await crypto.subtle.exportKey('jwk', publicKey);
  let proof = '';
  const { environment } = createPhone(63).tab(
    async (_path, init) => {
      proof = new Headers(init.headers).get(PROOF_HEADER) ?? '';
      return json(answer);
    },
    { compress: async () => new Uint8Array([1]) },
  );
  const big = { ...request, ops: ['y'.repeat(3000)] };
  await createTransport(environment).exchange(big, standing, { deviceId: 'd'.repeat(43), key: privateKey });
  const claims = await verifyProof(proof, await importPublicKey(publicJwkSchema.parse({ kty, crv, x, y })));
  expect(claims).toEqual({
    ...standing,
    method: 'POST',
    path: '/api/v1/sync',
    body: await hashText(JSON.stringify(big)),
  });
});

test('a zipped body that was not understood goes again as it is, and so do those after it', async () => {
  const sent: (string | null)[] = [];
  const { environment } = createPhone(61).tab(
    async (_path, init) => {
      const coding = new Headers(init.headers).get('content-encoding');
      sent.push(coding);
      const { status, title } = problems['unsupported-media-type'];
      const problem = { type: 'about:blank', title, status, code: 'unsupported-media-type' };
      return coding === null
        ? json(answer)
        : new Response(JSON.stringify(problem), { status, headers: { 'content-type': PROBLEM_TYPE } });
    },
    { compress: async (bytes) => bytes },
  );
  const { privateKey } = await generateKeyPair('ES256');
  const signer = { deviceId: 'd'.repeat(43), key: privateKey };
  const transport = createTransport(environment);
  const long = { ...request, ops: ['x'.repeat(2000)] };
  for (let time = 0; time < 2; time++)
    expect((await transport.exchange(long, standing, signer)).kind).toBe('answered');
  expect(sent).toEqual(['gzip', null, null]);
});
