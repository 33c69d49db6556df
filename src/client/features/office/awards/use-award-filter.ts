import { useState } from 'react';
import { useLocation, useSearch } from 'wouter';
import { noFilter, readFilter, writeFilter, type AwardFilter } from './filter.ts';
import { AWARDS_PATH } from './paths.ts';

/** Which award is open beside the list. */
const OPEN = 'xem';

export interface ListPlace {
  filter: AwardFilter;
  change: (patch: Partial<AwardFilter>) => void;
  clear: () => void;
  /** '' = none. */
  openId: string;
  open: (id: string) => void;
}

/** Filter and open award, read from the address and written to it; what is being typed is not (browsers count writes). */
export function useAwardFilter(): ListPlace {
  const search = useSearch();
  const [, navigate] = useLocation();
  const inAddress = readFilter(search);
  const [q, setQ] = useState(inAddress.q);
  const filter = { ...inAddress, q };
  const go = (written: string): void =>
    navigate(written === '' ? AWARDS_PATH : `${AWARDS_PATH}?${written}`, { replace: true });
  return {
    filter,
    change: ({ q: typed, ...patch }) => {
      if (typed !== undefined) setQ(typed);
      if (Object.keys(patch).length > 0) go(writeFilter(search, { ...filter, ...patch }));
    },
    clear: () => {
      setQ('');
      go(writeFilter(search, noFilter));
    },
    openId: new URLSearchParams(search).get(OPEN) ?? '',
    open: (id) => {
      const params = new URLSearchParams(search);
      if (id === '') params.delete(OPEN);
      else params.set(OPEN, id);
      go(params.toString());
    },
  };
}
