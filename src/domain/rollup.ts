/**
 * What a hamlet's household forms say about the hamlet's own criteria: suggested figures, always with their coverage.
 * The head may enter others; the suggestion never decides.
 */
import type { GivenAnswers } from './answer-shape.ts';
import { criteriaOf } from './criteria-set.ts';
import type { CriteriaSet, Criterion, Rollup } from './criteria.ts';
import {
  countAnswered,
  countNotApplicable,
  gather,
  isProvisional,
  satisfies,
  sumOf,
  type Gathered,
  type HamletRecord,
  type Read,
} from './household-reads.ts';

export type { HamletRecord } from './household-reads.ts';

export type RollupSuggestion = {
  /** Never more than `d`. */
  n: number;
  d: number;
  /** Households with a current form, of all households of the hamlet. */
  coverage: { forms: number; households: number };
  /** "Tạm tính": forms from fewer than 70 % of the households. */
  provisional: boolean;
  /** "Mẫu số nhỏ": a conditional denominator below 5; the officer confirms the figure. */
  smallDenominator: boolean;
  /** `notApplicable`: no household it concerns, all have answered. `nothing`: no figure to go by yet. */
  propose: 'figures' | 'notApplicable' | 'nothing';
  /** Provisional, and the denominator itself comes from the forms: a confirmed figure is asked for. */
  askFigure: boolean;
  /** `d` is the official number of people, `n` a lower bound from forms. */
  official: boolean;
  /** Forms say more than a record allows: it has to be corrected before this item is sent. Null when they agree. */
  recordTooLow: 'households' | 'people14plus' | null;
  /** Forms that answered "không áp dụng" to the item behind the denominator or numerator. */
  notApplicableForms: number;
};

const SMALL_DENOMINATOR_BELOW = 5;

const numeratorOf = (num: Exclude<Rollup['num'], { op: 'countForms' }>, { criterion, whys }: Read): number =>
  num.op === 'sumNumerator' ? sumOf(whys, 'n') : whys.filter((why) => satisfies(why, num, criterion)).length;

const denominatorOf = (
  op: Exclude<Rollup['den'], string>['op'],
  { whys }: Read,
  { households }: HamletRecord,
): number => {
  switch (op) {
    case 'householdsMinusNA':
      return Math.max(0, households - countNotApplicable(whys));
    case 'countAnsweredNotNA':
      return countAnswered(whys);
    case 'sumDenominator':
      return sumOf(whys, 'd');
  }
};

/** The figures as the forms give them; null when the household set no longer has the criterion they come from. */
const countedFrom = (
  { num, den }: Rollup,
  { reads, forms, hamlet }: Gathered,
): { n: number; d: number; notApplicableForms: number } | null => {
  const above = num.op === 'countForms' ? null : reads.get(num.item);
  const below = den === 'hamlet.households' ? null : reads.get(den.item);
  if (above === undefined || below === undefined) return null;
  return {
    n: num.op === 'countForms' || above === null ? forms : numeratorOf(num, above),
    d:
      den === 'hamlet.households' || below === null
        ? hamlet.households
        : denominatorOf(den.op, below, hamlet),
    notApplicableForms: countNotApplicable((below ?? above)?.whys ?? []),
  };
};

const suggest = (criterion: Criterion, rule: Rollup, gathered: Gathered): RollupSuggestion | null => {
  const counted = countedFrom(rule, gathered);
  if (counted === null) return null;
  const { n, notApplicableForms } = counted;
  const { forms } = gathered;
  const { households, people14plus } = gathered.hamlet;
  const official = rule.official === undefined ? null : people14plus;
  const limit = official ?? counted.d;
  const d = Math.max(n, limit);
  const op = rule.den === 'hamlet.households' ? null : rule.den.op;
  const conditional = op === 'countAnsweredNotNA';
  const provisional = isProvisional(gathered);
  // Every household said so itself: an answer still missing proves nothing.
  const concernsNobody = conditional && households > 0 && notApplicableForms >= households;
  const nothing = concernsNobody && criterion.notApplicable !== undefined ? 'notApplicable' : 'nothing';
  return {
    n,
    d,
    coverage: { forms, households },
    provisional,
    smallDenominator: conditional && d < SMALL_DENOMINATOR_BELOW,
    propose: d > 0 ? 'figures' : nothing,
    askFigure: provisional && (conditional || op === 'sumDenominator'),
    official: official !== null,
    recordTooLow:
      forms > households ? 'households' : official !== null && n > official ? 'people14plus' : null,
    notApplicableForms,
  };
};

/** Suggestions by criterion id, for the criteria of `set` (the hamlet's) that are rolled up. */
export const rollupOf = (set: CriteriaSet, gathered: Gathered): Record<string, RollupSuggestion> =>
  Object.fromEntries(
    criteriaOf(set).flatMap((criterion) => {
      const suggestion = criterion.rollup && suggest(criterion, criterion.rollup, gathered);
      return suggestion ? [[criterion.id, suggestion] as const] : [];
    }),
  );

/** {@link rollupOf} from the forms themselves; see {@link gather} for what `forms` are. */
export const rollup = (
  set: CriteriaSet,
  householdSet: CriteriaSet,
  forms: readonly GivenAnswers[],
  hamlet: HamletRecord,
): Record<string, RollupSuggestion> => rollupOf(set, gather(householdSet, forms, hamlet));
