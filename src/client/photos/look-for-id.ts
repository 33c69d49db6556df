/**
 * Whether a decoded picture seems to show an identity paper: by the code on it, where the browser reads codes, or by its
 * shape and print. The answer stays on this phone, and a look that fails is no answer: no picture is lost by it.
 */
import { greyOf } from '#domain/id-card/grey.ts';
import { ID_LOOK_EDGE, isIdCode, looksLikeIdCard } from '#domain/id-card/id-card.ts';

interface Size {
  width: number;
  height: number;
}
/** The picture in this size; null where there is no canvas to draw it on. */
type PixelsOf = (w: number, h: number) => ImageData | null;
/** The texts of the codes on it. */
type ReadCodes = () => Promise<readonly string[]>;

/** The part of `BarcodeDetector` used here; it is in no standard library of types. */
interface DetectorMaker {
  new (options: { formats: string[] }): {
    detect(picture: ImageBitmapSource): Promise<readonly { rawValue: string }[]>;
  };
}
const isMaker = (value: unknown): value is DetectorMaker => typeof value === 'function';

/** The browser's own reader; most iPhones have none. */
export function codeReader(picture: ImageBitmapSource): ReadCodes {
  return async () => {
    const Maker: unknown = Reflect.get(globalThis, 'BarcodeDetector');
    if (!isMaker(Maker)) return [];
    return (await new Maker({ formats: ['qr_code'] }).detect(picture)).map(({ rawValue }) => rawValue);
  };
}

export async function looksLikeId(
  { width, height }: Size,
  pixelsOf: PixelsOf,
  readCodes: ReadCodes,
): Promise<boolean> {
  try {
    const scale = Math.min(1, ID_LOOK_EDGE / Math.max(width, height));
    const [w, h] = [Math.round(width * scale), Math.round(height * scale)];
    const pixels = pixelsOf(w, h);
    if (pixels !== null && looksLikeIdCard(greyOf(pixels.data, w, h))) return true;
  } catch {
    // Too small to be looked at, or pixels nobody may read.
  }
  // Named, but its service may not be on this phone.
  return (await readCodes().catch(() => [])).some(isIdCode);
}
