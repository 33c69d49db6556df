/** Opening a locked profile: the try is counted, the key unwrapped, and the tenth wrong one destroys it. */
import type { LockRow, LockStore } from '#client/db/lock-store.ts';
import type { Chance } from '#protocol/ids.ts';
import { keyOfPin, keyOfSecret, unwrap } from './keys.ts';
import { secretFor } from './passkey.ts';
import { begun, destroyed, succeeded, triesLeft, turnOf, type Turn } from './tries.ts';

type Bytes = Uint8Array<ArrayBuffer>;

export type Unlocked =
  | { kind: 'open'; key: Bytes }
  | { kind: 'wrong'; left: number; waitMs: number }
  /** Not looked at: the wait is not over. */
  | { kind: 'wait'; waitMs: number }
  /** The key is destroyed; nothing on this phone opens the rows any more. */
  | { kind: 'gone' }
  | { kind: 'cancelled' }
  | { kind: 'unfit' };

export async function unlockByPin(store: LockStore, profileId: string, pin: string): Promise<Unlocked> {
  const seen: { turn: Turn } = { turn: 'gone' };
  const row = await store.changeLock(profileId, (now) => {
    seen.turn = turnOf(now);
    return begun(now);
  });
  if (row === undefined || row.way.kind !== 'pin' || row.wrapped === null) return { kind: 'gone' };
  if (seen.turn === 'wait') return { kind: 'wait', waitMs: row.waitMs };
  // Killed between the tenth try and its end: it was the tenth.
  if (seen.turn === 'gone') return destroy(store, profileId);
  const key = await unwrap(row.wrapped, await keyOfPin(pin, row.way));
  if (key !== null) {
    await store.changeLock(profileId, succeeded);
    return { kind: 'open', key };
  }
  if (triesLeft(row) === 0) return destroy(store, profileId);
  return { kind: 'wrong', left: triesLeft(row), waitMs: row.waitMs };
}

async function destroy(store: LockStore, profileId: string): Promise<Unlocked> {
  await store.changeLock(profileId, destroyed);
  return { kind: 'gone' };
}

/** The phone itself counts wrong fingers; nothing is to be guessed here. */
export async function unlockByPasskey({ way, wrapped }: LockRow, chance: Chance): Promise<Unlocked> {
  if (wrapped === null || way.kind !== 'passkey') return { kind: 'gone' };
  const asked = await secretFor(way, chance);
  if (asked.kind !== 'given') return asked;
  const key = await unwrap(wrapped, await keyOfSecret(asked.value, way.salt));
  return key === null ? { kind: 'unfit' } : { kind: 'open', key };
}
