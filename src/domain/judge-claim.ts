/** A hamlet's claim held against what its households' answers still allow (`bounds.ts`). Integer arithmetic, constant time. */
import { canBring, type ClaimBounds, type HouseholdRoom, type Interval, type PeopleRoom } from './bounds.ts';

/** `d` at least 1, `n` at most `d`. */
export type Claim = { n: number; d: number };

export type Verdict =
  /** A completion reaches it. `forms`: the least further answers that could settle it; `amount`: what they must add. */
  | { kind: 'possible'; forms: number; amount: number }
  /** Whatever the missing answers are, the rate is at least the claimed one. */
  | { kind: 'proven' }
  /** No completion has as many, or as few, at this denominator. */
  | { kind: 'tooHigh' | 'tooLow' }
  | { kind: 'denominatorImpossible' };

const leastBrought = ({ mayLeave, missing, each }: PeopleRoom): number => (mayLeave ? 0 : missing * each.min);

/** The denominators that completions have, lowest to highest. */
export const denominators = ({ room }: ClaimBounds): Interval => {
  if (room.unit === 'household') return { min: room.most - room.leavable, max: room.most };
  if (room.official !== null) return { min: room.official, max: room.official };
  const { counted, missing, each } = room;
  return { min: counted + leastBrought(room), max: counted + missing * each.max };
};

/** The most people missing answers can bring without passing `limit`; null when they must bring more. */
const mostBrought = ({ missing, mayLeave, each }: PeopleRoom, limit: number): number | null => {
  const fit = each.min === 0 ? missing : Math.floor(limit / each.min);
  const bringing = mayLeave ? Math.min(missing, Math.max(0, fit)) : missing;
  return limit < 0 || bringing * each.min > limit ? null : Math.min(bringing * each.max, limit);
};

const householdsAt = ({ most, leavable, yes, missing }: HouseholdRoom, d: number): Interval | null => {
  const left = most - d;
  return left < 0 || left > leavable ? null : { min: yes, max: yes + missing - left };
};

const peopleAt = (room: PeopleRoom, d: number): Interval | null => {
  const { official, counted, yes } = room;
  if (official === null)
    return canBring(room, d - counted, d - counted) ? { min: yes, max: yes + d - counted } : null;
  const brought = d === official ? mostBrought(room, d - counted) : null;
  return brought === null ? null : { min: yes, max: yes + brought };
};

/**
 * The numerators that completions have at the denominator `d`, every one between included; null when none has it. The
 * rest up to `d` are known not to have the thing.
 */
export const numeratorsAt = ({ room }: ClaimBounds, d: number): Interval | null =>
  room.unit === 'household' ? householdsAt(room, d) : peopleAt(room, d);

/** The lowest rate a completion has, as a fraction. */
const lowest = ({ room }: ClaimBounds): Claim => {
  if (room.unit === 'household') return { n: room.yes, d: room.most };
  return { n: room.yes, d: room.official ?? room.counted + room.missing * room.each.max };
};

/** Fewest answers that bring `wanted` more people who have it while the official number still holds. */
const formsToOfficial = (room: PeopleRoom, wanted: number, people: number): number => {
  const { missing, each, mayLeave, counted } = room;
  for (let k = Math.ceil(wanted / Math.max(1, each.max)); k < missing; k++) {
    const rest = mayLeave ? 0 : (missing - k) * each.min;
    if (Math.max(wanted, k * each.min) + rest <= people - counted) return k;
  }
  return missing;
};

/**
 * Fewest answers after which no outcome of the rest is below the claim: the rest must then be unable to do anything but
 * fill it up to its denominator.
 */
const formsToShare = (room: PeopleRoom, wanted: number, people: number): number => {
  const { missing, each, mayLeave, counted } = room;
  for (let k = 0; k < missing; k++) {
    const brought = people - counted - (missing - k) * each.max;
    if (brought >= wanted && canBring({ missing: k, mayLeave, each }, brought, brought)) return k;
  }
  return missing;
};

const formsToProve = ({ room }: ClaimBounds, { n, d }: Claim): number => {
  const wanted = n - room.yes;
  if (room.unit === 'household') return wanted + room.most - d;
  return room.official === null ? formsToShare(room, wanted, d) : formsToOfficial(room, wanted, d);
};

export const judgeClaim = (bounds: ClaimBounds, claim: Claim): Verdict => {
  const { n, d } = claim;
  const numerators = numeratorsAt(bounds, d);
  if (numerators === null) return { kind: 'denominatorImpossible' };
  if (n > numerators.max) return { kind: 'tooHigh' };
  if (n < numerators.min) return { kind: 'tooLow' };
  const least = lowest(bounds);
  // Fractions compared crosswise: counts up to 10⁶ stay far below 2⁵³.
  if (n * least.d <= least.n * d) return { kind: 'proven' };
  return { kind: 'possible', forms: formsToProve(bounds, claim), amount: n - numerators.min };
};
