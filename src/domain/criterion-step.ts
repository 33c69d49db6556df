/**
 * The one change to a criterion that earns most for its effort. What costs nothing but writing it down (households'
 * forms and the activity log say it already) comes before what has still to be done.
 */
import { answerUnder, isCount, isRatioAnswer, isTextAnswer, type GivenAnswers } from './answer-shape.ts';
import type { Answers } from './answers.ts';
import { countedUnit } from './counted-unit.ts';
import type { Criterion } from './criteria.ts';
import { scoreCriterion, type CriterionScore } from './score-criterion.ts';

type CriterionOf<Type extends Criterion['type']> = Extract<Criterion, { type: Type }>;

export type Need =
  | { kind: 'yes' }
  | { kind: 'level'; levelId: string; label: string }
  /** `more` on top of what is answered (nothing answered counts as 0), `total` then, out of `of` (null for a count). */
  | { kind: 'more'; more: number; total: number; of: number | null; unit: string }
  /** That many more households with a form. */
  | { kind: 'forms'; more: number; total: number; of: number }
  /** Households' forms say so already: to be written down. */
  | { kind: 'figures'; n: number; d: number }
  /** The activity log says so already: to be written down. */
  | { kind: 'logged'; count: number; unit: string }
  /** Nothing exact can be said before this question is answered: the criterion's own or the shared one it is out of. */
  | { kind: 'begin'; with: string };

export type CriterionStep = {
  /** Answers to lay over the sheet's; empty where there is nothing exact to do yet. */
  change: Answers;
  need: Need;
  /** Points of this criterion once it is done; for `begin` the most there could be. */
  points: number;
};

/** What is known beside the sheet, by criterion id. */
export type StepFacts = {
  /** From households' forms (`rollup.ts`), only where they propose figures. */
  figures?: Readonly<Record<string, { n: number; d: number }>>;
  /** From the activity log (`activity-counts.ts`). */
  counts?: Readonly<Record<string, { count: number }>>;
};

const begin = ({ maxPoints }: Criterion, at: string): CriterionStep => ({
  change: {},
  need: { kind: 'begin', with: at },
  points: maxPoints,
});

/** Best points for each rung climbed; among equals the higher one. Null when no rung earns more than `now`. */
const bestRung = <Rung extends { points: number; climb: number }>(
  rungs: readonly Rung[],
  now: number,
): Rung | null =>
  rungs
    .filter(({ points }) => points > now)
    .reduce<Rung | null>((best, rung) => {
      if (best === null) return rung;
      const difference = (rung.points - now) * best.climb - (best.points - now) * rung.climb;
      return difference > 0 || (difference === 0 && rung.points > best.points) ? rung : best;
    }, null);

const levelStep = (
  criterion: CriterionOf<'level' | 'text'>,
  { why, points: now }: CriterionScore,
  answers: GivenAnswers,
): CriterionStep | null => {
  const here = 'levelId' in why ? criterion.levels.findIndex(({ id }) => id === why.levelId) : 0;
  const best = bestRung(
    criterion.levels.map((level, at) => ({ ...level, climb: Math.max(1, at - here) })),
    now,
  );
  if (best === null) return null;
  const before = answerUnder(answers, criterion.id);
  const text = isTextAnswer(before) ? before.text : '';
  return {
    change: { [criterion.id]: criterion.type === 'text' ? { level: best.id, text } : { level: best.id } },
    need: { kind: 'level', levelId: best.id, label: best.label },
    points: best.points,
  };
};

const countStep = (
  criterion: CriterionOf<'count'>,
  { why, points: now }: CriterionScore,
  logged: number | undefined,
): CriterionStep | null => {
  const { id, unit } = criterion;
  const here = why.kind === 'count' ? why.value : 0;
  if (logged !== undefined && logged > here) {
    const { points } = scoreCriterion(criterion, { [id]: logged });
    if (points > now)
      return { change: { [id]: logged }, need: { kind: 'logged', count: logged, unit }, points };
  }
  const best = bestRung(
    criterion.steps.map(({ min, points }) => ({ min, points, climb: Math.max(1, min - here) })),
    now,
  );
  if (best === null) return null;
  const need: Need = { kind: 'more', more: best.min - here, total: best.min, of: null, unit };
  return { change: { [id]: best.min }, need, points: best.points };
};

/** The least numerator that reaches the target. */
const numeratorAtTarget = (d: number, targetPercent: number): number =>
  Math.floor((targetPercent * d + 99) / 100);

const ratioStep = (
  criterion: CriterionOf<'ratio'>,
  { why, points: now }: CriterionScore,
  answers: GivenAnswers,
  figures: { n: number; d: number } | undefined,
): CriterionStep | null => {
  const { id, sharedQuestion } = criterion;
  const shared = sharedQuestion === undefined ? undefined : answerUnder(answers, sharedQuestion);
  if (sharedQuestion !== undefined && (!isCount(shared) || shared === 0))
    return begin(criterion, sharedQuestion);
  const answerOf = (n: number, d: number): Answers => ({
    [id]: sharedQuestion === undefined ? { n, d } : { n },
  });
  const isAuto = criterion.screen.control === 'auto';
  if (figures !== undefined && !isAuto) {
    const d = isCount(shared) ? shared : figures.d;
    const change = answerOf(figures.n, d);
    const { points } = scoreCriterion(criterion, { ...answers, ...change });
    if (points > now) return { change, need: { kind: 'figures', n: figures.n, d }, points };
  }
  const answer = answerUnder(answers, id);
  const given = isRatioAnswer(answer) ? answer : { n: 0, d: undefined };
  const d = isCount(shared) ? shared : given.d;
  // The machine's own count above its denominator is for the commune's record to mend, not for this sheet.
  if (why.kind === 'overDenominator') return isAuto ? null : begin(criterion, id);
  if (d === undefined || d === 0) return begin(criterion, id);
  const total = numeratorAtTarget(d, criterion.targetPercent);
  const more = total - given.n;
  const need: Need = isAuto
    ? { kind: 'forms', more, total, of: d }
    : { kind: 'more', more, total, of: d, unit: countedUnit(criterion.denominator) };
  return { change: answerOf(total, d), need, points: criterion.maxPoints };
};

/** What the machine fills can be raised only where it counts households' forms. */
const isBeyondReach = ({ screen, rollup }: Criterion): boolean =>
  screen.control === 'auto' && rollup?.num.op !== 'countForms';

/** The step of one criterion; null when it has all its points, does not apply, or nobody at this sheet can raise it. */
export const stepOf = (
  criterion: Criterion,
  now: CriterionScore,
  answers: GivenAnswers,
  { figures, counts }: StepFacts,
): CriterionStep | null => {
  if (now.status === 'notApplicable' || now.points >= now.maxPoints || isBeyondReach(criterion)) return null;
  switch (criterion.type) {
    case 'yesno':
      return { change: { [criterion.id]: true }, need: { kind: 'yes' }, points: criterion.maxPoints };
    case 'level':
    case 'text':
      return levelStep(criterion, now, answers);
    case 'count':
      return countStep(criterion, now, counts?.[criterion.id]?.count);
    case 'ratio':
      return ratioStep(criterion, now, answers, figures?.[criterion.id]);
  }
};
