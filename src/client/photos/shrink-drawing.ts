/**
 * From a decoded picture to the two that are kept: long edge 1600 in at most 350 kB, and a thumbnail. The canvas is
 * passed in, because a worker and a page have different ones.
 */
import { PHOTO_BYTES_MAX, PHOTO_BYTES_WANTED, PHOTO_EDGE_MAX, THUMB_EDGE } from '#protocol/photo.ts';
import type { Shrunk } from '#client/sync/environment.ts';
import { hasMetadata, withoutMetadata } from './metadata.ts';

/** Draws the picture in this size and gives it as JPEG. */
export type Draw = (w: number, h: number, quality: number) => Promise<Blob>;

const QUALITIES = [0.75, 0.65, 0.57, 0.5];
/** For a picture that is all leaves and gravel: smaller, before it is worse. */
const EDGES = [PHOTO_EDGE_MAX, 1280, 1024];
const THUMB_QUALITY = 0.6;

const fit = (w: number, h: number, edge: number): { w: number; h: number } => {
  const scale = Math.min(1, edge / Math.max(w, h));
  return { w: Math.max(1, Math.round(w * scale)), h: Math.max(1, Math.round(h * scale)) };
};

async function cleanBytes(blob: Blob): Promise<Uint8Array<ArrayBuffer> | null> {
  const drawn = new Uint8Array(await blob.arrayBuffer());
  const clean = hasMetadata(drawn) ? withoutMetadata(drawn) : drawn;
  return clean === null || hasMetadata(clean) ? null : clean;
}

/** `w`, `h`: of the picture, upright. A platform that makes no JPEG, or cannot make it small enough, refuses. */
export async function shrinkDrawing(w: number, h: number, draw: Draw): Promise<Shrunk> {
  const thumbSize = fit(w, h, THUMB_EDGE);
  const thumb = await cleanBytes(await draw(thumbSize.w, thumbSize.h, THUMB_QUALITY));
  if (thumb === null) return { kind: 'refused', problem: 'notAPicture' };
  let smallest: Extract<Shrunk, { kind: 'shrunk' }> | undefined;
  for (const edge of EDGES) {
    for (const quality of QUALITIES) {
      const size = fit(w, h, edge);
      const bytes = await cleanBytes(await draw(size.w, size.h, quality));
      if (bytes === null) return { kind: 'refused', problem: 'notAPicture' };
      if (smallest === undefined || bytes.length < smallest.bytes.byteLength)
        smallest = { kind: 'shrunk', bytes: bytes.buffer, mime: 'image/jpeg', ...size, thumb: thumb.buffer };
      if (bytes.length <= PHOTO_BYTES_WANTED) return smallest;
    }
  }
  return smallest !== undefined && smallest.bytes.byteLength <= PHOTO_BYTES_MAX
    ? smallest
    : { kind: 'refused', problem: 'tooLarge' };
}
