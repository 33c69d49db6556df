/** Runs {@link shrinkBitmap} off the page, so that typing never waits for a picture. One picture, then it is ended. */
import { shrinkBitmap } from './shrink-bitmap.ts';

export interface ShrinkRequest {
  raw: ArrayBuffer;
  decodeWidth: number | undefined;
}

const isRequest = (data: unknown): data is ShrinkRequest =>
  data instanceof Object && 'raw' in data && data.raw instanceof ArrayBuffer;

globalThis.addEventListener('message', (event: MessageEvent<unknown>) => {
  const { data } = event;
  if (!isRequest(data)) return;
  void shrinkBitmap(data.raw, data.decodeWidth).then(
    (shrunk) => postMessage(shrunk),
    (error: unknown) => reportError(error),
  );
});
