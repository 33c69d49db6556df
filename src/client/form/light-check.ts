/**
 * What the question's own screen says at once, without the full check (`domain/check-answers.ts`, before sending): a
 * number above the number it is out of, and the set's own "usually not more than".
 */
import type { Answers } from '#domain/answers.ts';
import type { CriteriaSet } from '#domain/criteria.ts';
import { fill } from '#client/messages/fill.ts';
import { formMessages } from '#client/messages/form.ts';
import { countOf, type Question } from './question-parts.ts';

export interface LightIssue {
  /** `block`: cannot be right; `warn`: look again, and go on if it is so. */
  severity: 'block' | 'warn';
  message: string;
}

/** The shared number a question is out of, once it is answered. */
export const outOfOf = (question: Question, answers: Answers): number | undefined => {
  const shared = 'criterion' in question ? question.criterion.sharedQuestion : undefined;
  const value = shared === undefined ? undefined : answers[shared];
  return typeof value === 'number' ? value : undefined;
};

export function lightIssueOf(set: CriteriaSet, question: Question, answers: Answers): LightIssue | null {
  if (!('criterion' in question)) return null;
  const { id } = question.criterion;
  const count = countOf(answers[id]);
  const outOf = outOfOf(question, answers);
  if (count === null) return null;
  if (outOf !== undefined && count > outOf)
    return { severity: 'block', message: fill(formMessages.tooMany, { mau: outOf }) };
  for (const rule of set.consistency) {
    const other = countOf(answers[rule.of]);
    if (rule.item === id && other !== null && count > other)
      return { severity: 'warn', message: rule.message };
  }
  return null;
}
