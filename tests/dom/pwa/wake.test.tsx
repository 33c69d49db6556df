import { expect, test, vi } from 'vitest';
import { createBrowserEnvironment } from '#client/sync/browser-environment.ts';
import type { WakeEvent } from '#client/sync/environment.ts';

test('coming back from the background wakes the engine, whatever the phone calls it', () => {
  const { onWake } = createBrowserEnvironment('ban-thu');
  const heard: WakeEvent[] = [];
  const stop = onWake((event) => heard.push(event));
  const see = vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden');
  document.dispatchEvent(new Event('visibilitychange'));
  // The controls: leaving wakes nothing, and a page shown for the first time is not one that came back.
  dispatchEvent(Object.assign(new Event('pageshow'), { persisted: false }));
  expect(heard).toEqual([]);

  see.mockReturnValue('visible');
  document.dispatchEvent(new Event('visibilitychange'));
  document.dispatchEvent(new Event('resume'));
  dispatchEvent(Object.assign(new Event('pageshow'), { persisted: true }));
  dispatchEvent(new Event('online'));
  expect(heard).toEqual(['visible', 'visible', 'restored', 'online']);
  stop();
  dispatchEvent(new Event('online'));
  document.dispatchEvent(new Event('resume'));
  expect(heard).toHaveLength(4);
});
