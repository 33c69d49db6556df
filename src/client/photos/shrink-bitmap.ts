/** Decoding with `createImageBitmap`, drawing on an `OffscreenCanvas`: what a worker can do without a page. */
import type { Shrunk } from '#client/sync/environment.ts';
import { codeReader, looksLikeId } from './look-for-id.ts';
import { shrinkDrawing } from './shrink-drawing.ts';

/** Chromium before 111 does not know the word and turns pictures upright by itself. */
async function decode(blob: Blob, options: ImageBitmapOptions): Promise<ImageBitmap> {
  try {
    return await createImageBitmap(blob, { ...options, imageOrientation: 'from-image' });
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    return createImageBitmap(blob, options);
  }
}

function pixelsOf(bitmap: ImageBitmap, w: number, h: number): ImageData | null {
  const context = new OffscreenCanvas(w, h).getContext('2d', { alpha: false });
  if (context === null) return null;
  context.drawImage(bitmap, 0, 0, w, h);
  return context.getImageData(0, 0, w, h);
}

/** `decodeWidth`: for a picture too large to be held whole; the platform scales while it decodes. */
export async function shrinkBitmap(raw: ArrayBuffer, decodeWidth?: number): Promise<Shrunk> {
  let bitmap: ImageBitmap;
  try {
    bitmap = await decode(
      new Blob([raw]),
      decodeWidth === undefined ? {} : { resizeWidth: decodeWidth, resizeQuality: 'medium' },
    );
  } catch {
    return { kind: 'refused', problem: 'notAPicture' };
  }
  try {
    const shrunk = await shrinkDrawing(bitmap.width, bitmap.height, async (w, h, quality) => {
      const canvas = new OffscreenCanvas(w, h);
      const context = canvas.getContext('2d', { alpha: false });
      if (context === null) throw new Error('no 2d canvas in this worker');
      context.imageSmoothingQuality = 'high';
      // What a drawing leaves see-through is paper, not night.
      context.fillStyle = '#fff';
      context.fillRect(0, 0, w, h);
      context.drawImage(bitmap, 0, 0, w, h);
      return canvas.convertToBlob({ type: 'image/jpeg', quality });
    });
    if (shrunk.kind === 'refused') return shrunk;
    const { width, height } = bitmap;
    const isId = await looksLikeId({ width, height }, (w, h) => pixelsOf(bitmap, w, h), codeReader(bitmap));
    return { ...shrunk, looksLikeId: isId };
  } finally {
    bitmap.close();
  }
}
