import { afterAll, expect, test } from 'vitest';
import type { Result } from '#protocol/exchange.ts';
import { operationKinds, type Intent } from '#protocol/operation.ts';
import { operationAllowed, recordAllowed } from '#protocol/policy.ts';
import { bindingKindOf, roles, type Role } from '#protocol/policy-roles.ts';
import { PROOF_HEADER } from '#protocol/proof.ts';
import { problemsOf } from '#server/openapi-problems.ts';
import { scopesOfRecord } from '#server/sync/judge/record-scopes.ts';
import { problemCodeOf, type SigningDevice } from '../../support/signing-device.ts';
import { openFrontDoor } from './front-door.ts';
import { intentFor, recordCases, relationOf } from './matrix-operations.ts';
import { heldRecordCases, OFFICE_CANARY, officeEntities } from './matrix-records.ts';
import { callRoute, expectedOf, methods, paths, ruleAt, type Caller, mayBeNamed } from './matrix-routes.ts';
import { createReceiver } from './matrix-standing.ts';
import { makeSmallCommune, pullAll, type Target } from './small-commune.ts';

const front = await openFrontDoor();
const commune = await makeSmallCommune(front);
afterAll(() => front.close());
const makeReceived = await createReceiver(front, commune);

const { hamletA, hamletB, households, units } = commune;
const targets: Target[] = [...households, hamletA, hamletB, ...units];
/** What every role is asked to read beside its own. */
const everyScope = ['public', 'office', ...targets.map(({ kind, id }) => `${kind}:${id}`)];
const canaries = [...targets.map(({ canary }) => canary), OFFICE_CANARY];

const deviceOf = (role: Role): SigningDevice => {
  const device = commune.devices.get(role);
  if (device === undefined) throw new Error(`no device of ${role}`);
  return device;
};

/** Canaries a role may meet: its own subject's, a hamlet's families', everything for the office. */
const mayRead = (role: Role, target: Target): boolean => relationOf(commune, role, target) !== null;

const unstored = ['awardDecision', 'awardNotice', 'handOver', 'openRelease', 'reminder', 'submissionLetter'];

const counts = { operations: 0, allowed: 0, denied: 0, routes: 0, canaries: 0 };

async function send(
  device: SigningDevice,
  text: string,
): Promise<{ result: Result | undefined; reply: string }> {
  const { value, text: reply } = await device.exchange(front.door, [text]);
  return { result: value?.results[0], reply };
}

/** One device of each role that was turned away after it had been enrolled. */
const revoked = new Map<Role, SigningDevice>();
for (const role of roles) {
  const device = await commune.enrol(role);
  await front.core.revoke(device.id);
  revoked.set(role, device);
}

/** A denied answer says so and names nobody. */
function expectDenied(what: string, { result, reply }: { result: Result | undefined; reply: string }): void {
  counts.denied += 1;
  expect([what, result?.verdict, result?.code]).toEqual([what, 'refused', 'NOT_PERMITTED']);
  for (const canary of canaries) expect(reply.includes(canary), `${what}: ${canary}`).toBe(false);
  counts.canaries += canaries.length;
}

test.each(roles)('%s does to each subject what its policy rows say, and nothing else', async (role) => {
  const device = deviceOf(role);
  for (const kind of operationKinds) {
    if (kind === 'record.put') continue;
    for (const target of targets) {
      const what = `${role} ${kind} ${target.canary}`;
      const allowed = operationAllowed(kind, role, relationOf(commune, role, target)) !== undefined;
      if (allowed && (kind === 'assessment.move' || kind === 'score.set')) await makeReceived(target);
      const intent = intentFor(commune, role, kind, target, front.standing(target.assessmentId));
      const answer = await send(device, device.seal(intent));
      counts.operations += 1;
      if (!allowed) {
        expectDenied(what, answer);
      } else {
        counts.allowed += 1;
        expect(['applied', 'conflict'], `${what}: ${answer.reply}`).toContain(answer.result?.verdict);
      }
    }
  }
});

test.each(roles)('%s writes the records its policy rows name, and no others', async (role) => {
  const device = deviceOf(role);
  const cases = [recordCases, heldRecordCases].flatMap((make) => make(commune, () => device.newId()));
  for (const { entity, id, value, target } of cases) {
    const what = `${role} record.put ${entity} ${target?.canary ?? ''}`;
    const answer = await send(
      device,
      device.seal({ kind: 'record.put', args: { entity, id, value, baseRev: 0 } }),
    );
    counts.operations += 1;
    const office = bindingKindOf[role] === 'office' ? 'commune' : null;
    const relation = target === undefined ? office : relationOf(commune, role, target);
    // Another commune's record is nobody's, whatever the role.
    if (entity === 'commune' || !recordAllowed(entity, role, relation)) expectDenied(what, answer);
    else {
      counts.allowed += 1;
      expect(answer.result?.code, `${what}: ${answer.reply}`).not.toBe('NOT_PERMITTED');
      expect(answer.result?.verdict, `${what}: ${answer.reply}`).not.toBe('quarantined');
    }
  }
});

// promise: P10
test.each(roles)('%s is shown its own scopes, whatever it asks for', async (role) => {
  const rows = await pullAll(front, deviceOf(role), everyScope);
  const text = JSON.stringify(rows);
  for (const target of targets) {
    counts.canaries += 1;
    if (!mayRead(role, target))
      expect(text.includes(target.canary), `${role} reads ${target.canary}`).toBe(false);
  }
  const granted = deviceOf(role).enrolment?.scopes ?? [];
  expect(rows.filter(({ scope }) => !granted.includes(scope))).toEqual([]);
  if (role !== 'household') expect(canaries.some((canary) => text.includes(canary))).toBe(true);
  // A slip found on the road reads receipt states, never what the family wrote.
  else expect(text).not.toContain('SUBMITTED');
});

test.each(roles)('%s: what the office keeps for itself is shown to the office alone', async (role) => {
  const rows = await pullAll(front, deviceOf(role), everyScope);
  const kept = new Set<string>(
    rows.filter(({ value }) => JSON.stringify(value).includes(OFFICE_CANARY)).map(({ entity }) => entity),
  );
  counts.canaries += officeEntities.length + 1;
  if (bindingKindOf[role] !== 'office') return expect([...kept]).toEqual([]);
  // The control: they are there to be read. The others name awards or machines this commune has none of, and are
  // refused; which audiences they would have is asked below.
  const missing = [...officeEntities, 'nominationJudgement'].filter((entity) => !kept.has(entity));
  expect(missing.sort()).toEqual(unstored);
});

test('no record of the office has another audience than the office', () => {
  const audiences = officeEntities.map((entity) => {
    const value = { id: hamletA.id, subjectKind: 'hamlet', subjectId: hamletA.id, hamletId: hamletA.id };
    return [entity, ...Reflect.apply(scopesOfRecord, undefined, [{ entity, value }])];
  });
  expect(audiences).toEqual(officeEntities.map((entity) => [entity, 'office']));
  // The control: a record a hamlet reads has one.
  const activity = { subjectKind: 'hamlet', subjectId: hamletA.id };
  expect(Reflect.apply(scopesOfRecord, undefined, [{ entity: 'activity', value: activity }])).toContain(
    `hamlet:${hamletA.id}`,
  );
});

test('a revoked device of any role, and nobody in particular, does none of it', async () => {
  const before = front.dump();
  for (const role of roles)
    for (const kind of operationKinds) {
      const device = revoked.get(role) ?? deviceOf(role);
      const { assessmentId, id, hamletId } = households[0];
      const intent: Intent =
        kind === 'record.put'
          ? { kind, args: { entity: 'household', id, value: { id, hamletId, householder: 'x' }, baseRev: 0 } }
          : intentFor(commune, role, kind, households[0]);
      const text = device.seal(intent);
      const turned = await device.exchange(front.door, [text]);
      const nobody = await device.exchange(front.door, [text], {}, { headers: { [PROOF_HEADER]: '' } });
      counts.operations += 2;
      counts.denied += 2;
      expect([kind, turned.status, problemCodeOf(turned.text)]).toEqual([kind, 403, 'device-revoked']);
      expect([kind, nobody.status, problemCodeOf(nobody.text)]).toEqual([kind, 401, 'proof-missing']);
      expect(turned.text + nobody.text).not.toContain(assessmentId);
    }
  expect(front.dump()).toEqual(before);
});

test('control: what is allowed does not pass for denied', async () => {
  const device = deviceOf('officer');
  const answer = await send(device, device.seal(intentFor(commune, 'officer', 'comment.add', hamletA)));
  expect(() => expectDenied('officer comment.add', answer)).toThrow('officer comment.add');
  counts.denied -= 1;
});

test('control: the office reads every canary', async () => {
  const text = JSON.stringify(await pullAll(front, deviceOf('officer')));
  for (const canary of canaries) expect(text).toContain(canary);
  expect(text).toContain(`${households[0].canary}-SUBMITTED`);
});

const callers: Caller[] = [
  { name: 'anonymous', state: 'anonymous' },
  ...roles.map((role): Caller => ({ name: role, role, device: deviceOf(role), state: 'live' })),
  ...roles.map((role): Caller => ({
    name: `revoked ${role}`,
    role,
    state: 'revoked',
    device: revoked.get(role) ?? deviceOf(role),
  })),
];

test('every route answers everybody as its policy row says', async () => {
  const wrong: string[] = [];
  for (const path of paths)
    for (const method of methods)
      for (const caller of callers) {
        const reply = await callRoute(front.door, path, method, caller);
        const text = await reply.text();
        if (reply.status === 200 && path === '/api/v1/sync' && caller.device !== undefined)
          caller.device.challenge = JSON.parse(text).challenge;
        counts.routes += 1;
        const rule = ruleAt(path, method);
        const expected = rule === undefined ? '405 method-not-allowed' : expectedOf(rule, caller);
        // HEAD answers without a body, so without a code.
        const code = method === 'HEAD' ? expected.slice(3).trim() : problemCodeOf(text);
        const got = `${reply.status} ${code}`.trim();
        if (got !== expected) wrong.push(`${caller.name}: ${method} ${path}: ${got}, not ${expected}`);
        if (rule !== undefined && reply.status >= 400) expect(problemsOf(rule)).toContain(code);
        // Who may read the log reads what is in it.
        const isLog = path === '/api/v1/log' && expected === '200';
        if (isLog && method === 'GET') expect(text).toContain(canaries[0]);
        else
          for (const canary of canaries)
            if (!mayBeNamed(path, canary))
              expect(text.includes(canary), `${method} ${path}: ${canary}`).toBe(false);
        counts.canaries += canaries.length;
      }
  expect(wrong).toEqual([]);
});

test('the matrix was as large as it should be', () => {
  const log = front.logged.join('');
  for (const canary of canaries) expect(log).not.toContain(canary);
  console.log(`policy matrix: ${JSON.stringify(counts)}`);
  expect(counts.operations).toBeGreaterThanOrEqual(
    roles.length * (operationKinds.length - 1) * targets.length,
  );
  expect(counts.allowed).toBeGreaterThan(40);
  expect(counts.denied).toBeGreaterThan(100);
  expect(counts.routes).toBe(paths.length * methods.length * (1 + 2 * roles.length));
});
