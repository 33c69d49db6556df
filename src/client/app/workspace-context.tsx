/** The one open profile, for every screen under it. */
import { createContext, useContext, type ReactNode } from 'react';
import { WordsOwner } from '#client/form/words-owner.ts';
import type { Workspace } from '#client/workspace.ts';

const WorkspaceContext = createContext<Workspace | null>(null);

export const WorkspaceProvider = ({ workspace, children }: { workspace: Workspace; children: ReactNode }) => (
  <WorkspaceContext value={workspace}>
    <WordsOwner value={workspace.profile.id}>{children}</WordsOwner>
  </WorkspaceContext>
);

/** @throws Error when no `WorkspaceProvider` is above: a screen was mounted outside a profile. */
export function useWorkspace(): Workspace {
  const workspace = useContext(WorkspaceContext);
  if (workspace === null) throw new Error('useWorkspace outside WorkspaceProvider');
  return workspace;
}
