/** The hooks of small forms whose half-typed words outlive the app (`client/db/kept-words.ts`). */
import { use, useEffect, useState } from 'react';
import { keepWords, keptWords, type Words } from '#client/db/kept-words.ts';
import { WordsOwner } from './words-owner.ts';

// A phone without room has them on the screen only; saving says so by itself.
const quietly = (work: Promise<unknown>): void => void work.catch(() => undefined);
const none: ReadonlyMap<string, Words> = new Map();
const read = (profileId: string, prefix: string): Promise<ReadonlyMap<string, Words>> =>
  keptWords(profileId, prefix).catch(() => none);
const useOwner = (): string => use(WordsOwner);

export interface KeptWords<Fields extends Words> {
  words: Fields;
  change: (part: Partial<Fields>) => void;
  /** Saved, or no longer wanted. */
  forget: () => void;
}

/** null until it is known what was kept; `first`: what the form opens with when nothing was. */
export function useKeptWords<Fields extends Words>(key: string, first: Fields): KeptWords<Fields> | null {
  const owner = useOwner();
  const [words, setWords] = useState<Fields | null>(null);
  useEffect(() => {
    let isOver = false;
    void read(owner, key).then((kept) => !isOver && setWords({ ...first, ...kept.get(key) }));
    return () => {
      isOver = true;
    };
    // What the form opens with is said once; the key says which form it is.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [owner, key]);
  if (words === null) return null;
  return {
    words,
    change: (part) => {
      const next = { ...words, ...part };
      setWords(next);
      quietly(keepWords(owner, key, next));
    },
    forget: () => quietly(keepWords(owner, key, null)),
  };
}

/** The rests of all keys that begin so under which something is half typed, as it was when the screen was opened. */
export function useBegun(prefix: string): ReadonlySet<string> {
  const owner = useOwner();
  const [begun, setBegun] = useState<ReadonlySet<string>>(new Set());
  useEffect(() => {
    let isOver = false;
    void read(owner, prefix).then((kept) => {
      if (!isOver) setBegun(new Set([...kept.keys()].map((key) => key.slice(prefix.length))));
    });
    return () => {
      isOver = true;
    };
  }, [owner, prefix]);
  return begun;
}

/** Calls `reopen` once with the rest of a key that begins so, when something was half typed under it. */
export function useReopen(prefix: string, reopen: (rest: string) => void): void {
  const owner = useOwner();
  useEffect(() => {
    let isOver = false;
    void read(owner, prefix).then((kept) => {
      const [key] = kept.keys();
      if (!isOver && key !== undefined) reopen(key.slice(prefix.length));
    });
    return () => {
      isOver = true;
    };
    // Once, where the list is opened: from there on its person leads.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [owner, prefix]);
}
