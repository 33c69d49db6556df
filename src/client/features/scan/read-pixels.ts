/** The decoder for phones whose browser has none (every iPhone): a library's, plain JavaScript, run in a worker. */
import { decodeQR } from 'qr/decode.js';

export interface Pixels {
  /** RGBA, rows from the top. */
  data: Uint8ClampedArray<ArrayBuffer>;
  width: number;
  height: number;
}

/** A frame of the camera: another comes at once. A picture is looked at once, so it is looked at long. */
export type Patience = 'frame' | 'picture';

const TRIES_MS: Record<Patience, number> = { frame: 60, picture: 3000 };

/** The text of a QR code in it; null when none is found. */
export function readPixels(pixels: Pixels, patience: Patience): string | null {
  try {
    return decodeQR(pixels, { format: 'RGBA', timeLimit: TRIES_MS[patience] });
  } catch {
    // The library's way of saying that there is none.
    return null;
  }
}
