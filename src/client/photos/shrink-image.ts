/** The same on the page, for browsers whose workers have no canvas (Safari before 16.4). */
import type { Shrunk } from '#client/sync/environment.ts';
import { codeReader, looksLikeId } from './look-for-id.ts';
import { shrinkDrawing, type Draw } from './shrink-drawing.ts';

function drawn(image: HTMLImageElement, w: number, h: number): CanvasRenderingContext2D {
  const canvas = document.createElement('canvas');
  canvas.width = w;
  canvas.height = h;
  const context = canvas.getContext('2d', { alpha: false });
  if (context === null) throw new Error('no 2d canvas in this page');
  context.imageSmoothingQuality = 'high';
  context.fillStyle = '#fff';
  context.fillRect(0, 0, w, h);
  context.drawImage(image, 0, 0, w, h);
  return context;
}

const drawOn =
  (image: HTMLImageElement): Draw =>
  (w, h, quality) => {
    const { canvas } = drawn(image, w, h);
    return new Promise((resolve, reject) => {
      canvas.toBlob(
        (blob) => (blob === null ? reject(new Error('the canvas gave nothing')) : resolve(blob)),
        'image/jpeg',
        quality,
      );
    });
  };

export async function shrinkImage(raw: ArrayBuffer): Promise<Shrunk> {
  const url = URL.createObjectURL(new Blob([raw]));
  const image = new Image();
  try {
    image.src = url;
    try {
      await image.decode();
    } catch {
      return { kind: 'refused', problem: 'notAPicture' };
    }
    const size = { width: image.naturalWidth, height: image.naturalHeight };
    const shrunk = await shrinkDrawing(size.width, size.height, drawOn(image));
    if (shrunk.kind === 'refused') return shrunk;
    const pixelsOf = (w: number, h: number): ImageData => drawn(image, w, h).getImageData(0, 0, w, h);
    return { ...shrunk, looksLikeId: await looksLikeId(size, pixelsOf, codeReader(image)) };
  } finally {
    // Lets go of the decoded pixels before the next picture.
    image.src = '';
    URL.revokeObjectURL(url);
  }
}
