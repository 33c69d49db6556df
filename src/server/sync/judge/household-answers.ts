/** A household's answers as typed columns, so that roll-ups over a commune never parse a form. */
import type { Answers } from '#domain/answers.ts';
import { criteriaOf } from '#domain/criteria-set.ts';
import type { CriteriaSet, Criterion } from '#domain/criteria.ts';
import type { HouseholdAnswerRow } from '../../store/tables/answer.ts';

type Typed = Pick<HouseholdAnswerRow, 'na' | 'number' | 'denominator' | 'level_index'>;
const nothing: Typed = { na: 0, number: null, denominator: null, level_index: null };

function typed(criterion: Criterion | undefined, answer: Answers[string]): Typed {
  if (typeof answer === 'boolean') return { ...nothing, number: answer ? 1 : 0 };
  if (typeof answer === 'number') return { ...nothing, number: answer };
  if ('na' in answer) return { ...nothing, na: 1 };
  if ('n' in answer) return { ...nothing, number: answer.n, denominator: answer.d ?? null };
  const levels = criterion !== undefined && 'levels' in criterion ? criterion.levels : [];
  return { ...nothing, level_index: levels.findIndex(({ id }) => id === answer.level) };
}

/** One row for each answer given; the snapshot has passed the set's own schema. */
export function typedAnswers(
  set: CriteriaSet,
  snapshot: Answers,
): (Typed & Pick<HouseholdAnswerRow, 'criterion_id'>)[] {
  const criteria = new Map(criteriaOf(set).map((criterion) => [criterion.id, criterion]));
  return Object.entries(snapshot).map(([criterionId, answer]) => ({
    criterion_id: criterionId,
    ...typed(criteria.get(criterionId), answer),
  }));
}
