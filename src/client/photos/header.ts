/**
 * What a picture says of itself before anything decodes it: its kind and its pixels, so that one this phone cannot bear
 * is never opened. Reads headers only; decoding is the platform's.
 */
export interface PictureHeader {
  kind: 'jpeg' | 'png' | 'webp' | 'heif';
  /** Absent for HEIF, whose boxes only its decoder knows. */
  pixels?: number;
}

const ascii = (view: DataView, at: number, length: number): string => {
  let text = '';
  for (let index = at; index < Math.min(at + length, view.byteLength); index++)
    text += String.fromCharCode(view.getUint8(index));
  return text;
};

/** Start-of-frame markers, which carry the size; C4, C8 and CC are tables. */
const isFrame = (marker: number): boolean =>
  marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;

function jpegPixels(view: DataView): number | undefined {
  let at = 2;
  while (at + 9 < view.byteLength) {
    if (view.getUint8(at) !== 0xff) return undefined;
    const marker = view.getUint8(at + 1);
    if (marker === 0xff) at += 1;
    else if (isFrame(marker)) return view.getUint16(at + 5) * view.getUint16(at + 7);
    else if (marker === 0xd9 || marker === 0xda) return undefined;
    else at += 2 + view.getUint16(at + 2);
  }
  return undefined;
}

const uint24 = (view: DataView, at: number): number =>
  view.getUint8(at) | (view.getUint8(at + 1) << 8) | (view.getUint8(at + 2) << 16);

function webpPixels(view: DataView): number | undefined {
  switch (ascii(view, 12, 4)) {
    case 'VP8X':
      return (uint24(view, 24) + 1) * (uint24(view, 27) + 1);
    case 'VP8L': {
      const bits = view.getUint32(21, true);
      return ((bits & 0x3fff) + 1) * (((bits >> 14) & 0x3fff) + 1);
    }
    case 'VP8 ':
      return (view.getUint16(26, true) & 0x3fff) * (view.getUint16(28, true) & 0x3fff);
    default:
      return undefined;
  }
}

const HEIF_BRANDS = ['heic', 'heix', 'hevc', 'heim', 'heis', 'mif1', 'msf1', 'avif'];

/** null: no picture a phone's camera makes, or one that breaks off before it says how large it is. */
export function readHeader(bytes: ArrayBuffer): PictureHeader | null {
  const view = new DataView(bytes);
  if (view.byteLength < 32) return null;
  const sized = (kind: PictureHeader['kind'], pixels: number | undefined): PictureHeader | null =>
    pixels === undefined || pixels === 0 ? null : { kind, pixels };
  if (view.getUint16(0) === 0xffd8) return sized('jpeg', jpegPixels(view));
  if (ascii(view, 1, 3) === 'PNG' && ascii(view, 12, 4) === 'IHDR')
    return sized('png', view.getUint32(16) * view.getUint32(20));
  if (ascii(view, 0, 4) === 'RIFF' && ascii(view, 8, 4) === 'WEBP') return sized('webp', webpPixels(view));
  if (ascii(view, 4, 4) === 'ftyp' && HEIF_BRANDS.includes(ascii(view, 8, 4))) return { kind: 'heif' };
  return null;
}
