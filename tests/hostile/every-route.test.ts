/**
 * Hostile bodies, paths and queries for every route of the policy table, one after the other, signed by a device that may
 * call it: generated from the table, so that a new route comes in by itself. Ten thousand each in the long lane.
 */
import fc from 'fast-check';
import { afterAll, expect, test } from 'vitest';
import { ENROL_PATH } from '#protocol/enrol.ts';
import { FEEDBACK_PATH } from '#protocol/feedback.ts';
import { utf8 } from '#protocol/hash.ts';
import { problemCodes } from '#protocol/problem.ts';
import { routePolicy, type RouteRule } from '#protocol/policy-routes.ts';
import { REKEY_PATH } from '#protocol/rekey.ts';
import { RESCUE_TYPE } from '#protocol/rescue.ts';
import { openFrontDoor } from '../server/http/front-door.ts';
import { messageTo, pathOf } from '../server/http/matrix-routes.ts';
import { makeSmallCommune } from '../server/http/small-commune.ts';
import { problemCodeOf, type SigningDevice } from '../support/signing-device.ts';
import { hostileBody, type HostileBody } from './bodies.ts';
import { nastyText } from './nasty.ts';

const isLong = Number(process.env['HOSTILE_BODIES'] ?? 0) >= 10_000;
const EACH = isLong ? 10_000 : 25;
const SEED = 20_251_123;
const TIMEOUT_MS = 3_600_000;

const front = await openFrontDoor();
const commune = await makeSmallCommune(front);
afterAll(() => front.close());

const described: readonly string[] = problemCodes;
/** How far bodies came: turned away before their meaning was asked for, or after. */
const SHALLOW: ReadonlySet<string> = new Set([
  'malformed',
  'too-large',
  'unsupported-media-type',
  'proof-missing',
  'method-not-allowed',
  'not-found',
]);

/** Somebody who may call it, and who is not needed for anything else. */
async function callerOf({ access }: RouteRule): Promise<SigningDevice> {
  if (access.kind !== 'device') return commune.officer;
  const [role] = access.roles.includes('officer') ? (['officer'] as const) : access.roles;
  if (role === undefined) throw new Error('a route for nobody');
  return commune.enrol(role);
}

const random = 'a'.repeat(22);
/** What is well-formed where the matrix sends an exchange's envelope, and stands for nothing. */
const ownBodies: Record<string, (device: SigningDevice) => string> = {
  [ENROL_PATH]: ({ jwk }) =>
    JSON.stringify({ v: 1, nonce: random, jwk, installationId: random, code: '0'.repeat(22), label: '' }),
  [REKEY_PATH]: ({ jwk, id }) =>
    JSON.stringify({ v: 1, nonce: random, jwk, installationId: random, device: id, succession: 'a.b.c' }),
  [FEEDBACK_PATH]: () => JSON.stringify({ v: 1, nonce: random, text: 'Xin góp ý' }),
};

/** Bodies bent from a good one; where a body is no JSON, bytes and texts. */
function bodiesFor(rule: RouteRule, device: SigningDevice): fc.Arbitrary<HostileBody> {
  const { body, headers } = messageTo(rule.path, device);
  const isRescue = rule.path.startsWith('/api/v1/rescue');
  if (rule.method === 'PATCH' || isRescue || body === '')
    return fc.record({
      layer: fc.constant('bytes' as const),
      bytes: fc.uint8Array({ maxLength: 2000 }).map((bytes) => new Uint8Array(bytes)),
      headers: fc.constantFrom<Record<string, string>>(
        headers,
        isRescue ? { 'content-type': RESCUE_TYPE } : { ...headers, 'upload-offset': '0' },
        { ...headers, 'upload-offset': '-1', 'content-type': 'application/offset+octet-stream' },
        { ...headers, 'upload-length': '99999999999999999999' },
        {},
      ),
    });
  const own = ownBodies[rule.path]?.(device) ?? body;
  return fc.oneof(
    { weight: 3, arbitrary: hostileBody({ members: Object.entries(JSON.parse(own)) }) },
    // As it should be: what is behind the schema is to be reached too, by odd addresses and a thousand times over.
    { weight: 1, arbitrary: fc.constant<HostileBody>({ layer: 'operation', bytes: utf8(own), headers: {} }) },
  );
}

/** The route's own address, or one whose parts and question nobody would think of. */
const addressOf = (rule: RouteRule): fc.Arbitrary<string> =>
  fc.record({ part: nastyText, query: nastyText, isOdd: fc.boolean() }).map(({ part, query, isOdd }) => {
    if (!isOdd) return pathOf(rule.path);
    const safe = encodeURIComponent(part.toWellFormed()) || 'x';
    return `${rule.path.replace(/:\w+/, safe)}?${encodeURIComponent(query.toWellFormed())}`;
  });

test(
  'hostile requests to every route of the table: no 5xx, every refusal of the closed list',
  { timeout: TIMEOUT_MS },
  async () => {
    const report: string[] = [];
    for (const rule of routePolicy) {
      const device = await callerOf(rule);
      const isBodiless = rule.method === 'GET' || rule.method === 'HEAD';
      const requests = fc.record({ address: addressOf(rule), hostile: bodiesFor(rule, device) });
      const codes = new Map<string, number>();
      let deep = 0;
      for (const { address, hostile } of fc.sample(requests, { numRuns: EACH, seed: SEED })) {
        const bytes = isBodiless ? new Uint8Array() : hostile.bytes;
        const headers = await device.signed(address, bytes, [], {
          headers: hostile.headers,
          claims: { method: rule.method },
        });
        const reply = await front.door(address, {
          method: rule.method,
          headers,
          ...(!isBodiless && { body: bytes }),
        });
        const text = await reply.text();
        const code = problemCodeOf(text);
        expect(reply.status, `${rule.method} ${address}: ${text}`).toBeLessThan(500);
        if (reply.status >= 400 && rule.method !== 'HEAD') expect(described).toContain(code);
        const challenge = /"challenge":"([^"]+)"/.exec(text)?.[1];
        if (challenge !== undefined) device.challenge = challenge;
        if (!SHALLOW.has(code)) deep += 1;
        codes.set(`${reply.status} ${code}`.trim(), (codes.get(`${reply.status} ${code}`.trim()) ?? 0) + 1);
      }
      report.push(
        `${rule.method} ${rule.path}: ${EACH}, ${deep} deep, ${JSON.stringify(Object.fromEntries(codes))}`,
      );
    }
    console.log(`hostile requests by route, seed ${SEED}\n  ${report.join('\n  ')}`);
    expect(report).toHaveLength(routePolicy.length);
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
    expect(front.logged.join('')).not.toMatch(/CANARY|DROP TABLE|alert\(1\)/);
    expect((await front.core.verify()).problems).toEqual([]);
  },
);
