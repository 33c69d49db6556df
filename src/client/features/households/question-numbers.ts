/** The numbers a family sees on its own screens, so that the person who types for it reads the same. */
import { criteriaOf } from '#domain/criteria-set.ts';
import type { CriteriaSet } from '#domain/criteria.ts';

export function questionNumbers(set: CriteriaSet): Map<string, number> {
  const ids = new Set(criteriaOf(set).map(({ id }) => id));
  return new Map(set.screenOrder.filter((id) => ids.has(id)).map((id, index) => [id, index + 1]));
}
