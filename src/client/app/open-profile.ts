/** Opens one profile's database and engine in this browser, or says why not. */
import type { ProfileRow } from '#client/db/model.ts';
import type { Pocket } from '#client/db/pocket.ts';
import { openWorkspace } from '#client/open-workspace.ts';
import { whenNobodyEdits } from '#client/pwa/when-nobody-edits.ts';
import { createBrowserEnvironment } from '#client/sync/browser-environment.ts';
import type { Surroundings } from '#client/sync/open-store.ts';
import type { Workspace } from '#client/workspace.ts';
import { OpenFailure } from './open-failure.ts';

const FLUSH_MS = 2000;
const after = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

export interface OpenProfileDeps {
  pocket: Pocket;
  build: string;
  /** Another window of the app is older or newer and stands in the way: the page says so. */
  onTrouble: (failure: OpenFailure) => void;
  /** Of a profile that is locked: opens its rows by its key. */
  over?: Pick<Surroundings, 'openStore'>;
}

/** @throws OpenFailure when the database cannot be opened; nothing is lost by it. */
export async function openProfile(profile: ProfileRow, deps: OpenProfileDeps): Promise<Workspace> {
  const { pocket, build, onTrouble, over } = deps;
  const surroundings = {
    environment: createBrowserEnvironment(build),
    pocket,
    indexedDB,
    IDBKeyRange,
    ...over,
  };
  const opened = await openWorkspace(profile, surroundings, {
    // Open forms let go of the lock once their words are on disk; one that cannot must not stop the upgrade for ever.
    flush: () => Promise.race([whenNobodyEdits(() => undefined), after(FLUSH_MS)]),
    whenNobodyEdits: (act) => whenNobodyEdits(act),
    onOutdated: () => onTrouble(new OpenFailure('outdated')),
    onBlocked: () => onTrouble(new OpenFailure('blocked')),
  });
  switch (opened.kind) {
    case 'open':
      return opened.workspace;
    case 'outdated':
    case 'blocked':
      throw new OpenFailure(opened.kind);
    case 'unavailable':
      throw new OpenFailure('storageUnavailable', { cause: opened.cause });
  }
}
