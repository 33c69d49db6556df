/** What coming back online costs: a hundred forms, against one request each of the field's usual protocol. */
import { expect, test } from 'vitest';
import { assessmentIdOf } from '#protocol/assessment-id.ts';
import { type Chance } from '#protocol/ids.ts';
import { answersTo, consentOf, setOf } from '../server/core/makers.ts';
import { openCommune } from './commune.ts';
import { aDraft, handClock, seededChance } from './makers.ts';
import { openRosaBytes } from './open-rosa.ts';
import { createPhone } from './surroundings.ts';
import { headOf, open, untilSent, untilTired } from './village.ts';

const FORMS = 100;
const picker =
  (chance: Chance) =>
  (below: number): number =>
    (chance.bytes(1)[0] ?? 0) % below;
const dice: Chance = { bytes: (length) => crypto.getRandomValues(new Uint8Array(length)) };

async function start() {
  const commune = await openCommune(handClock(), dice);
  const phone = createPhone(21);
  const line = commune.line();
  const tab = phone.tab(line.fetch, { compress: line.compress, chance: dice });
  const profile = await headOf(commune, tab);
  const workspace = await open(profile, tab);
  await untilSent(phone, workspace);
  return { commune, phone, line, profile, workspace };
}

interface Entry {
  ops: number;
  up: number;
  down: number;
}

/** Sending ends when the last form is acknowledged; rows that come down after it have no counterpart in OpenRosa. */
function report(what: string, log: Entry[], openRosa: number): number {
  const bytesOf = (entries: Entry[]): number => entries.reduce((sum, { up, down }) => sum + up + down, 0);
  const sending = log.filter(({ ops }) => ops > 0);
  const share = (100 * bytesOf(sending)) / openRosa;
  console.log(
    `${what}: sent and acknowledged in ${sending.length} exchange(s), ${bytesOf(sending)} bytes, ${share.toFixed(1)} % of ` +
      `OpenRosa's ${openRosa} bytes in ${FORMS} requests; with the rows that come back ${log.length} exchanges, ${bytesOf(log)} bytes`,
  );
  return share;
}

test('a hundred household forms go in at most two exchanges and a tenth of the bytes', async () => {
  const { commune, phone, line, profile, workspace } = await start();
  const hamletId = profile.binding?.kind === 'hamlet' ? profile.binding.id : '';
  const [campaign] = await workspace.rows('campaign');
  const households = Array.from({ length: FORMS }, () => workspace.newId());
  for (const [index, id] of households.entries())
    await workspace.putRecord('household', id, { id, hamletId, householder: `Nguyễn Văn ${index}` }, 0);
  await untilSent(phone, workspace);
  workspace.sendNow();
  await untilSent(phone, workspace);

  line.isDown = true;
  const pick = picker(seededChance(5));
  let openRosa = 0;
  for (const id of households) {
    const assessmentId = assessmentIdOf(commune.core.communeId, campaign?.id ?? '', id);
    const answers = answersTo(setOf('household'), pick);
    const draft = aDraft({
      id: `proxy:${assessmentId}`,
      assessmentId,
      subjectKind: 'household',
      channel: 'proxy',
      criteriaSet: 'household@1',
      answers,
    });
    await workspace.saveDraft(draft);
    await workspace.submit(draft, {
      selfScore: 5000,
      signedOffBy: 'Nguyễn Văn An',
      consent: consentOf('readAloud'),
    });
    phone.clock.turn(60_000);
    openRosa += openRosaBytes(setOf('household'), answers, {
      id: assessmentId,
      subject: id,
      at: '2025-11-01T08:00:00.000+07:00',
    });
  }
  await untilTired(workspace);
  line.isDown = false;
  line.log.length = 0;
  await untilSent(phone, workspace);
  expect(report('household forms', line.log, openRosa)).toBeLessThanOrEqual(10);
  expect((await workspace.receipts()).length).toBe(FORMS);
  expect((await workspace.outbox()).every(({ result }) => result?.verdict === 'applied')).toBe(true);
  expect(line.log.length).toBeLessThanOrEqual(2);
  await workspace.close();
}, 60_000);

test('a hundred hamlet forms go in at most two exchanges and a tenth of the bytes', async () => {
  const { phone, line, profile, workspace } = await start();
  line.isDown = true;
  const pick = picker(seededChance(6));
  const id = profile.assessmentId ?? '';
  let openRosa = 0;
  for (let round = 0; round < FORMS; round++) {
    const answers = answersTo(setOf('hamlet'), pick);
    const draft = aDraft({ id, assessmentId: id, answers, updatedAt: round + 10 });
    await workspace.saveDraft(draft);
    await workspace.submit(draft, { selfScore: 5000, signedOffBy: 'Nguyễn Văn An' });
    phone.clock.turn(60_000);
    openRosa += openRosaBytes(setOf('hamlet'), answers, {
      id,
      subject: id,
      at: '2025-11-01T08:00:00.000+07:00',
    });
  }
  await untilTired(workspace);
  line.isDown = false;
  line.log.length = 0;
  await untilSent(phone, workspace);
  expect(report('hamlet forms', line.log, openRosa)).toBeLessThanOrEqual(10);
  expect((await workspace.receipts()).length).toBe(FORMS);
  expect(line.log.length).toBeLessThanOrEqual(2);
  await workspace.close();
}, 60_000);
