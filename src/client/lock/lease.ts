/**
 * Lists pulled from the commune are lent: a phone that has not heard from it for a fortnight shows them again after one
 * contact. What its person wrote is never hidden, and nothing is deleted: only the commune's word deletes.
 */
import type { LeaseRow, LockStore } from '#client/db/lock-store.ts';

const DAY_MS = 24 * 60 * 60_000;
export const LEASE_MS = 14 * DAY_MS;
/** Further than this between two contacts is a clock that was turned, not time that went by. */
const BELIEVED_MS = 5 * 365 * DAY_MS;
/** How often open time is written down. */
export const LEASE_TICK_MS = 60_000;

export interface LeaseFacts {
  /** Of the last verified reply, by this phone's clock then; null = never, so that nothing was lent. */
  contactAt: number | null;
  now: number;
  /** Time the app was open since then, by a clock nobody turns. */
  openMs: number;
}

/** Elapsed time by the wall clock where it can be believed; otherwise by how long the app was open since. */
export function isLeaseOver({ contactAt, now, openMs }: LeaseFacts): boolean {
  if (contactAt === null) return false;
  const wall = now - contactAt;
  const elapsed = wall >= 0 && wall <= BELIEVED_MS ? Math.max(wall, openMs) : openMs;
  return elapsed > LEASE_MS;
}

/** Open time since this contact. */
export const openSince = (row: LeaseRow | undefined, contactAt: number | null): number =>
  row !== undefined && row.contactAt === contactAt ? row.openMs : 0;

/** Adds what went by while the app was open; a new contact begins anew. */
export async function countOpen(
  store: LockStore,
  profileId: string,
  contactAt: number | null,
  ms: number,
): Promise<number> {
  if (contactAt === null) return 0;
  const openMs = openSince(await store.lease(profileId), contactAt) + ms;
  await store.putLease({ kind: 'lease', profileId, contactAt, openMs });
  return openMs;
}
