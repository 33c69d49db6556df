/** What is chosen and which pane is open: in the address, so that it can be linked, kept and walked back. */
import { useMemo, useState } from 'react';
import { useLocation } from 'wouter';
import type { Place as FaultPlace } from '#domain/criteria-edit/faults.ts';

export const panes = ['faults', 'differences', 'preview', 'trial'] as const;
export type Pane = (typeof panes)[number];
const paneWords: Record<Pane, string> = { faults: 'loi', differences: 'khac', preview: 'may', trial: 'thu' };

export type Selection =
  | { kind: 'set' }
  | { kind: 'group'; index: number }
  | { kind: 'criterion'; id: string };

export interface EditorPlace {
  selection: Selection;
  pane: Pane;
  select: (selection: Selection) => void;
  openPane: (pane: Pane) => void;
  /** To the field a fault names. */
  goTo: (place: FaultPlace) => void;
  /** `data-field` to bring into focus once it is drawn; changes with every visit. */
  focus: { field: string; visit: number } | null;
}

const selectionIn = (text: string | null): Selection => {
  if (text === null || text === 'chung') return { kind: 'set' };
  const group = /^nhom-(\d{1,3})$/.exec(text);
  return group ? { kind: 'group', index: Number(group[1]) } : { kind: 'criterion', id: text };
};
const textOf = (selection: Selection): string => {
  if (selection.kind === 'set') return 'chung';
  return selection.kind === 'group' ? `nhom-${selection.index}` : selection.id;
};

/** `data-field` of the control a fault is about. */
export function fieldOf(place: FaultPlace): { selection: Selection; field: string } {
  switch (place.kind) {
    case 'set':
      return { selection: { kind: 'set' }, field: place.field };
    case 'group':
      return { selection: { kind: 'group', index: place.index }, field: place.field };
    case 'criterion':
      return {
        selection: { kind: 'criterion', id: place.id },
        field: place.row === undefined ? place.field : `${place.field}-${place.row}`,
      };
    case 'shared':
      return { selection: { kind: 'set' }, field: `shared-${place.id}` };
    case 'consistency':
      return { selection: { kind: 'set' }, field: `consistency-${place.index}` };
    case 'grade':
      return { selection: { kind: 'set' }, field: `grade-${place.index}` };
  }
}

export function usePlace(search: string): EditorPlace {
  const [path, navigate] = useLocation();
  const [focus, setFocus] = useState<EditorPlace['focus']>(null);
  return useMemo(() => {
    const params = new URLSearchParams(search);
    const selection = selectionIn(params.get('muc'));
    const pane = panes.find((each) => paneWords[each] === params.get('xem')) ?? 'faults';
    const go = (next: Selection, open: Pane): void =>
      navigate(`${path}?muc=${encodeURIComponent(textOf(next))}&xem=${paneWords[open]}`, { replace: true });
    return {
      selection,
      pane,
      focus,
      select: (next) => go(next, pane),
      openPane: (next) => go(selection, next),
      goTo: (fault) => {
        const { selection: next, field } = fieldOf(fault);
        go(next, pane);
        setFocus((was) => ({ field, visit: (was?.visit ?? 0) + 1 }));
      },
    };
  }, [search, path, navigate, focus]);
}
