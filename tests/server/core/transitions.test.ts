import { expect, test } from 'vitest';
import { assessmentStates, type AssessmentState } from '#protocol/operation.ts';
import { roles, type Role } from '#protocol/policy-roles.ts';
import { subjectHolds, transitions } from '#protocol/transitions.ts';
import type { SigningDevice } from '../../support/signing-device.ts';
import { consentOf, submitIntent } from './makers.ts';
import { enrolled } from './enrolled.ts';
import { gradeRest, mine, moveIntent, openScene, submissionSeen } from './review-scene.ts';
import { send } from './sending.ts';

/** `protocol.md` §7, written out by hand: what the table must say, and nothing else. */
const allowed: ReadonlySet<string> = new Set([
  ...['household', 'hamletHead', 'unitContact'].map((role) => `${role} received withdrawn`),
  'officer received underReview',
  'officer underReview received',
  'officer received returned',
  'officer underReview returned',
  'officer underReview verified',
  'officer verified underReview',
  'officer verified final',
  'officer final underReview',
]);

test('the table holds what the protocol names', () => {
  const told = transitions.flatMap(({ roles: by, from, to }) =>
    by.flatMap((role) => from.map((state) => `${role} ${state} ${to}`)),
  );
  expect(told.toSorted()).toEqual([...allowed].toSorted());
});

test('every state but the first can be reached, and from every state the form can be finished', () => {
  const steps: readonly { from: AssessmentState; to: AssessmentState }[] = [
    ...transitions.flatMap(({ from, to }) => from.map((state) => ({ from: state, to }))),
    ...subjectHolds.map((from) => ({ from, to: 'received' as const })),
  ];
  const reached = (start: AssessmentState): Set<AssessmentState> => {
    const seen = new Set([start]);
    for (let size = 0; size < seen.size;) {
      size = seen.size;
      for (const { from, to } of steps) if (seen.has(from)) seen.add(to);
    }
    return seen;
  };
  expect([...reached('draft')].toSorted()).toEqual([...assessmentStates].toSorted());
  for (const state of assessmentStates) expect([state, reached(state).has('final')]).toEqual([state, true]);
});

test('whoever tries to lead a form from any state to any other succeeds exactly where the table says', async () => {
  const { commune, head, officer } = await openScene();
  const unitId = officer.newId();
  const unit = {
    id: unitId,
    name: 'Trường Tiểu học',
    sector: 'TH',
    subtype: 'tieuHoc',
    validFrom: '2025-07-01',
  };
  await send(commune, officer, {
    kind: 'record.put',
    args: { entity: 'unit', id: unitId, value: unit, baseRev: 0 },
  });
  const family = await commune.family('DM-001');
  const contact = await enrolled(commune, 'unitContact', unitId);
  const devices = new Map<Role, SigningDevice>([
    ['household', family],
    ['hamletHead', head],
    ['unitContact', contact],
    ['officer', officer],
  ]);
  for (const role of ['hamletHelper', 'cultureOfficer', 'chair'] as const)
    devices.set(role, await enrolled(commune, role));
  await send(commune, family, submitIntent(mine(family), 'household', { consent: consentOf('self') }));
  await send(commune, contact, submitIntent(mine(contact), 'unit-TH'));

  const counts = { applied: 0, refused: 0 };
  const attempt = async (role: Role, from: AssessmentState, to: AssessmentState): Promise<void> => {
    const device = devices.get(role) ?? officer;
    const own = role === 'hamletHelper' || mine(device) === '' ? mine(head) : mine(device);
    const { row, submission } = await commune.store.write(async (transaction) => {
      const found = await transaction.assessment.find(own);
      if (found === undefined) throw new Error('no such assessment');
      await transaction.assessment.put({ ...found, state: from });
      return { row: found, submission: (await transaction.submission.of(own)).at(-1) };
    });
    // A withdrawal took it back: it stands again for the next attempt.
    if (submission?.current !== 1) throw new Error('no submission stands');
    if (`${role} ${from} ${to}` === 'officer underReview verified')
      await gradeRest(commune, officer, await submissionSeen(commune, officer, own));
    const words = { reason: 'Vì', items: [{ criterionId: firstQuestion(role), ask: 'Sửa' }] };
    const [verdict] = await send(
      commune,
      device,
      moveIntent({
        assessmentId: own,
        submission: submission.submission_id,
        to,
        statusRev: row.status_rev,
        ...words,
      }),
    );
    const expected = allowed.has(`${role} ${from} ${to}`);
    expect([role, from, to, verdict === 'applied']).toEqual([role, from, to, expected]);
    if (!expected) expect(['NOT_PERMITTED', 'STATE_GUARD']).toContain(verdict);
    counts[expected ? 'applied' : 'refused'] += 1;
    if (to === 'withdrawn' && expected) await sendAgain(role);
  };
  const firstQuestion = (role: Role): string =>
    role === 'household' ? 'B1.1' : role === 'unitContact' ? 'TH.1' : 'A1.1';
  const sendAgain = async (role: Role): Promise<void> => {
    const device = devices.get(role) ?? officer;
    const [set, more] =
      role === 'household'
        ? (['household', { consent: consentOf('self') }] as const)
        : ([role === 'unitContact' ? 'unit-TH' : 'hamlet', {}] as const);
    expect(await send(commune, device, submitIntent(mine(device), set, more))).toEqual(['applied']);
  };
  for (const role of roles)
    for (const from of assessmentStates) for (const to of assessmentStates) await attempt(role, from, to);
  expect(counts).toEqual({
    applied: allowed.size,
    refused: roles.length * assessmentStates.length ** 2 - allowed.size,
  });
});
