/**
 * What the worker's one-off `sync` event runs: the same cycle under the same lock, for every profile of this phone.
 * Chromium gives it about three minutes and three tries; the page's own engine does not depend on it.
 */
import { createPocket } from '#client/db/pocket.ts';
import type { ProfileRow } from '#client/db/model.ts';
import { createBrowserEnvironment } from './browser-environment.ts';
import { createBudget } from './budget.ts';
import { lockName, runCycle } from './cycle.ts';
import type { CycleOutcome } from './cycle-context.ts';
import { openStore, quietHooks, type Surroundings } from './open-store.ts';
import { createProfileCard } from './profile-card.ts';
import { showWaiting } from './show-waiting.ts';
import { createTransport } from './transport.ts';

export { BACKGROUND_SYNC_TAG } from './browser-environment.ts';

/** `skipped`: a page is at it, or the database is not ours to open now. */
type WorkerOutcome = CycleOutcome | { kind: 'skipped' };

async function syncProfile(profile: ProfileRow, surroundings: Surroundings): Promise<WorkerOutcome> {
  const { environment, pocket } = surroundings;
  return environment.locks.request<WorkerOutcome>(
    lockName(profile.id),
    { ifAvailable: true },
    async (held) => {
      if (!held) return { kind: 'skipped' };
      const opened = await openStore(profile.id, surroundings, quietHooks);
      if (opened.kind !== 'open') return { kind: 'skipped' };
      try {
        const outcome = await runCycle({
          store: opened.store,
          transport: createTransport(environment),
          environment,
          budget: createBudget(),
          profile: createProfileCard(pocket, profile),
          installationId: () => pocket.installationId(environment.chance),
          // Of a machine where an officer stopped it; others have no such switch.
          pausesRows: async () => (await pocket.settings()).pausesRows ?? false,
        });
        await showWaiting({ store: opened.store, pocket, environment }, profile.id);
        return outcome;
      } finally {
        opened.close();
      }
    },
  );
}

/** `again`: something still waits, so the browser should try once more. */
export async function syncEveryProfile(surroundings: Surroundings): Promise<'done' | 'again'> {
  let answer: 'done' | 'again' = 'done';
  for (const profile of await surroundings.pocket.profiles()) {
    if (profile.link.state === 'lockedOut') continue;
    const { kind } = await syncProfile(profile, surroundings);
    if (kind === 'unreachable' || kind === 'busy') answer = 'again';
  }
  return answer;
}

/** For the worker's `sync` event with {@link BACKGROUND_SYNC_TAG}: `event.waitUntil(syncInWorker(build))`. */
export async function syncInWorker(build: string): Promise<void> {
  const answer = await syncEveryProfile({
    environment: createBrowserEnvironment(build),
    pocket: createPocket(indexedDB),
    indexedDB,
    IDBKeyRange,
  });
  if (answer === 'again') throw new Error('not everything was sent; try again');
}
