/** A draft in the exact shape of a set: what belongs to another type left out, the order of the phone's screens filled in. */
import { criteriaIn, type DraftCriterion, type DraftSet } from './draft.ts';

function criterionOf(criterion: DraftCriterion): object {
  const { numerator, denominator, targetPercent, unit, steps, levels, activities, ...common } = criterion;
  switch (common.type) {
    case 'yesno':
      return common;
    case 'level':
    case 'text':
      return { ...common, levels };
    case 'ratio':
      return { ...common, numerator, denominator, targetPercent };
    case 'count':
      return { ...common, unit, steps, ...(activities !== undefined && { activities }) };
  }
}

/** Each shared question right before the first criterion that needs it. */
const natural = (criteria: readonly DraftCriterion[]): string[] => [
  ...new Set(criteria.flatMap(({ id, sharedQuestion }) => (sharedQuestion ? [sharedQuestion, id] : [id]))),
];

/**
 * One question at a time: the order as it was, without what is gone; what is new stands after its neighbour. Hamlets and
 * units fill group by group: theirs is the order of the set.
 */
export function screenOrderOf(draft: DraftSet): string[] {
  const all = natural(criteriaIn(draft));
  if (draft.subjectKind !== 'household') return all;
  const order = draft.screenOrder.filter((id) => all.includes(id));
  for (const [at, id] of all.entries()) {
    if (order.includes(id)) continue;
    const before = all
      .slice(0, at)
      .filter((known) => order.includes(known))
      .at(-1);
    order.splice(before === undefined ? 0 : order.indexOf(before) + 1, 0, id);
  }
  // A shared question never comes after what is counted out of it.
  for (const { id, sharedQuestion } of criteriaIn(draft)) {
    if (sharedQuestion === undefined || !order.includes(sharedQuestion)) continue;
    if (order.indexOf(sharedQuestion) < order.indexOf(id)) continue;
    order.splice(order.indexOf(sharedQuestion), 1);
    order.splice(order.indexOf(id), 0, sharedQuestion);
  }
  return order;
}

/** Not yet checked: `check.ts` holds it against the schema. */
export const setOf = (draft: DraftSet): object => ({
  ...draft,
  groups: draft.groups.map((group) => ({ ...group, criteria: group.criteria.map(criterionOf) })),
  screenOrder: screenOrderOf(draft),
});
