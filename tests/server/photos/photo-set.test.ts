/** Every kind of file somebody may send as a photo: a right stored picture without a trace of the file, or a clear no. */
import sharp, { type Metadata } from 'sharp';
import { afterAll, expect, test } from 'vitest';
import { PHOTO_BYTES_MAX, PHOTO_EDGE_MAX, THUMB_EDGE } from '#protocol/photo.ts';
import { submitIntent } from '../core/makers.ts';
import {
  aJpeg,
  animatedWebp,
  aPng,
  aWebp,
  gpsJpeg,
  hashOf,
  heic,
  jpegClaiming,
  noise,
  pngClaiming,
  polyglot,
  svg,
} from './pictures.ts';
import { addAndSend, begin, formOf, look, openVillage, rowOf, say, sendPicture } from './photo-kit.ts';

const village = await openVillage();
const { head, officer } = village;
afterAll(() => village.close());

/** Questions of a hamlet's sheet; five photos to each. */
const questions = ['A1.1', 'A1.2', 'A2.1', 'A2.2', 'A3.3'];
let asked = 0;
const nextQuestion = (): string => questions[Math.floor(asked++ / 5)] ?? '';

const marks = [
  'Exif',
  'GPS',
  'http://ns.adobe.com',
  'xmpmeta',
  'ICC_PROFILE',
  'CANARY',
  'PK\u0003\u0004',
  '<html',
  '<svg',
];
const marksIn = (bytes: Uint8Array): string[] => {
  const text = Buffer.from(bytes).toString('latin1');
  return marks.filter((mark) => text.includes(mark));
};

async function expectStored(bytes: Buffer): Promise<Metadata> {
  expect(await addAndSend(village, head, bytes, nextQuestion())).toMatchObject({ status: 204 });
  const photoId = hashOf(bytes);
  expect(await rowOf(village, officer, bytes)).toMatchObject({ state: 'stored', photoId });
  const full = await look(village, officer, photoId);
  const thumb = await look(village, officer, photoId, 'thumb');
  expect([full.status, full.headers.get('content-type')]).toEqual([200, 'image/jpeg']);
  expect([thumb.status, thumb.headers.get('content-type')]).toEqual([200, 'image/webp']);
  expect([...marksIn(full.bytes), ...marksIn(thumb.bytes)]).toEqual([]);
  expect(full.bytes.byteLength).toBeLessThanOrEqual(PHOTO_BYTES_MAX);
  expect(thumb.bytes.byteLength).toBeLessThanOrEqual(12 * 1024);
  const small = await sharp(thumb.bytes).metadata();
  expect(Math.max(small.width, small.height)).toBeLessThanOrEqual(THUMB_EDGE);
  const kept = await sharp(full.bytes).metadata();
  expect([kept.exif, kept.icc, kept.iptc, kept.xmp, kept.orientation]).toEqual(Array.from({ length: 5 }));
  return kept;
}

async function expectRefused(bytes: Buffer, reason: string): Promise<void> {
  expect(await addAndSend(village, head, bytes, nextQuestion())).toMatchObject({ status: 204 });
  const photoId = hashOf(bytes);
  const row = await rowOf(village, head, bytes);
  expect([row?.state, row?.storedAt]).toEqual(['refused', undefined]);
  // Asked again, the phone is told why; and nobody is served what came.
  expect(await begin(village, head, photoId, bytes.byteLength)).toMatchObject({
    status: 200,
    state: `refused ${reason}`,
  });
  expect((await look(village, officer, photoId)).status).toBe(404);
}

test('JPEG, PNG and WebP are kept as one JPEG and one small WebP', async () => {
  for (const bytes of [await aJpeg(), await aPng(), await aWebp()]) await expectStored(bytes);
});

// promise: P8
test('a photo with GPS, a description and XMP lies upright and keeps none of them', async () => {
  const bytes = await gpsJpeg();
  // Control: what is looked for was there.
  expect(marksIn(bytes)).toEqual(expect.arrayContaining(['Exif', 'xmpmeta', 'CANARY']));
  const sent = await sharp(bytes).metadata();
  expect([sent.orientation, Buffer.from(sent.exif ?? []).includes(Buffer.from([0x25, 0x88]))]).toEqual([
    6,
    true,
  ]);
  const kept = await expectStored(bytes);
  expect([kept.width, kept.height]).toEqual([40, 60]);
});

test('a picture with an archive and a page behind it keeps its pixels alone', async () => {
  const bytes = await polyglot();
  expect(marksIn(bytes)).toEqual(expect.arrayContaining(['CANARY', 'PK\u0003\u0004', '<html']));
  await expectStored(bytes);
});

test('a large photo is brought to 1600 pixels', async () => {
  const bytes = await sharp(noise(64, 48), { raw: { width: 64, height: 48, channels: 3 } })
    .resize(4000, 3000)
    .jpeg({ quality: 60 })
    .toBuffer();
  expect(bytes.byteLength).toBeLessThan(PHOTO_BYTES_MAX);
  const kept = await expectStored(bytes);
  expect([kept.width, kept.height]).toEqual([PHOTO_EDGE_MAX, 1200]);
});

test('a transparent picture stands on white, an animated one stands still', async () => {
  const clear = await sharp({ create: { width: 9, height: 9, channels: 4, background: '#00000000' } })
    .png()
    .toBuffer();
  await expectStored(clear);
  const { data } = await sharp((await look(village, head, hashOf(clear))).bytes)
    .raw()
    .toBuffer({ resolveWithObject: true });
  expect(data[0]).toBeGreaterThan(250);

  const moving = await animatedWebp();
  expect((await sharp(moving).metadata()).pages).toBe(2);
  const kept = await expectStored(moving);
  expect([kept.format, kept.height]).toEqual(['jpeg', 30]);
});

test('108 megapixels and a PNG bomb are refused by their headers', async () => {
  await expectRefused(await jpegClaiming(12_000, 9000), 'tooManyPixels');
  await expectRefused(await pngClaiming(16_000, 16_000), 'tooManyPixels');
});

test('what is no JPEG, PNG or WebP is refused, whatever it calls itself', async () => {
  for (const bytes of [heic(), svg(), Buffer.from('GIF89a..'), Buffer.from('%PDF-1.7')])
    await expectRefused(bytes, 'notAPicture');
});

test('a picture broken off, and one that only begins like one, are refused', async () => {
  const whole = await aJpeg(21, 200, 200);
  await expectRefused(whole.subarray(0, whole.byteLength / 2), 'damaged');
  await expectRefused(Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), noise(9, 9)]), 'damaged');
});

test('12 MB and 0 bytes are not even begun', async () => {
  const photoId = hashOf(Buffer.from('x'));
  expect(await begin(village, head, photoId, 12_000_000)).toMatchObject({ status: 413, code: 'too-large' });
  for (const length of [0, -1, '', '1.5', '1e3'])
    expect(await begin(village, head, photoId, length)).toMatchObject({ status: 400, code: 'malformed' });
});

// promise: P7
test('the form whose photos failed is sent as it stands', async () => {
  const bytes = svg();
  const assessmentId = formOf(head);
  const photoId = hashOf(bytes);
  const photos = [{ criterionId: 'A1.1', photoId, sha256: photoId }];
  expect(await say(village, head, submitIntent(assessmentId, 'hamlet', { photos }))).toEqual(['applied']);
  // Control: the picture itself did not get in.
  expect(await sendPicture(village, head, bytes)).toMatchObject({ status: 200 });
  expect(await rowOf(village, officer, bytes)).toMatchObject({ state: 'refused' });
});
