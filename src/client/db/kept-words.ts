/**
 * Words typed into a small form that is not saved yet. They outlive a closed or killed app, and go once they are saved
 * or given up. Beside the profiles' databases, because what is half typed fits no record's schema.
 */
import { createStore, del, entries, set, type UseStore } from 'idb-keyval';

export type Words = Readonly<Record<string, string>>;

let store: UseStore | undefined;
const opened = (): UseStore => (store ??= createStore('thidua-dang-viet', 'words'));

const isWords = (value: unknown): value is Words =>
  typeof value === 'object' &&
  value !== null &&
  Object.values(value).every((text) => typeof text === 'string');

/** Everything half typed on this phone whose key begins so. */
export async function keptWords(prefix: string): Promise<ReadonlyMap<string, Words>> {
  const kept = await entries<string, unknown>(opened());
  return new Map(
    kept.flatMap(([key, words]) => (key.startsWith(prefix) && isWords(words) ? [[key, words] as const] : [])),
  );
}

/** In the order they are called: the last words stay. null: nothing is kept any more. */
export const keepWords = (key: string, words: Words | null): Promise<void> =>
  words === null ? del(key, opened()) : set(key, words, opened());
