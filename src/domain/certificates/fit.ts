/**
 * Makes a text fit its room without cutting it: first smaller by whole points, then on more lines, then smaller still.
 * Widths come from whoever can measure letters (the browser); nothing is guessed here.
 */
import type { Look } from './fields.ts';

/** Width of a text in sizes of its letters (ems), drawn with this look. */
export type WidthOf = (text: string, look: Look) => number;

/** `width` in half points, `halfPoints` the wanted size. */
type Room = { width: number; halfPoints: number };

type Fitted = {
  halfPoints: number;
  lines: string[];
  /** Below the least size of its look: all of it is there, but small. */
  isTight: boolean;
};

/** 6 pt: smaller is not read on paper. */
const SMALLEST = 12;
/** One point. */
const STEP = 2;
/** Letters beside each other may take a little more than the sum of the words. */
const SPARE = 0.99;

/** One letter with its marks stays whole. */
const lettersOf = (word: string): string[] => word.match(/\P{M}\p{M}*|\p{M}+/gu) ?? [];

type Measured = { text: string; width: number };

/** A word that is wider than a whole line is broken between letters. */
function piecesOf(word: string, most: number, widthOf: (text: string) => number): Measured[] {
  const width = widthOf(word);
  if (width <= most) return [{ text: word, width }];
  const pieces: Measured[] = [];
  let piece = '';
  for (const letter of lettersOf(word)) {
    if (piece !== '' && widthOf(piece + letter) > most) {
      pieces.push({ text: piece, width: widthOf(piece) });
      piece = '';
    }
    piece += letter;
  }
  return piece === '' ? pieces : [...pieces, { text: piece, width: widthOf(piece) }];
}

/** As many words a line as there is room for; `most` in ems. */
function wrap(text: string, most: number, widthOf: (text: string) => number): string[] {
  const space = widthOf(' ');
  return text.split('\n').flatMap((paragraph) => {
    const lines: Measured[] = [];
    for (const word of paragraph.split(' ').filter((each) => each !== ''))
      for (const piece of piecesOf(word, most, widthOf)) {
        const last = lines.at(-1);
        if (last !== undefined && last.width + space + piece.width <= most) {
          last.text += ` ${piece.text}`;
          last.width += space + piece.width;
        } else lines.push({ ...piece });
      }
    return lines.map((line) => line.text);
  });
}

/** The same number of lines, as even as they can be: the least width at which no line more is needed. */
function evenly(text: string, most: number, lines: string[], widthOf: (text: string) => number): string[] {
  if (lines.length < 2) return lines;
  let [low, high, best] = [most / lines.length / 2, most, lines];
  for (let round = 0; round < 10; round++) {
    const middle = (low + high) / 2;
    const tried = wrap(text, middle, widthOf);
    if (tried.length <= lines.length) [high, best] = [middle, tried];
    else low = middle;
  }
  return best;
}

export function fitText(
  text: string,
  { width, halfPoints }: Room,
  { lines: mostLines, least }: Pick<Look, 'lines' | 'least'>,
  measure: (text: string) => number,
): Fitted {
  const known = new Map<string, number>();
  const widthOf = (word: string): number => {
    const found = known.get(word) ?? measure(word);
    known.set(word, found);
    return found;
  };
  const most = Math.max(mostLines, text.split('\n').length);
  const at = (size: number): { room: number; lines: string[] } => {
    const room = (width / size) * SPARE;
    return { room, lines: wrap(text, room, widthOf) };
  };
  const leastOf = (percent: number): number => Math.max(SMALLEST, Math.ceil((halfPoints * percent) / 100));
  for (let lines = 1; lines <= most; lines++) {
    const floor = leastOf(lines === 1 ? least.one : least.several);
    for (let size = halfPoints; size >= floor; size -= STEP) {
      const tried = at(size);
      if (tried.lines.length <= lines)
        return { halfPoints: size, lines: evenly(text, tried.room, tried.lines, widthOf), isTight: false };
    }
  }
  let size = leastOf(least.several);
  while (size - STEP >= SMALLEST && at(size).lines.length > most) size -= STEP;
  const last = at(size);
  return { halfPoints: size, lines: evenly(text, last.room, last.lines, widthOf), isTight: true };
}

/**
 * About how wide a line of a serif face is, where letters cannot be measured (a program without a screen): a capital
 * takes seven tenths of its size, other letters half, marks nothing. A little wider than the letters are.
 */
export const roughWidth: WidthOf = (text, { bold }) => {
  let width = 0;
  for (const letter of text.normalize('NFD')) {
    if (/\p{M}/u.test(letter)) continue;
    width += /\p{Lu}/u.test(letter) ? 0.74 : letter === ' ' ? 0.25 : 0.52;
  }
  return bold ? width * 1.06 : width;
};
