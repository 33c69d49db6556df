/**
 * The matrix for those the commune does not listen to, or not yet: devices of another commune, devices that wait for the
 * officer's word, officers without a session or with somebody else's. Every route, every method, every kind, every record.
 */
import { afterAll, expect, test } from 'vitest';
import { CODES_PATH, codeResponseSchema } from '#protocol/devices.ts';
import { EXCHANGE_PATH } from '#protocol/exchange.ts';
import { operationKinds, type Intent } from '#protocol/operation.ts';
import { bindingKindOf, roles, type Role } from '#protocol/policy-roles.ts';
import { problemCodeOf, SigningDevice } from '../../support/signing-device.ts';
import { openFrontDoor } from './front-door.ts';
import { intentFor } from './matrix-operations.ts';
import { heldRecordCases } from './matrix-records.ts';
import { callRoute, expectedOf, methods, paths, ruleAt, type Caller, mayBeNamed } from './matrix-routes.ts';
import { makeSmallCommune, pullAll, type Target } from './small-commune.ts';

const front = await openFrontDoor({ sessions: 'asked' });
const elsewhere = await openFrontDoor();
afterAll(() => Promise.all([front.close(), elsewhere.close()]));
const commune = await makeSmallCommune(front);
const other = await makeSmallCommune(elsewhere, 'FOREIGN');
const targetsOf = ({ households, hamletA, hamletB, units }: typeof commune): Target[] => [
  ...households,
  hamletA,
  hamletB,
  ...units,
];
const canaries = [...targetsOf(commune), ...targetsOf(other)].map(({ canary }) => canary);
const counts = { routes: 0, operations: 0, denied: 0, canaries: 0 };

const deviceOf = ({ devices }: typeof commune, role: Role): SigningDevice => {
  const device = devices.get(role);
  if (device === undefined) throw new Error(`no device of ${role}`);
  return device;
};
const office = roles.filter((role) => bindingKindOf[role] === 'office');
const subjects = {
  hamletHead: commune.hamletA.id,
  hamletHelper: commune.hamletA.id,
  unitContact: commune.units[0].id,
};

/** Of a link that the officer makes to be sent. */
async function sentSecret(role: keyof typeof subjects): Promise<string> {
  const { officer } = commune;
  const request = { v: 1, nonce: 'A'.repeat(22), role, subject: subjects[role], way: 'sent' };
  const bytes = new TextEncoder().encode(JSON.stringify(request));
  const headers = await officer.signed(CODES_PATH, bytes, []);
  const reply = await front.door(CODES_PATH, { method: 'POST', body: bytes, headers });
  return codeResponseSchema.parse(await reply.json()).fragment.split('.')[1] ?? '';
}

const callers: Caller[] = roles.map((role): Caller => {
  const device = deviceOf(other, role);
  // It knows how to speak to us; it is not known here.
  device.epoch = commune.officer.epoch;
  return { name: `${role} of another commune`, role, device, state: 'stranger' };
});
for (const role of ['hamletHead', 'hamletHelper', 'unitContact'] as const) {
  const device = await SigningDevice.make();
  const { status, text } = await device.enrol(front.door, await sentSecret(role));
  if (status !== 200) throw new Error(text);
  callers.push({ name: `${role} that waits`, role, device, state: 'pending' });
}
for (const role of office) {
  const [signedOut, borrower] = [await commune.enrol(role), await commune.enrol(role)];
  const lent = signedOut.cookie;
  signedOut.cookie = '';
  // The secret is a true one, and another machine's.
  borrower.cookie = `${borrower.cookie.split('=')[0] ?? ''}=${lent.split('=')[1] ?? ''}`;
  callers.push({ name: `${role} signed out`, role, device: signedOut, state: 'signedOut' });
  callers.push({ name: `${role} with another’s session`, role, device: borrower, state: 'othersSession' });
}

function expectNobodyNamed(what: string, text: string, path = ''): void {
  for (const canary of canaries)
    if (!mayBeNamed(path, canary)) expect(text.includes(canary), `${what}: ${canary}`).toBe(false);
  counts.canaries += canaries.length;
}

test('every route turns away whoever is not, or not yet, one of its own', async () => {
  const before = front.dump();
  const wrong: string[] = [];
  for (const caller of callers)
    for (const path of paths)
      for (const method of methods) {
        const reply = await callRoute(front.door, path, method, caller);
        const text = await reply.text();
        counts.routes += 1;
        const rule = ruleAt(path, method);
        const expected = rule === undefined ? '405 method-not-allowed' : expectedOf(rule, caller);
        const code = method === 'HEAD' ? expected.slice(3).trim() : problemCodeOf(text);
        const got = `${reply.status} ${code}`.trim();
        if (got !== expected) wrong.push(`${caller.name}: ${method} ${path}: ${got}, not ${expected}`);
        if (path.startsWith('/api/')) expect(reply.headers.get('cache-control')).toContain('no-store');
        expectNobodyNamed(`${caller.name} ${method} ${path}`, text, path);
      }
  expect(wrong).toEqual([]);
  const after = front.dump();
  for (const table of ['operation', 'submission', 'comment', 'record', 'feed', 'photo', 'enrol_code', 'move'])
    expect([table, after.get(table)]).toEqual([table, before.get(table)]);
});

const answerTo: Partial<Record<Caller['state'], string>> = {
  stranger: 'device-unknown',
  pending: 'device-pending',
  signedOut: 'sign-in',
  othersSession: 'sign-in',
};

test('no kind of operation comes in from them', async () => {
  const before = front.dump().get('operation');
  for (const { name, device, role, state } of callers)
    for (const kind of operationKinds) {
      if (device === undefined || role === undefined) continue;
      const { id, hamletId } = commune.households[0];
      const intent: Intent =
        kind === 'record.put'
          ? { kind, args: { entity: 'household', id, value: { id, hamletId, householder: 'x' }, baseRev: 0 } }
          : intentFor(commune, role, kind, commune.households[0]);
      const reply = await device.exchange(front.door, [device.seal(intent)]);
      counts.operations += 1;
      counts.denied += 1;
      expect([name, kind, problemCodeOf(reply.text)]).toEqual([name, kind, answerTo[state]]);
      expectNobodyNamed(`${name} ${kind}`, reply.text);
    }
  expect(front.dump().get('operation')).toEqual(before);
});

test('nobody of this commune reaches what another commune’s ids name', async () => {
  for (const role of roles) {
    const device = deviceOf(commune, role);
    const send = async (what: string, intent: Intent): Promise<void> => {
      const { value, text } = await device.exchange(front.door, [device.seal(intent)]);
      counts.operations += 1;
      counts.denied += 1;
      const result = value?.results[0];
      expect([what, result?.verdict === 'applied' || result?.verdict === 'conflict']).toEqual([what, false]);
      expectNobodyNamed(what, text);
    };
    for (const target of targetsOf(other))
      for (const kind of operationKinds)
        if (kind !== 'record.put')
          await send(`${role} ${kind} ${target.canary}`, intentFor(other, role, kind, target));
    for (const { entity, id, value, target } of heldRecordCases(other, () => device.newId()))
      if (target !== undefined)
        await send(`${role} record.put ${entity}`, {
          kind: 'record.put',
          args: { entity, id, value: { ...value, campaignId: commune.campaign.id }, baseRev: 0 },
        });
    const scopes = targetsOf(other).map(({ kind, id }) => `${kind}:${id}`);
    expectForeignAbsent(role, JSON.stringify(await pullAll(front, device, scopes)));
  }
});

/** What this role wrote itself comes back to it; nothing else of the other commune does. */
function expectForeignAbsent(role: Role, text: string): void {
  for (const { canary } of targetsOf(other))
    expect(text.includes(canary), `${role} reads ${canary}`).toBe(false);
  counts.canaries += targetsOf(other).length;
}

test('control: the same calls of a device that is one of ours come through', async () => {
  const officer = deviceOf(commune, 'officer');
  expect((await officer.exchange(front.door, [])).status).toBe(200);
  const reply = await callRoute(front.door, '/api/v1/log', 'GET', {
    name: 'officer',
    device: officer,
    state: 'live',
  });
  expect(reply.status).toBe(200);
  expect((await reply.text()).length).toBeGreaterThan(1000);
  expect(JSON.stringify(await pullAll(elsewhere, deviceOf(other, 'officer')))).toContain('FOREIGN');
});

test('the matrix of those who are turned away was as large as it should be', () => {
  console.log(`matrix of callers: ${JSON.stringify({ callers: callers.length, ...counts })}`);
  expect(counts.routes).toBe(callers.length * paths.length * methods.length);
  expect(counts.routes + counts.operations).toBeGreaterThanOrEqual(3000);
  expect(paths).toContain(EXCHANGE_PATH);
});
