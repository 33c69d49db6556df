/**
 * The last look before a picture counts as fit to be sent: where it was taken, by which phone and when must be gone.
 * Drawing it anew leaves nothing of that behind; this proves it, segment by segment, and cuts out what a browser added.
 */
const SOS = 0xda;
/** Kept: the pixels' own description. JFIF (APP0), colour (APP2, APP14). Everything else about the picture goes. */
const KEPT_APPS = [0xe0, 0xe2, 0xee];
const COMMENT = 0xfe;

const isAbout = (marker: number): boolean =>
  marker === COMMENT || (marker >= 0xe0 && marker <= 0xef && !KEPT_APPS.includes(marker));

interface Segment {
  marker: number;
  from: number;
  to: number;
}

/** Segments before the pixels; null when it is no JPEG from beginning to end. */
function segmentsOf(bytes: Uint8Array): Segment[] | null {
  const at = (index: number): number => bytes[index] ?? -1;
  if (at(0) !== 0xff || at(1) !== 0xd8) return null;
  const segments: Segment[] = [];
  let from = 2;
  while (from + 3 < bytes.length) {
    const marker = at(from + 1);
    if (at(from) !== 0xff) return null;
    if (marker === SOS) return segments;
    const to = from + 2 + at(from + 2) * 256 + at(from + 3);
    segments.push({ marker, from, to });
    from = to;
  }
  return null;
}

/** A copy of the JPEG without Exif, XMP, IPTC and comments; null when it is no JPEG. */
export function withoutMetadata(jpeg: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> | null {
  const segments = segmentsOf(jpeg);
  if (segments === null) return null;
  const gone = segments.filter(({ marker }) => isAbout(marker));
  const clean = new Uint8Array(jpeg.length - gone.reduce((sum, { from, to }) => sum + to - from, 0));
  let read = 0;
  let written = 0;
  for (const { from, to } of [...gone, { from: jpeg.length, to: jpeg.length }]) {
    clean.set(jpeg.subarray(read, from), written);
    written += from - read;
    read = to;
  }
  return clean;
}

/** Does anything in it tell more than its pixels? True also for what is no JPEG. */
export const hasMetadata = (bytes: Uint8Array): boolean =>
  segmentsOf(bytes)?.some(({ marker }) => isAbout(marker)) ?? true;
