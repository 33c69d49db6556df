/** Slips, links and typed codes against the real server, over a line that drops what it likes. */
import { expect, test } from 'vitest';
import { readFragment } from '#protocol/fragment.ts';
import { importPublicKey } from '#protocol/proof.ts';
import { verifyReceipt } from '#protocol/receipt.ts';
import { beginSlip, closed } from '#client/db/begin-slip.ts';
import { enrolNow } from '#client/sync/enrol-now.ts';
import { answersTo, consentOf, setOf } from '../server/core/makers.ts';
import { openCommune } from './commune.ts';
import { aDraft } from './makers.ts';
import { createPhone, untilTrue } from './surroundings.ts';
import { headOf, open, untilSent } from './village.ts';

test('a slip filled before any contact is redeemed and received at first contact, with a receipt that verifies', async () => {
  const commune = await openCommune();
  const slip = await commune.core.createSlip('DM-001');
  if (slip.kind !== 'issued') throw new Error(slip.kind);
  const link = readFragment(slip.fragment);
  if (link?.kind !== 'slip') throw new Error('no slip');
  const phone = createPhone(3);
  const line = commune.line();
  line.isDown = true;
  const tab = phone.tab(line.fetch, { compress: line.compress });
  const begun = await beginSlip(tab.pocket, tab.environment, link, { title: 'Gia đình', label: 'Máy nhà' });
  const workspace = await open(begun, tab);
  const answers = answersTo(setOf('household'), (below) => below - 1);
  const draft = aDraft({
    id: link.assessmentId,
    assessmentId: link.assessmentId,
    subjectKind: 'household',
    criteriaSet: 'household@1',
    answers,
  });
  await workspace.saveDraft(draft);
  const { opId, receiptCode } = await workspace.submit(draft, {
    selfScore: 100,
    signedOffBy: '',
    consent: consentOf('self'),
  });
  await untilTrue(() => workspace.phase().kind === 'waiting');
  expect(workspace.phase()).toMatchObject({ kind: 'waiting', reason: 'noNetwork' });
  line.isDown = false;
  await untilSent(phone, workspace);
  expect(workspace.profile.link).toEqual({ state: 'enrolled' });
  const receipt = await workspace.receipt(opId);
  expect(receipt?.code).toBe(receiptCode);
  const key = await importPublicKey(commune.core.communeJwk);
  expect(await verifyReceipt(receipt?.receipt ?? '', key)).toMatchObject({ lastSeq: 1 });
  expect(await commune.core.receiptState(receiptCode)).toMatchObject({ state: 'received', channel: 'self' });
  // Nothing of the family's answers comes back down.
  expect(await workspace.rows('submission')).toEqual([]);
  expect(phone.errors).toEqual([]);
  await workspace.close();
});

test('a wrong, spent or foreign code is told apart, and what was filled stays', async () => {
  const commune = await openCommune();
  const phone = createPhone(8);
  const line = commune.line();
  const tab = phone.tab(line.fetch);
  expect(await enrolNow(tab, 'A'.repeat(22), 'Máy')).toMatchObject({
    kind: 'refused',
    problem: 'code-unknown',
  });
  line.isDown = true;
  expect(await enrolNow(tab, 'A'.repeat(22), 'Máy')).toMatchObject({
    kind: 'unreachable',
    reason: 'noNetwork',
  });
  line.isDown = false;
  const slip = {
    secret: 'B'.repeat(22),
    assessmentId: aDraft().assessmentId,
    communeId: commune.core.communeId,
    householdCode: 'X',
  };
  const workspace = await open(
    await beginSlip(tab.pocket, tab.environment, slip, { title: 'x', label: 'y' }),
    tab,
  );
  await workspace.saveDraft(aDraft({ subjectKind: 'household', answers: { H1: true } }));
  await untilTrue(() => workspace.phase().kind === 'waiting');
  expect(workspace.phase()).toEqual({ kind: 'waiting', reason: 'codeRefused', at: null });
  expect((await workspace.drafts()).length).toBe(1);
  await workspace.close();
});

test('a code whose answer was lost is redeemed again with the same key', async () => {
  const commune = await openCommune();
  const phone = createPhone(9);
  const line = commune.line();
  const tab = phone.tab(line.fetch);
  const issued = await commune.core.createEnrolCode({ role: 'officer', ttlMs: 1e9 });
  if (issued.kind !== 'issued') throw new Error(issued.kind);
  line.luck = ['loseReply'];
  expect((await enrolNow(tab, issued.typed, 'Máy')).kind).toBe('unreachable');
  expect(await enrolNow(tab, issued.typed, 'Máy')).toMatchObject({
    kind: 'answered',
    profile: { role: 'officer' },
  });
  expect((await commune.core.listDevices()).length).toBe(1);
  const other = createPhone(10).tab(line.fetch);
  expect(await enrolNow(other, issued.typed, 'Máy khác')).toMatchObject({
    kind: 'refused',
    problem: 'code-spent',
  });
});

test('a key spent on a code whose answer was lost does not stand in the way of the next code', async () => {
  const commune = await openCommune();
  const line = commune.line();
  const tab = createPhone(14).tab(line.fetch);
  const officer = await commune.core.createEnrolCode({ role: 'officer', ttlMs: 1e9 });
  if (officer.kind !== 'issued') throw new Error(officer.kind);
  line.luck = ['loseReply'];
  expect((await enrolNow(tab, officer.typed, 'Máy')).kind).toBe('unreachable');
  const profile = await headOf(commune, tab);
  expect(profile.role).toBe('hamletHead');
  expect((await tab.pocket.profiles()).map(({ id }) => id)).toEqual([profile.id]);
});

test('a family’s typed code opens the part it has on this phone, named by its code alone', async () => {
  const commune = await openCommune();
  const tab = createPhone(12).tab(commune.line().fetch);
  const slip = await commune.core.createSlip('DM-001');
  if (slip.kind !== 'issued') throw new Error(slip.kind);
  const first = await enrolNow(tab, slip.typed, 'Máy nhà');
  if (first.kind !== 'answered') throw new Error(first.kind);
  expect(first.profile.title).toBe('Gia đình (mã hộ DM-001)');
  await tab.pocket.changeProfiles((kept) => kept.map((each) => closed(each, 5)));
  const again = await enrolNow(tab, slip.typed, 'Máy nhà');
  expect(again).toMatchObject({ kind: 'answered', profile: { id: first.profile.id } });
  expect((await tab.pocket.profiles()).map(({ closedAt }) => closedAt)).toEqual([undefined]);
  expect(await tab.pocket.enrolling()).toBeUndefined();
});
