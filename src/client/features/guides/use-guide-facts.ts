/** The telephone numbers that stand in guides, from what this phone was told. */
import type { PublicCampaign } from '#protocol/public.ts';
import { useLive } from '#client/app/use-live.ts';
import { useWorkspace } from '#client/app/workspace-context.tsx';
import type { Workspace } from '#client/workspace.ts';
import type { GuideFacts } from './guide-text.ts';

const READ = ['rows'] as const;

async function readGuideFacts(workspace: Workspace): Promise<GuideFacts> {
  const { binding } = workspace.profile;
  const [communes, hamlet] = await Promise.all([
    workspace.rows('commune'),
    binding?.kind === 'hamlet' ? workspace.row('hamlet', binding.id) : undefined,
  ]);
  return {
    dienThoaiCongAn: communes[0]?.value.policePhone ?? '',
    dienThoaiXom: hamlet?.value.headPhone ?? '',
  };
}

/** Nothing known while it is being read: a guide is readable at once. */
export function useGuideFacts(): GuideFacts {
  const workspace = useWorkspace();
  return useLive(() => readGuideFacts(workspace), [workspace], READ) ?? {};
}

/** On a phone that is nobody's yet, or before it is said whose screens these are. */
export const publicGuideFacts = (campaign: PublicCampaign | undefined): GuideFacts => ({
  dienThoaiCongAn: campaign?.commune.policePhone ?? '',
});
