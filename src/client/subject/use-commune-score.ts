/** The commune's score of this subject's form: undefined while it is read, null before the form is verified. */
import { useLive } from '#client/app/use-live.ts';
import { useWorkspace } from '#client/app/workspace-context.tsx';
import { communeScore, type CommuneScore } from './commune-score.ts';
import type { SheetRows } from './read-sheet.ts';

export function useCommuneScore({
  assessment,
}: Pick<SheetRows, 'assessment'>): CommuneScore | null | undefined {
  const workspace = useWorkspace();
  const { state, lastMove } = assessment?.value ?? {};
  const submissionId = state === 'verified' || state === 'final' ? lastMove?.submission : undefined;
  return useLive(async () => {
    if (submissionId === undefined) return null;
    const [submission, scores] = await Promise.all([
      workspace.row('submission', submissionId),
      workspace.row('scores', submissionId),
    ]);
    const set = submission && (await workspace.row('criteriaSet', submission.value.criteriaSet));
    return set === undefined || submission === undefined
      ? null
      : communeScore(set.value, submission.value, scores?.value);
  }, [workspace, submissionId]);
}
