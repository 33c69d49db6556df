/** Writes a household's record and then goes on; a failed write leaves everything as it was and says so. */
import { useState } from 'react';
import { useLocation } from 'wouter';
import type { Household } from '#protocol/entities.ts';
import { useWorkspace } from '#client/app/workspace-context.tsx';
import { cardWords } from '#client/messages/households.ts';

export interface Change {
  /** What to say; null while nothing failed. */
  failed: string | null;
  write: (household: Household, rev: number) => Promise<void>;
}

/** `next`: where one goes after the write; left out = one stays. */
export function useChange(next?: string): Change {
  const workspace = useWorkspace();
  const [, navigate] = useLocation();
  const [failed, setFailed] = useState<string | null>(null);
  return {
    failed,
    async write(household, rev) {
      setFailed(null);
      try {
        await workspace.putRecord('household', household.id, household, rev);
        if (next !== undefined) navigate(next, { replace: true });
      } catch {
        setFailed(cardWords.failed);
      }
    },
  };
}
