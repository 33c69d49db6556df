/** The phone's real store, sealer, transport and engine against the real server, over a line with bad luck. */
import { expect, test } from 'vitest';
import type { ProfileRow } from '#client/db/model.ts';
import { lockName } from '#client/sync/cycle.ts';
import { syncEveryProfile } from '#client/sync/service-worker-sync.ts';
import { answersTo, setOf } from '../server/core/makers.ts';
import { openCommune, type Luck } from './commune.ts';
import { aDraft } from './makers.ts';
import { createPhone, untilTrue } from './surroundings.ts';
import { headOf, open, untilSent, untilTired } from './village.ts';

const hamletDraft = (profile: ProfileRow) =>
  aDraft({
    id: profile.assessmentId ?? '',
    assessmentId: profile.assessmentId ?? '',
    answers: answersTo(setOf('hamlet'), (below) => below - 1),
    updatedAt: 5,
  });

const badLuck: Luck[] = [
  'loseRequest',
  'loseReply',
  'twice',
  'truncateReply',
  'portal',
  'emptyJson',
  'badGateway',
  'oldReply',
];

test.each(badLuck)('every operation arrives exactly once when the line does: %s', async (luck) => {
  const commune = await openCommune();
  const phone = createPhone(4);
  const line = commune.line();
  const tab = phone.tab(line.fetch, { compress: line.compress });
  const profile = await headOf(commune, tab);
  const workspace = await open(profile, tab);
  await untilSent(phone, workspace);
  line.luck = [luck, luck, luck];
  const draft = hamletDraft(profile);
  await workspace.saveDraft(draft);
  await workspace.comment(draft.assessmentId, 'Nhờ xã xem giúp');
  const { opId } = await workspace.submit(draft, { selfScore: 100, signedOffBy: 'Ông Ánh' });
  await untilSent(phone, workspace);
  expect((await workspace.outbox()).every(({ result }) => result?.verdict === 'applied')).toBe(true);
  expect((await workspace.rows('submission')).map(({ id }) => id)).toEqual([opId]);
  expect((await workspace.rows('comment')).length).toBe(1);
  expect((await workspace.receipts()).map((receipt) => receipt.opId)).toEqual([opId]);
  expect(await commune.core.verify()).toMatchObject({
    problems: [],
    counts: { submissions: 1, comments: 1 },
  });
  expect(phone.errors).toEqual([]);
  await workspace.close();
});

/** Of the engine: a draft goes once its person has stopped typing. */
const DRAFT_SETTLES_MS = 20_000;

test('drafts of a hamlet travel once per change; another phone of the hamlet takes them over', async () => {
  const commune = await openCommune();
  const [one, two] = [createPhone(5), createPhone(6)];
  const line = commune.line();
  const tabs = [one.tab(line.fetch), two.tab(line.fetch)] as const;
  const [first, second] = [await headOf(commune, tabs[0]), await headOf(commune, tabs[1])];
  const a = await open(first, tabs[0]);
  const b = await open(second, tabs[1]);
  await untilSent(one, a);
  await untilSent(two, b);
  const id = first.assessmentId ?? '';
  await a.saveDraft(aDraft({ id, assessmentId: id, answers: { 'A1.1': true }, updatedAt: 2 }));
  await b.saveDraft(aDraft({ id, assessmentId: id, updatedAt: 2 }));
  // The next one due is the draft's: nothing of what followed the first exchange still reads the disk.
  await untilTrue(() => one.timers.waiting()[0] === DRAFT_SETTLES_MS);
  one.timers.fireNext();
  await untilTrue(async () => (await a.outbox()).some(({ result }) => result !== undefined));
  await untilSent(one, a);
  b.sendNow();
  await untilTrue(async () => Object.keys((await b.draft(id))?.answers ?? {}).length > 0);
  expect((await b.draft(id))?.answers).toEqual({ 'A1.1': true });
  expect((await a.outbox()).map(({ kind }) => kind)).toEqual(['answers.save']);
  expect(await b.outbox()).toEqual([]);
  await a.close();
  await b.close();
});

// promise: P14
test('a revoked phone keeps everything, says it needs a new scan, and sends nothing more', async () => {
  const commune = await openCommune();
  const phone = createPhone(7);
  const line = commune.line();
  const tab = phone.tab(line.fetch);
  const profile = await headOf(commune, tab);
  const [device] = await commune.core.listDevices();
  await commune.core.revoke(device?.deviceId ?? '');
  const workspace = await open(profile, tab);
  await workspace.comment(profile.assessmentId ?? '', 'Chưa gửi');
  await untilTrue(() => workspace.profile.link.state === 'lockedOut');
  await untilTrue(() => workspace.phase().kind === 'waiting');
  expect(workspace.phase()).toEqual({ kind: 'waiting', reason: 'needsScan', at: null });
  expect((await tab.pocket.profiles())[0]?.link).toEqual({ state: 'lockedOut', problem: 'device-revoked' });
  expect((await workspace.outbox()).map(({ result }) => result)).toEqual([undefined]);
  await workspace.close();
});

test('the worker sends what waits for every profile of the phone, and leaves to a page what the page is at', async () => {
  const commune = await openCommune();
  const phone = createPhone(12);
  const line = commune.line();
  const tab = phone.tab(line.fetch, { compress: line.compress });
  const profile = await headOf(commune, tab);
  line.isDown = true;
  const workspace = await open(profile, tab);
  await workspace.comment(profile.assessmentId ?? '', 'Gửi khi đóng ứng dụng');
  await untilTired(workspace);
  await workspace.close();
  expect(await syncEveryProfile(tab)).toBe('again');
  line.isDown = false;
  const held = tab.environment.locks.request(lockName(profile.id), { ifAvailable: false }, async () => {
    line.log.length = 0;
    expect(await syncEveryProfile(tab)).toBe('done');
    expect(line.log).toEqual([]);
  });
  await held;
  expect(await syncEveryProfile(tab)).toBe('done');
  const again = await open(profile, tab);
  expect((await again.outbox()).map(({ result }) => result?.verdict)).toEqual(['applied']);
  await again.close();
});

test('the next family on this phone finds the campaign kept, without a network', async () => {
  const commune = await openCommune();
  const phone = createPhone(13);
  const line = commune.line();
  const tab = phone.tab(line.fetch);
  const workspace = await open(await headOf(commune, tab), tab);
  await untilTrue(async () => (await tab.pocket.campaign()) !== undefined);
  expect((await tab.pocket.campaign())?.commune.id).toBe(commune.core.communeId);
  await workspace.close();
});
