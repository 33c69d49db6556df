/**
 * What a stranger's picture becomes (`protocol.md` §8): decoded, turned upright, at most 1600 px, encoded anew. Nothing of
 * the file that came survives but its pixels. Runs in a process of its own (`encode-child.ts`) and nowhere else.
 */
import sharp, { type SharpOptions } from 'sharp';
import { LOOK_EDGE, lookOf } from '#domain/trust/photo-look.ts';
import {
  PHOTO_BYTES_MAX,
  PHOTO_EDGE_MAX,
  PHOTO_PIXELS_MAX,
  THUMB_EDGE,
  type PhotoFault,
} from '#protocol/photo.ts';
import { isPicture } from './picture-kinds.ts';
import { THUMB_BYTES_MAX } from './stored-kinds.ts';

export interface EncodedPicture {
  kind: 'encoded';
  /** JPEG. */
  full: Uint8Array;
  w: number;
  h: number;
  /** WebP. */
  thumb: Uint8Array;
  /** How it looks, for finding it again; '' = nothing to know it by. */
  look: string;
}
export type PictureOutcome = EncodedPicture | { kind: 'refused'; fault: PhotoFault };

/** Of the many formats libvips reads, three stay; each only from memory, so that no path is ever opened. */
export function allowThreeDecoders(): void {
  sharp.cache(false);
  sharp.concurrency(1);
  sharp.block({ operation: ['VipsForeignLoad'] });
  sharp.unblock({
    operation: ['VipsForeignLoadJpegBuffer', 'VipsForeignLoadPngBuffer', 'VipsForeignLoadWebpBuffer'],
  });
}

/** The first frame alone; broken off or damaged pixels are an error, not grey. */
const decoding: SharpOptions = { failOn: 'error', limitInputPixels: PHOTO_PIXELS_MAX, animated: false };

const FULL_QUALITIES = [80, 60, 40] as const;
/** Edge and quality, until it is small enough. */
const THUMB_STEPS = [
  [THUMB_EDGE, 70],
  [THUMB_EDGE, 45],
  [THUMB_EDGE, 20],
  [160, 20],
] as const;

async function encodeFull(bytes: Uint8Array) {
  for (const quality of FULL_QUALITIES) {
    const { data, info } = await sharp(bytes, decoding)
      .autoOrient()
      .resize({ width: PHOTO_EDGE_MAX, height: PHOTO_EDGE_MAX, fit: 'inside', withoutEnlargement: true })
      .flatten({ background: '#ffffff' })
      .toColourspace('srgb')
      .jpeg({ quality })
      .toBuffer({ resolveWithObject: true });
    if (data.byteLength <= PHOTO_BYTES_MAX) return { data, w: info.width, h: info.height };
  }
  return null;
}

async function encodeThumb(full: Uint8Array): Promise<Uint8Array | null> {
  for (const [edge, quality] of THUMB_STEPS) {
    const thumb = await sharp(full, decoding)
      .resize({ width: edge, height: edge, fit: 'inside', withoutEnlargement: true })
      .webp({ quality })
      .toBuffer();
    if (thumb.byteLength <= THUMB_BYTES_MAX) return thumb;
  }
  return null;
}

async function readLook(full: Uint8Array): Promise<string> {
  const grey = await sharp(full, decoding)
    .resize({ width: LOOK_EDGE, height: LOOK_EDGE, fit: 'fill' })
    .greyscale()
    .raw()
    .toBuffer();
  return lookOf(grey);
}

const refused = (fault: PhotoFault): PictureOutcome => ({ kind: 'refused', fault });

/** Width times height as the header says, before a pixel is decoded; null when there is no header to read. */
async function pixelsOf(bytes: Uint8Array): Promise<number | null> {
  try {
    const { width, height } = await sharp(bytes, { ...decoding, limitInputPixels: false }).metadata();
    return width * height;
  } catch {
    // libvips names what it stumbled over in English; which of our four reasons it is, is all that counts.
    return null;
  }
}

export async function encodePicture(bytes: Uint8Array): Promise<PictureOutcome> {
  if (!isPicture(bytes)) return refused('notAPicture');
  const pixels = await pixelsOf(bytes);
  if (pixels === null) return refused('damaged');
  if (pixels > PHOTO_PIXELS_MAX) return refused('tooManyPixels');
  try {
    const full = await encodeFull(bytes);
    const thumb = full === null ? null : await encodeThumb(full.data);
    if (full === null || thumb === null) return refused('tooHeavy');
    const look = await readLook(full.data);
    return { kind: 'encoded', full: full.data, w: full.w, h: full.h, thumb, look };
  } catch {
    return refused('damaged');
  }
}
