/**
 * The screen one is at, in step with the browser's history, so that the phone's own back button walks back through the
 * questions instead of leaving the form.
 */
import { useCallback, useLayoutEffect, useState } from 'react';

interface HistoryPlace {
  place: string;
  from: string | null;
}

const placeIn = (state: unknown): HistoryPlace | null => {
  if (typeof state !== 'object' || state === null || !('place' in state) || typeof state.place !== 'string')
    return null;
  const from = 'from' in state && typeof state.from === 'string' ? state.from : null;
  return { place: state.place, from };
};

interface Place {
  place: string;
  go: (place: string) => void;
  /** To a screen before this one: by the history where one came from there, forward otherwise. */
  back: (place: string) => void;
}

export function usePlace(first: string): Place {
  const [place, setPlace] = useState(first);
  // Before the screen can be touched: a tap that came first would put its own entry into the history, and this one would
  // overwrite it, so that a later step back jumped to the first question.
  useLayoutEffect(() => {
    history.replaceState({ place: first, from: null } satisfies HistoryPlace, '');
    const follow = (event: PopStateEvent): void => {
      const known = placeIn(event.state);
      if (known !== null) setPlace(known.place);
    };
    addEventListener('popstate', follow);
    return () => removeEventListener('popstate', follow);
    // The first place is the one the form was opened at.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, []);
  const go = useCallback(
    (next: string) => {
      history.pushState({ place: next, from: place } satisfies HistoryPlace, '');
      setPlace(next);
    },
    [place],
  );
  const back = useCallback(
    (to: string) => {
      if (placeIn(history.state)?.from === to) history.back();
      else go(to);
    },
    [go],
  );
  return { place, go, back };
}
