import { expect, test } from 'vitest';
import { rowSchemas } from '#protocol/entities.ts';
import { score } from '#domain/score.ts';
import type { Intent } from '#protocol/operation.ts';
import type { SigningDevice } from '../../support/signing-device.ts';
import { openCommune, type Commune } from './commune.ts';
import { answersTo, consentOf, setOf, submitIntent } from './makers.ts';
import { pull, send } from './sending.ts';

const rowsOf = async (commune: Commune, phone: SigningDevice, entity: string) =>
  (await pull(commune, phone)).rows.filter((row) => row.entity === entity);
const submissions = async (commune: Commune, phone: SigningDevice) =>
  (await rowsOf(commune, phone, 'submission')).map(({ value }) => rowSchemas.submission.parse(value));
const mine = (phone: SigningDevice): string => phone.enrolment?.assessmentId ?? '';

test('a family’s own form and what the head typed for it stand side by side; the family’s counts', async () => {
  const commune = await openCommune();
  const [family, head, officer] = [
    await commune.family('DM-001'),
    await commune.head(),
    await commune.officer(),
  ];
  const typed = submitIntent(mine(family), 'household', { consent: consentOf('readAloud') });
  expect(await send(commune, head, typed)).toEqual(['applied']);
  const own = submitIntent(mine(family), 'household', {
    consent: consentOf('self'),
    snapshot: answersTo(setOf('household'), () => 0),
  });
  expect(await send(commune, family, own)).toEqual(['applied']);
  expect(await send(commune, head, typed)).toEqual(['applied']);

  const seen = await submissions(commune, officer);
  expect(seen.map(({ channel, round, current }) => [channel, round, current])).toEqual([
    ['self', 2, true],
    ['proxy', 1, false],
    ['proxy', 3, true],
  ]);
  const answers = await commune.store.read((tables) => tables.householdAnswer.of(mine(family)));
  expect(new Set(answers.map(({ channel, counted }) => `${channel} ${counted}`))).toEqual(
    new Set(['self 1', 'proxy 0']),
  );
  expect((await commune.core.verify()).problems).toEqual([]);
});

test('server and phone score alike, and a false claim is kept beside the server’s score', async () => {
  const commune = await openCommune();
  const [head, officer] = [await commune.head(), await commune.officer()];
  const snapshot = answersTo(setOf('hamlet'), (below) => Math.floor(below / 2));
  await send(commune, head, submitIntent(mine(head), 'hamlet', { snapshot, selfScore: 9999 }));
  const [seen] = await submissions(commune, officer);
  expect(seen).toMatchObject({
    selfScore: 9999,
    serverScore: score(setOf('hamlet'), snapshot).normalised,
    snapshot,
    channel: 'self',
  });
});

test('without the family’s yes nothing takes effect', async () => {
  const commune = await openCommune();
  const [family, head] = [await commune.family('DM-001'), await commune.head()];
  const form = (consent?: ReturnType<typeof consentOf>) =>
    submitIntent(mine(family), 'household', consent === undefined ? {} : { consent });
  expect(await send(commune, family, form())).toEqual(['NOT_PERMITTED']);
  expect(await send(commune, family, form(consentOf('self', false)))).toEqual(['NOT_PERMITTED']);
  expect(await send(commune, family, form(consentOf('readAloud')))).toEqual(['NOT_PERMITTED']);
  expect(await send(commune, head, form(consentOf('self')))).toEqual(['NOT_PERMITTED']);
  expect((await commune.core.verify()).counts).toMatchObject({ submissions: 0, assessments: 0 });
  // The control: with it, it does.
  expect(await send(commune, family, form(consentOf('self')))).toEqual(['applied']);
});

test('nobody sends for a subject that is not theirs', async () => {
  const commune = await openCommune();
  const other = commune.hamlets[1]?.id ?? '';
  const [family, head, neighbour, officer] = [
    await commune.family('DM-001'),
    await commune.head(),
    await commune.head(other),
    await commune.officer(),
  ];
  const form = submitIntent(mine(family), 'household', { consent: consentOf('readAloud') });
  expect(await send(commune, neighbour, form)).toEqual(['NOT_PERMITTED']);
  expect(await send(commune, officer, form)).toEqual(['NOT_PERMITTED']);
  expect(await send(commune, neighbour, submitIntent(mine(head), 'hamlet'))).toEqual(['NOT_PERMITTED']);
  expect(await send(commune, family, submitIntent(mine(head), 'hamlet'))).toEqual(['NOT_PERMITTED']);
  const nowhere = '0190a000-0000-7000-8000-000000000000';
  expect(await send(commune, head, submitIntent(nowhere, 'hamlet'))).toEqual(['UNKNOWN_SUBJECT']);
});

test('answers that do not fit the named criteria are set aside', async () => {
  const commune = await openCommune();
  const head = await commune.head();
  const hamlet = submitIntent(mine(head), 'hamlet');
  if (hamlet.kind !== 'assessment.submit') throw new Error('a submission');
  const but = (args: Partial<typeof hamlet.args>): Intent => ({
    ...hamlet,
    args: { ...hamlet.args, ...args },
  });
  expect(
    await send(
      commune,
      head,
      but({ criteriaSet: 'hamlet@2' }),
      but({ criteriaSet: 'household@1' }),
      but({ snapshot: { ...hamlet.args.snapshot, X99: true } }),
      but({ snapshot: { 'A1.1': { level: 'nowhere' } } }),
      but({ bases: { X99: [] } }),
      hamlet,
    ),
  ).toEqual(['ARGS_INVALID', 'ARGS_INVALID', 'ARGS_INVALID', 'ARGS_INVALID', 'ARGS_INVALID', 'applied']);
});

test('late is a flag: by the phone’s own claim or by arrival, and never a verdict', async () => {
  const commune = await openCommune();
  const [head, officer] = [await commune.head(), await commune.officer()];
  expect(await send(commune, head, submitIntent(mine(head), 'hamlet'))).toEqual(['applied']);
  commune.clock.advance(30 * 24 * 60 * 60 * 1000);
  const late = head.seal(submitIntent(mine(head), 'hamlet'), {
    claimedAt: Date.parse('2025-11-02T00:00:00Z'),
  });
  expect((await head.exchange(commune.door, [late])).value?.results[0]?.verdict).toBe('applied');
  const seen = await submissions(commune, officer);
  // The first was sealed by the test machine's clock, long after the deadline: its claim counts against it.
  expect(seen.map(({ round, late: flag }) => [round, flag])).toEqual([
    [1, true],
    [2, true],
  ]);
});

test('sealed and received in time is not late', async () => {
  const commune = await openCommune();
  const [head, officer] = [await commune.head(), await commune.officer()];
  const text = head.seal(submitIntent(mine(head), 'hamlet'), { claimedAt: commune.clock.now() });
  await head.exchange(commune.door, [text]);
  expect((await submissions(commune, officer)).map(({ late }) => late)).toEqual([false]);
});

test('a hamlet’s submission is its draft from then on, and unseen words of a second device stay beside it', async () => {
  const commune = await openCommune();
  const [first, second] = [await commune.head(), await commune.head()];
  const change = (value: boolean, bases: string[]): Intent => ({
    kind: 'answers.save',
    args: { assessmentId: mine(first), changes: { 'A1.1': { value, bases } } },
  });
  const saved = first.seal(change(true, []));
  const { opId }: { opId: string } = JSON.parse(saved);
  await first.exchange(commune.door, [saved]);
  // The second device had not seen it and says otherwise: both stay.
  expect(await send(commune, second, change(false, []))).toEqual(['conflict']);
  expect(await send(commune, second, change(true, [opId]))).toEqual(['conflict']);
  const [row] = await rowsOf(commune, first, 'answers');
  const versions = rowSchemas.answers.parse(row?.value).fields['A1.1'] ?? [];
  expect(versions.map(({ value }) => value)).toEqual([false, true]);
  // A person chooses: an ordinary save with full bases.
  expect(
    await send(
      commune,
      first,
      change(
        false,
        versions.map((version) => version.opId),
      ),
    ),
  ).toEqual(['applied']);
});

test('drafts travel for hamlets and units only, and only in their own scope', async () => {
  const commune = await openCommune();
  const [family, head, officer] = [
    await commune.family('DM-001'),
    await commune.head(),
    await commune.officer(),
  ];
  const save = (assessmentId: string, criterionId: string): Intent => ({
    kind: 'answers.save',
    args: { assessmentId, changes: { [criterionId]: { value: true, bases: [] } } },
  });
  expect(await send(commune, family, save(mine(family), 'B1.1'))).toEqual(['NOT_PERMITTED']);
  expect(await send(commune, head, save(mine(family), 'B1.1'))).toEqual(['NOT_PERMITTED']);
  expect(await send(commune, head, save(mine(head), 'X99'))).toEqual(['ARGS_INVALID']);
  expect(await send(commune, head, save(mine(head), 'A1.1'))).toEqual(['applied']);
  expect(await rowsOf(commune, officer, 'answers')).toEqual([]);
  expect(await rowsOf(commune, head, 'answers')).toHaveLength(1);
});
