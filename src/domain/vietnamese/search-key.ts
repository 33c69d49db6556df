/** Search without marks (`domain.md` §6.4): "dam mu" finds "Đầm Mụ", "nva" finds "Nguyễn Văn An". */

const words = (key: string): string[] => key.split(' ').filter((word) => word !== '');

/** Lower case, no marks, đ → d, single spaces; the same for composed and decomposed text. Store it beside a name. */
export const searchKey = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replaceAll('đ', 'd')
    .replace(/\s+/g, ' ')
    .trim();

/** Each typed word begins a word of its own, in any order. Longest first, so that "n" never takes the word of "nguyen". */
const everyWordBegins = (keyWords: readonly string[], typed: readonly string[]): boolean => {
  const free = [...keyWords];
  return [...typed]
    .sort((a, b) => b.length - a.length)
    .every((word) => {
      const at = free.findIndex((candidate) => candidate.startsWith(word));
      if (at === -1) return false;
      free.splice(at, 1);
      return true;
    });
};

/**
 * Does a name's `searchKey` answer to what a person typed? Words in any order, each from its beginning, or the initials
 * without spaces ("nva"). An empty query matches all.
 */
export const matches = (key: string, query: string): boolean => {
  const typed = words(searchKey(query));
  const keyWords = words(key);
  if (everyWordBegins(keyWords, typed)) return true;
  const [only = ''] = typed;
  if (typed.length !== 1 || only.length < 2) return false;
  return keyWords
    .map((word) => word.charAt(0))
    .join('')
    .startsWith(only);
};
