/** After enrolment: everything the commune has for this person, before the first screen asks for it. */
import type { ProfileRow } from '#client/db/model.ts';
import { createBudget } from './budget.ts';
import { lockName, runCycle } from './cycle.ts';
import { openStore, quietHooks, type Surroundings } from './open-store.ts';
import { createProfileCard } from './profile-card.ts';
import { createTransport } from './transport.ts';

/** A pull that takes longer goes on behind the first screen. */
const FIRST_PULL_MS = 45_000;
/** The office's is a whole commune: it goes on in the office itself, where it is told how far and can be paused. */
const OFFICE_PULL_MS = 5000;

/** True when it is all here; bounded in time, and no network is no failure. */
export async function pullFirst(surroundings: Surroundings, profile: ProfileRow): Promise<boolean> {
  const { environment, pocket } = surroundings;
  const opened = await openStore(profile.id, surroundings, quietHooks);
  if (opened.kind !== 'open') return false;
  const isOffice = profile.binding?.kind === 'office';
  let isLate = false;
  const cycle = environment.locks
    .request(lockName(profile.id), { ifAvailable: false }, () =>
      runCycle({
        store: opened.store,
        transport: createTransport(environment),
        environment,
        profile: createProfileCard(pocket, profile),
        budget: createBudget(),
        installationId: () => pocket.installationId(environment.chance),
        // After the page under way the lock is free for the office's own engine.
        pausesRows: async () => isLate && isOffice,
      }),
    )
    .then(
      ({ kind }) => kind === 'done',
      (error: unknown) => {
        environment.onError(error);
        return false;
      },
    )
    .finally(opened.close);
  let handle: object | undefined;
  const late = new Promise<boolean>((resolve) => {
    const giveUp = (): void => {
      isLate = true;
      resolve(false);
    };
    handle = environment.timers.set(isOffice ? OFFICE_PULL_MS : FIRST_PULL_MS, giveUp);
  });
  const isReady = await Promise.race([cycle, late]);
  if (handle !== undefined) environment.timers.clear(handle);
  return isReady;
}
