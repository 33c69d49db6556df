/**
 * The one scoring function, the same on phone and server. Pure integer arithmetic in hundredths of a point
 * (`domain.md` §2.0; a set's points need not sum to 100).
 */
import type { GivenAnswers } from './answer-shape.ts';
import { criteriaOf, pillars } from './criteria-set.ts';
import type { CriteriaSet, Grade, Pillar } from './criteria.ts';
import { divideHalfUp } from './rounding.ts';
import { scoreCriterion, type CriterionScore } from './score-criterion.ts';

/** A total over several criteria, in hundredths; N/A criteria leave `applicableMax`, unanswered ones do not. */
export type Total = { earned: number; applicableMax: number };

export type ScoreSheet = Total & {
  /** `earned ÷ applicableMax × 100` in hundredths (8269 = 82,69), half-up; 0 when nothing applies. */
  normalised: number;
  /** Points of the criteria that do not apply. */
  naPoints: number;
  /** False above the set's N/A cap or when nothing applies: the council decides, and it is never shown as a fault. */
  rankable: boolean;
  /** By `normalised`, also above the cap; null when nothing applies or the set's lowest grade is not reached. */
  grade: Grade | null;
  groups: ({ code: string } & Total)[];
  pillars: Record<Pillar, Total>;
  /** In the order of the set. */
  criteria: CriterionScore[];
  /** Ids of criteria not answered, or answered without their denominator. */
  missing: string[];
  notApplicable: string[];
};

const total = (scores: readonly CriterionScore[]): Total => ({
  earned: scores.reduce((sum, score) => sum + score.points, 0),
  applicableMax: scores.reduce(
    (sum, score) => sum + (score.status === 'notApplicable' ? 0 : score.maxPoints),
    0,
  ),
});

/** `earned ÷ applicableMax × 100` in hundredths, half-up; 0 when nothing applies. */
export const normalisedOf = ({ earned, applicableMax }: Total): number =>
  applicableMax > 0 ? divideHalfUp(earned * 10_000, applicableMax) : 0;

const idsWith = (scores: readonly CriterionScore[], status: CriterionScore['status']): string[] =>
  scores.filter((score) => score.status === status).map((score) => score.id);

/** The highest grade a normalised score reaches; null below the lowest. */
export const gradeOf = (grades: readonly Grade[], normalised: number): Grade | null =>
  grades
    .filter(({ min }) => min <= normalised)
    .reduce<Grade | null>((best, grade) => (best !== null && best.min >= grade.min ? best : grade), null);

/**
 * Scores answers against a set. Never throws, whatever JSON `answers` holds; keys the set does not know are ignored.
 * Points are hundredths throughout.
 */
export const score = (set: CriteriaSet, answers: GivenAnswers): ScoreSheet => {
  const groups = set.groups.map((group) => ({
    code: group.code,
    scores: group.criteria.map((criterion) => scoreCriterion(criterion, answers)),
  }));
  const criteria = groups.flatMap((group) => group.scores);
  const pillarOf = new Map(criteriaOf(set).map((criterion) => [criterion.id, criterion.pillar]));
  const ofPillar = (pillar: Pillar): Total => total(criteria.filter(({ id }) => pillarOf.get(id) === pillar));

  const { earned, applicableMax } = total(criteria);
  const naPoints = criteria.reduce((sum, { maxPoints }) => sum + maxPoints, 0) - applicableMax;
  const applies = applicableMax > 0;
  const normalised = normalisedOf({ earned, applicableMax });
  const [nenTang, chinhQuyenSo, kinhTeSo, xaHoiSo] = pillars;

  return {
    earned,
    applicableMax,
    normalised,
    naPoints,
    rankable: applies && naPoints <= set.naCapPoints,
    grade: applies ? gradeOf(set.grades, normalised) : null,
    groups: groups.map(({ code, scores }) => ({ code, ...total(scores) })),
    pillars: {
      nenTang: ofPillar(nenTang),
      chinhQuyenSo: ofPillar(chinhQuyenSo),
      kinhTeSo: ofPillar(kinhTeSo),
      xaHoiSo: ofPillar(xaHoiSo),
    },
    criteria,
    missing: idsWith(criteria, 'missing'),
    notApplicable: idsWith(criteria, 'notApplicable'),
  };
};
