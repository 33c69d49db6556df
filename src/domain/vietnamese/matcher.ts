/**
 * `matches` (search-key.ts) for one query over ten thousand keys: what is typed is normalised once, and a key that holds
 * none of it costs no list of words. Both answer alike.
 */
import { searchKey } from './search-key.ts';

const begins = (key: string, word: string): boolean => key.startsWith(word) || key.includes(` ${word}`);

function initialsBegin(key: string, typed: string): boolean {
  let at = 0;
  for (let index = 0; index < typed.length; index++) {
    if (key.charAt(at) !== typed.charAt(index)) return false;
    const space = key.indexOf(' ', at);
    if (space === -1) return index === typed.length - 1;
    at = space + 1;
  }
  return true;
}

/** Longest first, each takes the first word left that it begins. */
function takeEach(key: string, typed: readonly string[]): boolean {
  const free = key.split(' ');
  return typed.every((word) => {
    const at = free.findIndex((candidate) => candidate.startsWith(word));
    if (at !== -1) free.splice(at, 1);
    return at !== -1;
  });
}

/** Does a `searchKey` answer to `query`? */
export function matcherOf(query: string): (key: string) => boolean {
  const typed = searchKey(query)
    .split(' ')
    .filter((word) => word !== '')
    .sort((a, b) => b.length - a.length);
  const [first = ''] = typed;
  if (typed.length === 0) return () => true;
  if (typed.length === 1)
    return (key) => begins(key, first) || (first.length >= 2 && initialsBegin(key, first));
  return (key) => typed.every((word) => begins(key, word)) && takeEach(key, typed);
}
