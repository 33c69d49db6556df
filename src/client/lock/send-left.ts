/** What people left behind goes to the commune by itself, unread, as soon as somebody opens the app with a network. */
import type { LockStore } from '#client/db/lock-store.ts';
import { handInUnread } from '#client/sync/rescue/hand-in.ts';
import type { Network } from '#client/sync/transport.ts';
import type { RescueHandIn } from '#client/workspace.ts';

/** Gone from this phone once the commune has taken it, and not before. */
export async function sendLeft(
  store: LockStore,
  network: Network,
  profileId: string,
): Promise<RescueHandIn | null> {
  const file = await store.left(profileId);
  if (file === undefined || !file.isAlone) return null;
  const answer = await handInUnread(network, file.bytes);
  if (answer.kind === 'taken') await store.removeLeft(profileId);
  return answer;
}

export async function sendEveryLeft(store: LockStore, network: Network): Promise<void> {
  for (const { profileId } of await store.alone()) await sendLeft(store, network, profileId);
}
