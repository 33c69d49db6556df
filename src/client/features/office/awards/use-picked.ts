/** Which of a form's names are in it: all of them, until one is taken out. */
import { useState } from 'react';
import type { AwardEntry } from './entries.ts';

export interface Picked {
  ids: ReadonlySet<string>;
  entries: AwardEntry[];
  toggle: (id: string) => void;
}

/** What came in meanwhile is in it too. */
export function usePicked(entries: readonly AwardEntry[]): Picked {
  const [out, setOut] = useState<ReadonlySet<string>>(new Set());
  const picked = entries.filter(({ id }) => !out.has(id));
  return {
    ids: new Set(picked.map(({ id }) => id)),
    entries: picked,
    toggle: (id) =>
      setOut((now) => {
        const next = new Set(now);
        if (!next.delete(id)) next.add(id);
        return next;
      }),
  };
}
