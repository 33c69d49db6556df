/** Sent forms scored under two versions of a set: what a change would do, before anybody decides it. */
import type { GivenAnswers } from '../answer-shape.ts';
import type { CriteriaSet } from '../criteria.ts';
import { score, type ScoreSheet } from '../score.ts';

export interface Scored {
  subjectId: string;
  name: string;
  /** Ranked with these alone: all hamlets, one hamlet's families, one sector. */
  group: string;
  answers: GivenAnswers;
}

interface Standing {
  /** Normalised hundredths. */
  points: number;
  /** 1-2-2-4 within its group. */
  rank: number;
}

export interface Comparison {
  subjectId: string;
  name: string;
  group: string;
  before: Standing;
  after: Standing;
  /** Ids of criteria whose points differ. */
  criteria: string[];
}

/** Competition ranking: how many stand above, and one. */
const rankOf = (points: number, all: readonly number[]): number =>
  1 + all.filter((other) => other > points).length;

const changedCriteria = (before: ScoreSheet, after: ScoreSheet): string[] => {
  const was = new Map(before.criteria.map(({ id, points, status }) => [id, `${points} ${status}`]));
  const is = new Map(after.criteria.map(({ id, points, status }) => [id, `${points} ${status}`]));
  return [...new Set([...is.keys(), ...was.keys()])].filter((id) => was.get(id) !== is.get(id));
};

/** In the order of `forms`. Answers that a version does not ask are left out of it; those it asks anew are missing. */
export function compareScores(
  forms: readonly Scored[],
  before: CriteriaSet,
  after: CriteriaSet,
): Comparison[] {
  const scored = forms.map((form) => ({
    form,
    before: score(before, form.answers),
    after: score(after, form.answers),
  }));
  const points = (group: string, side: 'before' | 'after'): number[] =>
    scored.filter(({ form }) => form.group === group).map((each) => each[side].normalised);
  const byGroup = new Map(
    [...new Set(forms.map(({ group }) => group))].map((group) => [
      group,
      { before: points(group, 'before'), after: points(group, 'after') },
    ]),
  );
  const standing = ({ normalised }: ScoreSheet, all: readonly number[]): Standing => ({
    points: normalised,
    rank: rankOf(normalised, all),
  });
  return scored.map(({ form, before: was, after: is }) => ({
    subjectId: form.subjectId,
    name: form.name,
    group: form.group,
    before: standing(was, byGroup.get(form.group)?.before ?? []),
    after: standing(is, byGroup.get(form.group)?.after ?? []),
    criteria: changedCriteria(was, is),
  }));
}
