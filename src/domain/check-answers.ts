/**
 * What a person is asked to look at before sending: what cannot be right (`block`) and what is probably a slip
 * (`warn`). Unanswered questions are no issue: a sheet may be sent with gaps (`ScoreSheet.missing` lists them).
 */
import { answerUnder, isCount, isTextAnswer, type GivenAnswers } from './answer-shape.ts';
import * as say from './check-messages.ts';
import { criteriaOf } from './criteria-set.ts';
import type { CriteriaSet, Criterion, SharedQuestion } from './criteria.ts';
import type { Explanation } from './explanation.ts';
import { scoreCriterion } from './score-criterion.ts';

export type AnswerIssue = {
  /** Criterion or shared-question id. */
  criterionId: string;
  severity: 'block' | 'warn';
  code:
    | 'wrongShape'
    | 'unknownLevel'
    | 'notApplicableNotAllowed'
    | 'overDenominator'
    | 'zeroDenominator'
    | 'missingDenominator'
    | 'outOfRange'
    | 'differsFromRecord'
    | 'aboveList'
    | 'aboveHouseholds'
    | 'inconsistent'
    | 'longText';
  /** A Vietnamese sentence: what is off and what to do. */
  message: string;
};

/** What the commune's records say, where known. */
export type KnownFacts = { knownHouseholds?: number | null; knownPeople14plus?: number | null };

type Context = { set: CriteriaSet; answers: GivenAnswers; facts: KnownFacts };

/** The evidence rule of written criteria: "không quá 300 chữ". */
const MAX_WORDS = 300;
const wordCount = (text: string): number => text.split(/\s+/).filter((word) => word !== '').length;

const recordOf = ({ source }: SharedQuestion, facts: KnownFacts): number | null => {
  if (source === 'answer') return null;
  return (source === 'hamlet.households' ? facts.knownHouseholds : facts.knownPeople14plus) ?? null;
};

const checkShared = (question: SharedQuestion, { answers, facts }: Context): AnswerIssue[] => {
  const { id: criterionId, min, max } = question;
  const value = answerUnder(answers, criterionId);
  if (value === undefined) return [];
  if (!isCount(value)) {
    return [{ criterionId, severity: 'block', code: 'wrongShape', message: say.wrongShape() }];
  }
  if (value < min || value > max) {
    return [{ criterionId, severity: 'block', code: 'outOfRange', message: say.outOfRange(min, max) }];
  }
  const record = recordOf(question, facts);
  if (record === null || record === value) return [];
  return [
    { criterionId, severity: 'warn', code: 'differsFromRecord', message: say.differsFromRecord(record) },
  ];
};

const householdsKnown = ({ set, answers, facts }: Context): number | null => {
  if (typeof facts.knownHouseholds === 'number') return facts.knownHouseholds;
  const question = set.sharedQuestions.find(({ source }) => source === 'hamlet.households');
  const value = question && answerUnder(answers, question.id);
  return isCount(value) ? value : null;
};

/** A denominator of its own that counts some of the hamlet's households: it cannot be above their number. */
const countsHouseholds = ({ rollup }: Criterion): boolean =>
  typeof rollup?.den === 'object' && rollup.den.op !== 'sumDenominator';

const checkWhy = (why: Explanation, criterion: Criterion, context: Context): AnswerIssue[] => {
  const issue = (
    severity: AnswerIssue['severity'],
    code: AnswerIssue['code'],
    message: string,
  ): AnswerIssue[] => [{ criterionId: criterion.id, severity, code, message }];
  switch (why.kind) {
    case 'wrongShape':
      return issue('block', why.kind, say.wrongShape());
    case 'unknownLevel':
      return issue('block', why.kind, say.unknownLevel());
    case 'notApplicableNotAllowed':
      return issue('block', why.kind, say.notApplicableNotAllowed());
    case 'overDenominator':
      return issue('block', why.kind, say.overDenominator(criterion, why.d, context.set.subjectKind));
    case 'zeroDenominator':
      return issue('warn', why.kind, say.zeroDenominator(criterion));
    case 'missingDenominator':
      return issue('warn', why.kind, say.missingDenominator(criterion));
    case 'ratio': {
      const households = householdsKnown(context);
      if (households === null || !countsHouseholds(criterion) || why.d <= households) return [];
      return issue('block', 'aboveHouseholds', say.aboveHouseholds(households));
    }
    case 'count': {
      const { control, options } = criterion.screen;
      const ticks = options.filter(({ kind }) => kind === 'tick').length;
      if (control !== 'checklist' || why.value <= ticks) return [];
      return issue('block', 'aboveList', say.aboveList(ticks));
    }
    case 'text': {
      const answer = answerUnder(context.answers, criterion.id);
      const words = isTextAnswer(answer) ? wordCount(answer.text) : 0;
      return words > MAX_WORDS ? issue('warn', 'longText', say.longText(words, MAX_WORDS)) : [];
    }
    default:
      return [];
  }
};

const numeratorOf = (criterionId: string, { set, answers }: Context): number | null => {
  const criterion = criteriaOf(set).find(({ id }) => id === criterionId);
  const why = criterion && scoreCriterion(criterion, answers).why;
  return why?.kind === 'ratio' || why?.kind === 'zeroDenominator' ? why.n : null;
};

const checkConsistency = (context: Context): AnswerIssue[] =>
  context.set.consistency.flatMap(({ item, of, severity, message }) => {
    const [n, limit] = [numeratorOf(item, context), numeratorOf(of, context)];
    if (n === null || limit === null || n <= limit) return [];
    return [{ criterionId: item, severity, code: 'inconsistent', message }];
  });

/**
 * Everything to look at again, in the order of the set: shared questions, criteria, then the set's consistency rules.
 * Never throws, whatever JSON `answers` holds.
 */
export const checkAnswers = (
  set: CriteriaSet,
  answers: GivenAnswers,
  facts: KnownFacts = {},
): AnswerIssue[] => {
  const context: Context = { set, answers, facts };
  return [
    ...set.sharedQuestions.flatMap((question) => checkShared(question, context)),
    ...criteriaOf(set).flatMap((criterion) =>
      checkWhy(scoreCriterion(criterion, answers).why, criterion, context),
    ),
    ...checkConsistency(context),
  ];
};
