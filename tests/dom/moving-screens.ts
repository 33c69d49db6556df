import { configure } from '@testing-library/react';
import { vi } from 'vitest';

/**
 * Whole screens with real storage, on whatever machine: nothing in them is about speed, and autosave and the database
 * move on their own, not only inside a test's own acts. Called by each file that shows such screens, because its worker
 * goes on to the next file, which begins in the strict way again.
 */
export function screensMove(): void {
  Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: false, scrollTo: () => undefined });
  vi.setConfig({ testTimeout: 60_000 });
  configure({ asyncUtilTimeout: 20_000 });
  // happy-dom names Web Locks without having any.
  Object.defineProperty(navigator, 'locks', {
    configurable: true,
    value: { request: (_name: string, _options: unknown, held: () => Promise<unknown>) => held() },
  });
}
