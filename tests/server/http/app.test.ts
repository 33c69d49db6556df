import { gunzipSync } from 'node:zlib';
import { afterAll, expect, test } from 'vitest';
import { EXCHANGE_PATH } from '#protocol/exchange.ts';
import { PROBLEM_TYPE, problemSchema } from '#protocol/problem.ts';
import { problems } from '#protocol/problem-words.ts';
import { routePolicy } from '#protocol/policy-routes.ts';
import { helloSchema, publicCampaignSchema } from '#protocol/public.ts';
import type { ExchangeOutcome } from '#server/outcomes.ts';
import { StoreBusyError } from '#server/store/store.ts';
import { SigningDevice } from '../../support/signing-device.ts';
import { openFrontDoor, type FrontDoor } from './front-door.ts';

const front = await openFrontDoor();
const others: FrontDoor[] = [];
afterAll(async () => {
  for (const each of [front, ...others]) await each.close();
});

test('the server has the routes of the policy table and no others', () => {
  const served = front.app.routes
    .filter(({ method }) => method !== 'ALL')
    .map(({ method, path }) => `${method} ${path}`);
  // The router knows HEAD as GET; that a row for HEAD alone serves no GET, the policy matrix holds.
  const named = (method: string): string => (method === 'HEAD' ? 'GET' : method);
  const rows = routePolicy.map(({ method, path }) => `${named(method)} ${path}`);
  expect(served.toSorted()).toEqual(rows.toSorted());
  // What else is mounted is the frame around them all.
  expect(front.app.routes.filter(({ method }) => method === 'ALL').map(({ path }) => path)).toEqual(['/*']);
});

const securityHeaders = {
  'content-security-policy':
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob:; connect-src 'self'; " +
    "manifest-src 'self'; worker-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'; " +
    "require-trusted-types-for 'script'; trusted-types thidua",
  'permissions-policy':
    'camera=(self), geolocation=(), microphone=(), payment=(), usb=(), bluetooth=(), serial=(), hid=(), ' +
    'display-capture=()',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
};

test.each([
  ['GET', '/healthz', 200],
  ['GET', '/api/v1/hello', 200],
  ['GET', '/api/v1/nothing', 404],
  ['POST', '/api/v1/sync', 415],
  ['DELETE', '/api/v1/sync', 405],
  ['GET', '/xom', 404],
])('%s %s (%d) carries exactly the headers of safety', async (method, path, status) => {
  const reply = await front.door(path, { method });
  expect(reply.status).toBe(status);
  const {
    'cache-control': cache,
    'content-type': _type,
    vary: _vary,
    allow: _allow,
    ...rest
  } = Object.fromEntries(reply.headers);
  expect(cache).toBe('no-store');
  expect(rest).toEqual(securityHeaders);
});

test('over https, here or at the proxy, browsers are told to stay there', async () => {
  const behind = await openFrontDoor({ publicOrigin: 'https://thidua.example.vn' });
  others.push(behind);
  const reply = await behind.door('/healthz', {});
  expect(reply.headers.get('strict-transport-security')).toBe('max-age=63072000');
  const plain = await front.app.request('/healthz', { headers: { 'x-forwarded-proto': 'https' } });
  expect(plain.headers.get('strict-transport-security')).toBeNull();
});

test('another method on a route is told which ones work', async () => {
  const reply = await front.door('/api/v1/sync', { method: 'PUT' });
  expect(reply.status).toBe(405);
  expect(reply.headers.get('allow')).toBe('POST');
  expect(reply.headers.get('content-type')).toBe(PROBLEM_TYPE);
  expect((await front.door('/api/v1/hello', { method: 'POST' })).headers.get('allow')).toBe('GET, HEAD');
  expect((await front.door('/api/v1/public/receipts/x', { method: 'DELETE' })).status).toBe(405);
  const head = await front.door('/api/v1/hello', { method: 'HEAD' });
  expect([head.status, await head.text()]).toEqual([200, '']);
});

test('a worker script may come from one address only', async () => {
  for (const path of ['/assets/main.js', '/api/v1/hello', '/', '/photo.jpg']) {
    const reply = await front.door(path, { headers: { 'service-worker': 'script' } });
    expect([path, reply.status]).toEqual([path, 403]);
  }
  expect((await front.door('/sw.js', { headers: { 'service-worker': 'script' } })).status).toBe(404);
});

test('what anyone may read is read, and keeps its schema', async () => {
  const hello = await front.door('/api/v1/hello', {});
  expect(helloSchema.parse(await hello.json())).toMatchObject({ v: 1, protocol: { min: 1, max: 1 } });
  const campaign = await front.door('/api/v1/public/campaign', {});
  expect(publicCampaignSchema.parse(await campaign.json()).householdSet.id).toBe('household');
  expect((await front.door('/readyz', {})).status).toBe(200);
  expect(await (await front.door('/healthz', {})).json()).toEqual({ status: 'ok' });
});

test('a long reply travels gzipped to whoever accepts it, a short one never', async () => {
  const gzipped = await front.door('/api/v1/public/campaign', { headers: { 'accept-encoding': 'gzip, br' } });
  expect(gzipped.headers.get('content-encoding')).toBe('gzip');
  const bytes = Buffer.from(await gzipped.arrayBuffer());
  const plain = await (
    await front.door('/api/v1/public/campaign', { headers: { 'accept-encoding': 'gzip;q=0' } })
  ).text();
  expect(gunzipSync(bytes).toString()).toBe(plain);
  expect(bytes.byteLength).toBeLessThan(plain.length / 2);
  const short = await front.door('/api/v1/hello', { headers: { 'accept-encoding': 'gzip' } });
  expect(short.headers.get('content-encoding')).toBeNull();
});

test.each(['ABC', '000000000', 'K3QF72MA7', '%00', '%E0%A4%A', "'; DROP TABLE submission; --"])(
  'the receipt code %s stands for nothing',
  async (code) => {
    const reply = await front.door(
      `/api/v1/public/receipts/${code.includes('%') ? code : encodeURIComponent(code)}`,
      {},
    );
    expect(reply.status).toBe(404);
    expect(problemSchema.parse(await reply.json()).code).toBe('not-found');
  },
);

test('a bug is one problem with an id, and its words reach neither the caller nor the log', async () => {
  const words = 'Nguyễn Thị Bí Mật 0912345678';
  const broken = await openFrontDoor({
    wrap: (core) => ({ ...core, hello: () => Promise.reject(new RangeError(words)) }),
  });
  others.push(broken);
  const reply = await broken.door('/api/v1/hello', {});
  const text = await reply.text();
  expect(reply.status).toBe(500);
  const problem = problemSchema.parse(JSON.parse(text));
  expect(problem).toMatchObject({ code: 'server-error', title: problems['server-error'].title });
  expect(text + broken.logged.join('')).not.toContain('Bí Mật');
  const failure = broken.logged.find((line) => line.includes('"failure"'));
  expect(failure).toContain(String(problem['logId']));
  expect(failure).toContain('RangeError');
  expect(reply.headers.get('content-security-policy')).toBe(securityHeaders['content-security-policy']);
});

test('a store that cannot write now asks to come again', async () => {
  const busy = await openFrontDoor({
    wrap: (core) => ({
      ...core,
      hello: () => Promise.reject(new StoreBusyError('locked')),
      ready: () => Promise.resolve(false),
    }),
  });
  others.push(busy);
  for (const path of ['/api/v1/hello', '/readyz']) {
    const reply = await busy.door(path, {});
    expect([reply.status, Number(reply.headers.get('retry-after')) > 0]).toEqual([503, true]);
    expect(problemSchema.parse(await reply.json()).code).toBe('busy');
  }
});

test('bodies take a bounded memory: 64 are judged at a time, 512 wait, and the next is asked to come again', async () => {
  const answer = Promise.withResolvers<ExchangeOutcome>();
  const judging = Promise.withResolvers<void>();
  let arrived = 0;
  const crowded = await openFrontDoor({
    wrap: (core) => ({
      ...core,
      exchange: () => {
        arrived += 1;
        if (arrived === 64) judging.resolve();
        return answer.promise;
      },
    }),
  });
  others.push(crowded);
  const device = await SigningDevice.make();
  const bytes = new TextEncoder().encode(JSON.stringify(device.envelope([])));
  const headers = await device.signed(EXCHANGE_PATH, bytes, []);
  // No length is announced here, so each counts as the largest body it could be: 128 MB hold 512 of them.
  const send = async (): Promise<Response> =>
    crowded.door(EXCHANGE_PATH, { method: 'POST', body: bytes, headers });
  const crowd = Array.from({ length: 512 }, send);
  await judging.promise;
  const next = await send();
  expect([next.status, next.headers.get('retry-after'), arrived]).toEqual([503, '5', 64]);
  answer.resolve({ kind: 'refused', code: 'device-unknown' });
  const replies = await Promise.all(crowd);
  expect([new Set(replies.map(({ status }) => status)), arrived]).toEqual([new Set([401]), 512]);
  expect((await send()).status).toBe(401);
});

test('the log names the pattern of a route, never what was asked for', async () => {
  await front.door('/api/v1/public/receipts/K3QF72MA7?x=Bi-Mat', {
    headers: { 'user-agent': 'May-cua-ba-Lan' },
  });
  const line = front.logged.at(-1) ?? '';
  expect(JSON.parse(line)).toMatchObject({
    event: 'request',
    method: 'GET',
    route: '/api/v1/public/receipts/:code',
    status: 404,
  });
  expect(line).not.toMatch(/K3QF|Bi-Mat|ba-Lan/);
});
