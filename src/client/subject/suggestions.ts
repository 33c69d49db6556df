/** What household forms say, against the number of households as far as it is known. */
import { boundsOf } from '#domain/bounds.ts';
import type { CriteriaSet } from '#domain/criteria.ts';
import { gather } from '#domain/household-reads.ts';
import { rollupOf } from '#domain/rollup.ts';
import type { SheetFacts } from '#client/form/group-form/sheet-context.tsx';
import type { DraftRow } from '#client/db/model.ts';
import type { Hamlet } from '#protocol/entities.ts';
import type { FormRows } from './read-hamlet.ts';

/** The commune's number of households, or what the head entered while the commune has none; 0 = not known. */
export const householdsKnown = (set: CriteriaSet, hamlet: Hamlet | undefined, opened: DraftRow): number => {
  const question = set.sharedQuestions.find(({ source }) => source === 'hamlet.households');
  const typed = question && opened.answers[question.id];
  return hamlet?.households ?? (typeof typed === 'number' ? typed : 0);
};

/** Suggested figures, and what a claim may still be (`bounds.ts`), each form read once. */
export function familyFigures(
  set: CriteriaSet,
  { forms, householdSet }: FormRows,
  households: number,
  people14plus: number | undefined,
): Pick<SheetFacts, 'suggestions' | 'bounds'> {
  if (!householdSet) return { suggestions: {}, bounds: {} };
  const gathered = gather(householdSet, forms, { households, people14plus: people14plus ?? null });
  return { suggestions: rollupOf(set, gathered), bounds: boundsOf(set, gathered) };
}
