/** Two server processes on one database: what one of them learns the other goes by at once. */
import { afterAll, expect, test } from 'vitest';
import { createServerCore } from '#server/core.ts';
import type { ServerCore } from '#server/core-types.ts';
import { createKeys } from '#server/crypto/keys.ts';
import { seedFirstStart } from '#server/seed/first-start.ts';
import type { Store } from '#server/store/store.ts';
import { createFactsCache } from '#server/sync/facts.ts';
import { createIdMaker } from '#protocol/ids.ts';
import type { Intent } from '#protocol/operation.ts';
import { TestPostgres } from '../../support/postgres.ts';
import { problemCodeOf, SigningDevice, type Door } from '../../support/signing-device.ts';
import { chance, doorOf, secretOf, testClock } from '../core/commune.ts';
import { setOf, submitIntent } from '../core/makers.ts';
import { put } from '../core/sending.ts';
import { postgresKit, sqliteKit } from './kit.ts';

const postgres = await TestPostgres.start();
afterAll(() => postgres.stop());
const kits = [
  ['SQLite', sqliteKit],
  ['PostgreSQL', postgresKit(postgres)],
] as const;

const ttlMs = 60_000;
const clock = testClock();

async function enrolled(
  core: ServerCore,
  request: Parameters<ServerCore['createEnrolCode']>[0],
): Promise<SigningDevice> {
  const issued = await core.createEnrolCode(request);
  if (issued.kind !== 'issued') throw new Error('no such subject');
  const device = await SigningDevice.make();
  const reply = await device.enrol(doorOf(core), secretOf(issued.fragment));
  if (reply.value === null) throw new Error(reply.text);
  return device;
}

const verdicts = async (phone: SigningDevice, door: Door, intent: Intent): Promise<string> => {
  const reply = await phone.exchange(door, [phone.seal(intent)]);
  const [result] = reply.value?.results ?? [];
  return result === undefined ? problemCodeOf(reply.text) : (result.code ?? result.verdict);
};

test.each(kits)('%s: facts, sequences, wrong codes and revocations hold for both', async (_name, kit) => {
  const database = await kit.make();
  const keys = await createKeys();
  const coreOn = (store: Store): ServerCore =>
    createServerCore({ store, clock, chance, keys, log: () => undefined, sessions: 'notAsked' });
  const stores = [await database.open(), await database.open()] as const;
  const newId = createIdMaker(clock, chance);
  await seedFirstStart({ store: stores[0], clock, facts: createFactsCache(), newId });
  const [here, there] = [coreOn(stores[0]), coreOn(stores[1])];
  const officer = await enrolled(here, { role: 'officer', ttlMs });
  const head = await enrolled(there, { role: 'hamletHead', subject: 'Đầm Mụ', ttlMs });
  const mine = head.enrolment?.assessmentId ?? '';
  const form = submitIntent(mine, 'hamlet');

  // The other process has read the criteria by now, and so knows those of this version alone.
  expect(await verdicts(head, doorOf(there), form)).toBe('applied');
  const next = { ...setOf('hamlet'), version: 2 };
  expect(await verdicts(officer, doorOf(here), put('criteriaSet', 'hamlet@2', next))).toBe('applied');
  const newer = submitIntent(mine, 'hamlet', { criteriaSet: 'hamlet@2' });
  expect(await verdicts(head, doorOf(there), newer)).toBe('applied');

  // One phone, its exchanges now here and now there.
  for (let turn = 0; turn < 6; turn++) {
    const comment: Intent = { kind: 'comment.add', args: { assessmentId: mine, text: `câu ${turn}` } };
    expect(await verdicts(head, doorOf(turn % 2 === 0 ? here : there), comment)).toBe('applied');
  }

  const typed = async (core: ServerCore): Promise<string> => {
    const stranger = await SigningDevice.make();
    return problemCodeOf((await stranger.enrol(doorOf(core), 'ABCDEFGH23')).text);
  };
  for (let turn = 0; turn < 5; turn++)
    expect(await typed(turn % 2 === 0 ? here : there)).toBe('code-unknown');
  expect(await typed(here)).toBe('too-many-attempts');
  expect(await typed(there)).toBe('too-many-attempts');

  expect(await here.revoke(head.id)).toBe('revoked');
  expect(await verdicts(head, doorOf(there), form)).toBe('device-revoked');
  expect((await there.verify()).problems).toEqual([]);
  for (const core of [here, there]) await core.close();
  await database.dispose();
});
