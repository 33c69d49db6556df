/** {@link createAutosaver} for a form on screen: also saves when the page is hidden, and holds off updates while dirty. */
import { useCallback, useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { createAutosaver, type SaveState } from './autosaver.ts';
import { useEditingLock } from './use-editing-lock.ts';

/** With the put itself, well under the 500 ms promised after the last keystroke. */
const DELAY_MS = 150;

export interface Autosave<T> {
  state: SaveState;
  change: (value: T) => void;
  /** Puts what waits now; also the person's "Thử lại". */
  flush: () => Promise<void>;
}

export function useAutosave<T>(save: (value: T) => Promise<void>): Autosave<T> {
  const latestSave = useRef(save);
  useEffect(() => {
    latestSave.current = save;
  });
  const [saver] = useState(() =>
    createAutosaver<T>({ save: (value) => latestSave.current(value), now: Date.now, delayMs: DELAY_MS }),
  );
  const state = useSyncExternalStore(saver.subscribe, saver.state);
  const flush = useCallback(() => saver.flush(), [saver]);
  const change = useCallback((value: T) => saver.change(value), [saver]);

  useEffect(() => {
    const save = (): void => void saver.flush();
    const saveWhenHidden = (): void => {
      if (document.visibilityState === 'hidden') save();
    };
    document.addEventListener('visibilitychange', saveWhenHidden);
    addEventListener('pagehide', save);
    return () => {
      document.removeEventListener('visibilitychange', saveWhenHidden);
      removeEventListener('pagehide', save);
      // The screen goes, the words must not.
      save();
    };
  }, [saver]);

  useEditingLock(state.kind === 'dirty' || state.kind === 'failed');
  return { state, change, flush };
}
