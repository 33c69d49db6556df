/**
 * The whole check of a family's answers before they are sealed: the shape by the set's own schema, then what cannot be
 * right together. The questions' own screens make the light one (`form/light-check.ts`), so nothing typed waits for this.
 */
import { answersSchemaFor } from '#domain/answers-schema.ts';
import type { Answers } from '#domain/answers.ts';
import { checkAnswers, type AnswerIssue } from '#domain/check-answers.ts';
import type { CriteriaSet } from '#domain/criteria.ts';
import { lightIssueOf } from '#client/form/light-check.ts';
import { review } from '#client/messages/sending.ts';
import { criteriaInOrder } from './steps.ts';

export interface ReviewIssue extends Pick<AnswerIssue, 'criterionId' | 'severity'> {
  /** Short name of the question. */
  title: string;
  /** What is off and what to do, in the family's words. */
  message: string;
}

/** What to look at, in the order of the set; only `block` keeps the form from being sent. */
export function fullCheck(set: CriteriaSet, answers: Answers): ReviewIssue[] {
  const inOrder = criteriaInOrder(set);
  const found = checkAnswers(set, answers).map(({ criterionId, severity, message }): ReviewIssue => {
    const criterion = inOrder.find(({ id }) => id === criterionId);
    const light = criterion === undefined ? null : lightIssueOf(set, { criterion }, answers);
    return {
      criterionId,
      severity,
      title: criterion?.shortText ?? review.people14,
      message: light?.severity === severity ? light.message : message,
    };
  });
  const parsed = answersSchemaFor(set).safeParse(answers);
  const misshapen = (parsed.success ? [] : parsed.error.issues)
    .map(({ path }) => String(path[0] ?? ''))
    .filter((id) => !found.some(({ criterionId }) => criterionId === id));
  return [
    ...found,
    ...[...new Set(misshapen)].map((id): ReviewIssue => {
      const title = inOrder.find((criterion) => criterion.id === id)?.shortText ?? review.people14;
      return { criterionId: id, severity: 'block', title, message: review.answerAgain };
    }),
  ];
}
