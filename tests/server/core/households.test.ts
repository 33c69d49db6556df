/** Families that move, leave or turn out to be one: said by their hamlet, judged by the real core, counted by a phone. */
import { expect, test } from 'vitest';
import { isRowEntity, rowSchemas, type RowEntity } from '#protocol/entities.ts';
import { hashText } from '#protocol/hash.ts';
import { assessmentIdOf } from '#protocol/assessment-id.ts';
import { SLIPS_PATH } from '#protocol/slips.ts';
import type { StoredRow } from '#client/db/model.ts';
import { isRowOf } from '#client/db/row-of.ts';
import { householdForms } from '#client/subject/household-forms.ts';
import type { SigningDevice } from '../../support/signing-device.ts';
import { openCommune, type Commune } from './commune.ts';
import { consentOf, submitIntent } from './makers.ts';
import { household, pull, put, send } from './sending.ts';

const MOVED_AT = Date.parse('2025-11-02T08:00:00+07:00');
const nonce = 'A'.repeat(22);

async function scene() {
  const commune = await openCommune();
  const head = await commune.head();
  const [here = '', there = ''] = commune.hamlets.map(({ id }) => id);
  const [a, b] = [head.newId(), head.newId()];
  expect(await send(commune, head, household(a, here), household(b, here, 'Lê Thị Mai'))).toEqual([
    'applied',
    'applied',
  ]);
  const { campaign } = await commune.core.publicCampaign();
  const formOf = (id: string): string => assessmentIdOf(commune.core.communeId, campaign.id, id);
  return { commune, head, here, there, a, b, campaignId: campaign.id, formOf };
}
type Scene = Awaited<ReturnType<typeof scene>>;

/** Everything this phone is shown, as it keeps it. */
async function shown<Entity extends RowEntity>(
  { commune }: Pick<Scene, 'commune'>,
  phone: SigningDevice,
  entity: Entity,
): Promise<StoredRow<Entity>[]> {
  const { rows } = await pull(commune, phone);
  return rows
    .flatMap(({ scope, entity: named, id, rev, value }) =>
      value === null || !isRowEntity(named)
        ? []
        : [{ scope, entity: named, id, rev, value: rowSchemas[named].parse(value) }],
    )
    .filter((row) => isRowOf(row, entity));
}

/** Assessments whose forms the hamlet's figures are made of. */
async function counted(given: Scene): Promise<string[]> {
  const { commune, head, here, campaignId } = given;
  const forms = householdForms({
    communeId: commune.core.communeId,
    campaignId,
    hamletId: here,
    households: await shown(given, head, 'household'),
    submissions: await shown(given, head, 'submission'),
    assessments: await shown(given, head, 'assessment'),
    objections: await shown(given, head, 'objection'),
    requests: await shown(given, head, 'dataRequest'),
    outbox: [],
  });
  return [...forms.keys()].toSorted();
}

/** Assessments the commune's own roll-ups count: a phone's figures and the commune's are of the same families. */
async function inRollUps({ commune, a, b, formOf }: Scene): Promise<string[]> {
  const forms = [formOf(a), formOf(b)].toSorted();
  const rows = await commune.store.read(({ householdAnswer }) => Promise.all(forms.map(householdAnswer.of)));
  return forms.filter((_, at) => rows[at]?.some((row) => row.counted === 1));
}

/** The same on both sides, or the figures of both. */
async function countedByBoth(given: Scene): Promise<string[] | string[][]> {
  const [phone, commune] = [await counted(given), await inRollUps(given)];
  return phone.join() === commune.join() ? phone : [phone, commune];
}

async function slipsFor({ commune }: Pick<Scene, 'commune'>, phone: SigningDevice, householdIds: string[]) {
  const request = { v: 1 as const, nonce, householdIds };
  const body = JSON.stringify(request);
  const headers = await phone.signed(SLIPS_PATH, new TextEncoder().encode(body), []);
  const proof = headers['x-thidua-proof'] ?? '';
  const outcome = await commune.core.issueSlips(proof, await hashText(body), request);
  return outcome.kind === 'answered' ? outcome.response.slips.map((slip) => slip.householdId) : outcome.code;
}

const proxyOf = (formId: string) =>
  submitIntent(formId, 'household', { consent: consentOf('readAloud'), signedOffBy: 'Trưởng xóm' });
const revOf = async ({ store }: Commune, id: string): Promise<number> =>
  (await store.read((tables) => tables.record.find('household', id)))?.rev ?? 0;

test('a family that moved away or was merged is in no figure and gets no slip, until it is put back', async () => {
  const given = await scene();
  const { commune, head, here, there, a, b, formOf } = given;
  expect(await send(commune, head, proxyOf(formOf(a)), proxyOf(formOf(b)))).toEqual(['applied', 'applied']);
  const both = [formOf(a), formOf(b)].toSorted();
  expect(await countedByBoth(given)).toEqual(both);
  expect(await slipsFor(given, head, [a, b])).toEqual([a, b]);

  const family = { id: a, hamletId: here, householder: 'Lê Thị Mai' };
  for (const leaving of [
    { endedAt: MOVED_AT },
    { endedAt: MOVED_AT, movedTo: there },
    { endedAt: MOVED_AT, mergedInto: b },
  ]) {
    const gone = put('household', a, { ...family, ...leaving }, await revOf(commune, a));
    expect(await send(commune, head, gone)).toEqual(['applied']);
    expect(await countedByBoth(given)).toEqual([formOf(b)]);
    expect(await slipsFor(given, head, [a, b])).toEqual([b]);
    expect((await commune.core.createSlip(a)).kind).toBe('unknownSubject');
    // Its head still sees it, to put it back.
    const seen = (await shown(given, head, 'household')).find(({ id }) => id === a);
    expect(seen?.value).toMatchObject(leaving);

    expect(await send(commune, head, put('household', a, family, await revOf(commune, a)))).toEqual([
      'applied',
    ]);
    expect(await countedByBoth(given)).toEqual(both);
    expect(await slipsFor(given, head, [a])).toEqual([a]);
  }
  expect((await commune.core.verify()).problems).toEqual([]);
});

test('what a family sends after it left is kept and counts for nothing until it is back; taken out, nothing of it counts', async () => {
  const given = await scene();
  const { commune, head, here, a, b, formOf } = given;
  const family = { id: a, hamletId: here, householder: 'Lê Thị Mai' };
  const own = await commune.family(a);
  const change = async (value: Record<string, unknown> | undefined): Promise<void> => {
    const written = put('household', a, value, await revOf(commune, a));
    expect(await send(commune, head, written)).toEqual(['applied']);
  };
  expect(await send(commune, head, proxyOf(formOf(a)), proxyOf(formOf(b)))).toEqual(['applied', 'applied']);
  await change({ ...family, endedAt: MOVED_AT });
  const sent = submitIntent(formOf(a), 'household', { consent: consentOf('self') });
  expect(await send(commune, own, sent)).toEqual(['applied']);
  expect(await countedByBoth(given)).toEqual([formOf(b)]);
  await change(family);
  expect(await countedByBoth(given)).toEqual([formOf(a), formOf(b)].toSorted());
  const channels = async () =>
    Object.fromEntries(
      (await commune.store.read(({ householdAnswer }) => householdAnswer.of(formOf(a)))).map((row) => [
        row.channel,
        row.counted,
      ]),
    );
  // The family's own, and not what was typed for it.
  expect(await channels()).toEqual({ self: 1, proxy: 0 });
  await change(undefined);
  expect(await countedByBoth(given)).toEqual([formOf(b)]);
  await change(family);
  expect(await channels()).toEqual({ self: 1, proxy: 0 });
  expect((await commune.core.verify()).problems).toEqual([]);
});

test('no head writes, ends, merges or prints for another hamlet’s family', async () => {
  const given = await scene();
  const { commune, here, there, a } = given;
  const neighbour = await commune.head(there);
  const rev = await revOf(commune, a);
  const family = { id: a, hamletId: here, householder: 'Lê Thị Mai' };
  expect(
    await send(
      commune,
      neighbour,
      put('household', a, { ...family, endedAt: MOVED_AT }, rev),
      put('household', a, { ...family, hamletId: there }, rev),
      put('household', a, { ...family, mergedInto: neighbour.newId() }, rev),
    ),
  ).toEqual(['NOT_PERMITTED', 'NOT_PERMITTED', 'NOT_PERMITTED']);
  expect(await slipsFor(given, neighbour, [a])).toEqual([]);
  expect(await revOf(commune, a)).toBe(rev);
  // Nor does its own head hand it to a hamlet that is not theirs: the office does.
  const { head } = given;
  expect(await send(commune, head, put('household', a, { ...family, hamletId: there }, rev))).toEqual([
    'NOT_PERMITTED',
  ]);
  const officer = await commune.officer();
  expect(await send(commune, officer, put('household', a, { ...family, hamletId: there }, rev))).toEqual([
    'applied',
  ]);
  expect(await slipsFor(given, neighbour, [a])).toEqual([a]);
  expect(await slipsFor(given, head, [a])).toEqual([]);
});

test('a form its family asked not to be used is in no figure, until it is taken back or declined', async () => {
  const given = await scene();
  const { commune, head, a, formOf, campaignId } = given;
  const family = await commune.family(a);
  const own = submitIntent(formOf(a), 'household', { consent: consentOf('self') });
  expect(await send(commune, family, own)).toEqual(['applied']);
  expect(await send(commune, head, proxyOf(formOf(a)))).toEqual(['applied']);
  const id = family.newId();
  const asked = {
    id,
    campaignId,
    householdId: a,
    assessmentId: formOf(a),
    kind: 'restrict',
    reason: 'Nhà riêng',
  };
  const officer = await commune.officer();
  const say = async (by: SigningDevice, more: object, entity = id): Promise<string | undefined> => {
    const { rows } = await pull(commune, by);
    const baseRev = rows.findLast((row) => row.id === entity)?.rev ?? 0;
    return (
      await send(commune, by, put('dataRequest', entity, { ...asked, id: entity, ...more }, baseRev))
    )[0];
  };
  // Another request changes nothing.
  const look = family.newId();
  expect(await say(family, { kind: 'access', state: 'open' }, look)).toBe('applied');
  expect(await countedByBoth(given)).toEqual([formOf(a)]);
  expect(await shown(given, head, 'dataRequest')).toEqual([]);

  expect(await say(family, { state: 'open' })).toBe('applied');
  expect(await countedByBoth(given)).toEqual([]);
  // Its hamlet learns that it is so, and none of the words.
  expect((await shown(given, head, 'dataRequest')).map(({ value }) => value.reason)).toEqual(['']);
  expect(await say(officer, { state: 'done', answer: 'Đã ngừng dùng.' })).toBe('applied');
  expect(await countedByBoth(given)).toEqual([]);
  expect(await say(family, { reason: '', state: 'takenBack', answer: 'Đã ngừng dùng.' })).toBe('applied');
  expect(await countedByBoth(given)).toEqual([formOf(a)]);
  expect((await commune.core.verify()).problems).toEqual([]);

  const again = family.newId();
  expect(await say(family, { state: 'open' }, again)).toBe('applied');
  expect(await countedByBoth(given)).toEqual([]);
  expect(await say(officer, { state: 'declined', answer: 'Đã có trong số đã chốt.' }, again)).toBe('applied');
  expect(await countedByBoth(given)).toEqual([formOf(a)]);
});

test('what was typed for a family that objects is in no figure; its own form is', async () => {
  const given = await scene();
  const { commune, head, a, formOf, campaignId } = given;
  const family = await commune.family(a);
  expect(await send(commune, head, proxyOf(formOf(a)))).toEqual(['applied']);
  const [typed] = await shown(given, head, 'submission');
  expect(await countedByBoth(given)).toEqual([formOf(a)]);
  const id = family.newId();
  const objection = { id, campaignId, householdId: a, assessmentId: formOf(a), submission: typed?.id ?? '' };
  const open = { ...objection, reason: 'Không đúng', state: 'open' };
  expect(await send(commune, family, put('objection', id, open))).toEqual(['applied']);
  expect(await countedByBoth(given)).toEqual([]);
  const own = submitIntent(formOf(a), 'household', { consent: consentOf('self') });
  expect(await send(commune, family, own)).toEqual(['applied']);
  expect(await countedByBoth(given)).toEqual([formOf(a)]);
});
