/**
 * Answers nobody types: the commune's own figures (number of households, of people) and what the machine counts or
 * knows (forms received, sent on time). They stand over the draft's, on the screen and in what is sent.
 */
import type { Answers } from '#domain/answers.ts';
import { criteriaOf } from '#domain/criteria-set.ts';
import type { CriteriaSet, Criterion, SharedQuestion } from '#domain/criteria.ts';
import { isOnTime } from '#domain/deadline.ts';
import type { Hamlet } from '#protocol/entities.ts';

export interface GivenFacts {
  /** The hamlet's record; absent for a unit. */
  hamlet?: Hamlet;
  /** Households with a current form known on this phone, own unsent ones included. */
  forms: number;
  /** Phone clock, ms. */
  now: number;
  /** First instant that is too late; absent while the commune has set no deadline: then nobody is late. */
  cutoffAt?: number;
}

/** Records are asked for on the form only while the commune has none (`domain.md` §2.1). */
export const recordFor = ({ source }: SharedQuestion, hamlet: Hamlet | undefined): number | undefined => {
  if (source === 'answer') return undefined;
  return source === 'hamlet.households' ? hamlet?.households : hamlet?.people14plus;
};

const machineAnswer = (criterion: Criterion, { forms, now, cutoffAt }: GivenFacts): Answers => {
  if (criterion.screen.control !== 'auto') return {};
  if (criterion.type === 'yesno')
    return { [criterion.id]: cutoffAt === undefined || isOnTime(now, cutoffAt) };
  if (criterion.type === 'ratio' && criterion.rollup?.num.op === 'countForms')
    return { [criterion.id]: { n: forms } };
  return {};
};

/** By criterion and shared-question id; what is not here is the person's to answer. */
export function givenAnswers(set: CriteriaSet, facts: GivenFacts): Answers {
  const records = set.sharedQuestions.flatMap((question) => {
    const value = recordFor(question, facts.hamlet);
    return value === undefined ? [] : [[question.id, value] as const];
  });
  const machine = criteriaOf(set).map((criterion) => machineAnswer(criterion, facts));
  return Object.assign(Object.fromEntries(records), ...machine);
}
