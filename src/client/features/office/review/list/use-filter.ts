import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { useLocation, useSearch } from 'wouter';
import { LIST_PATH } from '../../paths.ts';
import { readFilter, writeFilter, type Filter } from './filter.ts';

/** Browsers refuse more than some hundred address changes in half a minute; typing must not spend them. */
const TYPING_MS = 300;

/**
 * The list's filter, read from and written to the address. What is being typed takes effect at once and reaches the
 * address when the hand rests. `place.search` always holds the address's last query part. The function returned is the
 * same for ever: what hangs on it is not drawn anew at every key.
 */
export function useFilter(place: { search: string }): [Filter, (patch: Partial<Filter>) => void] {
  const search = useSearch();
  const [, navigate] = useLocation();
  const [q, setQ] = useState(() => readFilter(search).q);
  const filter = useMemo(() => ({ ...readFilter(search), q }), [search, q]);

  const write = useCallback(
    (next: Filter) => {
      const written = writeFilter(next);
      place.search = written;
      navigate(written ? `${LIST_PATH}?${written}` : LIST_PATH, { replace: true });
    },
    [navigate, place],
  );

  useEffect(() => {
    place.search = writeFilter(filter);
    if (filter.q === readFilter(search).q) return;
    const timer = setTimeout(() => write(filter), TYPING_MS);
    return () => clearTimeout(timer);
  }, [filter, search, write, place]);

  const latest = useRef(filter);
  useLayoutEffect(() => {
    latest.current = filter;
  });
  const change = useCallback(
    (patch: Partial<Filter>) => {
      if (patch.q !== undefined) setQ(patch.q);
      const { q: _typed, ...chosen } = patch;
      if (Object.keys(chosen).length > 0) write({ ...latest.current, ...patch });
    },
    [write],
  );
  return [filter, change];
}
