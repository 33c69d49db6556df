/**
 * One Dexie database per profile, opened with the guards of the platform: older code never writes to a newer database,
 * an upgrade in another window closes this one, and nothing waits for ever.
 */
import { Dexie } from 'dexie';

/** Highest version below. Grows only by adding; a version that shipped is never edited. */
const APP_SCHEMA = 2;
/** Oldest code that may read, and write, what this code writes. */
const SCHEMA_FLOOR: SchemaFloor = { minReader: 1, minWriter: 1 };
const OPEN_MS = 8000;
/** Dexie multiplies its version numbers for IndexedDB. */
const NATIVE_FACTOR = 10;

interface SchemaFloor {
  minReader: number;
  minWriter: number;
}

export interface ProfileDbHooks {
  /** A newer window wants to upgrade: write what is open, then this database closes. */
  flush: () => Promise<void>;
  /** It closed for an upgrade; the page should be loaded again. */
  onOutdated: () => void;
  /** Another window still holds the old version; opening goes on by itself once it closes. */
  onBlocked: () => void;
}

export interface ProfileDbPlatform {
  indexedDB: IDBFactory;
  IDBKeyRange: typeof globalThis.IDBKeyRange;
  /** Runs once after `ms`; returns what stops it. */
  after: (ms: number, run: () => void) => () => void;
}

export type OpenedProfileDb =
  | { kind: 'open'; db: Dexie }
  /** Written by newer code than this: nothing may be written until the app is updated. */
  | { kind: 'outdated' }
  /** Other windows hold an older version. */
  | { kind: 'blocked' }
  /** The browser did not give us the database; `cause` says why. */
  | { kind: 'unavailable'; cause: unknown };

export const profileDbName = (profileId: string): string => `thidua-${profileId}`;

function declare(profileId: string, platform: ProfileDbPlatform): Dexie {
  const db = new Dexie(profileDbName(profileId), {
    autoOpen: false,
    // "Saved" is said to a person only when it is on disk.
    chromeTransactionDurability: 'strict',
    // Dexie's cache shows writes before they are committed.
    cache: 'disabled',
    indexedDB: platform.indexedDB,
    IDBKeyRange: platform.IDBKeyRange,
  });
  db.version(1).stores({
    meta: '',
    drafts: 'id',
    outbox: 'seq, opId, assessmentId, kind, result.verdict',
    receipts: 'opId',
    rows: '[scope+entity+id], [entity+id], entity, scope, life',
  });
  // Bytes in a table of their own, so that a list of photos stays light.
  db.version(2).stores({ photos: 'id', photoBytes: 'key' });
  return db;
}

async function isOutdated(db: Dexie): Promise<boolean> {
  if (db.backendDB().version / NATIVE_FACTOR > APP_SCHEMA) return true;
  const meta = db.table<SchemaFloor, string>('meta');
  const floor = await meta.get('schemaFloor');
  if (floor !== undefined && APP_SCHEMA < floor.minWriter) return true;
  if (floor === undefined || floor.minWriter < SCHEMA_FLOOR.minWriter)
    await meta.put(SCHEMA_FLOOR, 'schemaFloor');
  return false;
}

/** Opens within 8 s or says why not; never leaves a half-open database behind. */
export async function openProfileDb(
  profileId: string,
  platform: ProfileDbPlatform,
  hooks: ProfileDbHooks,
): Promise<OpenedProfileDb> {
  const db = declare(profileId, platform);
  let isBlocked = false;
  db.on('blocked', () => {
    isBlocked = true;
    hooks.onBlocked();
  });
  db.on('versionchange', () => {
    // Dexie's own handler would close and open again, and write with the old code.
    const close = (): void => {
      db.close({ disableAutoOpen: true });
      hooks.onOutdated();
    };
    hooks.flush().then(close, close);
    return false;
  });

  let stop = (): void => {};
  const late = new Promise<OpenedProfileDb>((resolve) => {
    stop = platform.after(OPEN_MS, () => {
      db.close({ disableAutoOpen: true });
      resolve(isBlocked ? { kind: 'blocked' } : { kind: 'unavailable', cause: new Error('open timed out') });
    });
  });
  const opened = (async (): Promise<OpenedProfileDb> => {
    try {
      await db.open();
      if (!(await isOutdated(db))) return { kind: 'open', db };
      db.close({ disableAutoOpen: true });
      return { kind: 'outdated' };
    } catch (cause) {
      db.close({ disableAutoOpen: true });
      return { kind: 'unavailable', cause };
    }
  })();
  try {
    return await Promise.race([opened, late]);
  } finally {
    stop();
  }
}
