/** What a phone finds out by itself, over days, against the real server: lost rows, rows of a newer build, safe work. */
import { expect, test } from 'vitest';
import { readFragment } from '#protocol/fragment.ts';
import { beginSlip } from '#client/db/begin-slip.ts';
import { answersTo, consentOf, setOf } from '../server/core/makers.ts';
import { openCommune } from './commune.ts';
import { aDraft } from './makers.ts';
import { createDiskPhone } from './phone-disk.ts';
import { untilTrue } from './surroundings.ts';
import { headOf, open, untilSent } from './village.ts';

const DAY_MS = 24 * 60 * 60 * 1000;

async function start(seed: number) {
  const commune = await openCommune();
  const line = commune.line();
  const on = createDiskPhone(seed, line.fetch, { compress: line.compress });
  const profile = await headOf(commune, on.tab);
  const workspace = await open(profile, on.tab);
  const meet = async (): Promise<void> => {
    const asked = line.log.length;
    workspace.sendNow();
    await untilTrue(() => line.log.length > asked);
    await untilSent(on.phone, workspace);
  };
  await meet();
  return { commune, line, on, profile, workspace, store: on.store(profile.id), meet };
}

test('a row lost on this phone, and one the commune no longer has, are found within a day and mended', async () => {
  const { on, profile, workspace, store, meet } = await start(110);
  await workspace.comment(profile.assessmentId ?? '', 'còn đây');
  await meet();
  const whole = await workspace.rows('hamlet');
  const [comment] = await store.rows('comment');
  const life = await store.tables.read(['meta'], async (tx) => tx.life());
  const lost = whole.find((row) => row.scope === 'public');
  if (lost === undefined || comment === undefined || life === undefined) throw new Error('nothing pulled');
  const { scope, entity, id } = lost;
  await store.tables.write(['rows'], async (tx) => {
    await tx.deleteRow(scope, entity, id);
    await tx.putRows([{ ...comment, id: workspace.newId(), life }]);
  });
  await meet();
  expect((await workspace.rows('hamlet')).length).toBe(whole.length - 1);
  on.phone.clock.turn(DAY_MS + 1);
  await meet();
  expect((await workspace.rows('hamlet')).length).toBe(whole.length);
  expect((await workspace.rows('comment')).map(({ value }) => value.text)).toEqual(['còn đây']);
  expect(JSON.parse(await workspace.diagnostic())).toMatchObject({ incidents: { rebuilt: 1 } });
  // Control: what agrees is not pulled again.
  on.phone.clock.turn(DAY_MS + 1);
  await meet();
  expect(JSON.parse(await workspace.diagnostic())).toMatchObject({ incidents: { rebuilt: 1 } });
  await workspace.close();
});

test('rows this build cannot read are read by the next, which starts again from zero', async () => {
  const { line, on, profile, workspace, store } = await start(111);
  const fetched = line.fetch;
  const garbling = {
    ...on.tab.environment,
    fetch: async (path: string, init: RequestInit) => {
      const response = await fetched(path, init);
      const text = await response.text();
      return new Response(text.replaceAll('"text":"đọc được sau"', '"words":"đọc được sau"'), response);
    },
  };
  await workspace.close();
  const old = await open(profile, { ...on.tab, environment: garbling });
  await old.comment(profile.assessmentId ?? '', 'đọc được sau');
  await untilTrue(async () => (await store.state()).unreadBy !== null);
  await untilSent(on.phone, old);
  expect(await old.rows('comment')).toEqual([]);
  expect((await store.state()).unreadBy).toBe('test');
  await old.close();
  // The same build does not pull everything again each time it starts.
  const same = await open(profile, on.tab);
  await untilSent(on.phone, same);
  expect(await same.rows('comment')).toEqual([]);
  await same.close();
  const next = await open(profile, { ...on.tab, environment: { ...on.tab.environment, build: 'next' } });
  await untilTrue(async () => (await next.rows('comment')).length === 1);
  await untilSent(on.phone, next);
  expect((await store.state()).unreadBy).toBeNull();
  await next.close();
});

test('a family whose phone was cut off scans its slip again: a fresh key, and the form arrives', async () => {
  const commune = await openCommune();
  const slip = await commune.core.createSlip('DM-001');
  if (slip.kind !== 'issued') throw new Error(slip.kind);
  const link = readFragment(slip.fragment);
  if (link?.kind !== 'slip') throw new Error('no slip');
  const line = commune.line();
  const on = createDiskPhone(112, line.fetch, { compress: line.compress });
  const words = { title: 'Gia đình', label: 'Máy nhà' };
  const begun = await beginSlip(on.tab.pocket, on.tab.environment, link, words);
  const first = await open(begun, on.tab);
  await untilTrue(() => first.profile.link.state === 'enrolled');
  await untilSent(on.phone, first);
  const [device] = await commune.core.listDevices();
  await commune.core.revoke(device?.deviceId ?? '');
  const id = link.assessmentId;
  const answers = answersTo(setOf('household'), (below) => below - 1);
  const draft = aDraft({
    id,
    assessmentId: id,
    subjectKind: 'household',
    criteriaSet: 'household@1',
    answers,
  });
  await first.saveDraft(draft);
  await first.submit(draft, { selfScore: 100, signedOffBy: '', consent: consentOf('self') });
  await untilTrue(() => first.profile.link.state === 'lockedOut');
  await untilTrue(() => first.phase().kind === 'waiting');
  await first.close();
  const again = await open(await beginSlip(on.tab.pocket, on.tab.environment, link, words), on.tab);
  await untilTrue(() => again.profile.link.state === 'enrolled');
  await untilSent(on.phone, again);
  expect(again.profile.id).toBe(begun.id);
  expect((await commune.core.listDevices()).length).toBe(2);
  expect((await again.receipts()).length).toBe(1);
  expect((await commune.core.verify()).counts).toMatchObject({ submissions: 1 });
  await again.close();
});
