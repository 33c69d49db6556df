/** Once a first draft is on disk there is something to keep: then, and once a screen, the browser is asked to keep it. */
import { useCallback, useRef } from 'react';
import { askToPersist } from './ask-to-persist.ts';

/** Call it after a save. A browser that refuses or fails changes nothing: the status page says how it stands. */
export function usePersistence(): () => void {
  const asked = useRef(false);
  return useCallback(() => {
    if (asked.current) return;
    asked.current = true;
    askToPersist().catch(() => undefined);
  }, []);
}
