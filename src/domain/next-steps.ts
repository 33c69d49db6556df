/**
 * "Bước nên làm tiếp": for every open criterion what exactly would earn more, best first (issue: live score and next
 * best step). Pure; figures only, the words are the client's.
 */
import type { GivenAnswers } from './answer-shape.ts';
import type { Answers } from './answers.ts';
import { stepOf, type Need, type StepFacts } from './criterion-step.ts';
import { criteriaOf } from './criteria-set.ts';
import type { CriteriaSet } from './criteria.ts';
import { normalisedOf, score } from './score.ts';

export type { Need } from './criterion-step.ts';

export type NextStep = {
  criterionId: string;
  /** The question to begin at: the criterion, or the shared number it is out of while that is not known. */
  focus: string;
  /** Laid over the answers it earns exactly `gain`; empty when not `exact`. */
  change: Answers;
  need: Need;
  /** Normalised hundredths. */
  gain: number;
  /** False: `gain` is the most this criterion could bring ("nhiều nhất"), no promise. */
  exact: boolean;
  /** The criterion has an answer already; otherwise the step is also to give one. */
  answered: boolean;
  /** 1 an evening or two, 2 weeks, 3 money or infrastructure; 1 for what only has to be written down. */
  effort: number;
  /** Can be done in the days that are left. */
  feasible: boolean;
  /** Id of the guide that helps. */
  guide?: string;
};

export type NextStepFacts = StepFacts & {
  /** Whole days one can still send; null while the commune has set no deadline. */
  daysLeft: number | null;
};

/** Whole days that a step of each effort takes, at the least (`Criterion.effort`). */
export const DAYS_FOR_EFFORT: Readonly<Record<number, number>> = { 1: 2, 2: 14, 3: 60 };

const isWrittenOnly = ({ kind }: Need): boolean =>
  kind === 'figures' || kind === 'logged' || kind === 'begin';

const inTime = (effort: number, daysLeft: number | null): boolean =>
  daysLeft === null || daysLeft >= (DAYS_FOR_EFFORT[effort] ?? 0);

/**
 * Every criterion that could earn more, feasible ones first, then by gain, lighter effort, order of the set. "Không áp
 * dụng" is left alone. An unanswered criterion is always feasible: giving the answer takes minutes, whatever it is.
 */
export const nextSteps = (
  set: CriteriaSet,
  answers: GivenAnswers,
  { daysLeft, ...known }: NextStepFacts,
): NextStep[] => {
  const sheet = score(set, answers);
  const now = new Map(sheet.criteria.map((each) => [each.id, each] as const));
  const steps = criteriaOf(set).flatMap((criterion): NextStep[] => {
    const before = now.get(criterion.id);
    const step = before && stepOf(criterion, before, answers, known);
    if (!before || !step) return [];
    const earned = sheet.earned - before.points + step.points;
    const gain = normalisedOf({ earned, applicableMax: sheet.applicableMax }) - sheet.normalised;
    // A few hundredths in a set of thousands of points can round away.
    if (gain <= 0) return [];
    const { change, need } = step;
    const answered = before.status === 'scored';
    const effort = isWrittenOnly(need) ? 1 : criterion.effort;
    return [
      {
        criterionId: criterion.id,
        focus: need.kind === 'begin' ? need.with : criterion.id,
        change,
        need,
        gain,
        exact: need.kind !== 'begin',
        answered,
        effort,
        feasible: !answered || isWrittenOnly(need) || inTime(effort, daysLeft),
        ...(criterion.guide !== undefined && { guide: criterion.guide }),
      },
    ];
  });
  // Sorting is stable: equals stay in the order of the set.
  return steps.sort(
    (a, b) => Number(b.feasible) - Number(a.feasible) || b.gain - a.gain || a.effort - b.effort,
  );
};
