/** Who is shown a picture: those a row of the feed shows it to. For all others it is not there, and neither is a hint. */
import { afterAll, expect, test } from 'vitest';
import { filePath } from '#protocol/photo.ts';
import { PROOF_HEADER } from '#protocol/proof.ts';
import { enrolled } from '../http/front-door.ts';
import { household } from '../core/sending.ts';
import { problemCodeOf } from '../../support/signing-device.ts';
import { aJpeg, hashOf } from './pictures.ts';
import { addAndSend, begin, look, openVillage, say } from './photo-kit.ts';

const village = await openVillage();
const { head, stranger, officer } = village;
afterAll(() => village.close());
const bytes = await aJpeg(1);
const photoId = hashOf(bytes);
await addAndSend(village, head, bytes);
const wordsOf = (shown: { bytes: Uint8Array }): string => Buffer.from(shown.bytes).toString();

test('its hamlet and the office see it, with headers that let nothing run and nothing be kept', async () => {
  for (const device of [head, officer])
    for (const size of ['full', 'thumb'] as const) {
      const { status, headers } = await look(village, device, photoId, size);
      expect(status).toBe(200);
      expect(Object.fromEntries(headers)).toMatchObject({
        'cache-control': 'no-store',
        'content-disposition': 'attachment',
        'content-security-policy': "default-src 'none'; sandbox",
        'x-content-type-options': 'nosniff',
        'cross-origin-resource-policy': 'same-origin',
      });
    }
});

test('another hamlet and a guesser get the same words as for what was never there', async () => {
  const nothing = await look(village, stranger, hashOf(Buffer.from('never sent')));
  const hidden = await look(village, stranger, photoId);
  expect([nothing.status, hidden.status]).toEqual([404, 404]);
  expect(wordsOf(hidden)).toBe(wordsOf(nothing));
  // The stranger may not learn of it by asking to send it, either.
  const asked = await begin(village, stranger, photoId, bytes.byteLength);
  expect(asked).toEqual(await begin(village, stranger, hashOf(Buffer.from('never sent')), bytes.byteLength));
  expect(asked.status).toBe(404);
  // Control: it is there.
  expect((await look(village, head, photoId)).status).toBe(200);
});

test('a family is not asked in, and a revoked device is turned away at once', async () => {
  const family = officer.newId();
  const binding = head.enrolment?.binding;
  await say(village, officer, household(family, binding?.kind === 'hamlet' ? binding.id : ''));
  const phone = await enrolled(village.door, await village.core.createSlip(family));
  const refused = await look(village, phone, photoId);
  expect([refused.status, problemCodeOf(wordsOf(refused))]).toEqual([403, 'not-allowed']);

  const second = await enrolled(
    village.door,
    await village.core.createEnrolCode({ role: 'officer', ttlMs: 60_000 }),
  );
  expect((await look(village, second, photoId)).status).toBe(200);
  await village.core.revoke(second.id);
  const turned = await look(village, second, photoId);
  expect([turned.status, problemCodeOf(wordsOf(turned))]).toEqual([403, 'device-revoked']);
});

test('a proof reads one picture once: not again, not another, not by another method', async () => {
  const path = filePath(photoId);
  const empty = new Uint8Array();
  const claims = { method: 'GET' } as const;
  const headers = await head.signed(path, empty, [], { claims });
  expect((await village.door(path, { headers })).status).toBe(200);
  const again = await village.door(path, { headers });
  expect([again.status, problemCodeOf(await again.text())]).toEqual([409, 'proof-replayed']);

  const other = await head.signed(filePath(hashOf(Buffer.from('x'))), empty, [], { claims });
  const posted = await head.signed(path, empty, [], {});
  for (const wrong of [other, posted, { [PROOF_HEADER]: 'nonsense' }]) {
    const reply = await village.door(path, { headers: wrong });
    expect([reply.status, problemCodeOf(await reply.text())]).toEqual([401, 'proof-invalid']);
  }
  const anonymous = await village.door(path, {});
  expect([anonymous.status, problemCodeOf(await anonymous.text())]).toEqual([401, 'proof-missing']);
});

test('reading keeps step with the exchange, and an unknown challenge is answered with a fresh one', async () => {
  expect((await head.exchange(village.door, [])).status).toBe(200);
  for (let times = 0; times < 3; times++) expect((await look(village, head, photoId)).status).toBe(200);
  expect((await head.exchange(village.door, [])).status).toBe(200);
  const known = head.challenge;
  head.challenge = Buffer.alloc(16, 7).toString('base64url');
  const stale = await look(village, head, photoId);
  expect([stale.status, problemCodeOf(wordsOf(stale))]).toEqual([401, 'stale-challenge']);
  expect(JSON.parse(wordsOf(stale)).challenge).not.toBe(known);
  head.challenge = JSON.parse(wordsOf(stale)).challenge;
  expect((await look(village, head, photoId)).status).toBe(200);
});

test('a removed photo is shown to nobody', async () => {
  await say(village, head, { kind: 'photo.remove', args: { photoId } });
  for (const device of [head, officer]) expect((await look(village, device, photoId)).status).toBe(404);
});
