import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { reloadOnMissingChunk } from '#client/pwa/reload-on-missing-chunk.ts';

const BUILD = 'ban-thu';
const reload = vi.fn<() => void>();

/** A page of this build, and a file of it that does not come. @param controller the worker that would answer a reload */
function pageMissingAFile(controller: object | null): () => void {
  vi.stubGlobal('location', { reload });
  vi.stubGlobal('navigator', { serviceWorker: { controller } });
  const page = new EventTarget();
  reloadOnMissingChunk(page, BUILD);
  return () => void page.dispatchEvent(new Event('vite:preloadError', { cancelable: true }));
}

beforeEach(() => {
  sessionStorage.clear();
  reload.mockClear();
});
afterEach(() => vi.unstubAllGlobals());

test('a page whose file is gone loads anew, once for its build', () => {
  const miss = pageMissingAFile({});
  miss();
  expect(reload).toHaveBeenCalledTimes(1);
  miss();
  expect(reload).toHaveBeenCalledTimes(1);
});

test('without a worker to answer the reload the page stays: it may be out of coverage', () => {
  const miss = pageMissingAFile(null);
  miss();
  expect(reload).not.toHaveBeenCalled();
  // Nothing was noted either: once there is a worker, the one reload is still to be had.
  pageMissingAFile({})();
  expect(reload).toHaveBeenCalledTimes(1);
});
