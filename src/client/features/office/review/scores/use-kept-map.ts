/** Half-typed words of several small forms at once, each under its own key; they outlive a closed or killed app. */
import { useCallback, useEffect, useRef, useState } from 'react';
import { useWorkspace } from '#client/app/workspace-context.tsx';
import { keepWords, keptWords, type Words } from '#client/db/kept-words.ts';

export interface KeptMap {
  /** By what follows the prefix; empty until it is read. */
  words: ReadonlyMap<string, Words>;
  isRead: boolean;
  /** null: saved, or no longer wanted. */
  keep: (key: string, words: Words | null) => void;
}

// A machine without room has them on the screen only; saving says so by itself.
const quietly = (work: Promise<unknown>): void => void work.catch(() => undefined);
const none: ReadonlyMap<string, Words> = new Map();

export function useKeptMap(prefix: string): KeptMap {
  const { id: owner } = useWorkspace().profile;
  const [read, setRead] = useState<{ prefix: string; words: ReadonlyMap<string, Words> } | null>(null);
  /** Typed before what was kept had been read: the newer words stand. */
  const touched = useRef(new Set<string>());
  useEffect(() => {
    let isOver = false;
    touched.current = new Set();
    void keptWords(owner, prefix)
      .catch(() => none)
      .then((kept) => {
        if (isOver) return;
        setRead((now) => {
          const words = new Map(now?.prefix === prefix ? now.words : none);
          for (const [key, value] of kept) {
            const name = key.slice(prefix.length);
            if (!touched.current.has(name)) words.set(name, value);
          }
          return { prefix, words };
        });
      });
    return () => {
      isOver = true;
    };
  }, [owner, prefix]);
  const keep = useCallback(
    (key: string, words: Words | null) => {
      touched.current.add(key);
      setRead((now) => {
        const next = new Map(now?.prefix === prefix ? now.words : none);
        if (words === null) next.delete(key);
        else next.set(key, words);
        return { prefix, words: next };
      });
      quietly(keepWords(owner, `${prefix}${key}`, words));
    },
    [owner, prefix],
  );
  return { words: read?.prefix === prefix ? read.words : none, isRead: read?.prefix === prefix, keep };
}
