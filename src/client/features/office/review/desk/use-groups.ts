/** Whoever scores some groups only sees those first, and the others, to read, when asked for. */
import { useMemo, useState } from 'react';
import type { ReviewView } from '../view/criteria-view.ts';

export interface ShownGroups {
  /** What the table shows. */
  view: ReviewView;
  /** Groups that are somebody else's; 0 = all are this person's, or none. */
  others: number;
  isAll: boolean;
  toggle: () => void;
}

/** `first`: the row the address opens with; one of another's groups opens them all. */
export function useGroups(view: ReviewView, first: string): ShownGroups {
  const [isAll, setAll] = useState(() =>
    view.criteria.some(({ criterion, isMine }) => criterion.id === first && !isMine),
  );
  const own = useMemo(
    () => new Set(view.criteria.flatMap(({ group, isMine }) => (isMine ? [group] : []))),
    [view],
  );
  const others = own.size === 0 ? 0 : view.set.groups.filter(({ code }) => !own.has(code)).length;
  const shown = useMemo(
    () =>
      isAll || others === 0
        ? view
        : {
            ...view,
            set: { ...view.set, groups: view.set.groups.filter(({ code }) => own.has(code)) },
            criteria: view.criteria.filter(({ group }) => own.has(group)),
          },
    [view, own, others, isAll],
  );
  return { view: shown, others, isAll, toggle: () => setAll((now) => !now) };
}
