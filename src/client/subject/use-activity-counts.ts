/** Counts of a sheet from the log of its own activities, followed as the log grows. */
import { useMemo } from 'react';
import { activityCounts, type ActivityCount } from '#domain/activity-counts.ts';
import type { CriteriaSet } from '#domain/criteria.ts';
import { useLive } from '#client/app/use-live.ts';
import { useWorkspace } from '#client/app/workspace-context.tsx';
import type { SheetRows } from './read-sheet.ts';

const RECORDS = ['rows', 'outbox'] as const;
const NONE: Record<string, ActivityCount> = {};

/** By criterion id, of the campaign's year; none while the commune has told of no campaign. */
export function useActivityCounts(
  set: CriteriaSet,
  { campaign, profile }: Pick<SheetRows, 'campaign' | 'profile'>,
): Record<string, ActivityCount> {
  const workspace = useWorkspace();
  const rows = useLive(() => workspace.rows('activity'), [workspace], RECORDS);
  const { binding } = profile;
  const subjectId = binding !== undefined && binding.kind !== 'office' ? binding.id : '';
  return useMemo(() => {
    if (rows === undefined || campaign === undefined) return NONE;
    const own = rows
      .map(({ value }) => value)
      .filter((value) => value.subjectId === subjectId && value.campaignId === campaign.id);
    return activityCounts(set, own, campaign.year);
  }, [rows, set, campaign, subjectId]);
}
