/** The household forms of one hamlet, each answer read once: what roll-up and bounds are reckoned from. */
import type { GivenAnswers } from './answer-shape.ts';
import { criteriaOf } from './criteria-set.ts';
import type { CriteriaSet, Criterion, Rollup } from './criteria.ts';
import type { Explanation } from './explanation.ts';
import { scoreCriterion } from './score-criterion.ts';

/** As the commune keeps them: households living in the hamlet; people of 14 and over, null until the police's number is entered. */
export type HamletRecord = { households: number; people14plus: number | null };

type Condition = Extract<Rollup['num'], { op: 'countWhere' }>;

const levelIndex = (criterion: Criterion, levelId: string): number =>
  criterion.type === 'level' || criterion.type === 'text'
    ? criterion.levels.findIndex(({ id }) => id === levelId)
    : -1;

/** N/A and unanswered never satisfy a condition. */
export const satisfies = (
  why: Explanation,
  { eq, gte, levelIndexGte }: Condition,
  criterion: Criterion,
): boolean => {
  switch (why.kind) {
    case 'yesno':
      return why.value === eq;
    case 'count':
      return gte !== undefined && why.value >= gte;
    case 'level':
    case 'text':
      return levelIndexGte !== undefined && levelIndex(criterion, why.levelId) >= levelIndexGte;
    default:
      return false;
  }
};

/** One household criterion as all forms answered it; invalid answers count as not given. */
export type Read = { criterion: Criterion; whys: Explanation[] };
/** The forms of one hamlet, read once per household criterion, and what the commune's records say of it. */
export type Gathered = {
  householdSet: CriteriaSet;
  reads: ReadonlyMap<string, Read>;
  forms: number;
  hamlet: HamletRecord;
};

/**
 * `forms` are the answers of distinct households, one current form each, proxy forms included; withdrawn, objected and
 * superseded ones left out by the caller. An unconfirmed N/A counts as N/A.
 */
export const gather = (
  householdSet: CriteriaSet,
  forms: readonly GivenAnswers[],
  hamlet: HamletRecord,
): Gathered => ({
  householdSet,
  reads: new Map(
    criteriaOf(householdSet).map((criterion) => [
      criterion.id,
      { criterion, whys: forms.map((answers) => scoreCriterion(criterion, answers).why) },
    ]),
  ),
  forms: forms.length,
  hamlet,
});

const PROVISIONAL_BELOW_PERCENT = 70;

/** "Tạm tính": forms from fewer than 70 % of the households, or their number not known. */
export const isProvisional = ({ forms, hamlet: { households } }: Gathered): boolean =>
  households === 0 || forms * 100 < households * PROVISIONAL_BELOW_PERCENT;

export const sumOf = (whys: readonly Explanation[], figure: 'n' | 'd'): number =>
  whys.reduce((total, why) => total + (why.kind === 'ratio' ? why[figure] : 0), 0);

export const countNotApplicable = (whys: readonly Explanation[]): number =>
  whys.filter(({ kind }) => kind === 'notApplicable').length;

/** Forms with an answer that counts: neither blank, nor invalid, nor N/A. */
export const countAnswered = (whys: readonly Explanation[]): number =>
  whys.filter((why) => 'points' in why).length;
