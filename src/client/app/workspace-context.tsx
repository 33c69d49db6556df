/** The one open profile, for every screen under it. */
import { createContext, useContext, type ReactNode } from 'react';
import type { Workspace } from '#client/workspace.ts';

const WorkspaceContext = createContext<Workspace | null>(null);

export const WorkspaceProvider = ({ workspace, children }: { workspace: Workspace; children: ReactNode }) => (
  <WorkspaceContext value={workspace}>{children}</WorkspaceContext>
);

/** @throws Error when no `WorkspaceProvider` is above: a screen was mounted outside a profile. */
export function useWorkspace(): Workspace {
  const workspace = useContext(WorkspaceContext);
  if (workspace === null) throw new Error('useWorkspace outside WorkspaceProvider');
  return workspace;
}
