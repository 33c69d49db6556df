/** Everything the page of one submission shows, followed live: what this machine knows, and what is being done on it. */
import { useMemo } from 'react';
import { useLive } from '#client/app/use-live.ts';
import { useWorkspace } from '#client/app/workspace-context.tsx';
import { readAround, type SubmissionView } from '../../use-submission.ts';
import { reviewView, type ReviewView } from '../view/criteria-view.ts';
import { useCrossCheck, type CrossCheck } from './household-facts.ts';
import { readReview, type ReviewRows } from './review-rows.ts';

const READ = ['rows', 'outbox'] as const;

export interface Review {
  around: SubmissionView;
  rows: ReviewRows;
  cross: CrossCheck;
  /** null while its criteria set has not reached this machine. */
  view: ReviewView | null;
}

/** `undefined` while reading, `null` when it is not on this machine. */
export function useReview(submissionId: string): Review | null | undefined {
  const workspace = useWorkspace();
  const { role } = workspace.profile;
  const read = useLive(
    async () => {
      const found = (await workspace.row('submission', submissionId))?.value;
      if (found === undefined) return null;
      const around = await readAround(workspace, found);
      return { around, rows: await readReview(workspace, around) };
    },
    [workspace, submissionId],
    READ,
  );
  const around = read?.around;
  const cross = useCrossCheck(around?.submission, around?.set ?? null);
  return useMemo(() => {
    if (read === undefined || read === null) return read;
    if (cross === undefined) return undefined;
    const { around: view, rows } = read;
    const { set } = view;
    return { ...read, cross, view: set && reviewView({ view, set, rows, cross, role }) };
  }, [read, cross, role]);
}
