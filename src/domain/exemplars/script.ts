/** A script of a wanted length from what there is to say: first everything once, briefly; then in full while there is room. Pure. */
import { readingSeconds } from './reading.ts';

export interface ScriptPart {
  id: string;
  /** In full, and in a sentence where it has one. */
  text: string;
  short?: string;
  /** Greeting and farewell: said whatever the length. */
  always?: boolean;
}

export interface Script {
  text: string;
  /** Of reading, by `reading.ts`. */
  seconds: number;
  /** Ids of what was said briefly, and of what there was no room for. */
  shortened: string[];
  leftOut: string[];
}

const textOf = (chosen: readonly (string | null)[]): string =>
  chosen.filter((each): each is string => each !== null && each.trim() !== '').join('\n\n');

/** `seconds`: not to be passed, except by what is said `always`. Parts in the order they are said; the earlier ones count more. */
export function composeScript(parts: readonly ScriptPart[], seconds: number): Script {
  const chosen = parts.map(({ always, text }): string | null => (always === true ? text : null));
  const fits = (at: number, text: string): boolean => {
    const next = chosen.map((each, index) => (index === at ? text : each));
    return readingSeconds(textOf(next)) <= seconds;
  };
  parts.forEach(({ text, short = text }, at) => {
    if (chosen[at] === null && fits(at, short)) chosen[at] = short;
  });
  parts.forEach(({ text }, at) => {
    if (chosen[at] !== null && chosen[at] !== text && fits(at, text)) chosen[at] = text;
  });
  const text = textOf(chosen);
  return {
    text,
    seconds: readingSeconds(text),
    shortened: parts
      .filter((part, at) => chosen[at] !== null && chosen[at] !== part.text)
      .map(({ id }) => id),
    leftOut: parts.filter((_, at) => chosen[at] === null).map(({ id }) => id),
  };
}

/** "Bước một. Bước hai." → "Bước một.": what a story is told by when there is little time. */
export function firstSentence(text: string): string {
  const line = text.trim().split(/\n+/u)[0] ?? '';
  const end = line.search(/[.!?…](?:\s|$)/u);
  return end === -1 ? line : line.slice(0, end + 1);
}
