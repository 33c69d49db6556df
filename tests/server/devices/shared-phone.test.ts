import { afterEach, expect, test } from 'vitest';
import { FAMILIES_OF_ONE_PHONE } from '#server/identity/shared-phones.ts';
import { SigningDevice } from '../../support/signing-device.ts';
import { consentOf, submitIntent } from '../core/makers.ts';
import { openFrontDoor, secretOf, type FrontDoor } from '../http/front-door.ts';
import { makeSmallCommune, pullAll, type SmallCommune } from '../http/small-commune.ts';
import { besides } from './kit.ts';

const fronts: FrontDoor[] = [];
afterEach(async () => {
  for (const front of fronts.splice(0)) await front.close();
});

interface Scene {
  front: FrontDoor;
  commune: SmallCommune;
  /** Families beyond those of the small commune, by their ids. */
  families: string[];
}

async function aScene(): Promise<Scene> {
  const front = await openFrontDoor();
  fronts.push(front);
  const commune = await makeSmallCommune(front);
  const { officer, hamletA } = commune;
  const families = Array.from({ length: 5 }, () => officer.newId());
  await officer.exchange(
    front.door,
    families.map((id, index) =>
      officer.seal({
        kind: 'record.put',
        args: {
          entity: 'household',
          id,
          value: { id, hamletId: hamletA.id, householder: `Nhà thứ ${index}` },
          baseRev: 0,
        },
      }),
    ),
  );
  return { front, commune, families };
}

/** A family's slip, scanned and its form sent by this profile; the id of what was sent. */
async function sendAs({ front }: Scene, phone: SigningDevice, family: string): Promise<string> {
  const reply = await phone.enrol(front.door, secretOf(await front.core.createSlip(family)));
  const intent = submitIntent(reply.value?.assessmentId ?? '', 'household', { consent: consentOf('self') });
  const text = phone.seal(intent);
  const { value, text: said } = await phone.exchange(front.door, [text]);
  if (value?.results[0]?.verdict !== 'applied') throw new Error(said);
  const { opId }: { opId: string } = JSON.parse(text);
  return opId;
}

/** How the office is shown each: the name of the phone, or that it has none. */
async function shownAs({ front, commune }: Scene, ids: readonly string[]) {
  const rows = await pullAll(front, commune.officer);
  return ids.map((id) => rows.findLast((row) => row.id === id)?.value?.['sharedPhone']);
}

test('slips printed and used by the head for many families: each form is taken, and counts as typed on their behalf', async () => {
  const scene = await aScene();
  const { front, commune, families } = scene;
  const head = await commune.enrol('hamletHead');
  const sent: string[] = [];
  const phones: string[] = [];
  for (const family of families) {
    const profile = await besides(head);
    sent.push(await sendAs(scene, profile, family));
    phones.push(profile.id);
  }
  const names = await shownAs(scene, [...sent, ...phones]);
  expect(new Set(names).size, 'one phone, one name').toBe(1);
  expect(names[0]).toMatch(/^[\w-]{8}$/);
  // The control: a family's own phone.
  const own = await sendAs(scene, await SigningDevice.make(), commune.households[1].id);
  expect(await shownAs(scene, [own])).toEqual([undefined]);
  expect((await front.core.verify()).problems).toEqual([]);
});

test('up to three families share a phone; with the fourth all that came from it counts so, also what was sent before', async () => {
  const scene = await aScene();
  const first = await SigningDevice.make();
  const sent = [await sendAs(scene, first, scene.families[0] ?? '')];
  for (const family of scene.families.slice(1, FAMILIES_OF_ONE_PHONE))
    sent.push(await sendAs(scene, await besides(first), family));
  expect(await shownAs(scene, [...sent, first.id])).toEqual([undefined, undefined, undefined, undefined]);
  // A second phone of a family that is there already is no further family.
  await (
    await besides(first)
  ).enrol(scene.front.door, secretOf(await scene.front.core.createSlip(scene.families[0] ?? '')));
  expect(await shownAs(scene, sent)).toEqual([undefined, undefined, undefined]);

  sent.push(await sendAs(scene, await besides(first), scene.families[3] ?? ''));
  const names = await shownAs(scene, [...sent, first.id]);
  expect(new Set(names).size).toBe(1);
  expect(names[0]).toBeDefined();
  expect((await scene.front.core.verify()).problems).toEqual([]);
});

test('a head’s profile that comes after the families’ says the same of them', async () => {
  const scene = await aScene();
  const first = await SigningDevice.make();
  const sent = await sendAs(scene, first, scene.families[0] ?? '');
  const { core, door } = scene.front;
  const { hamletA } = scene.commune;
  const issued = await core.createEnrolCode({ role: 'hamletHead', subject: hamletA.id, ttlMs: 60_000 });
  expect((await (await besides(first)).enrol(door, secretOf(issued))).status).toBe(200);
  expect((await shownAs(scene, [sent]))[0]).toBeDefined();
  expect((await core.verify()).problems).toEqual([]);
});
