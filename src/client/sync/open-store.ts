/** A profile's store, opened and guarded: what the page, the worker and enrolment share. */
import { createDexieStore } from '#client/db/dexie-store.ts';
import type { EngineStore } from '#client/db/engine-store.ts';
import { createGuard } from '#client/db/guard.ts';
import type { Pocket } from '#client/db/pocket.ts';
import {
  openProfileDb,
  type OpenedProfileDb,
  type ProfileDbHooks,
  type ProfileDbPlatform,
} from '#client/db/profile-db.ts';
import type { Environment } from './environment.ts';

export interface Surroundings {
  environment: Environment;
  pocket: Pocket;
  indexedDB: IDBFactory;
  IDBKeyRange: typeof globalThis.IDBKeyRange;
  /** Opens in place of what is below: the simulation puts its own disk there, and its crashes. */
  openStore?: (profileId: string, hooks: ProfileDbHooks) => Promise<OpenedStore>;
}

/** For whoever opens a store for a moment. */
export const quietHooks: ProfileDbHooks = {
  flush: () => Promise.resolve(),
  onOutdated: () => {},
  onBlocked: () => {},
};

export type OpenedStore =
  | { kind: 'open'; store: EngineStore; close: () => void }
  | Exclude<OpenedProfileDb, { kind: 'open' }>;

export const databasePlatform = ({
  environment,
  indexedDB,
  IDBKeyRange,
}: Surroundings): ProfileDbPlatform => ({
  indexedDB,
  IDBKeyRange,
  after: (ms, run) => {
    const handle = environment.timers.set(ms, run);
    return () => environment.timers.clear(handle);
  },
});

export async function openStore(
  profileId: string,
  surroundings: Surroundings,
  hooks: ProfileDbHooks,
): Promise<OpenedStore> {
  if (surroundings.openStore !== undefined) return surroundings.openStore(profileId, hooks);
  const platform = databasePlatform(surroundings);
  let isOutdated = false;
  const opened = await openProfileDb(profileId, platform, {
    ...hooks,
    onOutdated: () => {
      isOutdated = true;
      hooks.onOutdated();
    },
  });
  if (opened.kind !== 'open') return opened;
  const { db } = opened;
  const guard = createGuard({
    after: platform.after,
    isOutdated: () => isOutdated,
    reopen: async () => {
      db.close({ disableAutoOpen: true });
      await db.open();
    },
  });
  return {
    kind: 'open',
    store: createDexieStore(db, guard),
    close: () => db.close({ disableAutoOpen: true }),
  };
}
