/** Counts of a sheet as the log of activities gives them: suggested figures, which the person may overwrite. */
import { activityKinds, type ActivityKind } from './activity-kinds.ts';
import { criteriaOf } from './criteria-set.ts';
import type { CriteriaSet } from './criteria.ts';

/** One logged activity; `date` is `YYYY-MM-DD`. */
export type LoggedActivity = { kind: ActivityKind; date: string };

export type ActivityCount = {
  /** With the caps of the criterion applied. */
  count: number;
  /** As logged in the year, before caps; only the kinds the criterion counts. */
  byKind: Partial<Record<ActivityKind, number>>;
};

/** By criterion id, for the criteria of `set` that a log answers; activities of other years than `year` are left out. */
export const activityCounts = (
  set: CriteriaSet,
  activities: readonly LoggedActivity[],
  year: number,
): Record<string, ActivityCount> => {
  const ofYear = activities.filter(({ date }) => date.startsWith(`${year}-`));
  const logged = (kind: ActivityKind): number => ofYear.filter((each) => each.kind === kind).length;
  return Object.fromEntries(
    criteriaOf(set).flatMap((criterion) => {
      if (criterion.type !== 'count' || criterion.activities === undefined) return [];
      const { kinds, caps } = criterion.activities;
      const counted = activityKinds.filter((kind) => kinds.includes(kind));
      const byKind = Object.fromEntries(counted.map((kind) => [kind, logged(kind)]));
      const count = counted.reduce(
        (total, kind) => total + Math.min(logged(kind), caps?.[kind] ?? Number.MAX_SAFE_INTEGER),
        0,
      );
      return [[criterion.id, { count, byKind }] as const];
    }),
  );
};
