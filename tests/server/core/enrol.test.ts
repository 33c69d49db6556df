import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, test } from 'vitest';
import { networkOf } from '#server/identity/attempts.ts';
import { problemCodeOf, SigningDevice } from '../../support/signing-device.ts';
import { doorOf, openCommune, secretOf, type Commune } from './commune.ts';

const MINUTE_MS = 60_000;
const issueHead = async (commune: Commune, ttlMs = 10 * MINUTE_MS) => {
  const issued = await commune.core.createEnrolCode({ role: 'hamletHead', subject: 'dam mu', ttlMs });
  if (issued.kind !== 'issued') throw new Error('no such hamlet');
  return issued;
};

test('the same code and key get the same answer; another key is told the code is spent', async () => {
  const commune = await openCommune();
  const { fragment } = await issueHead(commune);
  const [mine, other] = [await SigningDevice.make(), await SigningDevice.make()];
  const first = await mine.enrol(commune.door, secretOf(fragment));
  const again = await mine.enrol(commune.door, secretOf(fragment));
  expect(first.value).toMatchObject({
    role: 'hamletHead',
    title: 'Xóm Đầm Mụ',
    deviceId: mine.id,
    by: 'hamletHead',
  });
  const { challenge: _c, nonce: _n, ...same } = first.value ?? { challenge: '', nonce: '' };
  expect(again.value).toMatchObject(same);
  expect(problemCodeOf((await other.enrol(commune.door, secretOf(fragment))).text)).toBe('code-spent');
  expect(await commune.core.listDevices()).toHaveLength(1);
});

test('the answer lost after the commit is given again, also after the code has run out', async () => {
  const commune = await openCommune();
  const { fragment } = await issueHead(commune);
  const phone = await SigningDevice.make();
  await phone.enrol(commune.door, secretOf(fragment));
  commune.clock.advance(60 * MINUTE_MS);
  expect((await phone.enrol(commune.door, secretOf(fragment))).status).toBe(200);
});

test('a slip serves several phones of the family, each a device of its own', async () => {
  const commune = await openCommune();
  const issued = await commune.core.createSlip('DM-001');
  if (issued.kind !== 'issued') throw new Error('no such household');
  const phones = [await SigningDevice.make(), await SigningDevice.make()];
  for (const phone of phones) expect((await phone.enrol(commune.door, issued.typed)).status).toBe(200);
  const bindings = phones.map((phone) => phone.enrolment?.binding);
  expect(bindings[0]).toEqual(bindings[1]);
  expect(new Set((await commune.core.listDevices()).map(({ deviceId }) => deviceId))).toEqual(
    new Set(phones.map(({ id }) => id)),
  );
});

test('a code that has run out is refused, to the millisecond', async () => {
  const commune = await openCommune();
  const { fragment } = await issueHead(commune);
  commune.clock.advance(10 * MINUTE_MS);
  expect(
    problemCodeOf((await (await SigningDevice.make()).enrol(commune.door, secretOf(fragment))).text),
  ).toBe('code-expired');
  const next = await issueHead(commune);
  commune.clock.advance(10 * MINUTE_MS - 1);
  expect((await (await SigningDevice.make()).enrol(commune.door, secretOf(next.fragment))).status).toBe(200);
});

test('a key stands for one credential; a revoked one for none', async () => {
  const commune = await openCommune();
  const phone = await commune.head();
  const family = await commune.core.createSlip('DM-001');
  if (family.kind !== 'issued') throw new Error('no such household');
  expect(problemCodeOf((await phone.enrol(commune.door, secretOf(family.fragment))).text)).toBe(
    'not-allowed',
  );
  await commune.core.revoke(phone.id);
  const { fragment } = await issueHead(commune);
  expect(problemCodeOf((await phone.enrol(commune.door, secretOf(fragment))).text)).toBe('device-revoked');
});

test('nobody enrols a key that is not theirs', async () => {
  const commune = await openCommune();
  const { fragment } = await issueHead(commune);
  const [mine, other] = [await SigningDevice.make(), await SigningDevice.make()];
  expect(problemCodeOf((await mine.enrol(commune.door, secretOf(fragment), { signer: other })).text)).toBe(
    'proof-invalid',
  );
  expect(await commune.core.listDevices()).toEqual([]);
});

test('five wrong typed codes close the door to one address for ten minutes, and only to typed codes', async () => {
  const commune = await openCommune();
  const { fragment, typed } = await issueHead(commune);
  const phone = await SigningDevice.make();
  const wrong = async () => problemCodeOf((await phone.enrol(commune.door, '0000000000')).text);
  for (let index = 0; index < 5; index++) expect(await wrong()).toBe('code-unknown');
  expect(await wrong()).toBe('too-many-attempts');
  // Also the right one, from here; not from elsewhere, and not by a link.
  const reply = await phone.enrol(commune.door, typed);
  expect(JSON.parse(reply.text)).toMatchObject({ code: 'too-many-attempts', retryAfter: 600 });
  expect((await phone.enrol(doorOf(commune.core, '198.51.100.9'), '1111111111')).text).toContain(
    'code-unknown',
  );
  expect((await phone.enrol(commune.door, secretOf(fragment))).status).toBe(200);
  commune.clock.advance(10 * MINUTE_MS);
  expect(await wrong()).toBe('code-unknown');
});

test('a restart does not forget wrong codes', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'thidua-enrol-'));
  const file = join(folder, 'a.sqlite');
  const first = await openCommune({ file });
  const phone = await SigningDevice.make();
  for (let index = 0; index < 5; index++) await phone.enrol(first.door, '0000000000');
  await first.core.close();
  const second = await openCommune({ file });
  expect(problemCodeOf((await phone.enrol(second.door, '0000000000')).text)).toBe('too-many-attempts');
  await second.core.close();
  rmSync(folder, { recursive: true });
});

test('where the count of wrong codes cannot be read, no code is let through, not even after a restart', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'thidua-enrol-'));
  const file = join(folder, 'a.sqlite');
  const count = (sql: string): void => {
    const database = new DatabaseSync(file);
    database.exec(sql);
    database.close();
  };
  const first = await openCommune({ file });
  const { typed } = await issueHead(first);
  await first.core.close();
  count('ALTER TABLE attempt RENAME TO mislaid');
  const blind = await openCommune({ file });
  const phone = await SigningDevice.make();
  const tried = await phone.enrol(blind.door, typed).catch((error: unknown) => error);
  expect(String(tried)).toContain('no such table: attempt');
  expect(await blind.core.listDevices()).toEqual([]);
  await blind.core.close();
  // Control: it was the count that was missing, and the code is still good.
  count('ALTER TABLE mislaid RENAME TO attempt');
  const mended = await openCommune({ file });
  expect((await phone.enrol(mended.door, typed)).status).toBe(200);
  await mended.core.close();
  rmSync(folder, { recursive: true });
});

test('wrong codes from everywhere close typed codes for the whole commune', async () => {
  const commune = await openCommune();
  const phone = await SigningDevice.make();
  for (let index = 0; index < 200; index++)
    await phone.enrol(doorOf(commune.core, `10.0.${Math.floor(index / 4)}.${index % 4}`), '0000000000');
  const reply = await phone.enrol(doorOf(commune.core, '192.0.2.200'), '0000000000');
  expect(problemCodeOf(reply.text)).toBe('too-many-attempts');
});

test('an address stands for its network', () => {
  expect(networkOf('203.0.113.7')).toBe('203.0.113.7');
  expect(networkOf('::ffff:203.0.113.7')).toBe('203.0.113.7');
  expect(networkOf('2001:db8:1:2::1')).toBe(networkOf('2001:0db8:0001:0002:ffff:ffff:ffff:ffff'));
  expect(networkOf('2001:db8:1:2::1')).not.toBe(networkOf('2001:db8:1:3::1'));
  expect(networkOf('::1')).toBe('0:0:0:0');
});

test('links are printed while nobody is enrolled, fresh each time, and never after', async () => {
  const commune = await openCommune();
  const [first, second] = [await commune.core.firstLinks(), await commune.core.firstLinks()];
  expect(first.map(({ role, path }) => [role, path])).toEqual([
    ['officer', '/ghep'],
    ['hamletHead', '/ghep'],
    ['household', '/p'],
  ]);
  expect(second.map(({ typed }) => typed)).not.toEqual(first.map(({ typed }) => typed));
  await commune.officer();
  expect(await commune.core.firstLinks()).toEqual([]);
});

test('no secret is in the store, only its hash', async () => {
  const commune = await openCommune();
  const { fragment, typed } = await issueHead(commune);
  const held = await commune.store.read(async (tables) =>
    JSON.stringify(await tables.operation.page(0, 10_000)),
  );
  expect(held).toContain('server.issueCode');
  expect(held).not.toContain(secretOf(fragment));
  expect(held).not.toContain(typed);
});

test('a code for a hamlet, unit or household that is not there is not made', async () => {
  const { core } = await openCommune();
  expect(await core.createEnrolCode({ role: 'hamletHead', subject: 'Nơi khác', ttlMs: 1 })).toEqual({
    kind: 'unknownSubject',
  });
  expect(await core.createEnrolCode({ role: 'unitContact', subject: 'TH-001', ttlMs: 1 })).toEqual({
    kind: 'unknownSubject',
  });
  expect(await core.createSlip('DM-999')).toEqual({ kind: 'unknownSubject' });
});
