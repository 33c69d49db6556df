/** Runs {@link readPixels} off the page, so that the camera's picture never stands still. */
import { readPixels, type Patience, type Pixels } from './read-pixels.ts';

export interface ReadRequest {
  pixels: Pixels;
  patience: Patience;
}

const isRequest = (data: unknown): data is ReadRequest => data instanceof Object && 'pixels' in data;

globalThis.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
  if (isRequest(data)) postMessage({ text: readPixels(data.pixels, data.patience) });
});
