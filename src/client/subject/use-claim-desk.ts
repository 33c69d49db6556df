/** The reasons, official figures and logged counts of one sheet, live, with the workspace's commands behind them. */
import { useMemo } from 'react';
import type { CriteriaSet } from '#domain/criteria.ts';
import { dayOf } from '#domain/day.ts';
import { derivedIdOf } from '#protocol/assessment-id.ts';
import type { ClaimReason, OfficialCount } from '#protocol/subject-records.ts';
import { useLive } from '#client/app/use-live.ts';
import { useWorkspace } from '#client/app/workspace-context.tsx';
import type { ClaimDesk, OfficialFigure } from '#client/form/group-form/claim-desk.tsx';
import type { StoredRow } from '#client/db/model.ts';
import type { Workspace } from '#client/workspace.ts';
import { HOUSEHOLDS_PATH } from './households-path.ts';
import type { SheetRows } from './read-sheet.ts';
import { useActivityCounts } from './use-activity-counts.ts';

const RECORDS = ['rows', 'outbox'] as const;

interface ClaimRows {
  reasons: StoredRow<'claimReason'>[];
  official: StoredRow<'officialCount'>[];
}

async function readClaims(workspace: Workspace): Promise<ClaimRows> {
  const [reasons, official] = await Promise.all([
    workspace.rows('claimReason'),
    workspace.rows('officialCount'),
  ]);
  return { reasons, official };
}

/** The newest by its own date; of one day, the one that was written last. */
const newestFirst = (a: StoredRow<'officialCount'>, b: StoredRow<'officialCount'>): number =>
  a.value.date === b.value.date ? (a.id < b.id ? 1 : -1) : a.value.date < b.value.date ? 1 : -1;

/** null until the first read, and while the commune has told of no campaign. `now`: phone clock, ms. */
export function useClaimDesk(set: CriteriaSet, rows: SheetRows, now: number): ClaimDesk | null {
  const workspace = useWorkspace();
  const claims = useLive(() => readClaims(workspace), [workspace], RECORDS);
  const counts = useActivityCounts(set, rows);
  const { binding, role, assessmentId } = rows.profile;
  const campaignId = rows.campaign?.id;
  const today = dayOf(now);
  return useMemo(() => {
    if (claims === undefined || campaignId === undefined) return null;
    if (binding?.kind !== 'hamlet' && binding?.kind !== 'unit') return null;
    const owner = { campaignId, subjectKind: binding.kind, subjectId: binding.id };
    const isOwn = ({ value }: { value: ClaimReason | OfficialCount }): boolean =>
      value.campaignId === campaignId && value.subjectId === binding.id;
    const reasons = claims.reasons.filter(isOwn);
    const official = claims.official.filter(isOwn).sort(newestFirst);
    const officialOf = (criterionId: string) =>
      official.find(({ value }) => value.criterionId === criterionId);
    const keepOfficial = async (criterionId: string, figure: OfficialFigure | null): Promise<void> => {
      const row = officialOf(criterionId);
      // A fresh id for each that is entered anew: one that was taken out is over.
      const id = row?.id ?? workspace.newId();
      const value = figure && { id, ...owner, criterionId, ...figure };
      await workspace.putRecord('officialCount', id, value, row?.rev ?? 0);
    };
    return {
      counts,
      reasons: Object.fromEntries(reasons.map(({ value }) => [value.criterionId, value.text])),
      keyOf: (criterionId) => `ly-do:${assessmentId ?? binding.id}:${criterionId}`,
      keepReason: (criterionId, text) => {
        const id = derivedIdOf('claimReason', campaignId, binding.id, criterionId);
        const rev = reasons.find((row) => row.id === id)?.rev ?? 0;
        return workspace.putRecord('claimReason', id, { id, ...owner, criterionId, text }, rev);
      },
      official: Object.fromEntries(
        // The newest comes last and stands.
        [...official].reverse().map(({ value }) => [value.criterionId, value]),
      ),
      keepOfficial: role === 'hamletHead' ? keepOfficial : null,
      today,
      householdsPath: binding.kind === 'hamlet' ? HOUSEHOLDS_PATH : null,
    };
  }, [claims, counts, campaignId, binding, role, assessmentId, workspace, today]);
}
