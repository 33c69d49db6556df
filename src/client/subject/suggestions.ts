/** Figures suggested from household forms, against the number of households as far as it is known. */
import type { CriteriaSet } from '#domain/criteria.ts';
import { rollup, type RollupSuggestion } from '#domain/rollup.ts';
import type { DraftRow } from '#client/db/model.ts';
import type { Hamlet } from '#protocol/entities.ts';
import type { FormRows } from './read-hamlet.ts';

/** The commune's number of households, or what the head entered while the commune has none; 0 = not known. */
export const householdsKnown = (set: CriteriaSet, hamlet: Hamlet | undefined, opened: DraftRow): number => {
  const question = set.sharedQuestions.find(({ source }) => source === 'hamlet.households');
  const typed = question && opened.answers[question.id];
  return hamlet?.households ?? (typeof typed === 'number' ? typed : 0);
};

export function suggestionsFor(
  set: CriteriaSet,
  { forms, householdSet }: FormRows,
  households: number,
  people14plus: number | undefined,
): Record<string, RollupSuggestion> {
  if (!householdSet) return {};
  return rollup(set, householdSet, forms, { households, people14plus: people14plus ?? null });
}
