/**
 * What this installation keeps about locks, beside the profiles: how the key of each is wrapped and how often it was
 * tried, what stays of people who left (sealed to the commune), and how old what was pulled is. A family has none of it.
 */
import { del, get, set, update, values } from 'idb-keyval';
import { strictStore } from './strict-store.ts';

const DATABASE = 'thidua-khoa';
const TABLE = 'kv';

/** How the key that wraps a profile's own is had. Salts and ids are no secrets. */
export type LockWay =
  | { kind: 'pin'; salt: Uint8Array<ArrayBuffer>; rounds: number }
  | { kind: 'passkey'; credentialId: Uint8Array<ArrayBuffer>; salt: Uint8Array<ArrayBuffer> };

export interface LockRow {
  kind: 'lock';
  profileId: string;
  way: LockWay;
  /** The profile's key under that of the way: nonce and AES-GCM box; null = destroyed, nothing opens it any more. */
  wrapped: Uint8Array<ArrayBuffer> | null;
  /** Wrong tries since the last right one; counted before each is looked at. */
  failures: number;
  /** Still to be waited with the app open, ms: no clock can shorten it. */
  waitMs: number;
  /** Locks after so long out of sight, ms. */
  hiddenMs: number;
}

/** Work that was not sent, encrypted to the commune: all that stays of a profile that is gone or cannot be opened. */
export interface LeftFile {
  kind: 'left';
  profileId: string;
  title: string;
  name: string;
  bytes: Uint8Array<ArrayBuffer>;
  operations: number;
  madeAt: number;
  /** Its profile is no longer here: the file waits to be handed in. */
  isAlone: boolean;
}

export interface LeaseRow {
  kind: 'lease';
  profileId: string;
  /** The contact it counts from (phone's clock then). */
  contactAt: number;
  /** The app's open time since, ms: what counts where the clock cannot be believed. */
  openMs: number;
}

type Kept = LockRow | LeftFile | LeaseRow;

export interface LockStore {
  lock(profileId: string): Promise<LockRow | undefined>;
  putLock(row: LockRow): Promise<void>;
  /** Compare-and-change in one strict transaction; resolves with the row as it is then. */
  changeLock(profileId: string, change: (row: LockRow) => LockRow): Promise<LockRow | undefined>;
  removeLock(profileId: string): Promise<void>;
  left(profileId: string): Promise<LeftFile | undefined>;
  putLeft(file: LeftFile): Promise<void>;
  removeLeft(profileId: string): Promise<void>;
  /** Those whose profile is gone. */
  alone(): Promise<LeftFile[]>;
  lease(profileId: string): Promise<LeaseRow | undefined>;
  putLease(row: LeaseRow): Promise<void>;
  /** Everything about this profile but what was left. */
  forget(profileId: string): Promise<void>;
}

export function createLockStore(factory: IDBFactory): LockStore {
  const store = strictStore(factory, DATABASE, TABLE);
  const lockKey = (id: string): string => `lock:${id}`;
  const leftKey = (id: string): string => `left:${id}`;
  const leaseKey = (id: string): string => `lease:${id}`;
  return {
    lock: (id) => get<LockRow>(lockKey(id), store),
    putLock: (row) => set(lockKey(row.profileId), row, store),
    async changeLock(id, change) {
      let changed: LockRow | undefined;
      await update<LockRow | undefined>(
        lockKey(id),
        (row) => {
          changed = row === undefined ? undefined : change(row);
          return changed;
        },
        store,
      );
      return changed;
    },
    removeLock: (id) => del(lockKey(id), store),
    left: (id) => get<LeftFile>(leftKey(id), store),
    putLeft: (file) => set(leftKey(file.profileId), file, store),
    removeLeft: (id) => del(leftKey(id), store),
    async alone() {
      const kept = await values<Kept | undefined>(store);
      return kept.flatMap((row) => (row?.kind === 'left' && row.isAlone ? [row] : []));
    },
    lease: (id) => get<LeaseRow>(leaseKey(id), store),
    putLease: (row) => set(leaseKey(row.profileId), row, store),
    async forget(id) {
      await del(lockKey(id), store);
      await del(leaseKey(id), store);
    },
  };
}
