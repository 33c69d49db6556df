/** Verifying what was chosen, some dozens at a time: the screen stays alive, it can be stopped, and nothing is half done. */
import { useCallback, useRef, useState } from 'react';
import { useWorkspace } from '#client/app/workspace-context.tsx';
import type { SeenForm } from '#client/sync/rare/verify-many.ts';

/** Forms of one transaction: a fraction of a second of an office's machine. */
const CHUNK = 60;

export interface VerifyRun {
  state: 'going' | 'over' | 'stopped' | 'failed';
  all: number;
  /** Looked at so far: sealed, or found changed. */
  done: number;
  /** Assessments on their way to be verified; while it goes on, `busy` has those still to come too. */
  sealed: ReadonlySet<string>;
  busy: ReadonlySet<string>;
  /** Assessments that were no longer as they had been chosen. */
  changed: number;
}

export interface VerifyRunner {
  run: VerifyRun | null;
  start: (forms: readonly SeenForm[]) => Promise<void>;
  stop: () => void;
  dismiss: () => void;
}

export const NONE: ReadonlySet<string> = new Set();

export function useVerifyRun(): VerifyRunner {
  const workspace = useWorkspace();
  const [run, setRun] = useState<VerifyRun | null>(null);
  const isStopped = useRef(false);
  const start = useCallback(
    async (forms: readonly SeenForm[]): Promise<void> => {
      isStopped.current = false;
      const busy = new Set(forms.map(({ assessmentId }) => assessmentId));
      let now: VerifyRun = { state: 'going', all: forms.length, done: 0, sealed: NONE, busy, changed: 0 };
      const say = (next: Partial<VerifyRun>): void => {
        now = { ...now, ...next };
        setRun(now);
      };
      say({});
      try {
        for (let at = 0; at < forms.length && !isStopped.current; at += CHUNK) {
          const chunk = forms.slice(at, at + CHUNK);
          const { sealed, changed } = await workspace.verifyMany(chunk);
          say({
            done: now.done + chunk.length,
            sealed: new Set([...now.sealed, ...sealed]),
            changed: now.changed + changed.length,
          });
          // Taps and keys come first.
          await new Promise((resolve) => setTimeout(resolve, 0));
        }
        say({ state: now.done < now.all ? 'stopped' : 'over', busy: now.sealed });
      } catch {
        // Each chunk is a transaction of its own: those that are on disk stay and are counted.
        say({ state: 'failed', busy: now.sealed });
      }
    },
    [workspace],
  );
  return {
    run,
    start,
    stop: useCallback(() => {
      isStopped.current = true;
    }, []),
    dismiss: useCallback(() => setRun(null), []),
  };
}
