/**
 * A hamlet's own sheet that knows its families' forms, as a head's does: most figures are what the forms say or what
 * those still missing may well add, and now and then one is claimed too high.
 */
import type { Answer, Answers } from '#domain/answers.ts';
import { criteriaOf } from '#domain/criteria-set.ts';
import type { CriteriaSet, Criterion } from '#domain/criteria.ts';
import { rollup, type RollupSuggestion } from '#domain/rollup.ts';
import type { Dice } from './dice.ts';

/** A year's sheet with a boast in it is worth an officer's look; a commune full of them is not. */
const BOASTS_IN_HUNDRED = 6;

function claimOf(criterion: Criterion, { n, d, coverage }: RollupSuggestion, dice: Dice): Answer {
  const missing = Math.max(0, coverage.households - coverage.forms);
  const more = dice.happens(BOASTS_IN_HUNDRED) ? d - n : dice.roll(Math.floor(missing / 2) + 1);
  const claimed = Math.min(d, n + more);
  return criterion.type === 'ratio' && criterion.sharedQuestion === undefined
    ? { n: claimed, d }
    : { n: claimed };
}

/** `answers` with the figures that families' forms stand behind put in their place. */
export function knowingItsFamilies(
  answers: Answers,
  sets: { hamlet: CriteriaSet; household: CriteriaSet },
  { forms, record }: { forms: readonly Answers[]; record: { households: number; people14plus: number } },
  dice: Dice,
): Answers {
  const suggestions = rollup(sets.hamlet, sets.household, forms, record);
  const known = criteriaOf(sets.hamlet).flatMap((criterion) => {
    const suggestion = suggestions[criterion.id];
    if (suggestion?.propose !== 'figures' || criterion.type !== 'ratio') return [];
    return [[criterion.id, claimOf(criterion, suggestion, dice)] as const];
  });
  const records = sets.hamlet.sharedQuestions.map(({ id, source, min, max }) => {
    const recorded = source === 'hamlet.people14plus' ? record.people14plus : record.households;
    return [id, Math.min(max, Math.max(min, recorded))];
  });
  return { ...answers, ...Object.fromEntries(records), ...Object.fromEntries(known) };
}
