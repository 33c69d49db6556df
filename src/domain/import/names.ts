/** Names held against each other without marks: hamlets, families, units. */
import { searchKey } from '../vietnamese/search-key.ts';

const KIND_WORDS = ['xom', 'thon', 'ban', 'to dan pho', 'to', 'khu dan cu', 'khu', 'ap', 'lang'];

/** "Xóm Chùa 9" and "chua 09" are the same hamlet. */
export function hamletKey(name: string): string {
  const key = searchKey(name.replace(/[^\p{L}\p{M}\p{N}]+/gu, ' '));
  const word = KIND_WORDS.find((each) => key.startsWith(`${each} `));
  const bare = word === undefined ? key : key.slice(word.length + 1);
  return bare.replace(/\b0+(?=\d)/g, '');
}

/** As written but for case and spaces: tells Đồng Lạc from Đông Lạc. */
export const exactKey = (name: string): string =>
  name.normalize('NFC').toLocaleLowerCase('vi').replace(/\s+/g, ' ').trim();

/** A person's name without marks and without a word of address. */
export const personKey = (name: string): string =>
  searchKey(name.replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')).replace(/^(ong|ba) (?=\S+ \S+ )/, '');

/** One letter more, less or other, and no more. */
export function differsByOne(a: string, b: string): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (long.length - short.length > 1 || a === b) return false;
  let at = 0;
  while (at < short.length && short[at] === long[at]) at += 1;
  const rest = short.length === long.length ? short.slice(at + 1) : short.slice(at);
  return rest === long.slice(at + 1);
}

const LONG_ENOUGH = 10;

/**
 * Likely one name written twice: a letter of the family or middle name differs. Given names that differ are other
 * people: Hà Văn Minh and Hà Văn Binh are neighbours, not a slip of the pen.
 */
export function isNear(a: string, b: string): boolean {
  if (Math.min(a.length, b.length) < LONG_ENOUGH) return false;
  const last = (key: string): string => key.slice(key.lastIndexOf(' ') + 1);
  return last(a) === last(b) && differsByOne(a, b);
}

/** The one that is written so; otherwise the only one that is written so without marks. */
export function findNamed<Item>(
  items: ReadonlyMap<string, readonly Item[]>,
  name: string,
  nameOf: (item: Item) => string,
  keyOf: (name: string) => string,
): Item | 'several' | undefined {
  const found = items.get(keyOf(name)) ?? [];
  if (found.length <= 1) return found[0];
  const exact = found.filter((item) => exactKey(nameOf(item)) === exactKey(name));
  return exact.length === 1 ? exact[0] : 'several';
}

export function grouped<Item>(items: readonly Item[], keyOf: (item: Item) => string): Map<string, Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [item]);
    else group.push(item);
  }
  return groups;
}
