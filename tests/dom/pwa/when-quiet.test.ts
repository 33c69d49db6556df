import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { whenQuiet } from '#client/pwa/when-quiet.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

test('what nobody waits for begins neither at once nor while the page is busy', () => {
  const idle: (() => void)[] = [];
  vi.stubGlobal('requestIdleCallback', (run: () => void) => idle.push(run));
  const run = vi.fn<() => void>();
  whenQuiet(run);
  vi.advanceTimersByTime(1000);
  expect(idle).toHaveLength(0);
  vi.advanceTimersByTime(1000);
  expect(idle).toHaveLength(1);
  expect(run).not.toHaveBeenCalled();
  idle[0]?.();
  expect(run).toHaveBeenCalledTimes(1);
});

test('a browser that knows no idle time does it all the same', () => {
  vi.stubGlobal('requestIdleCallback', undefined);
  const run = vi.fn<() => void>();
  whenQuiet(run);
  vi.advanceTimersByTime(2000);
  expect(run).toHaveBeenCalledTimes(1);
});
