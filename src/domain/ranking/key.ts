/**
 * What two subjects of a group are compared by, in this order (`domain.md` §2.0): officer score, points of the ratio
 * items ("results over paperwork"), improvement against last year, sent in time. Still equal = the council's word
 * (`rank-group.ts`). Whole numbers, so no two computers disagree.
 */
import type { Reach, Span } from '../review/officer-sheet.ts';
import { divideHalfUp } from '../rounding.ts';

/** Compared left to right, the larger first. */
export type RankKey = readonly [normalised: number, ratio: number, improvement: number, onTime: number];

export const rankSteps = ['score', 'ratio', 'improvement', 'onTime'] as const;
export type RankStep = (typeof rankSteps)[number];

/** One subject as ranking sees it. `prior`: normalised hundredths of last year; null = none known. */
export type Contender = { subjectId: string; reach: Reach; prior: number | null; onTime: boolean };

/** Positive where `a` ranks before `b`; 0 = equal at every step. */
export const compareKeys = (a: RankKey, b: RankKey): number => {
  for (const step of [0, 1, 2, 3] as const) if (a[step] !== b[step]) return a[step] - b[step];
  return 0;
};

/** The step that tells two keys apart; null when none does. */
export const decidingStep = (a: RankKey, b: RankKey): RankStep | null =>
  rankSteps.find((_, at) => a[at] !== b[at]) ?? null;

/** Without a result of last year nothing grew and nothing fell: 0, so that the order stays one order for all. */
const improvementOf = (normalised: number, prior: number | null): number =>
  prior === null ? 0 : normalised - prior;

const normalisedAt = (earned: number, { applicableMax }: Reach): number =>
  applicableMax > 0 ? divideHalfUp(earned * 10_000, applicableMax) : 0;

const keyOf = ({ prior, onTime }: Contender, normalised: number, ratio: number): RankKey => [
  normalised,
  ratio,
  improvementOf(normalised, prior),
  onTime ? 1 : 0,
];

const keyAt = (contender: Contender, ratio: number, other: number): RankKey =>
  keyOf(contender, normalisedAt(ratio + other, contender.reach), ratio);

/** Every open criterion at its claim. No outcome has a larger key: score and ratio are both at their most. */
export const bestKey = (contender: Contender): RankKey =>
  keyAt(contender, contender.reach.ratio.max, contender.reach.other.max);

/** Every open criterion at its supported points. No outcome has a smaller key. */
export const worstKey = (contender: Contender): RankKey =>
  keyAt(contender, contender.reach.ratio.min, contender.reach.other.min);

/** The first earned points that round to more than `normalised`: half-up division turned round. */
const earnedAbove = (normalised: number, applicableMax: number): number =>
  // ⌊(2·10⁴·e + m) ÷ 2m⌋ exceeds N from the first e with 2·10⁴·e ≥ (2N + 1)·m.
  Math.ceil(((2 * normalised + 1) * applicableMax) / 20_000);

const earnedSpan = ({ ratio, other }: Reach): Span => ({
  min: ratio.min + other.min,
  max: ratio.max + other.max,
});

/** Earned points that round to `normalised`; empty = `max` below `min`. */
const earnedFor = (normalised: number, reach: Reach): Span => {
  const all = earnedSpan(reach);
  if (reach.applicableMax === 0) return normalised === 0 ? all : { min: 0, max: -1 };
  return {
    min: Math.max(all.min, earnedAbove(normalised - 1, reach.applicableMax)),
    max: Math.min(all.max, earnedAbove(normalised, reach.applicableMax) - 1),
  };
};

/** Ratio points that outcomes with this normalised score have, every one between included; empty = `max` below `min`. */
const ratioFor = (normalised: number, reach: Reach): Span => {
  const earned = earnedFor(normalised, reach);
  if (earned.min > earned.max) return { min: 0, max: -1 };
  const { ratio, other } = reach;
  return {
    min: Math.max(ratio.min, earned.min - other.max),
    max: Math.min(ratio.max, earned.max - other.min),
  };
};

/** The least normalised score above `normalised` that an outcome has; null when there is none. */
const nextNormalised = (normalised: number, reach: Reach): number | null => {
  if (reach.applicableMax === 0) return null;
  const all = earnedSpan(reach);
  const above = Math.max(all.min, earnedAbove(normalised, reach.applicableMax));
  return above > all.max ? null : normalisedAt(above, reach);
};

/** The smallest key an outcome of `contender` has that is not below `floor`; null when all are below. Exact. */
export const leastKeyFrom = (contender: Contender, floor: RankKey): RankKey | null => {
  const { reach } = contender;
  const ratio = ratioFor(floor[0], reach);
  if (ratio.min <= ratio.max) {
    const least = keyOf(contender, floor[0], Math.max(ratio.min, floor[1]));
    if (least[1] <= ratio.max && compareKeys(least, floor) >= 0) return least;
    // Improvement or time falls short at these ratio points: one hundredth more of them settles it.
    if (least[1] + 1 <= ratio.max) return keyOf(contender, floor[0], least[1] + 1);
  }
  const next = nextNormalised(floor[0], reach);
  return next === null ? null : keyOf(contender, next, ratioFor(next, reach).min);
};
