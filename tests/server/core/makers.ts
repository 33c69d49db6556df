/** Intents as phones make them, from the default criteria. */
import { defaultCriteriaSets } from '#domain/defaults/all.ts';
import { criteriaOf } from '#domain/criteria-set.ts';
import type { Answer, Answers } from '#domain/answers.ts';
import type { CriteriaSet, Criterion } from '#domain/criteria.ts';
import { score } from '#domain/score.ts';
import type { Consent, Intent } from '#protocol/operation.ts';

const sets = new Map(defaultCriteriaSets().map((set) => [set.id, set]));

export function setOf(id: string): CriteriaSet {
  const set = sets.get(id);
  if (set === undefined) throw new Error(`no set ${id}`);
  return set;
}

function answerTo(criterion: Criterion, pick: (below: number) => number): Answer {
  switch (criterion.type) {
    case 'yesno':
      return pick(2) === 1;
    case 'level':
      return { level: criterion.levels[pick(criterion.levels.length)]?.id ?? '' };
    case 'text':
      return { text: 'Sáng kiến của xóm', level: criterion.levels[pick(criterion.levels.length)]?.id ?? '' };
    case 'count':
      return pick(6);
    case 'ratio':
      return criterion.sharedQuestion === undefined ? { n: pick(10), d: 10 } : { n: pick(3) };
  }
}

/** A full sheet; `pick(n)` gives a number below n. */
export function answersTo(set: CriteriaSet, pick: (below: number) => number): Answers {
  const shared = set.sharedQuestions.map(
    ({ id, min, max }) => [id, Math.min(max, Math.max(min, 5))] as const,
  );
  return Object.fromEntries([
    ...criteriaOf(set).map((criterion) => [criterion.id, answerTo(criterion, pick)] as const),
    ...shared,
  ]);
}

export const consentOf = (mode: Consent['mode'], agreed = true): Consent => ({
  mode,
  choices: [{ purpose: 'process', textVersion: '1.0', agreed, at: 1 }],
  ...(mode === 'self' ? {} : { witness: 'Trưởng xóm' }),
});

export function submitIntent(
  assessmentId: string,
  setId: string,
  more: Partial<Extract<Intent, { kind: 'assessment.submit' }>['args']> = {},
): Intent {
  const set = setOf(setId);
  const snapshot = more.snapshot ?? answersTo(set, (below) => below - 1);
  return {
    kind: 'assessment.submit',
    args: {
      assessmentId,
      criteriaSet: `${setId}@1`,
      snapshot,
      bases: {},
      photos: [],
      selfScore: score(set, snapshot).normalised,
      signedOffBy: 'Nguyễn Văn An',
      ...more,
    },
  };
}
