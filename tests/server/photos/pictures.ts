/** Pictures good and bad, made on the spot; nothing here is a fixture somebody has to trust. */
import { createHash } from 'node:crypto';
import { crc32 } from 'node:zlib';
import sharp from 'sharp';

export const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('base64url');

/** The same noise for the same seed: it compresses badly, as photos do. */
export function noise(width: number, height: number, seed = 1): Buffer {
  const bytes = Buffer.alloc(width * height * 3);
  let state = seed >>> 0;
  for (let index = 0; index < bytes.length; index++) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    bytes[index] = state >>> 24;
  }
  return bytes;
}

const raw = (width: number, height: number, seed: number) =>
  sharp(noise(width, height, seed), { raw: { width, height, channels: 3 } });

export const aJpeg = (seed = 1, width = 64, height = 48): Promise<Buffer> =>
  raw(width, height, seed).jpeg({ quality: 80 }).toBuffer();
export const aPng = (seed = 1, width = 4, height = 3): Promise<Buffer> =>
  raw(width, height, seed).png().toBuffer();
export const aWebp = (seed = 1): Promise<Buffer> => raw(64, 48, seed).webp().toBuffer();

/** Lying on its side, with GPS, a maker's note and a thumbnail's worth of words in it. */
export const gpsJpeg = (): Promise<Buffer> =>
  raw(60, 40, 7)
    .withExif({
      IFD0: { Make: 'CANARY-MAKER', ImageDescription: 'CANARY-WORDS' },
      IFD3: {
        GPSLatitudeRef: 'N',
        GPSLatitude: '21/1 35/1 12/1',
        GPSLongitudeRef: 'E',
        GPSLongitude: '105/1 50/1 1/1',
      },
    })
    .withMetadata({ orientation: 6 })
    .withXmp('<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf>CANARY-XMP</rdf></x:xmpmeta>')
    .jpeg()
    .toBuffer();

/** Two frames. */
export const animatedWebp = (): Promise<Buffer> =>
  sharp(noise(40, 60, 3), { raw: { width: 40, height: 60, channels: 3, pageHeight: 30 } })
    .webp({ loop: 0, delay: [100, 100] })
    .toBuffer();

/** A small JPEG whose header claims other measures. */
export async function jpegClaiming(width: number, height: number): Promise<Buffer> {
  const bytes = await aJpeg(11);
  const frame = bytes.findIndex((byte, at) => byte === 0xff && [0xc0, 0xc2].includes(bytes[at + 1] ?? 0));
  bytes.writeUInt16BE(height, frame + 5);
  bytes.writeUInt16BE(width, frame + 7);
  return bytes;
}

/** A small PNG whose header claims other measures, with the checksum made good. */
export async function pngClaiming(width: number, height: number): Promise<Buffer> {
  const bytes = await aPng();
  bytes.writeUInt32BE(width, 16);
  bytes.writeUInt32BE(height, 20);
  bytes.writeUInt32BE(crc32(bytes.subarray(12, 29)), 29);
  return bytes;
}

/** As an iPhone writes it: `ftyp heic`, then what no decoder of ours is asked to read. */
export const heic = (): Buffer =>
  Buffer.concat([Buffer.from([0, 0, 0, 24]), Buffer.from('ftypheic\0\0\0\0mif1heic'), noise(20, 20, 5)]);

export const svg = (): Buffer =>
  Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>CANARY-SCRIPT</script></svg>');

/** A whole picture with an archive and a page behind it. */
export const polyglot = async (): Promise<Buffer> =>
  Buffer.concat([
    await aJpeg(13),
    Buffer.from('PK\u0003\u0004CANARY-ZIP'),
    Buffer.from('<html><script>CANARY-HTML</script></html>'),
  ]);
