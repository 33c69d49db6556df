/**
 * Ten thousand hostile bodies over every endpoint, signed by live devices. Whatever comes: no 5xx, nothing in effect
 * that a well-formed permitted operation would not have put there, no other row touched, no prototype polluted.
 */
import fc from 'fast-check';
import { afterAll, expect, test } from 'vitest';
import { ENROL_PATH } from '#protocol/enrol.ts';
import { EXCHANGE_PATH, exchangeResponseSchema } from '#protocol/exchange.ts';
import { operationSchema } from '#protocol/operation.ts';
import { problemCodes } from '#protocol/problem.ts';
import { routePolicy } from '#protocol/policy-routes.ts';
import { roles, type Role } from '#protocol/policy-roles.ts';
import { REKEY_PATH } from '#protocol/rekey.ts';
import { openFrontDoor } from '../server/http/front-door.ts';
import { intentFor } from '../server/http/matrix-operations.ts';
import { makeSmallCommune } from '../server/http/small-commune.ts';
import { problemCodeOf, type SigningDevice } from '../support/signing-device.ts';
import { hostileBody, type HostileBody } from './bodies.ts';
import { hostileOperation } from './operations.ts';

/** All ten thousand in the long lane (`npm run test:faults`). */
const BODIES = Number(process.env['HOSTILE_BODIES'] ?? 3000);
const SEED = 20_251_115;
const TIMEOUT_MS = 180_000;
/** Where only judged operations may leave something, and the kinds that may. */
const effects: Record<string, readonly string[]> = {
  submission: ['assessment.submit'],
  comment: ['comment.add'],
  move: ['assessment.move'],
  photo: ['photo.add'],
};
/** Kept apart or logged: what quarantine and the audit are for, with each device's own counters. */
const journals: ReadonlySet<string> = new Set([
  'operation',
  'quarantine',
  'device_seq',
  'stumble',
  'attempt',
  'device',
  'commune',
]);
/** Tables that only operations that took effect may change, by as many rows as they like. */
const derived: ReadonlySet<string> = new Set(['feed', 'register', 'household_answer', 'assessment', 'score']);

const front = await openFrontDoor();
const commune = await makeSmallCommune(front);
afterAll(() => front.close());

/** How deep the bodies came: parsed as an envelope, operations judged, operations kept, operations in effect. */
const reached = { requests: 0, envelope: 0, operations: 0, stored: 0, applied: 0 };
const applied: string[] = [];
const layers = new Map<string, number>();
const outcomes = new Map<string, number>();
const count = (map: Map<string, number>, key: string): void => void map.set(key, (map.get(key) ?? 0) + 1);

/** Codes a request gets before its envelope was read. */
const early: ReadonlySet<string> = new Set([
  'malformed',
  'too-large',
  'unsupported-media-type',
  'proof-missing',
  'invalid-envelope',
]);

/** Every answer is a problem of the closed list, whatever came in. */
const described: readonly string[] = problemCodes;

/** `open` routes read no envelope. */
function note(hostile: HostileBody, status: number, text: string, route: 'signed' | 'open'): void {
  const code = problemCodeOf(text);
  reached.requests += 1;
  count(layers, hostile.layer);
  count(outcomes, `${status} ${code}`.trim());
  if (status >= 400) expect(described).toContain(code);
  if (route === 'signed' && !early.has(code)) reached.envelope += 1;
}

/** Good operations of this device, about its own subject and about others': what the hostile ones are bent from. */
function goodOperation(role: Role, device: SigningDevice): (seed: number) => Record<string, unknown> {
  const { households, hamletA, hamletB, units } = commune;
  const targets = [...households, hamletA, hamletB, ...units];
  const kinds = [
    'answers.save',
    'assessment.submit',
    'comment.add',
    'assessment.move',
    'score.set',
    'photo.add',
  ] as const;
  return (seed) => {
    const target = targets[seed % targets.length] ?? hamletA;
    const kind = kinds[Math.floor(seed / 7) % kinds.length] ?? 'comment.add';
    return JSON.parse(
      device.seal(intentFor(commune, role, kind, target, front.standing(target.assessmentId))),
    );
  };
}

/** Sends one exchange and takes the device along; what was applied must be a true operation. */
async function exchange(device: SigningDevice, hostile: HostileBody): Promise<void> {
  const headers = await device.signed(EXCHANGE_PATH, hostile.bytes, [], { headers: hostile.headers });
  const reply = await front.door(EXCHANGE_PATH, { method: 'POST', body: hostile.bytes, headers });
  const text = await reply.text();
  note(hostile, reply.status, text, 'signed');
  expect(reply.status, `${text}`).toBeLessThan(500);
  if (reply.status !== 200) {
    const challenge = /"challenge":"([^"]+)"/.exec(text)?.[1];
    if (challenge !== undefined) device.challenge = challenge;
    return;
  }
  const answer = exchangeResponseSchema.parse(JSON.parse(text));
  Object.assign(device, { challenge: answer.challenge, lastSeq: answer.lastSeq, chain: answer.chain });
  if (hostile.layer !== 'operation') return;
  const { ops } = JSON.parse(new TextDecoder().decode(hostile.bytes));
  for (const [index, { verdict }] of answer.results.entries()) {
    reached.operations += 1;
    if (verdict !== 'applied' && verdict !== 'conflict') continue;
    const operation = operationSchema.parse(JSON.parse(ops[index]));
    reached.applied += 1;
    applied.push(operation.kind);
  }
}

async function attack(role: Role, device: SigningDevice, share: number, seed: number): Promise<void> {
  const operations = fc.array(hostileOperation(goodOperation(role, device)), { minLength: 1, maxLength: 3 });
  const bodies = fc.sample(
    fc.nat().map((of) => ({ of })),
    { numRuns: share, seed },
  );
  for (const { of } of bodies) {
    const members = Object.entries(device.envelope([]));
    const [hostile] = fc.sample(hostileBody({ members }, operations), { numRuns: 1, seed: of });
    if (hostile !== undefined) await exchange(device, hostile);
  }
}

/** Enrolment and re-key: a key nobody knows, a code and a voucher that stand for nothing. */
async function attackNewKey(
  path: typeof ENROL_PATH | typeof REKEY_PATH,
  device: SigningDevice,
  share: number,
): Promise<void> {
  const own =
    path === ENROL_PATH ? { code: '0'.repeat(22), label: '' } : { device: device.id, succession: 'a.b.c' };
  const random = 'a'.repeat(22);
  const members = Object.entries({ v: 1, nonce: random, jwk: device.jwk, installationId: random, ...own });
  for (const hostile of fc.sample(hostileBody({ members }), { numRuns: share, seed: SEED })) {
    const headers = await device.signed(path, hostile.bytes, [], { headers: hostile.headers });
    const reply = await front.door(path, { method: 'POST', body: hostile.bytes, headers });
    const text = await reply.text();
    note(hostile, reply.status, text, 'signed');
    expect(reply.status, `${text}`).toBeGreaterThanOrEqual(400);
    expect(reply.status, `${text}`).toBeLessThan(500);
  }
}

/** The other endpoints: hostile paths, queries, methods and bodies nobody asked for. */
async function attackOthers(device: SigningDevice, share: number): Promise<void> {
  const others = routePolicy.filter(({ method }) => method === 'GET');
  const arbitrary = fc.record({
    rule: fc.constantFrom(...others),
    code: fc.string({ unit: 'binary', maxLength: 30 }),
    query: fc.string({ maxLength: 30 }),
    method: fc.constantFrom('GET', 'POST', 'PUT', 'DELETE'),
    hostile: hostileBody({ members: Object.entries(device.envelope([])) }),
  });
  for (const { rule, code, query, method, hostile } of fc.sample(arbitrary, { numRuns: share, seed: SEED })) {
    const path = `${rule.path.replace(':code', encodeURIComponent(code.toWellFormed()) || 'x')}?${encodeURIComponent(query.toWellFormed())}`;
    const headers = await device.signed(path, hostile.bytes, [], { headers: hostile.headers });
    const reply = await front.door(path, {
      method,
      headers,
      ...(method !== 'GET' && { body: hostile.bytes }),
    });
    const text = await reply.text();
    note(hostile, reply.status, text, 'open');
    expect(reply.status, `${method} ${path}`).toBeLessThan(500);
    expect(reply.status === 200 && method !== 'GET').toBe(false);
  }
}

test('thousands of hostile bodies leave no 5xx and no unwanted row', { timeout: TIMEOUT_MS }, async () => {
  const attackers: [Role, SigningDevice][] = [];
  for (const role of roles) attackers.push([role, await commune.enrol(role)]);
  const helper = await commune.enrol('hamletHelper');
  const before = front.dump();
  const ofRole = Math.floor((BODIES * 0.7) / roles.length);
  const ofEnrol = BODIES * 0.1;
  const ofRekey = BODIES * 0.05;
  // Each device waits for its own answers, as phones do; the devices do not wait for each other.
  await Promise.all([
    ...attackers.map(([role, device], index) => attack(role, device, ofRole, SEED + index)),
    attackNewKey(ENROL_PATH, helper, ofEnrol),
    attackNewKey(REKEY_PATH, helper, ofRekey),
    attackOthers(helper, BODIES - ofRole * roles.length - ofEnrol - ofRekey),
  ]);
  const after = front.dump();

  // Every operation kept has its place in a device's sequence, whatever became of it.
  reached.stored = rowsIn(after, 'device_seq') - rowsIn(before, 'device_seq');
  console.log(
    `hostile bodies, seed ${SEED}: ${JSON.stringify(reached)}\n  layers ${JSON.stringify(Object.fromEntries(layers))}\n  ` +
      `outcomes ${JSON.stringify(Object.fromEntries(outcomes))}`,
  );
  expect(reached.requests).toBe(BODIES);
  // The deep gates were reached, not only the outermost.
  expect(reached.envelope).toBeGreaterThan(BODIES / 4);
  expect(reached.operations).toBeGreaterThan(BODIES / 4);
  expect(reached.stored).toBeGreaterThan(1000);

  expect(unwanted(before, after, applied)).toEqual([]);
  expect(rowsIn(after, 'device')).toBe(rowsIn(before, 'device'));
  expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
  expect(front.logged.join('')).not.toMatch(/CANARY|DROP TABLE|alert\(1\)/);
  expect((await front.core.verify()).problems).toEqual([]);
});

const rowsIn = (dump: ReadonlyMap<string, string[]>, table: string): number => dump.get(table)?.length ?? 0;

/** Tables that hold something no applied operation accounts for. */
function unwanted(
  before: ReadonlyMap<string, string[]>,
  after: ReadonlyMap<string, string[]>,
  kinds: readonly string[],
): string[] {
  return [...after.keys()].filter((table) => {
    const accountable = effects[table];
    if (accountable !== undefined)
      return (
        rowsIn(after, table) - rowsIn(before, table) !==
        kinds.filter((kind) => accountable.includes(kind)).length
      );
    if (journals.has(table) || (derived.has(table) && kinds.length > 0)) return false;
    return JSON.stringify(after.get(table)) !== JSON.stringify(before.get(table));
  });
}

test('control: one operation more than was told of is found', async () => {
  const device = await commune.enrol('hamletHead');
  const before = front.dump();
  const good = JSON.stringify(
    JSON.parse(device.seal(intentFor(commune, 'hamletHead', 'comment.add', commune.hamletA))),
  );
  expect((await device.exchange(front.door, [good])).value?.results).toMatchObject([{ verdict: 'applied' }]);
  expect(unwanted(before, front.dump(), ['comment.add'])).toEqual([]);
  expect(unwanted(before, front.dump(), [])).toEqual(expect.arrayContaining(['comment', 'feed']));
});
