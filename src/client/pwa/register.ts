/**
 * Registers the worker, through the one Trusted Types policy of the app. A new version waits for the person's tap
 * (`update-banner.tsx`): nothing reloads by itself while words are being typed.
 */
import { Workbox } from 'workbox-window';
import type { ProfileRow } from '#client/db/model.ts';
import { scriptAddress } from '#client/script-address.ts';
import type { UpdatesControl } from './updates.ts';
import { whenNobodyEdits } from './when-nobody-edits.ts';

const WORKER = '/sw.js';

export async function registerWorker(
  updates: UpdatesControl,
  profiles: readonly ProfileRow[],
): Promise<void> {
  const workbox = new Workbox(scriptAddress(WORKER));
  let hasReloaded = false;
  const reload = (): void => {
    if (hasReloaded) return;
    hasReloaded = true;
    void whenNobodyEdits(() => location.reload());
  };
  workbox.addEventListener('waiting', () => {
    updates.offer(() => whenNobodyEdits(() => workbox.messageSkipWaiting()));
  });
  // Also when another tab let the new version in: the old files are gone.
  workbox.addEventListener('controlling', ({ isUpdate }) => {
    if (isUpdate === true) reload();
  });
  await workbox.register();
  if (profiles.some(({ role }) => role === 'officer' || role === 'chair' || role === 'cultureOfficer'))
    await keepOffice();
}

/** From now on the worker keeps the office's files too; remembered across its versions. */
export async function keepOffice(): Promise<void> {
  const registration = await navigator.serviceWorker?.ready;
  registration?.active?.postMessage({ type: 'KEEP_OFFICE' });
}
