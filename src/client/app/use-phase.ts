/** What the engine is doing now. */
import { useSyncExternalStore } from 'react';
import type { EnginePhase } from '#client/workspace.ts';
import { useWorkspace } from './workspace-context.tsx';

export function useEnginePhase(): EnginePhase {
  const workspace = useWorkspace();
  return useSyncExternalStore(
    (listener) => workspace.onPhase(listener),
    () => workspace.phase(),
  );
}
