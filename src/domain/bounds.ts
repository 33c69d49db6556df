/**
 * What a hamlet's own figures can still be, given what its households answered ("claim bounds"). Every household
 * without a current form, and every form that left the item blank or invalid, may yet turn out yes, no, or N/A where
 * that is allowed; of people, any number the question takes. Exact: `judge-claim.ts` calls a claim impossible only when
 * no completion of the missing answers reaches it. Nothing here decides anything.
 */
import { COUNT_MAX } from './answer-limits.ts';
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
import type { GivenAnswers } from './answer-shape.ts';

export type Interval = { min: number; max: number };

/** Households that have the thing, of all households or of those it concerns. */
export type HouseholdRoom = {
  unit: 'household';
  /** Denominator while no missing answer is N/A. */
  most: number;
  yes: number;
  missing: number;
  /** How many missing answers may be N/A and so leave the denominator. */
  leavable: number;
};

/** People who have the thing, of all people of 14 and over. */
export type PeopleRoom = {
  unit: 'people';
  yes: number;
  /** People in the forms that answered. */
  counted: number;
  missing: number;
  /** A missing answer may be N/A and bring no people at all. */
  mayLeave: boolean;
  /** People one missing answer may bring. */
  each: Interval;
  /** The commune's own number, which is the denominator then; null while it has none. */
  official: number | null;
};

export type Room = HouseholdRoom | PeopleRoom;

export type ClaimBounds = {
  /** Households with a current form, of all households of the hamlet. */
  coverage: { forms: number; households: number };
  /** "Tạm tính": forms from fewer than 70 % of the households. */
  provisional: boolean;
  /** Missing answers, in households: no form, and a form without this answer. */
  unsent: number;
  blank: number;
  /** Households whose answer is N/A. */
  notApplicable: number;
  room: Room;
};

type Condition = Extract<Rollup['num'], { op: 'countWhere' }>;

const householdRoom = (
  condition: Condition,
  excludesNotApplicable: boolean,
  { criterion, whys }: Read,
  { households }: HamletRecord,
): HouseholdRoom => {
  const notApplicable = countNotApplicable(whys);
  const missing = households - countAnswered(whys) - notApplicable;
  return {
    unit: 'household',
    most: excludesNotApplicable ? households - notApplicable : households,
    yes: whys.filter((why) => satisfies(why, condition, criterion)).length,
    missing,
    leavable: excludesNotApplicable && criterion.notApplicable !== undefined ? missing : 0,
  };
};

const peopleRoom = (
  criterion: Criterion,
  whys: Read['whys'],
  official: number | null,
  { householdSet, hamlet }: Gathered,
): PeopleRoom => {
  const question = householdSet.sharedQuestions.find(({ id }) => id === criterion.sharedQuestion);
  return {
    unit: 'people',
    yes: sumOf(whys, 'n'),
    counted: sumOf(whys, 'd'),
    missing: hamlet.households - countAnswered(whys) - countNotApplicable(whys),
    mayLeave: criterion.notApplicable !== undefined,
    each: question ? { min: question.min, max: question.max } : { min: 0, max: COUNT_MAX },
    official,
  };
};

/** Some of the people that missing answers may bring come to a sum within `from` … `to`. */
export const canBring = (
  { missing, mayLeave, each }: Pick<PeopleRoom, 'missing' | 'mayLeave' | 'each'>,
  from: number,
  to: number,
): boolean => {
  if (from > to || to < 0) return false;
  // k households that bring people bring k × min … k × max, every sum between.
  const least = Math.max(mayLeave ? 0 : missing, from <= 0 ? 0 : Math.ceil(from / Math.max(1, each.max)));
  const most = each.min === 0 ? missing : Math.min(missing, Math.floor(to / each.min));
  return least <= most && least * each.min <= to && most * each.max >= from;
};

/** Null for rules this arithmetic does not cover, and where the forms contradict the commune's own numbers. */
const roomOf = ({ num, den, official }: Rollup, gathered: Gathered): Room | null => {
  const { reads, hamlet, forms } = gathered;
  if (num.op === 'countForms') {
    if (den !== 'hamlet.households') return null;
    const missing = hamlet.households - forms;
    return { unit: 'household', most: hamlet.households, yes: forms, missing, leavable: 0 };
  }
  const read = reads.get(num.item);
  if (read === undefined || (den !== 'hamlet.households' && den.item !== num.item)) return null;
  if (num.op === 'countWhere') {
    if (official !== undefined || (den !== 'hamlet.households' && den.op === 'sumDenominator')) return null;
    return householdRoom(num, den !== 'hamlet.households', read, hamlet);
  }
  if (den === 'hamlet.households' || den.op !== 'sumDenominator') return null;
  const people = official === undefined ? null : hamlet.people14plus;
  const room = peopleRoom(read.criterion, read.whys, people, gathered);
  return people === null || canBring(room, 0, people - room.counted) ? room : null;
};

const boundsFrom = (rule: Rollup, gathered: Gathered): ClaimBounds | null => {
  const { forms, hamlet } = gathered;
  const { households } = hamlet;
  // Without their number, or with more forms than families, nothing can be ruled out.
  if (households === 0 || forms > households) return null;
  const room = roomOf(rule, gathered);
  if (room === null) return null;
  const whys = rule.num.op === 'countForms' ? [] : (gathered.reads.get(rule.num.item)?.whys ?? []);
  return {
    coverage: { forms, households },
    provisional: isProvisional(gathered),
    unsent: households - forms,
    blank: room.missing - (households - forms),
    notApplicable: countNotApplicable(whys),
    room,
  };
};

/** By criterion id, for the rolled-up criteria of `set` (the hamlet's); none while the number of households is not known. */
export const boundsOf = (set: CriteriaSet, gathered: Gathered): Record<string, ClaimBounds> =>
  Object.fromEntries(
    criteriaOf(set).flatMap((criterion) => {
      const bounds = criterion.rollup && boundsFrom(criterion.rollup, gathered);
      return bounds ? [[criterion.id, bounds] as const] : [];
    }),
  );

/** {@link boundsOf} from the forms themselves; see {@link gather} for what `forms` are. */
export const bounds = (
  set: CriteriaSet,
  householdSet: CriteriaSet,
  forms: readonly GivenAnswers[],
  hamlet: HamletRecord,
): Record<string, ClaimBounds> => boundsOf(set, gather(householdSet, forms, hamlet));
