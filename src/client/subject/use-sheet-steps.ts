/** What would earn more on this sheet, best first, from everything this phone knows beside it. */
import { useMemo } from 'react';
import { daysLeft } from '#domain/deadline.ts';
import { nextSteps, type NextStep } from '#domain/next-steps.ts';
import type { RollupSuggestion } from '#domain/rollup.ts';
import type { SheetFacts } from '#client/form/group-form/sheet-context.tsx';
import type { SheetRows } from './read-sheet.ts';
import { useActivityCounts } from './use-activity-counts.ts';

/** Figures that households' forms propose, of a known number of households. */
export const proposedFigures = (
  suggestions: Readonly<Record<string, RollupSuggestion>>,
): Record<string, { n: number; d: number }> =>
  Object.fromEntries(
    Object.entries(suggestions).flatMap(([id, { n, d, propose, coverage }]) =>
      propose === 'figures' && coverage.forms > 0 && coverage.households > 0 ? [[id, { n, d }]] : [],
    ),
  );

/** `now`: phone clock, ms. */
export function useSheetSteps(rows: SheetRows, facts: SheetFacts, now: number): NextStep[] {
  const { set, given, suggestions } = facts;
  const counts = useActivityCounts(set, rows);
  const answers = rows.opened?.answers;
  const left = rows.deadline === undefined ? null : daysLeft(now, rows.deadline.cutoffAt);
  return useMemo(
    () =>
      nextSteps(
        set,
        { ...answers, ...given },
        { daysLeft: left, figures: proposedFigures(suggestions), counts },
      ),
    [set, answers, given, suggestions, counts, left],
  );
}
