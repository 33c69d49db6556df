/** Taking an activity out, and putting it back while one is in the log. */
import { useState } from 'react';
import { useWorkspace } from '#client/app/workspace-context.tsx';
import { activityWords } from '#client/messages/activities.ts';
import { fill } from '#client/messages/fill.ts';
import type { ActivityRow } from './read-activities.ts';

export interface Removal {
  /** '' when nothing was taken out here. */
  words: string;
  hasFailed: boolean;
  undo: (() => Promise<void>) | undefined;
  remove: (row: ActivityRow) => Promise<void>;
}

type State =
  | { kind: 'nothing' }
  | { kind: 'removed' | 'restored'; row: ActivityRow }
  /** `removed`: what can still be put back. */
  | { kind: 'failed'; removed: ActivityRow | null };

const wordsOf = (state: State): string => {
  if (state.kind === 'nothing') return '';
  if (state.kind === 'failed') return activityWords.actionFailed;
  return fill(activityWords[state.kind], { title: state.row.value.title });
};

export function useRemoval(): Removal {
  const workspace = useWorkspace();
  const [state, setState] = useState<State>({ kind: 'nothing' });
  const removed = state.kind === 'removed' ? state.row : state.kind === 'failed' ? state.removed : null;
  return {
    words: wordsOf(state),
    hasFailed: state.kind === 'failed',
    async remove(row) {
      try {
        await workspace.putRecord('activity', row.id, null, row.rev);
        setState({ kind: 'removed', row });
      } catch {
        setState({ kind: 'failed', removed: null });
      }
    },
    undo:
      removed === null
        ? undefined
        : async () => {
            try {
              // On the same basis as its end: see `Workspace.putRecord`.
              await workspace.putRecord('activity', removed.id, removed.value, removed.rev);
              setState({ kind: 'restored', row: removed });
            } catch {
              setState({ kind: 'failed', removed });
            }
          },
  };
}
