/** Copied, rolled back and cut-off phones against the real server: each comes back by itself or with a code, whole. */
import { expect, test } from 'vitest';
import { readFragment } from '#protocol/fragment.ts';
import { enrolNow } from '#client/sync/enrol-now.ts';
import type { Workspace } from '#client/workspace.ts';
import { openCommune, type Commune } from './commune.ts';
import { createDiskPhone, type DiskPhone } from './phone-disk.ts';
import { untilTrue } from './surroundings.ts';
import { headOf, open, untilSent } from './village.ts';

const textsAt = async (commune: Commune, workspace: Workspace): Promise<string[]> => {
  expect((await commune.core.verify()).problems).toEqual([]);
  return (await workspace.rows('comment')).map(({ value }) => value.text).sort();
};
const say = (workspace: Workspace, ...texts: string[]): Promise<void[]> =>
  Promise.all(texts.map((text) => workspace.comment(workspace.profile.assessmentId ?? '', text)));
const deviceOf = async (on: DiskPhone, workspace: Workspace): Promise<string> =>
  (await on.store(workspace.profile.id).identity())?.deviceId ?? '';
const codeFor = async (commune: Commune, subject = 'Chùa 9'): Promise<string> => {
  const issued = await commune.core.createEnrolCode({ role: 'hamletHead', subject, ttlMs: 1e9 });
  if (issued.kind !== 'issued') throw new Error(issued.kind);
  return readFragment(issued.fragment)?.secret ?? '';
};

async function start(seed: number) {
  const commune = await openCommune();
  const line = commune.line();
  const on = createDiskPhone(seed, line.fetch, { compress: line.compress });
  const profile = await headOf(commune, on.tab);
  const workspace = await open(profile, on.tab);
  await say(workspace, 'một');
  await untilSent(on.phone, workspace);
  return { commune, line, on, profile, workspace };
}

test('a phone whose store stepped back, with nothing sealed in between, goes on under its key', async () => {
  const { commune, on, profile, workspace } = await start(70);
  const copied = on.copy();
  for (let turn = 0; turn < 9; turn++) {
    workspace.sendNow();
    await untilSent(on.phone, workspace);
  }
  const device = await deviceOf(on, workspace);
  await workspace.close();
  on.putBack(copied);
  const again = await open(profile, on.tab);
  await say(again, 'hai');
  await untilSent(on.phone, again);
  expect(await deviceOf(on, again)).toBe(device);
  expect(await textsAt(commune, again)).toEqual(['hai', 'một']);
  await again.close();
});

test('a phone whose store stepped back over sealed work gives itself a new key, and nothing is lost or doubled', async () => {
  const { commune, on, profile, workspace } = await start(71);
  const copied = on.copy();
  const device = await deviceOf(on, workspace);
  await say(workspace, 'gửi rồi bị lùi');
  await untilSent(on.phone, workspace);
  await workspace.close();
  on.putBack(copied);
  const again = await open(profile, on.tab);
  await say(again, 'viết sau khi lùi');
  await untilSent(on.phone, again);
  expect(await deviceOf(on, again)).not.toBe(device);
  expect(await textsAt(commune, again)).toEqual(['gửi rồi bị lùi', 'một', 'viết sau khi lùi']);
  expect((await commune.core.listDevices()).length).toBe(2);
  expect(await again.balance()).toEqual({ made: 2, received: 2, safe: 0, waiting: 0, setAside: 0 });
  expect(on.phone.errors).toEqual([]);
  await again.close();
});

test('of a phone and its copy both write on: one keeps the key, the other takes a new one, and all words arrive', async () => {
  const { commune, line, on, profile, workspace } = await start(72);
  const twin = createDiskPhone(73, line.fetch, { compress: line.compress });
  await twin.tab.pocket.putProfile(profile);
  twin.putBack(on.copy());
  const other = await open(profile, twin.tab);
  line.isDown = true;
  await say(workspace, 'của máy');
  await say(other, 'của bản sao', 'của bản sao nữa');
  line.isDown = false;
  for (const [phone, at] of [
    [on.phone, workspace],
    [twin.phone, other],
    [on.phone, workspace],
  ] as const) {
    at.sendNow();
    await untilSent(phone, at);
  }
  expect(await textsAt(commune, workspace)).toEqual(['của bản sao', 'của bản sao nữa', 'của máy', 'một']);
  expect(await deviceOf(on, workspace)).not.toBe(await deviceOf(twin, other));
  await workspace.close();
  await other.close();
});

test('the answer to a new key is lost and the page dies: the same new key is asked for again', async () => {
  const { commune, line, on, profile, workspace } = await start(74);
  const copied = on.copy();
  await say(workspace, 'gửi rồi bị lùi');
  await untilSent(on.phone, workspace);
  await workspace.close();
  on.putBack(copied);
  line.isDown = true;
  const first = await open(profile, on.tab);
  await say(first, 'sau');
  // Counters first, then the fork, then the new key: the reply to that is lost.
  const fetched = line.fetch;
  line.fetch = async (path, init) => {
    const response = await fetched(path, init);
    if (path.endsWith('/rekey')) throw new TypeError('connection reset');
    return response;
  };
  await first.close();
  line.isDown = false;
  const cut = await open(profile, { ...on.tab, environment: { ...on.tab.environment, fetch: line.fetch } });
  await untilTrue(async () => (await commune.core.listDevices()).length === 2);
  await cut.close();
  const again = await open(profile, on.tab);
  await untilSent(on.phone, again);
  expect((await commune.core.listDevices()).length).toBe(2);
  expect(await textsAt(commune, again)).toEqual(['gửi rồi bị lùi', 'một', 'sau']);
  await again.close();
});

test('a cut-off phone comes back with a new code: same profile, fresh key, everything handed in again', async () => {
  const { commune, line, on, profile, workspace } = await start(75);
  const old = await deviceOf(on, workspace);
  await commune.core.revoke(old);
  await say(workspace, 'viết khi đã bị cắt');
  await untilTrue(() => workspace.profile.link.state === 'lockedOut');
  await untilTrue(() => workspace.phase().kind === 'waiting');
  const code = await codeFor(commune);
  line.luck = ['loseReply'];
  expect((await enrolNow(on.tab, code, 'Máy')).kind).toBe('unreachable');
  const back = await enrolNow(on.tab, code, 'Máy');
  expect(back).toMatchObject({ kind: 'answered', isReady: true, profile: { id: profile.id } });
  workspace.sendNow();
  await untilSent(on.phone, workspace);
  expect(workspace.profile.link).toEqual({ state: 'enrolled' });
  expect((await on.tab.pocket.profiles()).map(({ id }) => id)).toEqual([profile.id]);
  expect(await deviceOf(on, workspace)).not.toBe(old);
  expect(await textsAt(commune, workspace)).toEqual(['một', 'viết khi đã bị cắt']);
  expect(await workspace.balance()).toEqual({ made: 2, received: 2, safe: 0, waiting: 0, setAside: 0 });
  await workspace.close();
});

test('a code for another hamlet makes another profile; the cut-off one keeps its work, locked', async () => {
  const { commune, on, profile, workspace } = await start(76);
  await commune.core.revoke(await deviceOf(on, workspace));
  await say(workspace, 'chưa gửi');
  await untilTrue(() => workspace.profile.link.state === 'lockedOut');
  await workspace.close();
  const other = await enrolNow(on.tab, await codeFor(commune, 'Chùa 8'), 'Máy');
  expect(other.kind).toBe('answered');
  const kept = await on.tab.pocket.profiles();
  expect(kept.length).toBe(2);
  expect(kept.find(({ id }) => id === profile.id)?.link.state).toBe('lockedOut');
  expect((await on.store(profile.id).pending(1e6)).ops.length).toBe(1);
});

test('the page dies between taking over and writing it down: the same code ends with one profile and one key', async () => {
  const { commune, on, profile, workspace } = await start(77);
  await commune.core.revoke(await deviceOf(on, workspace));
  await say(workspace, 'chưa gửi');
  await untilTrue(() => workspace.profile.link.state === 'lockedOut');
  await workspace.close();
  const code = await codeFor(commune);
  const { pocket } = on.tab;
  const dying: typeof pocket = {
    ...pocket,
    changeProfiles: () => Promise.reject(new Error('killed')),
  };
  await expect(enrolNow({ ...on.tab, pocket: dying }, code, 'Máy')).rejects.toThrow('killed');
  // The engine of the old profile may be the next to run, and finds itself let in again.
  const woken = await open(profile, on.tab);
  await untilSent(on.phone, woken);
  expect(woken.profile.link.state).toBe('enrolled');
  expect(await enrolNow(on.tab, code, 'Máy')).toMatchObject({
    kind: 'answered',
    profile: { id: profile.id },
  });
  expect((await pocket.profiles()).length).toBe(1);
  expect(await textsAt(commune, woken)).toEqual(['chưa gửi', 'một']);
  await woken.close();
});
