/** Reads QR codes in pictures: by the browser's own detector where it has one, otherwise by a worker of ours. */
import { scriptAddress } from '#client/script-address.ts';
// Vite makes the default export.
// oxlint-disable-next-line import/default
import workerUrl from './read-code.worker.ts?worker&url';
import type { ReadRequest } from './read-code.worker.ts';
import type { Patience } from './read-pixels.ts';

export type CodeSeen =
  | { kind: 'text'; text: string }
  | { kind: 'none' }
  /** The worker's file is not on this phone, and there is no network to fetch it. */
  | { kind: 'noReader' };

export interface CodeReader {
  /** One picture after the other, in the order they were asked for. */
  read(picture: ImageData, patience: Patience): Promise<CodeSeen>;
  close(): void;
}

/** The part of `BarcodeDetector` we use; it is in no standard library of types. */
interface Detector {
  detect(picture: ImageData): Promise<readonly { rawValue: string }[]>;
}
interface DetectorMaker {
  new (options: { formats: string[] }): Detector;
  getSupportedFormats(): Promise<string[]>;
}
const isMaker = (value: unknown): value is DetectorMaker =>
  typeof value === 'function' && 'getSupportedFormats' in value;

const FORMAT = 'qr_code';

async function nativeDetector(): Promise<Detector | null> {
  const Maker: unknown = Reflect.get(globalThis, 'BarcodeDetector');
  if (!isMaker(Maker)) return null;
  try {
    return (await Maker.getSupportedFormats()).includes(FORMAT) ? new Maker({ formats: [FORMAT] }) : null;
  } catch {
    // Named, but its service is not on this phone.
    return null;
  }
}

const seen = (text: string | null | undefined): CodeSeen =>
  text === null || text === undefined || text === '' ? { kind: 'none' } : { kind: 'text', text };

const textOf = (data: unknown): string | null =>
  data instanceof Object && 'text' in data && typeof data.text === 'string' ? data.text : null;

function askWorker(worker: Worker, { data, width, height }: ImageData, patience: Patience) {
  return new Promise<CodeSeen>((resolve) => {
    worker.addEventListener('message', (event: MessageEvent<unknown>) => resolve(seen(textOf(event.data))), {
      once: true,
    });
    worker.addEventListener('error', () => resolve({ kind: 'noReader' }), { once: true });
    const bytes = new Uint8ClampedArray(data);
    const request: ReadRequest = { pixels: { data: bytes, width, height }, patience };
    worker.postMessage(request, [bytes.buffer]);
  });
}

export function createCodeReader(
  makeWorker: () => Worker = () =>
    new Worker(scriptAddress(workerUrl), { type: import.meta.env.DEV ? 'module' : 'classic' }),
): CodeReader {
  const native = nativeDetector();
  let isNativeBroken = false;
  let worker: Worker | undefined;
  let last: Promise<unknown> = Promise.resolve();

  async function byNative(picture: ImageData): Promise<CodeSeen | null> {
    const detector = await native;
    if (detector === null || isNativeBroken) return null;
    try {
      return seen((await detector.detect(picture))[0]?.rawValue);
    } catch {
      isNativeBroken = true;
      return null;
    }
  }

  async function readNow(picture: ImageData, patience: Patience): Promise<CodeSeen> {
    const found = await byNative(picture);
    // A still picture is worth a second pair of eyes.
    if (found !== null && (found.kind === 'text' || patience === 'frame')) return found;
    worker ??= makeWorker();
    const answer = await askWorker(worker, picture, patience);
    if (answer.kind === 'noReader') {
      worker.terminate();
      worker = undefined;
    }
    return answer;
  }

  return {
    read(picture, patience) {
      const reading = last.then(() => readNow(picture, patience));
      last = reading.catch(() => undefined);
      return reading;
    },
    close() {
      worker?.terminate();
      worker = undefined;
    },
  };
}
