/**
 * Registers the worker, through the one Trusted Types policy of the app. A new version waits for the person's tap
 * (`update-banner.tsx`): nothing reloads by itself while words are being typed.
 *
 * Written against the platform: the usual wrapper costs a family's form 2 kB for the two events listened to here.
 */
import type { ProfileRow } from '#client/db/model.ts';
import { scriptAddress } from '#client/script-address.ts';
import type { UpdatesControl } from './updates.ts';
import { whenNobodyEdits } from './when-nobody-edits.ts';

const WORKER = '/sw.js';

const isOffice = ({ role }: ProfileRow): boolean =>
  role === 'officer' || role === 'chair' || role === 'cultureOfficer';

/** Calls back with each version that is on the phone and not yet let in, also one of an earlier visit. */
function onWaiting(registration: ServiceWorkerRegistration, tell: (worker: ServiceWorker) => void): void {
  const { waiting } = registration;
  if (waiting !== null) tell(waiting);
  registration.addEventListener('updatefound', () => {
    const { installing } = registration;
    installing?.addEventListener('statechange', () => {
      // The very first version waits for nobody: it is active at once.
      if (installing.state === 'installed' && registration.active !== null) tell(installing);
    });
  });
}

export async function registerWorker(
  updates: UpdatesControl,
  profiles: readonly ProfileRow[],
): Promise<void> {
  const { serviceWorker } = navigator;
  let hasReloaded = false;
  const reload = (): void => {
    if (hasReloaded) return;
    hasReloaded = true;
    void whenNobodyEdits(() => location.reload());
  };
  // The first worker of a phone takes over nothing. Later: also when another tab let the new version in, the old files
  // are gone.
  if (serviceWorker.controller !== null) serviceWorker.addEventListener('controllerchange', reload);
  const registration = await serviceWorker.register(scriptAddress(WORKER));
  onWaiting(registration, (worker) => {
    updates.offer(() => whenNobodyEdits(() => worker.postMessage({ type: 'SKIP_WAITING' })));
    // A page that no worker controls yet is told of nothing else.
    worker.addEventListener('statechange', () => {
      if (worker.state === 'activated') reload();
    });
  });
  if (profiles.some(isOffice)) await keepOffice();
}

/** From now on the worker keeps the office's files too; remembered across its versions. */
export async function keepOffice(): Promise<void> {
  const registration = await navigator.serviceWorker?.ready;
  registration?.active?.postMessage({ type: 'KEEP_OFFICE' });
}
