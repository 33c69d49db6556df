import { useLive } from '#client/app/use-live.ts';
import { useWorkspace } from '#client/app/workspace-context.tsx';

/** The commune's number for who needs a hand; '' while it is not known here. */
export function useCommunePhone(): string {
  const workspace = useWorkspace();
  return useLive(async () => (await workspace.rows('commune'))[0]?.value.phone ?? '', [workspace]) ?? '';
}
