/**
 * Words typed into a small form that is not saved yet. They outlive a closed or killed app, and go once they are saved
 * or given up, and with their profile. Beside the profile's own database, because what is half typed fits no record's
 * schema; a database for each profile, so that it leaves the phone whole (`wipe.ts`).
 */
import { del, entries, set, type UseStore } from 'idb-keyval';
import { strictStore } from './strict-store.ts';

export type Words = Readonly<Record<string, string>>;

export const wordsDbName = (profileId: string): string => `thidua-dang-viet-${profileId}`;

const stores = new Map<string, UseStore>();
function opened(profileId: string): UseStore {
  const store = stores.get(profileId) ?? strictStore(indexedDB, wordsDbName(profileId), 'words');
  stores.set(profileId, store);
  return store;
}

const isWords = (value: unknown): value is Words =>
  typeof value === 'object' &&
  value !== null &&
  Object.values(value).every((text) => typeof text === 'string');

/** Everything half typed in this profile whose key begins so. */
export async function keptWords(profileId: string, prefix: string): Promise<ReadonlyMap<string, Words>> {
  const kept = await entries<string, unknown>(opened(profileId));
  return new Map(
    kept.flatMap(([key, words]) => (key.startsWith(prefix) && isWords(words) ? [[key, words] as const] : [])),
  );
}

/** In the order they are called: the last words stay. null: nothing is kept any more. */
export const keepWords = (profileId: string, key: string, words: Words | null): Promise<void> =>
  words === null ? del(key, opened(profileId)) : set(key, words, opened(profileId));
