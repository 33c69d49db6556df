/**
 * Finds, among thousands of pictures, those that look like a new one: exactly what `unlikeness` says of each pair, for a
 * fraction of its work. A picture's windows are much alike, and a distance obeys the triangle's inequality: where the
 * one in the middle of several is further away than they are from it, none of them needs to be compared.
 */
import { NEAR, onesIn, readLook, WINDOW_WORDS, WINDOWS, type Look } from './photo-look.ts';

export interface Alike {
  photoId: string;
  /** Bits of difference, 0–{@link NEAR}. */
  unlike: number;
}

export interface LookBook {
  /** Those that were in the book before it and look like it. One not yet in the book is from now on; `look` is read then. */
  alike(photoId: string, look: string): readonly Alike[];
}

/** Windows that stand for others. More cost a comparison each, fewer leave more to compare one by one. */
const MIDDLES = 8;
const LOOK_WORDS = WINDOWS * WINDOW_WORDS;

/** Bits of two windows that differ; some number above `most` where there are more. */
function distance(words: Uint32Array, a: number, b: number, most: number): number {
  let bits = 0;
  for (let i = 0; i < WINDOW_WORDS && bits <= most; i++)
    bits += onesIn((words[a + i] ?? 0) ^ (words[b + i] ?? 0));
  return bits;
}

/** Middles of a picture's windows and what each stands for, the furthest first; the whole is the first middle. */
function groupsOf(look: Look): { window: Uint32Array; far: number }[][] {
  const apart = (a: Uint32Array, b: Uint32Array): number =>
    a.reduce((bits, word, i) => bits + onesIn(word ^ (b[i] ?? 0)), 0);
  const groups: { window: Uint32Array; far: number }[][] = [];
  let rest = look.map((window) => ({ window, far: Infinity, group: 0 }));
  while (groups.length < MIDDLES) {
    // The one that none of the middles so far stands for well.
    const next = rest.reduce<(typeof rest)[number] | undefined>(
      (worst, each) => (worst === undefined || each.far > worst.far ? each : worst),
      undefined,
    );
    if (next === undefined) break;
    const group = groups.push([]) - 1;
    rest = rest.map((each) => {
      const far = apart(each.window, next.window);
      return far < each.far ? { window: each.window, far, group } : each;
    });
  }
  for (const { window, far, group } of rest) groups[group]?.push({ window, far });
  for (const group of groups) group.sort((a, b) => (a.far === 0 ? -1 : b.far === 0 ? 1 : b.far - a.far));
  return groups;
}

export function createLookBook(): LookBook {
  const photoIds: string[] = [];
  const known = new Map<string, readonly Alike[]>();
  /** Picture by picture its windows, group by group, the middle of each first. */
  let words = new Uint32Array(64 * LOOK_WORDS);
  /** How far each window is from its middle; a middle says how many it stands for. */
  let facts = new Uint8Array(64 * WINDOWS);

  function write(look: Look, picture: number): void {
    if ((picture + 1) * WINDOWS > facts.length) {
      const [oldWords, oldFacts] = [words, facts];
      words = new Uint32Array(2 * oldWords.length);
      words.set(oldWords);
      facts = new Uint8Array(2 * oldFacts.length);
      facts.set(oldFacts);
    }
    let at = picture * WINDOWS;
    for (const group of groupsOf(look))
      group.forEach(({ window, far }, place) => {
        words.set(window, at * WINDOW_WORDS);
        facts[at] = place === 0 ? group.length : far;
        at += 1;
      });
  }

  /** The least distance of a window of `a` to the whole of `b`, if it is below `least`. */
  function nearest(a: number, b: number, least: number): number {
    const whole = b * LOOK_WORDS;
    const end = (a + 1) * WINDOWS;
    let found = least;
    for (let middle = a * WINDOWS; middle < end;) {
      const next = middle + Math.max(1, facts[middle] ?? 1);
      const radius = next > middle + 1 ? (facts[middle + 1] ?? 0) : 0;
      const apart = distance(words, middle * WINDOW_WORDS, whole, found + radius);
      found = Math.min(found, apart);
      for (let at = middle + 1; at < next && apart - (facts[at] ?? 0) < found; at++)
        found = Math.min(found, distance(words, at * WINDOW_WORDS, whole, found));
      middle = next;
    }
    return found;
  }

  return {
    alike(photoId, text) {
      const before = known.get(photoId);
      if (before !== undefined) return before;
      const look = readLook(text);
      if (look === null) return [];
      const picture = photoIds.length;
      write(look, picture);
      const found: Alike[] = [];
      photoIds.forEach((other, at) => {
        const unlike = nearest(at, picture, nearest(picture, at, NEAR + 1));
        if (unlike <= NEAR) found.push({ photoId: other, unlike });
      });
      photoIds.push(photoId);
      known.set(photoId, found);
      return found;
    },
  };
}
