/**
 * Registers the worker, through the one Trusted Types policy of the app. A new version waits for the person's tap
 * (`update-banner.tsx`): nothing reloads by itself while words are being typed. A file of its own, fetched once the page
 * is quiet (`when-quiet.ts`).
 */
import { Workbox } from 'workbox-window';
import type { ProfileRow } from '#client/db/model.ts';
import { scriptAddress } from '#client/script-address.ts';
import type { UpdatesControl } from './updates.ts';
import { whenNobodyEdits } from './when-nobody-edits.ts';

const WORKER = '/sw.js';

const isOffice = ({ role }: ProfileRow): boolean =>
  role === 'officer' || role === 'chair' || role === 'cultureOfficer';

export async function registerWorker(
  updates: UpdatesControl,
  profiles: readonly ProfileRow[],
): Promise<void> {
  const worker = new Workbox(scriptAddress(WORKER));
  let hasReloaded = false;
  const reload = (): void => {
    if (hasReloaded) return;
    hasReloaded = true;
    void whenNobodyEdits(() => location.reload());
  };
  // The first worker of a phone takes over nothing. Later: also when another tab let the new version in, the old files
  // are gone.
  worker.addEventListener('controlling', ({ isUpdate }) => {
    if (isUpdate === true) reload();
  });
  // Each version that is on the phone and not yet let in, also one of an earlier visit.
  worker.addEventListener('waiting', ({ sw }) => {
    updates.offer(() => whenNobodyEdits(() => worker.messageSkipWaiting()));
    // A page that no worker controls yet is told of nothing else.
    sw?.addEventListener('statechange', () => {
      if (sw.state === 'activated') reload();
    });
  });
  await worker.register({ immediate: true });
  if (profiles.some(isOffice)) await keepOffice();
}

/** From now on the worker keeps the office's files too; remembered across its versions. */
export async function keepOffice(): Promise<void> {
  const registration = await navigator.serviceWorker?.ready;
  registration?.active?.postMessage({ type: 'KEEP_OFFICE' });
}
