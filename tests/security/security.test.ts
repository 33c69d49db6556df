/** A small part of what `npm run test:faults -- --only security` does at its full size. */
import { expect, test } from 'vitest';
import { openCommune } from '../server/core/commune.ts';
import { openFrontDoor } from '../server/http/front-door.ts';
import { cutOff, cutOffAmongCodes } from './revoke-race.ts';
import { guess, village } from './guessing.ts';
import { makePhones, redeemRace } from './redeem-race.ts';
import { catchSome, tamper } from './tampering.ts';
import { forgetsThatCodesAreSpent, forgetsThatPhonesAreRevoked } from './planted.ts';

const SEED = 20261122;

test('many phones tap one code at once: one is enrolled, the others are told that it is spent', async () => {
  const commune = await openCommune();
  const phones = await makePhones(40);
  expect(await redeemRace(commune, phones)).toEqual({ won: 1, lost: { 'code-spent': 39 }, devices: 1 });
  const forgetful = await openCommune({ wrapStore: forgetsThatCodesAreSpent });
  expect((await redeemRace(forgetful, phones)).won, 'the control').toBeGreaterThan(1);
});

test('a phone cut off in the middle of its exchanges: nothing after the cut, nothing acknowledged missing', async () => {
  const commune = await openCommune();
  let came = 0;
  for (const turn of [0, 3, 11, 20]) {
    const { after, missing, answered, refused } = await cutOff(commune, 20, turn);
    expect({ turn, after, missing }).toEqual({ turn, after: [], missing: [] });
    expect(answered + Object.values(refused).reduce((sum, count) => sum + count, 0)).toBe(20);
    came += answered;
  }
  expect(came, 'some were acknowledged before').toBeGreaterThan(0);
  const blind = await openCommune({ wrapStore: forgetsThatPhonesAreRevoked });
  expect((await cutOff(blind, 20, 3)).after.length, 'the control').toBeGreaterThan(0);
});

test('an officer’s machine cut off while it asks for codes: none is made behind the cut', async () => {
  let made = 0;
  for (const turn of [0, 4, 9, 16]) {
    const found = await cutOffAmongCodes(await openCommune(), 16, turn);
    expect({ turn, after: found.after, answered: found.made + found.refused }).toEqual({
      turn,
      after: 0,
      answered: 16,
    });
    made += found.made;
  }
  expect(made, 'some came before').toBeGreaterThan(0);
  const blind = await openCommune({ wrapStore: forgetsThatPhonesAreRevoked });
  expect((await cutOffAmongCodes(blind, 16, 4)).after, 'the control').toBeGreaterThan(0);
});

test(`requests caught on the way serve nobody a second time, whole or changed (seed ${SEED})`, async () => {
  const front = await openFrontDoor();
  const caught = await catchSome(front, 6);
  const found = await tamper(front, caught, 400, SEED);
  expect(found).toMatchObject({ accepted: 0, unchanged: true });
  // The control: the last that never arrived is good as it stands.
  const { path, method, headers, body } = caught.at(-1) ?? caught[0] ?? expect.fail('nothing was caught');
  expect((await front.door(path, { method, headers, body })).status).toBe(200);
  await front.close();
});

test(`guessed codes: few are compared, the alarm is raised, and a village comes in (seed ${SEED})`, async () => {
  const commune = await openCommune();
  const slips = await Promise.all(
    Array.from({ length: 12 }, async () => {
      const issued = await commune.core.createSlip('DM-001');
      return issued.kind === 'issued' ? issued.typed : '';
    }),
  );
  expect(await village(commune, slips)).toBe(12);
  const attack = { tries: 600, addresses: 200, days: 0.01, seed: SEED };
  const found = await guess(commune, { ...attack, unknown: 10 });
  expect(found).toMatchObject({ hits: 0, alarms: expect.any(Number) });
  expect(found.comparedInTenMinutes).toBeLessThanOrEqual(400);
  expect(found.compared).toBeLessThanOrEqual(200 * 4);
  expect(found.alarms).toBeGreaterThan(0);
  // The control: where nine of ten characters are known, guessing pays.
  const easy = await guess(await openCommune(), { ...attack, tries: 200, unknown: 1 });
  expect(easy.hits).toBeGreaterThan(0);
});
