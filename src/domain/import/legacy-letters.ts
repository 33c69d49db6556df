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

/**
 * UTF-8 that was opened as Western letters and saved like that: `Nguyá»…n VÄƒn`. Each marked letter has become two or
 * three signs of which the first is one of these, and the second is no letter Vietnamese puts there.
 */
const BROKEN =
  /[ÃÄÅÆá][\u0080-\u00bf\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc\u2013-\u203a\u20ac\u2122]/u;

/** A name with one foreign letter does not make a list foreign: at least two cells, and one in twenty. */
const LEAST = 2;
const ONE_IN = 20;

export type ForeignLetters = 'tcvn3' | 'vni' | 'savedBroken';

/** How the cells of a list are stored, where it is one of these; null = none. */
export function legacyLetters(texts: readonly string[]): ForeignLetters | null {
  const words = texts.filter((text) => isLetter([...text].find(isLetter)));
  const tcvn3 = words.filter((text) => holds(text, TCVN3)).length;
  const vni = words.filter((text) => holds(text, VNI)).length;
  const enough = Math.max(LEAST, words.length / ONE_IN);
  // Its signs are among those of TCVN3, and the remedy is another.
  if (words.filter((text) => BROKEN.test(text.normalize('NFC'))).length >= Math.max(enough, tcvn3 / 2))
    return 'savedBroken';
  // TCVN3 also uses letters of the other set; its signs tell.
  if (tcvn3 >= enough) return 'tcvn3';
  return vni >= enough ? 'vni' : null;
}
