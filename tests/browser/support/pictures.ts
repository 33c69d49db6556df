/** Pictures as people's phones give them, good and bad, made anew in each run. */
import { randomBytes } from 'node:crypto';
import sharp, { type Sharp } from 'sharp';
import { createDice } from '#server/seed/dice.ts';
import { CARDS } from '../../trust/id-cards.ts';

export interface Picture {
  name: string;
  mimeType: string;
  buffer: Buffer;
}

const jpeg = (name: string, buffer: Buffer): Picture => ({ name, mimeType: 'image/jpeg', buffer });

const GPS = {
  IFD0: { Make: 'MayAnhThu', Model: 'Canh 12' },
  IFD3: {
    GPSLatitudeRef: 'N',
    GPSLatitude: '21/1 34/1 0/1',
    GPSLongitudeRef: 'E',
    GPSLongitude: '105/1 48/1 0/1',
  },
};

const noise = (w: number, h: number): Sharp =>
  sharp(randomBytes(w * h * 3), { raw: { width: w, height: h, channels: 3 } });

/** Noise, which nothing compresses well, turned on its side and told by its Exif where it was taken. */
export const heavyPicture = async (): Promise<Picture> =>
  jpeg(
    'nang.jpg',
    await noise(3200, 2400)
      .jpeg({ quality: 97, chromaSubsampling: '4:4:4' })
      .withExif(GPS)
      .withMetadata({ orientation: 6 })
      .toBuffer(),
  );

/** A small one with its place in it. */
export const placedPicture = async (shade: number): Promise<Picture> => {
  const flat = sharp({
    create: { width: 800, height: 600, channels: 3, background: { r: shade, g: 90, b: 60 } },
  });
  return jpeg('vi-tri.jpg', await flat.jpeg().withExif(GPS).toBuffer());
};

/** Nobody's identity card on a table, as a phone photographs it: slightly turned, in 3 megapixels. */
export async function idCardPicture(): Promise<Picture> {
  const card = await sharp(Buffer.from(CARDS['căn cước, front'](createDice(1))))
    .resize(1300)
    .rotate(4, { background: '#4a3a2c' })
    .toBuffer();
  const table = sharp({ create: { width: 2000, height: 1500, channels: 3, background: '#4a3a2c' } });
  return jpeg(
    'giay-to.jpg',
    await table
      .composite([{ input: card }])
      .jpeg({ quality: 90 })
      .toBuffer(),
  );
}

/** Says of itself that it has 108 million pixels. */
export async function hugePicture(): Promise<Picture> {
  const buffer = Buffer.from((await placedPicture(1)).buffer);
  let at = 2;
  while (buffer[at + 1] !== 0xc0) at += 2 + buffer.readUInt16BE(at + 2);
  buffer.writeUInt16BE(9000, at + 5);
  buffer.writeUInt16BE(12_000, at + 7);
  return jpeg('lon.jpg', buffer);
}

export const heicPicture: Picture = {
  name: 'iphone.heic',
  mimeType: 'image/heic',
  buffer: Buffer.concat([Buffer.from('\0\0\0\u0018ftypheic\0\0\0\0mif1heic', 'latin1'), randomBytes(4000)]),
};

/** A JPEG whose head is right and whose rest is not. */
export async function brokenPicture(): Promise<Picture> {
  const { buffer } = await placedPicture(2);
  return jpeg('hong.jpg', Buffer.concat([buffer.subarray(0, 700), Buffer.from('<html>')]));
}

export const emptyPicture: Picture = jpeg('trong.jpg', Buffer.alloc(0));
