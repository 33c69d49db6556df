/**
 * Vietnamese stored for a font of its own: in .VnTime (TCVN3) `Nguyễn Văn Ánh` is kept as `NguyÔn V¨n ¸nh`, in VNI as
 * `Nguyeãn Vaên AÙnh`. It looks right under that font and is something else everywhere; no Unicode text uses these
 * letters in a Vietnamese word.
 */

/** Signs that TCVN3 puts in the place of letters, and a Unicode word never holds. */
const TCVN3 = new Set('µ¸¶·¹¨»¾¼½©®ª«¬§¡¢£¤¥¦');
/** Letters that VNI puts after a vowel, or instead of one, and no Vietnamese word has. */
const VNI = new Set('øûïåäüëñöæØÛÏÅÄÜËÑÖÆ');
const isLetter = (char: string | undefined): boolean => char !== undefined && /\p{L}/u.test(char);

/** Does a sign of the set stand inside a word, beside a letter? */
function holds(text: string, signs: ReadonlySet<string>): boolean {
  const chars = [...text.normalize('NFC')];
  return chars.some((char, at) => signs.has(char) && (isLetter(chars[at - 1]) || isLetter(chars[at + 1])));
}

/** A name with one foreign letter does not make a list foreign: at least two cells, and one in twenty. */
const LEAST = 2;
const ONE_IN = 20;

/** How the cells of a list are stored, where it is one of the two; null = neither. */
export function legacyLetters(texts: readonly string[]): 'tcvn3' | 'vni' | null {
  const words = texts.filter((text) => isLetter([...text].find(isLetter)));
  const tcvn3 = words.filter((text) => holds(text, TCVN3)).length;
  const vni = words.filter((text) => holds(text, VNI)).length;
  const enough = Math.max(LEAST, words.length / ONE_IN);
  // TCVN3 also uses letters of the other set; its signs tell.
  if (tcvn3 >= enough) return 'tcvn3';
  return vni >= enough ? 'vni' : null;
}
