/** Pictures and a codec for phones without a browser: real JPEGs where the server looks, made-up ones where it does not. */
import sharp from 'sharp';
import type { PhotoCodec, Shrunk } from '#client/sync/environment.ts';
import { seededChance } from './makers.ts';

/** A real JPEG of noise, whose bytes the seed decides. */
export async function noisyJpeg(seed: number, edge = 64): Promise<Uint8Array<ArrayBuffer>> {
  const raw = Buffer.from(seededChance(seed).bytes(edge * edge * 3));
  const jpeg = await sharp(raw, { raw: { width: edge, height: edge, channels: 3 } })
    .jpeg({ quality: 90 })
    .toBuffer();
  return new Uint8Array(jpeg);
}

export const bufferOf = (bytes: Uint8Array<ArrayBuffer>): ArrayBuffer =>
  bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength);

/** Takes the bytes for a finished picture; what begins otherwise than a JPEG is none. */
export const plainCodec: PhotoCodec = {
  shrink: async (raw): Promise<Shrunk> =>
    new Uint8Array(raw)[0] === 0xff
      ? {
          kind: 'shrunk',
          bytes: raw.slice(0),
          mime: 'image/jpeg',
          w: 64,
          h: 64,
          thumb: raw.slice(0, 64),
        }
      : { kind: 'refused', problem: 'notAPicture' },
};
