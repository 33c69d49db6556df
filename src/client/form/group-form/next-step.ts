/** Which unanswered criterion could raise the score most: "at most", never a promise. */
import type { Answer, Answers } from '#domain/answers.ts';
import { criteriaOf } from '#domain/criteria-set.ts';
import type { CriteriaSet, Criterion } from '#domain/criteria.ts';
import { score } from '#domain/score.ts';

export interface NextStep {
  criterion: Criterion;
  /** Where to begin: the number it is out of, while that is not known. */
  focus: string;
  /** Normalised hundredths the sheet would gain if this criterion got all its points. */
  gain: number;
}

/** The answers that would bring all points, or null where only the commune's record or the machine can. */
const fullAnswer = (criterion: Criterion, answers: Answers): Answers | null => {
  const of = (answer: Answer): Answers => ({ [criterion.id]: answer });
  switch (criterion.type) {
    case 'yesno':
      return of(true);
    case 'level':
    case 'text': {
      const [best] = [...criterion.levels].sort((a, b) => b.points - a.points);
      if (!best) return null;
      return of(criterion.type === 'level' ? { level: best.id } : { level: best.id, text: '' });
    }
    case 'count':
      return of(Math.max(0, ...criterion.steps.map(({ min }) => min)));
    case 'ratio': {
      if (criterion.sharedQuestion === undefined) return of({ n: 1, d: 1 });
      const shared = answers[criterion.sharedQuestion];
      const d = typeof shared === 'number' && shared > 0 ? shared : 1;
      return { [criterion.id]: { n: d }, [criterion.sharedQuestion]: d };
    }
  }
};

/**
 * The missing criterion with the highest gain; equal gains go to the lighter work, then to the order of the set. Null
 * when every criterion a person can fill is filled.
 */
export function nextStepOf(set: CriteriaSet, answers: Answers): NextStep | null {
  const now = score(set, answers);
  const missing = new Set(now.missing);
  const steps = criteriaOf(set).flatMap((criterion) => {
    if (!missing.has(criterion.id) || criterion.screen.control === 'auto') return [];
    const full = fullAnswer(criterion, answers);
    if (!full) return [];
    const gain = score(set, { ...answers, ...full }).normalised - now.normalised;
    const shared = criterion.sharedQuestion;
    const focus = shared !== undefined && answers[shared] === undefined ? shared : criterion.id;
    return [{ criterion, focus, gain }];
  });
  const [first] = steps.sort((a, b) => b.gain - a.gain || a.criterion.effort - b.criterion.effort);
  return first ?? null;
}
