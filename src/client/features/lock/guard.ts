/** What the screens of an open profile may ask of whoever guards it (`app/guarded-profile.tsx`). */
import type { LockWay } from '#client/db/lock-store.ts';

export interface Guard {
  /** How it is locked; null = it is not. */
  way: LockWay['kind'] | null;
  /** `by`: the key of the way, made before anything is closed. */
  putOn: (way: LockWay, by: CryptoKey) => void;
  takeOff: () => void;
  lockNow: () => void;
  /** Closes the profile and begins to take it from this phone. */
  leave: () => void;
  /** What became of the last putting on or taking off, where it did not work; null otherwise. */
  trouble: string | null;
}
