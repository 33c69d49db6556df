/** A new campaign begins: every phone of last year goes over to it, and last year's words are still there. */
import { expect, test } from 'vitest';
import { criteriaRef } from '#domain/criteria-set.ts';
import { assessmentIdOf } from '#protocol/assessment-id.ts';
import { readFragment } from '#protocol/fragment.ts';
import type { Campaign } from '#protocol/entities.ts';
import type { Role } from '#protocol/policy-roles.ts';
import { beginSlip } from '#client/db/begin-slip.ts';
import type { ProfileRow } from '#client/db/model.ts';
import { enrolNow } from '#client/sync/enrol-now.ts';
import { nextCampaign, recordsOf } from '#client/features/office/campaign/make-next.ts';
import { startOf } from '#client/app/start.ts';
import type { Workspace } from '#client/workspace.ts';
import { openCommune, type Commune } from './commune.ts';
import { aDraft, handClock } from './makers.ts';
import { createPhone, untilTrue, type Phone } from './surroundings.ts';
import { open, untilSent } from './village.ts';

const DAY_MS = 24 * 60 * 60 * 1000;

async function enrolled(
  commune: Commune,
  phone: Phone,
  role: Exclude<Role, 'household'>,
  subject?: string,
): Promise<ProfileRow> {
  const issued = await commune.core.createEnrolCode({
    role,
    ...(subject !== undefined && { subject }),
    ttlMs: 1e12,
  });
  if (issued.kind !== 'issued') throw new Error(issued.kind);
  const tab = phone.tab(commune.line().fetch);
  const outcome = await enrolNow(tab, readFragment(issued.fragment)?.secret ?? '', 'Máy thử');
  if (outcome.kind !== 'answered') throw new Error(JSON.stringify(outcome));
  return outcome.profile;
}

/** Of the subject this phone is bound to. */
function formIn({ id }: Campaign, { profile }: Workspace): string {
  const { binding, communeId } = profile;
  if (binding === undefined || binding.kind === 'office') throw new Error('no subject');
  return assessmentIdOf(communeId, id, binding.id);
}

/** One exchange asked for by hand, and what follows it. */
async function exchange(phone: Phone, workspace: Workspace): Promise<void> {
  workspace.sendNow();
  await untilSent(phone, workspace);
}

/** The officer makes next year's campaign, as the screen does, and it is taken. */
async function makeNext(officer: Workspace, phone: Phone, beginsOn: string): Promise<Campaign> {
  const [from] = (await officer.rows('campaign')).map(({ value }) => value);
  if (from === undefined) throw new Error('no campaign');
  const deadlines = (await officer.rows('deadline')).map(({ value }) => value);
  const next = nextCampaign({
    campaign: from,
    deadlines,
    beginsOn,
    version: (ref) => ref,
    newId: () => officer.newId(),
  });
  const id = await officer.putBatch({ label: 'Lập đợt mới', records: recordsOf(next) });
  await untilSent(phone, officer);
  await untilTrue(
    async () => (await officer.batches()).find((each) => each.id === id)?.state === 'committed',
  );
  return next.campaign;
}

test('hamlet, unit and household phones of last year open the new campaign’s form after one exchange; last year’s words stay and can be sent', async () => {
  const clock = handClock(Date.parse('2025-11-10T02:00:00.000Z'));
  const commune = await openCommune(clock);
  const [office, hamlet, unit, family] = [21, 22, 23, 24].map((seed) => createPhone(seed));
  if (!office || !hamlet || !unit || !family) throw new Error('no phones');
  const at = (phone: Phone) => phone.tab(commune.line().fetch);
  const officeTab = at(office);
  const officer = await open(await enrolled(commune, office, 'officer'), officeTab);
  await untilSent(office, officer);
  const unitId = officer.newId();
  const school = {
    id: unitId,
    name: 'Trường Tiểu học',
    sector: 'TH',
    subtype: '',
    validFrom: '2025-07-01',
  } as const;
  await officer.putRecord('unit', unitId, school, 0);
  await untilSent(office, officer);
  await exchange(office, officer);
  const unitCode = (await officer.row('unit', unitId))?.value.code;
  const head = await open(await enrolled(commune, hamlet, 'hamletHead', 'Chùa 9'), at(hamlet));
  const contact = await open(await enrolled(commune, unit, 'unitContact', unitCode), at(unit));
  const [household] = (await officer.rows('household')).map(({ value }) => value);
  const slip = await commune.core.createSlip(household?.code ?? '');
  const read = slip.kind === 'issued' ? readFragment(slip.fragment) : null;
  if (read?.kind !== 'slip') throw new Error('no slip');
  const familyTab = at(family);
  const words = { title: 'Gia đình', label: 'Máy thử' };
  // Begun before any contact; redeemed only after the new campaign has begun.
  const begun = await beginSlip(
    familyTab.pocket,
    { clock, chance: familyTab.environment.chance },
    read,
    words,
  );

  for (const [phone, workspace] of [
    [hamlet, head],
    [unit, contact],
  ] as const) {
    await untilSent(phone, workspace);
    const id = workspace.profile.assessmentId ?? '';
    await workspace.saveDraft(
      aDraft({ id, assessmentId: id, answers: { 'A1.1': true, 'C1.1': true }, updatedAt: 2 }),
    );
  }
  const last = { head: head.profile.assessmentId ?? '', contact: contact.profile.assessmentId ?? '' };

  const from = (await commune.core.publicCampaign()).campaign;
  const next = await makeNext(officer, office, '2026-01-05');
  // Made in advance: nobody goes over to what has not begun.
  await exchange(hamlet, head);
  expect(head.profile.assessmentId).toBe(last.head);
  expect((await commune.core.publicCampaign()).campaign.year).toBe(2025);

  clock.turn(60 * DAY_MS);
  for (const [phone, workspace, before] of [
    [hamlet, head, last.head],
    [unit, contact, last.contact],
  ] as const) {
    await exchange(phone, workspace);
    await untilTrue(() => workspace.profile.assessmentId !== before);
    const { assessmentId = '', earlier } = workspace.profile;
    expect(assessmentId).toBe(formIn(next, workspace));
    expect(await workspace.draft(assessmentId)).toBeUndefined();
    expect(earlier).toEqual([before]);
    expect((await workspace.draft(before))?.answers).toMatchObject({ 'A1.1': true });
  }

  // Back to last year's by hand: it is sent under its own campaign, however late.
  await head.openCampaign(from.id);
  expect(head.profile.assessmentId).toBe(last.head);
  await exchange(hamlet, head);
  expect(head.profile.assessmentId).toBe(last.head);
  const draft = await head.draft(last.head);
  if (draft === undefined) throw new Error('no draft');
  const { opId } = await head.submit(
    { ...draft, answers: { 'A1.1': true } },
    { selfScore: 0, signedOffBy: 'Ông Ánh' },
  );
  await untilSent(hamlet, head);
  expect((await head.row('submission', opId))?.value.assessmentId).toBe(last.head);
  await head.openCampaign(null);
  expect(head.profile.assessmentId).toBe(formIn(next, head));

  // The slip of last year is redeemed as what it says, then the phone goes over.
  const home = await open(begun, familyTab);
  await untilSent(family, home);
  await untilTrue(() => home.profile.assessmentId !== read.assessmentId);
  expect(home.profile.assessmentId).toBe(formIn(next, home));
  const kept = await familyTab.pocket.campaign();
  expect(kept?.campaign.id).toBe(next.id);
  expect(criteriaRef(kept?.householdSet ?? { id: '', version: 0 })).toBe(next.criteriaSets.household);
  // Last year's paper still opens this family's part of the phone.
  const started = startOf(
    { pathname: '/p', hash: `#${slip.kind === 'issued' ? slip.fragment : ''}` },
    await familyTab.pocket.profiles(),
    null,
  );
  expect(started).toMatchObject({ kind: 'household', profile: { id: begun.id } });

  expect((await commune.core.verify()).problems).toEqual([]);
  expect([office, hamlet, unit, family].flatMap(({ errors }) => errors)).toEqual([]);
  for (const workspace of [officer, head, contact, home]) await workspace.close();
});
