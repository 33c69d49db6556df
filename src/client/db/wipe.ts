/**
 * Taking one profile from this phone: its databases, what the pocket knows of it, and what the browser's own files would
 * still hold of it. Chromium (LevelDB) keeps deleted rows until it merges the files they lie in. Deleting a database
 * merges the levels its range was in before, but what was written shortly before goes down past them unmerged. So small
 * databases are begun beside it, and deleted one by one after it: each drags what lies around it through another merge
 * (`tests/browser/shared-phone.spec.ts` searches the bytes). Other browsers tidy up in their own time.
 */
import type { Chance } from '#protocol/ids.ts';
import { wordsDbName } from './kept-words.ts';
import type { ProfileRow } from './model.ts';
import type { Pocket } from './pocket.ts';
import { profileDbName } from './profile-db.ts';

/** Other windows that have it open are told to close, and are given so long. */
const BLOCKED_MS = 15_000;
const BRIDGE_TABLE = 'x';
const BRIDGE_BYTES = 500;
/** Two were enough in every trial, one was not. */
const BRIDGES = ['thidua-quet-1', 'thidua-quet-2', 'thidua-quet-3'] as const;

export interface WipePlatform {
  indexedDB: IDBFactory;
  chance: Chance;
  /** Runs once after `ms`; returns what stops it. */
  after: (ms: number, run: () => void) => () => void;
}

/** Rejects when another window keeps it open. */
function deleteDatabase(name: string, { indexedDB, after }: WipePlatform): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.deleteDatabase(name);
    const stop = after(BLOCKED_MS, () => reject(new Error('open elsewhere')));
    request.addEventListener('success', () => {
      stop();
      resolve();
    });
    request.addEventListener('error', () => {
      stop();
      reject(request.error ?? new Error('not deleted'));
    });
  });
}

const opened = (name: string, { indexedDB }: WipePlatform): Promise<IDBDatabase> =>
  new Promise((resolve, reject) => {
    const request = indexedDB.open(name);
    request.addEventListener('upgradeneeded', () => request.result.createObjectStore(BRIDGE_TABLE));
    request.addEventListener('success', () => resolve(request.result));
    request.addEventListener('error', () => reject(request.error ?? new Error('not opened')));
  });

const written = (db: IDBDatabase, bytes: Uint8Array): Promise<void> =>
  new Promise((resolve, reject) => {
    const transaction = db.transaction(BRIDGE_TABLE, 'readwrite', { durability: 'strict' });
    transaction.objectStore(BRIDGE_TABLE).put(bytes, 1);
    transaction.addEventListener('complete', () => resolve());
    transaction.addEventListener('abort', () => reject(transaction.error ?? new Error('not written')));
  });

async function writeBridge(name: string, platform: WipePlatform): Promise<void> {
  const db = await opened(name, platform);
  try {
    await written(db, platform.chance.bytes(BRIDGE_BYTES));
  } finally {
    db.close();
  }
}

/** Everything of this profile but what was left of it; again after a crash, it goes on where it stopped. */
export async function wipe(
  profile: ProfileRow,
  pocket: Pick<Pocket, 'removeDraft' | 'removeProfile'>,
  platform: WipePlatform,
  onError: (error: unknown) => void,
): Promise<void> {
  // A full disk does without the bridges: the deletion stands.
  for (const name of BRIDGES) await writeBridge(name, platform).catch(onError);
  await deleteDatabase(wordsDbName(profile.id), platform);
  await deleteDatabase(profileDbName(profile.id), platform);
  for (const id of [profile.assessmentId, ...(profile.earlier ?? [])])
    if (id !== undefined) await pocket.removeDraft(id);
  for (const name of BRIDGES) {
    await writeBridge(name, platform).catch(onError);
    await deleteDatabase(name, platform);
  }
  // Last: while it is there, it can be done again.
  await pocket.removeProfile(profile.id);
}
