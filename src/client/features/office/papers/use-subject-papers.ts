/** The papers beside one submission; undefined for a family's, and while they are read. */
import { useLive } from '#client/app/use-live.ts';
import { useWorkspace } from '#client/app/workspace-context.tsx';
import type { SubmissionView } from '../use-submission.ts';
import { readSubjectPapers, type SubjectPapers } from './read-papers.ts';

const READ = ['rows', 'outbox'] as const;

export function useSubjectPapers({ submission, assessment }: SubmissionView): SubjectPapers | undefined {
  const workspace = useWorkspace();
  const { subjectId, subjectKind } = submission;
  const campaignId = assessment?.value.campaignId ?? '';
  const isOwner = subjectKind !== 'household';
  return useLive(
    async () => (isOwner ? readSubjectPapers(workspace, { campaignId, subjectId }) : undefined),
    [workspace, campaignId, subjectId, isOwner],
    READ,
  );
}
