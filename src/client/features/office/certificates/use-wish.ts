/** Which decision, which paper: in the address, so that a link or a reload leads back to it. */
import { useCallback } from 'react';
import { useSearchParams } from 'wouter';
import type { PaperSize } from '#domain/certificates/full-page.ts';

const NAMES = {
  decision: 'quyet-dinh',
  mode: 'kieu',
  blank: 'phoi',
  size: 'kho',
  emblem: 'quoc-huy',
} as const;
export type Choice = keyof typeof NAMES;

export interface Chosen {
  decision: string | null;
  isOverlay: boolean;
  blank: string | null;
  size: PaperSize;
  hasEmblem: boolean;
}

export const PAGE_MODE = 'ca-trang';

export function useChosen(): [Chosen, (name: Choice, value: string | null) => void] {
  const [search, setSearch] = useSearchParams();
  const choose = useCallback(
    (name: Choice, value: string | null) =>
      setSearch(
        (before) => {
          const next = new URLSearchParams(before);
          if (value === null) next.delete(NAMES[name]);
          else next.set(NAMES[name], value);
          return next;
        },
        { replace: true },
      ),
    [setSearch],
  );
  return [
    {
      decision: search.get(NAMES.decision),
      isOverlay: search.get(NAMES.mode) !== PAGE_MODE,
      blank: search.get(NAMES.blank),
      size: search.get(NAMES.size) === 'A3' ? 'A3' : 'A4',
      hasEmblem: search.get(NAMES.emblem) === 'co',
    },
    choose,
  ];
}
