/** What the fields of a criterion are given, whichever file draws them. */
import type { DraftCriterion } from '#domain/criteria-edit/draft.ts';

export interface CriterionParts {
  criterion: DraftCriterion;
  put: (next: DraftCriterion) => void;
}

type Optional = 'guide' | 'note' | 'notApplicable' | 'sharedQuestion' | 'rollup';

/** The criterion without what it may do without. */
export const leftOut = (criterion: DraftCriterion, field: Optional): DraftCriterion => {
  const { [field]: _, ...rest } = criterion;
  return rest;
};
