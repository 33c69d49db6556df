/** Which forms are chosen: one by one, in a row from the last one touched, or all that the filter shows. */
import { useCallback, useMemo, useRef, useState } from 'react';
import type { Entry } from '../../entries.ts';

export interface Chosen {
  /** Ids of entries, sound ones alone: what ceases to be so is chosen no more. */
  ids: ReadonlySet<string>;
  toggle: (id: string) => void;
  /** From the one touched last to this one, as the list stands. */
  extend: (id: string) => void;
  all: () => void;
  none: () => void;
}

const isSound = ({ left }: Entry): boolean => left === null;
const NONE: ReadonlySet<string> = new Set();

export function useChosen(shown: readonly Entry[], entries: readonly Entry[]): Chosen {
  const [wanted, setWanted] = useState<ReadonlySet<string>>(NONE);
  const anchor = useRef<string | null>(null);
  const ids = useMemo(
    () =>
      wanted.size === 0
        ? NONE
        : new Set(entries.flatMap((each) => (isSound(each) && wanted.has(each.id) ? [each.id] : []))),
    [wanted, entries],
  );
  const toggle = useCallback((id: string): void => {
    anchor.current = id;
    setWanted((now) => {
      const next = new Set(now);
      if (!next.delete(id)) next.add(id);
      return next;
    });
  }, []);
  const extend = useCallback(
    (id: string): void => {
      const from = shown.findIndex((each) => each.id === anchor.current);
      const to = shown.findIndex((each) => each.id === id);
      if (from === -1) anchor.current = id;
      const [low, high] = from === -1 ? [to, to] : [Math.min(from, to), Math.max(from, to)];
      const between = shown.slice(low, high + 1).filter(isSound);
      setWanted((now) => new Set([...now, ...between.map((each) => each.id)]));
    },
    [shown],
  );
  const all = useCallback(
    () => setWanted((now) => new Set([...now, ...shown.filter(isSound).map(({ id }) => id)])),
    [shown],
  );
  const none = useCallback(() => setWanted(NONE), []);
  return useMemo(() => ({ ids, toggle, extend, all, none }), [ids, toggle, extend, all, none]);
}
