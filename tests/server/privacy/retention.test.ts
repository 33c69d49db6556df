import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { readCommandLine } from '#server/admin/command-line.ts';
import { scheduleRetention } from '#server/privacy/schedule.ts';
import { testClock, type TestClock } from '../core/commune.ts';
import { consentOf, submitIntent } from '../core/makers.ts';
import { household, put } from '../core/sending.ts';
import { enrolled } from '../http/front-door.ts';
import { pullAll } from '../http/small-commune.ts';
import { addAndSend, formOf, openVillage, say, type Village } from '../photos/photo-kit.ts';
import { aJpeg } from '../photos/pictures.ts';

const DAY_MS = 24 * 60 * 60 * 1000;
const villages: Village[] = [];
afterEach(async () => {
  for (const village of villages.splice(0)) await village.close();
});

interface Scene extends Village {
  clock: TestClock;
  campaignId: string;
  familyId: string;
  /** Of the family's form. */
  form: string;
}

const inWindow = Date.parse('2025-11-01T08:00:00+07:00');
const NONE = { photos: 0, families: 0, forms: 0, words: 0, contacts: 0, codes: 0 };

/** One family with a form, a picture and a request to be deleted; a hamlet's sheet with a picture; words from the public. */
async function openScene(): Promise<Scene> {
  const clock = testClock(inWindow);
  const village = await openVillage({ clock });
  villages.push(village);
  const { core, door, head, officer } = village;
  const binding = head.enrolment?.binding;
  const familyId = head.newId();
  await say(
    village,
    head,
    household(familyId, binding?.kind === 'hamlet' ? binding.id : '', 'Chim Hoàng Yến'),
  );
  const family = await enrolled(door, await core.createSlip(familyId));
  const form = formOf(family);
  const { campaign } = await core.publicCampaign();
  await addAndSend(village, family, await aJpeg(1), 'B6.2');
  await addAndSend(village, head, await aJpeg(2));
  const owner = { campaignId: campaign.id, householdId: familyId, assessmentId: form };
  const request = { ...owner, id: family.newId(), kind: 'delete', reason: 'Xóa giúp', state: 'open' };
  const said = await say(
    village,
    family,
    submitIntent(form, 'household', { consent: consentOf('self') }),
    put('dataRequest', request.id, request),
  );
  expect(said).toEqual(['applied', 'applied']);
  await core.takeFeedback(
    { v: 1, nonce: 'n'.repeat(22), text: 'Đường xấu', contact: '0912 345 999' },
    '203.0.113.7',
  );
  // Two officers: one answers, the other says that it is done.
  const second = await enrolled(
    door,
    await core.createEnrolCode({ role: 'officer', personName: 'Lan', ttlMs: 60_000 }),
  );
  for (const [by, part] of [
    [officer, { answer: 'Đang làm' }],
    [second, { state: 'done', answer: 'Vâng' }],
  ] as const) {
    const rev = (await pullAll(village, by)).find(({ id }) => id === request.id)?.rev ?? 0;
    expect(await say(village, by, put('dataRequest', request.id, { ...request, ...part }, rev))).toEqual([
      'applied',
    ]);
  }
  return { ...village, clock, campaignId: campaign.id, familyId, form };
}

const files = ({ dataDir }: Scene): number =>
  readdirSync(join(dataDir, 'blobs'), { recursive: true })
    .map(String)
    .filter((name) => name.length > 20).length;
const holds = ({ dump }: Scene, text: string): boolean =>
  [...dump().values()].flat().some((row) => row.includes(text));

test('each thing goes when its time is over and not before; what is counted stays', async () => {
  const scene = await openScene();
  const { core, clock, dump } = scene;
  expect(await core.retain()).toEqual(NONE);
  clock.advance(23 * 60 * 60 * 1000);
  // Granted, and still within the day in which the office may think again.
  expect(await core.retentionDue()).toEqual(NONE);
  clock.advance(2 * 60 * 60 * 1000);
  expect(await core.retentionDue()).toEqual({ ...NONE, families: 1 });
  expect(holds(scene, 'Hoàng Yến')).toBe(true);
  expect(await core.retain()).toEqual({ ...NONE, families: 1 });
  expect([holds(scene, 'Hoàng Yến'), files(scene)]).toEqual([false, 2]);

  clock.advance(90 * DAY_MS);
  expect(await core.retain()).toEqual({ ...NONE, contacts: 1, codes: 4 });
  expect([holds(scene, '0912 345 999'), holds(scene, 'Đường xấu')]).toEqual([false, true]);
  // 30 days for objections and 90 more after the last deadline: the hamlet's picture.
  clock.advance(60 * DAY_MS);
  expect(await core.retain()).toEqual({ ...NONE, photos: 1 });
  expect(files(scene)).toBe(0);
  expect((await core.verify()).problems).toEqual([]);
  expect(await core.retain()).toEqual(NONE);
  expect(dump().get('assessment')?.length).toBeGreaterThan(0);

  clock.advance(3 * 365 * DAY_MS);
  const last = await core.retain();
  // The family of the first start, whose campaign is over with everybody's.
  expect(last).toEqual({ ...NONE, families: 1, words: 1 });
  expect(holds(scene, 'Đường xấu')).toBe(false);
  expect((await core.verify()).problems).toEqual([]);
  const log = dump().get('operation') ?? [];
  expect(log.filter((row) => row.includes('server.retention'))).toHaveLength(4);
}, 60_000);

test('of a family that goes on in the next campaign the old form goes and the family stays', async () => {
  const scene = await openScene();
  const { core, clock, officer, campaignId, familyId, form } = scene;
  const rows = await pullAll(scene, officer);
  const campaign = rows.find(({ entity }) => entity === 'campaign');
  const id = officer.newId();
  const next = { ...campaign?.value, id, year: 2029, beginsOn: '2029-01-01', eraseAfter: '2035-12-31' };
  const request = rows.find(({ entity }) => entity === 'dataRequest');
  const declined = { ...request?.value, state: 'declined', answer: 'Gia đình ở lại' };
  expect(
    await say(
      scene,
      officer,
      put('campaign', id, next),
      put('dataRequest', request?.id ?? '', declined, request?.rev),
    ),
  ).toEqual(['applied', 'applied']);
  clock.advance(4 * 365 * DAY_MS);
  const counts = await core.retain();
  expect(counts).toMatchObject({ families: 0, forms: 2, words: 1 });
  expect([holds(scene, 'Hoàng Yến'), holds(scene, 'Xóa giúp')]).toEqual([true, false]);
  expect(scene.standing(form).state).toBe('draft');
  const left = (await pullAll(scene, officer)).filter(({ value }) => value !== null);
  expect(left.some((row) => row.id === familyId)).toBe(true);
  expect(left.some((row) => row.id === form || row.entity === 'submission')).toBe(false);
  expect((await core.verify()).problems).toEqual([]);
  expect(await core.retentionDue()).toEqual(NONE);
  expect(campaignId).not.toBe(id);
}, 60_000);

test('the operator looks first and does it second; the server does it by itself and goes on after a failure', async () => {
  const scene = await openScene();
  scene.clock.advance(2 * DAY_MS);
  const run = async (...words: string[]) => {
    const line = readCommandLine(['retention', ...words]);
    if (line.kind !== 'task' || typeof line.task !== 'function') throw new Error('not understood');
    return line.task(scene.core, '');
  };
  for (let time = 0; time < 2; time++)
    expect((await run()).value).toEqual({ done: false, ...NONE, families: 1 });
  expect((await run('--now')).value).toEqual({ done: true, ...NONE, families: 1 });

  const waits: { ms: number; run: () => void }[] = [];
  const told: string[] = [];
  let runs = 0;
  const schedule = scheduleRetention({
    timers: { set: (ms, then) => waits.push({ ms, run: then }), clear: () => undefined },
    run: async () => {
      runs += 1;
      if (runs === 1) throw new Error('disk');
      return { ...NONE, photos: 1 };
    },
    log: (level, event) => told.push(`${level} ${event}`),
  });
  waits[0]?.run();
  await expect.poll(() => waits.length).toBe(2);
  waits[1]?.run();
  await expect.poll(() => waits.length).toBe(3);
  schedule.stop();
  waits[2]?.run();
  expect(told).toEqual(['alarm retention-failed', 'info retention-done']);
}, 60_000);
