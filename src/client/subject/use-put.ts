/** A write of a paper, with what to say when it did not get to disk. */
import { useState } from 'react';

export interface Put {
  hasFailed: boolean;
  /** Resolves true once it is on disk. */
  run: (write: () => Promise<void>) => Promise<boolean>;
}

export function usePut(): Put {
  const [hasFailed, setHasFailed] = useState(false);
  return {
    hasFailed,
    run: async (write) => {
      try {
        await write();
        setHasFailed(false);
        return true;
      } catch {
        // One transaction: nothing of it happened, and what was typed is still on the screen.
        setHasFailed(true);
        return false;
      }
    },
  };
}
