/** Points of one criterion from the answers: the rules per type of `domain.md` §2.0, exact and total (never throws). */
import {
  answerUnder,
  isCount,
  isLevelAnswer,
  isNotApplicableAnswer,
  isRatioAnswer,
  isTextAnswer,
  type GivenAnswers,
} from './answer-shape.ts';
import type { Criterion } from './criteria.ts';
import type { Explanation, InvalidWhy, MissingWhy, NotApplicableWhy, ScoredWhy } from './explanation.ts';
import { divideHalfUp } from './rounding.ts';

type CriterionOf<Type extends Criterion['type']> = Extract<Criterion, { type: Type }>;

export type CriterionScore = {
  id: string;
  code: string;
  /** Hundredths; 0 unless `status` is `scored`. */
  points: number;
  maxPoints: number;
  /** `invalid` = cannot stand as it is (0 points until corrected); `missing` = not answered yet. */
  status: 'scored' | 'missing' | 'notApplicable' | 'invalid';
  why: Explanation;
};

const WRONG_SHAPE: InvalidWhy = { kind: 'wrongShape' };

/**
 * Points of a rate below its target: `maxPoints × (n ÷ d) ÷ target`, half-up to the hundredth; at the target, the
 * maximum. Counts up to 10⁶ and 10⁵ hundredths keep every product far below 2⁵³.
 */
export const ratioPoints = (maxPoints: number, n: number, d: number, targetPercent: number): number =>
  100 * n >= targetPercent * d ? maxPoints : divideHalfUp(maxPoints * n * 100, d * targetPercent);

const scoreLevel = (criterion: CriterionOf<'level' | 'text'>, levelId: string): ScoredWhy | InvalidWhy => {
  const level = criterion.levels.find(({ id }) => id === levelId);
  if (!level) return { kind: 'unknownLevel', levelId };
  return { kind: criterion.type, levelId, label: level.label, points: level.points };
};

const scoreRatio = (
  criterion: CriterionOf<'ratio'>,
  answer: unknown,
  answers: GivenAnswers,
): ScoredWhy | MissingWhy | InvalidWhy => {
  if (!isRatioAnswer(answer)) return WRONG_SHAPE;
  const shared = criterion.sharedQuestion ? answerUnder(answers, criterion.sharedQuestion) : undefined;
  const d = shared ?? answer.d;
  if (d === undefined) return { kind: 'missingDenominator', n: answer.n };
  if (!isCount(d)) return WRONG_SHAPE;
  const { n } = answer;
  if (n > d) return { kind: 'overDenominator', n, d };
  if (d === 0) return { kind: 'zeroDenominator', n: 0, d: 0, points: 0 };
  const { targetPercent } = criterion;
  const points = ratioPoints(criterion.maxPoints, n, d, targetPercent);
  return { kind: 'ratio', n, d, targetPercent, reached: 100 * n >= targetPercent * d, points };
};

type Step = CriterionOf<'count'>['steps'][number];
const higher = (a: Step | null, b: Step): Step => (a !== null && a.min >= b.min ? a : b);
const lower = (a: Step | null, b: Step): Step => (a !== null && a.min <= b.min ? a : b);

const scoreCount = (criterion: CriterionOf<'count'>, value: unknown): ScoredWhy | InvalidWhy => {
  if (!isCount(value)) return WRONG_SHAPE;
  const reached = criterion.steps.filter((step) => step.min <= value).reduce<Step | null>(higher, null);
  const next = criterion.steps.filter((step) => step.min > value).reduce<Step | null>(lower, null);
  return {
    kind: 'count',
    value,
    unit: criterion.unit,
    stepMin: reached?.min ?? null,
    nextMin: next?.min ?? null,
    nextPoints: next?.points ?? null,
    points: reached?.points ?? 0,
  };
};

const scoreAnswer = (
  criterion: Criterion,
  answer: unknown,
  answers: GivenAnswers,
): ScoredWhy | MissingWhy | InvalidWhy => {
  switch (criterion.type) {
    case 'yesno':
      if (typeof answer !== 'boolean') return WRONG_SHAPE;
      return { kind: 'yesno', value: answer, points: answer ? criterion.maxPoints : 0 };
    case 'level':
      return isLevelAnswer(answer) ? scoreLevel(criterion, answer.level) : WRONG_SHAPE;
    case 'text':
      return isTextAnswer(answer) ? scoreLevel(criterion, answer.level) : WRONG_SHAPE;
    case 'ratio':
      return scoreRatio(criterion, answer, answers);
    case 'count':
      return scoreCount(criterion, answer);
  }
};

const whyOf = (criterion: Criterion, answers: GivenAnswers): Explanation => {
  const answer = answerUnder(answers, criterion.id);
  if (answer === undefined) return { kind: 'missing' };
  if (!isNotApplicableAnswer(answer)) return scoreAnswer(criterion, answer, answers);
  const why: NotApplicableWhy | InvalidWhy =
    criterion.notApplicable === undefined
      ? { kind: 'notApplicableNotAllowed', reason: answer.na }
      : { kind: 'notApplicable', reason: answer.na };
  return why;
};

const statusOf = (why: Explanation): CriterionScore['status'] => {
  if ('points' in why) return 'scored';
  if (why.kind === 'notApplicable') return 'notApplicable';
  return why.kind === 'missing' || why.kind === 'missingDenominator' ? 'missing' : 'invalid';
};

/**
 * One criterion's points with its reason. The denominator of a ratio is the shared answer where the criterion names
 * one and it is there, else the answer's own `d`. Any JSON may stand in `answers`: what does not fit is `invalid`.
 */
export const scoreCriterion = (criterion: Criterion, answers: GivenAnswers): CriterionScore => {
  const why = whyOf(criterion, answers);
  return {
    id: criterion.id,
    code: criterion.code,
    points: 'points' in why ? why.points : 0,
    maxPoints: criterion.maxPoints,
    status: statusOf(why),
    why,
  };
};
