/** What is off about one criterion's answer, in the domain's own words. */
import type { Answers } from '#domain/answers.ts';
import { checkAnswers, type AnswerIssue } from '#domain/check-answers.ts';
import type { Criterion } from '#domain/criteria.ts';
import type { SheetFacts } from './sheet-context.tsx';

/**
 * The first thing to look at again, a block before a warning. Judged on a set of this one criterion, so that a keystroke
 * costs one criterion and not the whole sheet.
 */
export function checkCriterionWords(
  criterion: Criterion,
  answers: Answers,
  { set, known }: SheetFacts,
): AnswerIssue | undefined {
  const alone = { ...set, groups: [{ code: '', name: '', criteria: [criterion] }], consistency: [] };
  const issues = checkAnswers(alone, answers, known).filter(
    ({ criterionId }) => criterionId === criterion.id,
  );
  return issues.find(({ severity }) => severity === 'block') ?? issues[0];
}
