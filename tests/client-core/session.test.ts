/** An officer's machine whose session ends: what waits, what goes all the same, and what the commune takes afterwards. */
import { generateSync } from 'otplib';
import { expect, test } from 'vitest';
import type { DataRequest } from '#protocol/family-records.ts';
import type { SessionState } from '#protocol/session.ts';
import { createLockStore } from '#client/db/lock-store.ts';
import { endSession, wipeAll } from '#client/lock/leave.ts';
import { enrolNow } from '#client/sync/enrol-now.ts';
import type { OfficerSession } from '#client/sync/session-asks.ts';
import type { Reply } from '#client/sync/transport.ts';
import type { Workspace } from '#client/workspace.ts';
import { withCookies } from '../support/cookie-jar.ts';
import { openCommune } from './commune.ts';
import { ASSESSMENT, handClock, seededChance } from './makers.ts';
import { createDiskPhone } from './phone-disk.ts';
import { untilTrue } from './surroundings.ts';
import { open, untilSent } from './village.ts';

const MINUTE_MS = 60_000;
const PASSWORD = 'con trau an co ngoai dong';

/** An officer with a password, in the session the code began; `clock` is the commune's. */
async function officeOf(seed: number, sessions: 'asked' | 'notAsked' = 'asked') {
  const clock = handClock();
  const commune = await openCommune(clock, seededChance(seed), sessions);
  const line = commune.line();
  const on = createDiskPhone(seed, withCookies(line.fetch), { compress: line.compress });
  const issued = await commune.core.createEnrolCode({ role: 'officer', ttlMs: 1e9 });
  if (issued.kind !== 'issued') throw new Error(issued.kind);
  const outcome = await enrolNow(on.tab, issued.typed, 'Máy xã');
  if (outcome.kind !== 'answered') throw new Error(outcome.kind);
  const workspace = await open(outcome.profile, on.tab);
  await untilSent(on.phone, workspace);
  const session = await workspace.session();
  const until = (problem: string): Promise<void> =>
    untilTrue(() => {
      const phase = workspace.phase();
      return phase.kind === 'waiting' && phase.problem === problem;
    });
  return { clock, commune, line, on, workspace, session, until };
}

async function setPassword(session: OfficerSession, now: () => number): Promise<() => string> {
  const begun = await session.newPassword(PASSWORD);
  const uri = begun.kind === 'answered' ? begun.value.uri : undefined;
  const secret = /secret=([A-Z2-7]+)/.exec(uri ?? '')?.[1] ?? '';
  const code = (): string => generateSync({ secret, epoch: Math.floor(now() / 1000) });
  expect(await session.newPassword(PASSWORD, code())).toMatchObject({ kind: 'answered' });
  return code;
}
const codeOf = (reply: Reply<SessionState>): string =>
  reply.kind === 'refused' ? reply.problem.code : reply.kind;
const answersOf = async (workspace: Workspace): Promise<(string | undefined)[]> =>
  (await workspace.outbox()).map(({ result }) => result?.verdict);

/** A family's request answered as done: a grave act. It need not be there for that. */
const graveAnswer = (workspace: Workspace): Promise<void> => {
  const id = workspace.newId();
  const value: DataRequest = {
    id,
    campaignId: id,
    householdId: id,
    assessmentId: id,
    kind: 'access',
    reason: '',
    state: 'done',
    answer: 'Đã gửi bản in.',
  };
  return workspace.putRecord('dataRequest', id, value, 0);
};

test('a session that ended keeps everything in the outbox; signed in again, what waited goes by itself', async () => {
  const { clock, line, workspace, session, until, on } = await officeOf(81);
  const code = await setPassword(session, clock.now);
  clock.turn(31 * MINUTE_MS);
  await workspace.comment(ASSESSMENT, 'Mời xem lại mục 3');
  await until('sign-in');
  expect(await answersOf(workspace)).toEqual([undefined]);
  expect(await session.state(true)).toMatchObject({
    value: { ways: { password: true, passkey: false } },
  });
  expect(codeOf(await session.withPassword('signIn', 'con bo an co ngoai dong', code()))).toBe('no-match');
  expect(await answersOf(workspace)).toEqual([undefined]);

  // Its code was spent on the wrong password or not: the next one is another in any case.
  clock.turn(MINUTE_MS);
  expect(codeOf(await session.withPassword('signIn', PASSWORD, code()))).toBe('answered');
  workspace.sendNow();
  await untilSent(on.phone, workspace);
  expect((await answersOf(workspace)).every((verdict) => verdict !== undefined)).toBe(true);
  // One code, one use.
  expect(codeOf(await session.withPassword('confirm', PASSWORD, code()))).toBe('no-match');
  expect(line.log.filter(({ status }) => status === 401).length).toBeGreaterThan(0);
  await workspace.close();
});

test('a grave act waits for its officer: what was sealed before it goes and rows come, the rest follows it', async () => {
  const { clock, commune, workspace, session, until, on } = await officeOf(82);
  const code = await setPassword(session, clock.now);
  // Control: within five minutes of having shown who is there nobody asks.
  await graveAnswer(workspace);
  await untilSent(on.phone, workspace);
  expect(await answersOf(workspace)).toHaveLength(1);

  clock.turn(6 * MINUTE_MS);
  await workspace.comment(ASSESSMENT, 'Trước');
  await graveAnswer(workspace);
  await workspace.comment(ASSESSMENT, 'Sau');
  await until('step-up');
  const waiting = async (): Promise<boolean[]> =>
    (await answersOf(workspace)).map((verdict) => verdict === undefined);
  await untilTrue(async () => (await waiting())[1] === false);
  expect(await waiting()).toEqual([false, false, true, true]);

  // Somebody else's machine comes meanwhile, and is seen here.
  const devices = async (): Promise<number> => (await workspace.rows('device')).length;
  const before = await devices();
  const another = await commune.core.createEnrolCode({ role: 'chair', ttlMs: 1e9 });
  if (another.kind !== 'issued') throw new Error(another.kind);
  const chair = createDiskPhone(83, withCookies(commune.line().fetch));
  expect((await enrolNow(chair.tab, another.typed, 'Máy chủ tịch')).kind).toBe('answered');
  workspace.sendNow();
  await untilTrue(async () => (await devices()) > before);
  await until('step-up');
  expect(await waiting()).toEqual([false, false, true, true]);

  clock.turn(MINUTE_MS);
  expect(codeOf(await session.withPassword('confirm', PASSWORD, code()))).toBe('answered');
  workspace.sendNow();
  await untilSent(on.phone, workspace);
  expect(await waiting()).toEqual([false, false, false, false]);
  await workspace.close();
});

test('a machine at which nobody is falls idle, however often it looks for news; one where somebody works does not', async () => {
  const { clock, workspace, session, until, on } = await officeOf(84);
  await setPassword(session, clock.now);
  for (let half = 0; half < 3; half += 1) {
    clock.turn(20 * MINUTE_MS);
    expect(await session.state(true)).toMatchObject({ value: { session: {} } });
  }
  workspace.sendNow();
  await untilSent(on.phone, workspace);
  for (let third = 0; third < 2; third += 1) {
    clock.turn(20 * MINUTE_MS);
    workspace.sendNow();
    if (third === 0) await untilSent(on.phone, workspace);
  }
  await until('sign-in');
  const told = await session.state(false);
  expect(told.kind === 'answered' && told.value.session).toBeUndefined();
  await workspace.close();
});

test('who leaves an office’s machine leaves no session behind, and without a network leaves all the same', async () => {
  const { line, on, workspace } = await officeOf(640);
  const { profile } = workspace;
  await workspace.close();
  const parts = { profile, around: on.tab, store: createLockStore(on.tab.indexedDB) };
  const lives = async (): Promise<boolean> => {
    const again = await open(profile, on.tab);
    const reply = await (await again.session()).state(false);
    await again.close();
    if (reply.kind !== 'answered') throw new Error(reply.kind);
    return reply.value.session !== undefined;
  };
  line.isDown = true;
  await endSession(parts);
  line.isDown = false;
  expect(await lives()).toBe(true);
  await endSession(parts);
  expect(await lives()).toBe(false);
  expect(await wipeAll(parts)).toEqual({ kind: 'wiped' });
});
