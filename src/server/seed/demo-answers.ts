/** Plausible answers: the keener the subject, the better its figures; numerators never above their denominators. */
import type { Answer, Answers } from '#domain/answers.ts';
import { criteriaOf } from '#domain/criteria-set.ts';
import type { CriteriaSet, Criterion } from '#domain/criteria.ts';
import { demoSentences } from './demo-names.ts';
import type { Dice } from './dice.ts';

export interface Portrait {
  /** 0 = does nothing of it yet, 100 = does everything. */
  keenness: number;
  /** People or households that its ratios are of. */
  size: number;
}

function answer(criterion: Criterion, { keenness, size }: Portrait, shared: Answers, dice: Dice): Answer {
  if (criterion.notApplicable !== undefined && dice.happens(8)) return { na: criterion.notApplicable };
  const levelOf = (levels: readonly { id: string }[]): string => {
    const steps = levels.filter(() => dice.happens(keenness)).length;
    return levels[Math.min(steps, levels.length - 1)]?.id ?? '';
  };
  switch (criterion.type) {
    case 'yesno':
      return dice.happens(keenness);
    case 'level':
      return { level: levelOf(criterion.levels) };
    case 'text':
      return { text: dice.pick(demoSentences), level: levelOf(criterion.levels) };
    case 'count': {
      const most = criterion.steps.at(-1)?.min ?? 3;
      return dice.roll(Math.max(1, Math.round((most * (keenness + 20)) / 100)) + 1);
    }
    case 'ratio': {
      const denominator = criterion.sharedQuestion === undefined ? size : shared[criterion.sharedQuestion];
      const d = typeof denominator === 'number' ? denominator : size;
      const n = Math.min(d, Math.round((d * (keenness + dice.roll(31) - 15)) / 100));
      return criterion.sharedQuestion === undefined ? { n: Math.max(0, n), d } : { n: Math.max(0, n) };
    }
  }
}

/** A sheet with an answer to every criterion. */
export function demoAnswers(set: CriteriaSet, portrait: Portrait, dice: Dice): Answers {
  const shared: Answers = {};
  for (const { id, min, max } of set.sharedQuestions)
    shared[id] = Math.min(max, Math.max(min, portrait.size));
  const answers: Answers = { ...shared };
  for (const criterion of criteriaOf(set)) answers[criterion.id] = answer(criterion, portrait, shared, dice);
  return answers;
}
