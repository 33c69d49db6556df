/** What is read of a picture before and after anything decodes it, against pictures of the real library. */
import sharp, { type Sharp } from 'sharp';
import { expect, test } from 'vitest';
import { readHeader } from '#client/photos/header.ts';
import { hasMetadata, withoutMetadata } from '#client/photos/metadata.ts';
import { bufferOf } from './picture.ts';

const flat = (w: number, h: number): Sharp =>
  sharp({ create: { width: w, height: h, channels: 3, background: '#2a6' } });
const bytesOf = async (picture: Sharp): Promise<Uint8Array<ArrayBuffer>> =>
  new Uint8Array(await picture.toBuffer());
const GPS = { IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '21/1 34/1 0/1' } };

test.each([
  ['jpeg', flat(640, 480).jpeg()],
  ['jpeg', flat(640, 480).jpeg({ progressive: true }).withExif(GPS)],
  ['png', flat(640, 480).png()],
  ['webp', flat(640, 480).webp()],
  ['webp', flat(640, 480).webp({ lossless: true })],
  ['webp', flat(640, 480).webp().withExif(GPS)],
] as const)('the size of a %s is read from its head', async (kind, picture) => {
  expect(readHeader(bufferOf(await bytesOf(picture)))).toEqual({ kind, pixels: 640 * 480 });
});

test('what is no picture of a camera has no head', async () => {
  const jpeg = await bytesOf(flat(640, 480).jpeg());
  for (const bytes of [
    new Uint8Array(),
    jpeg.slice(0, 40),
    new TextEncoder().encode('<svg xmlns="http://www.w3.org/2000/svg" width="9"/>'),
    await bytesOf(flat(64, 48).gif()),
    new TextEncoder().encode(`%PDF-1.7 ${'x'.repeat(60)}`),
  ])
    expect(readHeader(bufferOf(new Uint8Array(bytes)))).toBeNull();
});

test('HEIC is known by its brand, its size to its decoder alone', () => {
  const heic = new Uint8Array(64);
  heic.set(new TextEncoder().encode('\0\0\0\u0018ftypheic'));
  expect(readHeader(heic.buffer)).toEqual({ kind: 'heif' });
});

test('place, phone and comments are found and cut out; the pixels stay what they were', async () => {
  const placed = await bytesOf(
    flat(64, 48).jpeg().withExif(GPS).withXmp('<x:xmpmeta xmlns:x="adobe:ns:meta/"></x:xmpmeta>'),
  );
  expect(hasMetadata(placed)).toBe(true);
  const clean = withoutMetadata(placed);
  expect(clean).not.toBeNull();
  if (clean === null) return;
  expect(hasMetadata(clean)).toBe(false);
  expect(Buffer.from(clean).includes('Exif')).toBe(false);
  const [before, after] = await Promise.all([placed, clean].map((bytes) => sharp(bytes).raw().toBuffer()));
  expect(before?.equals(after ?? Buffer.alloc(0))).toBe(true);
  // The control: one without them is left as it is.
  const plain = await bytesOf(flat(64, 48).jpeg());
  expect(hasMetadata(plain)).toBe(false);
  expect(withoutMetadata(plain)).toEqual(plain);
  expect(withoutMetadata(await bytesOf(flat(64, 48).png()))).toBeNull();
});
