/** Putting a lock on a profile, and taking it off. The profile must not be open in this window (`alone.ts`). */
import type { LockStore, LockWay } from '#client/db/lock-store.ts';
import { isSealed } from '#client/db/vault-mark.ts';
import { createCipher } from '#client/db/vault.ts';
import { rewrite } from '#client/db/vault-rewrite.ts';
import { databasePlatform, type Surroundings } from '#client/sync/open-store.ts';
import { alone } from './alone.ts';
import { newProfileKey, wrap } from './keys.ts';

type Bytes = Uint8Array<ArrayBuffer>;

export interface LockParts {
  profileId: string;
  around: Omit<Surroundings, 'openStore'>;
  store: LockStore;
}

export type LockOutcome =
  | { kind: 'locked'; key: Bytes }
  /** Another window of the app has it open and does not close. */
  | { kind: 'held' }
  | { kind: 'failed'; cause: unknown };

/** Out of sight for so long, and it locks; the person may choose another. */
export const HIDDEN_MS = 5 * 60_000;

/** Seals what is not sealed yet: after the lock was put on, or after that was cut off half-way. */
export async function sealRows({ profileId, around }: LockParts, key: Bytes): Promise<LockOutcome> {
  if (await isSealed(around.indexedDB, profileId)) return { kind: 'locked', key };
  const cipher = createCipher(key, around.environment.chance);
  const done = await alone(profileId, around.environment, () =>
    rewrite(profileId, databasePlatform(around), cipher, 'sealed'),
  );
  if (done.kind === 'held') return done;
  return done.value.kind === 'done' ? { kind: 'locked', key } : done.value;
}

/**
 * The wrapping is on disk before the first row is sealed, so that no crash leaves rows without a key; `by` is the key of
 * the way.
 */
export async function lockProfile(parts: LockParts, way: LockWay, by: CryptoKey): Promise<LockOutcome> {
  const { profileId, around, store } = parts;
  const { chance } = around.environment;
  const key = newProfileKey(chance);
  const wrapped = await wrap(key, by, chance);
  await store.putLock({ kind: 'lock', profileId, way, wrapped, failures: 0, waitMs: 0, hiddenMs: HIDDEN_MS });
  const outcome = await sealRows(parts, key);
  if (outcome.kind !== 'locked' && !(await isSealed(around.indexedDB, profileId)))
    await store.removeLock(profileId);
  return outcome;
}

/** The rows in the clear again; the lock goes last. */
export async function unlockForGood(
  parts: LockParts,
  key: Bytes,
): Promise<{ kind: 'off' } | { kind: 'held' } | { kind: 'failed'; cause: unknown }> {
  const { profileId, around, store } = parts;
  const cipher = createCipher(key, around.environment.chance);
  const done = await alone(profileId, around.environment, () =>
    rewrite(profileId, databasePlatform(around), cipher, 'clear'),
  );
  if (done.kind === 'held') return done;
  if (done.value.kind === 'failed') return done.value;
  await store.removeLock(profileId);
  await store.removeLeft(profileId);
  return { kind: 'off' };
}
