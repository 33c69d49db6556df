/** After a restore: everybody signs in anew, and who or what was sent away since the backup does not come back. */
import { expect, test } from 'vitest';
import { createApp } from '#server/app.ts';
import { TestAuthenticator } from '../../support/test-authenticator.ts';
import type { Door } from '../../support/signing-device.ts';
import { backUp, openBox, type Box } from '../backup/box.ts';
import { chance, testClock } from '../core/commune.ts';
import { enrolled } from '../http/front-door.ts';
import { exchangeOf, handsAt } from './office.ts';

const config = { publicOrigin: 'http://localhost:8080', trustedProxies: [] };
const doorAt =
  (box: Box): Door =>
  (path, init) =>
    createApp({ core: box.core, assets: new Map(), config, clock: box.clock, chance, log: () => {} }).request(
      path,
      init,
    );

test('a restore ends every session; a passkey taken away and an account ended since the backup stay so', async () => {
  const box = await openBox(testClock(), 'asked');
  try {
    const door = doorAt(box);
    const hands = handsAt(door);
    const machine = async (personName: string) =>
      enrolled(door, await box.core.createEnrolCode({ role: 'officer', personName, ttlMs: 3_600_000 }));
    const [hoa, binh] = [await machine('Hoa'), await machine('Bình')];
    const [kept, lost, his] = [new TestAuthenticator(), new TestAuthenticator(), new TestAuthenticator()];
    await hands.addPasskey(hoa, kept);
    await hands.addPasskey(hoa, lost);
    await hands.addPasskey(binh, his);
    const file = await backUp(box);
    expect((await hands.ask(hoa, '/remove', { what: { passkey: lost.id.toString('base64url') } })).code).toBe(
      '',
    );
    const left = (await box.core.listAccounts()).find(({ name }) => name === 'Bình');
    expect(await box.core.endAccount(left?.accountId ?? '')).toBe('ended');
    const late = await machine('Cúc');
    expect(await exchangeOf({ front: { door } }, hoa)).toBe('ok');

    expect(await box.restore({ file })).toMatchObject({ kind: 'restored' });
    await box.open();
    for (const device of [hoa, late]) expect(await exchangeOf({ front: { door } }, device)).toBe('sign-in');
    expect((await hands.showPasskey(hoa, lost, 'signIn')).code).toBe('no-match');
    expect((await hands.showPasskey(hoa, kept, 'signIn')).status).toBe(200);
    expect(await exchangeOf({ front: { door } }, hoa)).toBe('ok');
    expect((await hands.showPasskey(binh, his, 'signIn')).code).toBe('device-revoked');
    expect((await box.core.listAccounts()).map(({ name, endedAt }) => [name, endedAt !== undefined])).toEqual(
      [
        ['Văn phòng xã', false],
        ['Hoa', false],
        ['Bình', true],
        ['Cúc', false],
      ],
    );
    expect((await box.core.verify()).problems).toEqual([]);
  } finally {
    await box.remove();
  }
}, 60_000);
