/** Records a hamlet writes for itself, on real phones against the real commune. */
import { expect, test } from 'vitest';
import { derivedIdOf } from '#protocol/assessment-id.ts';
import type { Activity, ScoreSnapshot } from '#protocol/subject-records.ts';
import { countPending, pendingItems } from '#client/subject/pending-items.ts';
import { readPending } from '#client/subject/read-pending.ts';
import type { Workspace } from '#client/workspace.ts';
import { openCommune } from './commune.ts';
import { createPhone } from './surroundings.ts';
import { headOf, open, untilSent } from './village.ts';

async function ownerOf(workspace: Workspace) {
  const [campaign] = await workspace.rows('campaign');
  const { binding } = workspace.profile;
  if (campaign === undefined || binding?.kind !== 'hamlet') throw new Error('no hamlet of a campaign');
  return { campaignId: campaign.id, subjectKind: 'hamlet', subjectId: binding.id } as const;
}

async function headPhone(seed: number, commune: Awaited<ReturnType<typeof openCommune>>) {
  const phone = createPhone(seed);
  const line = commune.line();
  const tab = phone.tab(line.fetch, { compress: line.compress });
  const workspace = await open(await headOf(commune, tab), tab);
  await untilSent(phone, workspace);
  return { phone, line, workspace, owner: await ownerOf(workspace) };
}

test('an activity written, taken out and put back before the commune heard of it stands there once', async () => {
  const commune = await openCommune();
  const one = await headPhone(31, commune);
  const id = one.workspace.newId();
  const value: Activity = { id, ...one.owner, kind: 'meeting', date: '2025-11-05', title: 'Họp xóm' };
  // All three in one exchange, each on the basis the person saw: nothing.
  one.line.luck = ['loseRequest'];
  await one.workspace.putRecord('activity', id, value, 0);
  await one.workspace.putRecord('activity', id, null, 0);
  expect(await one.workspace.rows('activity')).toEqual([]);
  await one.workspace.putRecord('activity', id, { ...value, people: 54 }, 0);
  await untilSent(one.phone, one.workspace);
  expect((await one.workspace.outbox()).map(({ result }) => result?.verdict)).toEqual([
    'applied',
    'applied',
    'applied',
  ]);

  const two = await headPhone(32, commune);
  const [seen] = await two.workspace.rows('activity');
  expect(seen?.value).toEqual({ ...value, people: 54 });
  // Known to both now: taken out and put back on the revision that was seen.
  await two.workspace.putRecord('activity', id, null, seen?.rev ?? 0);
  await two.workspace.putRecord('activity', id, value, seen?.rev ?? 0);
  await untilSent(two.phone, two.workspace);
  expect((await two.workspace.rows('activity')).map((row) => row.value)).toEqual([value]);
  // Control: the other phone, which has not seen that, may not write over it.
  await one.workspace.putRecord('activity', id, null, seen?.rev ?? 0);
  await untilSent(one.phone, one.workspace);
  expect((await one.workspace.outbox()).at(-1)?.result).toMatchObject({ code: 'STALE_BASIS' });
  expect(await commune.core.verify()).toMatchObject({ problems: [] });
  for (const { workspace, phone } of [one, two]) {
    await workspace.close();
    expect(phone.errors).toEqual([]);
  }
});

test('two phones that note the month’s score make one record, and nobody has to do anything about it', async () => {
  const commune = await openCommune();
  const phones = [await headPhone(33, commune), await headPhone(34, commune)] as const;
  const note = async ({ workspace, owner }: (typeof phones)[number], normalised: number) => {
    const id = derivedIdOf('scoreSnapshot', owner.campaignId, owner.subjectId, '2025-11');
    const value: ScoreSnapshot = {
      id,
      ...owner,
      takenOn: '2025-11-05',
      normalised,
      answered: 3,
      criteria: 23,
      pillars: [],
    };
    await workspace.putRecord('scoreSnapshot', id, value, 0);
  };
  const pending = async ({ workspace }: (typeof phones)[number]) =>
    countPending(pendingItems({ ...(await readPending(workspace)), phase: workspace.phase() }));
  await note(phones[0], 1200);
  expect(await pending(phones[0])).toBe(0);
  await untilSent(phones[0].phone, phones[0].workspace);
  await note(phones[1], 1500);
  await untilSent(phones[1].phone, phones[1].workspace);
  expect((await phones[1].workspace.outbox()).at(-1)?.result).toMatchObject({ code: 'STALE_BASIS' });
  expect((await phones[1].workspace.rows('scoreSnapshot')).map(({ value }) => value.normalised)).toEqual([
    1200,
  ]);
  expect(await pending(phones[1])).toBe(0);
  // Control: what a person wrote and the commune did not take is a task.
  const { workspace, owner, phone } = phones[1];
  const id = workspace.newId();
  const stranger = { id, ...owner, campaignId: id, kind: 'check' as const, date: '2025-11-05', title: 'x' };
  await workspace.putRecord('activity', id, stranger, 0);
  await untilSent(phone, workspace);
  expect(await pending(phones[1])).toBe(1);
  for (const each of phones) await each.workspace.close();
});
