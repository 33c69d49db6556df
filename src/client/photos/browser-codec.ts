/** The browser's own way with pictures: the header first, then a worker, then, where workers cannot, the page. */
import { PHOTO_EDGE_MAX, PHOTO_PIXELS_MAX } from '#protocol/photo.ts';
import { scriptAddress } from '#client/script-address.ts';
import type { PhotoCodec, Shrunk } from '#client/sync/environment.ts';
import { readHeader } from './header.ts';
import { shrinkImage } from './shrink-image.ts';
import type { ShrinkRequest } from './shrink.worker.ts';
// Vite makes the default export.
// oxlint-disable-next-line import/default
import workerUrl from './shrink.worker.ts?worker&url';

/** A phone that says it has 4 GB bears a 64 megapixel picture once, scaled while it is decoded. */
const STRONG_GB = 4;
const STRONG_PIXELS_MAX = 64_000_000;
/** Longer than any phone needs: after that the picture is too much for it. */
const SHRINK_MS = 60_000;

const memoryGb = (): number =>
  'deviceMemory' in navigator && typeof navigator.deviceMemory === 'number' ? navigator.deviceMemory : 0;

const isShrunk = (data: unknown): data is Shrunk =>
  data instanceof Object && 'kind' in data && (data.kind === 'shrunk' || data.kind === 'refused');

/** null: this browser's worker cannot do it. */
function shrinkInWorker(request: ShrinkRequest): Promise<Shrunk | null> {
  const worker = new Worker(scriptAddress(workerUrl), { type: import.meta.env.DEV ? 'module' : 'classic' });
  return new Promise<Shrunk | null>((resolve) => {
    const late = setTimeout(() => resolve({ kind: 'refused', problem: 'tooLarge' }), SHRINK_MS);
    const end = (answer: Shrunk | null): void => {
      clearTimeout(late);
      resolve(answer);
    };
    worker.addEventListener('message', ({ data }: MessageEvent<unknown>) =>
      end(isShrunk(data) ? data : null),
    );
    worker.addEventListener('error', () => end(null));
    worker.postMessage(request, [request.raw]);
  }).finally(() => worker.terminate());
}

async function shrink(raw: ArrayBuffer): Promise<Shrunk> {
  const header = readHeader(raw);
  if (header === null) return { kind: 'refused', problem: 'notAPicture' };
  const hasWorkerCanvas = 'OffscreenCanvas' in globalThis && 'createImageBitmap' in globalThis;
  const { kind, pixels = 0 } = header;
  const isBig = pixels > PHOTO_PIXELS_MAX;
  if (isBig && !(hasWorkerCanvas && pixels <= STRONG_PIXELS_MAX && memoryGb() >= STRONG_GB))
    return { kind: 'refused', problem: 'tooManyPixels' };
  // HEIF is known to the page's own image reader, where it is known at all.
  if (!hasWorkerCanvas || kind === 'heif') return shrinkImage(raw);
  // The worker takes the bytes over; what is left for a second way is a copy.
  const answer = await shrinkInWorker({ raw: raw.slice(0), decodeWidth: isBig ? PHOTO_EDGE_MAX : undefined });
  if (answer !== null) return answer;
  return isBig ? { kind: 'refused', problem: 'tooManyPixels' } : shrinkImage(raw);
}

export const browserCodec: PhotoCodec = { shrink };
