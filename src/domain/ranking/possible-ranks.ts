/**
 * Every rank that can still happen while reviews are open (visual `l-xep-hang`: "Khoảng hạng là mọi thứ hạng còn có thể
 * xảy ra"). Exact, not sampled. Subjects are scored apart from one another, so any outcome of one goes with any outcome
 * of the others: the ends of two subjects' spans are always reachable together. Between its ends a span may leave a rank
 * out (two equal subjects share one), which the set of ranks shows.
 */
import { bestKey, compareKeys, leastKeyFrom, worstKey, type Contender, type RankKey } from './key.ts';

/** Ranks that can happen, ascending, without repetition. */
export type PossibleRanks = number[];

/** Equal subjects as the council placed them, best first; it holds while exactly these are equal (`rank-group.ts`). */
export type Placed = readonly string[];

type Field = { contender: Contender; best: RankKey; worst: RankKey };

const fieldOf = (contender: Contender): Field => ({
  contender,
  best: bestKey(contender),
  worst: worstKey(contender),
});

const isSure = ({ best, worst }: Field): boolean => compareKeys(best, worst) === 0;

/** How one subject may stand to a key. */
type Stance = { above: boolean; equal: boolean; below: boolean };

const stanceTo = ({ contender, best, worst }: Field, key: RankKey): Stance => {
  const least = leastKeyFrom(contender, key);
  return {
    above: compareKeys(best, key) > 0,
    equal: least !== null && compareKeys(least, key) === 0,
    below: compareKeys(worst, key) < 0,
  };
};

/** How many of these come out above the key, least and most; every number between happens too. */
const countAbove = (stances: readonly Stance[]): { least: number; most: number } => ({
  least: stances.filter(({ above, equal, below }) => above && !equal && !below).length,
  most: stances.filter(({ above }) => above).length,
});

const addRange = (ranks: Set<number>, { least, most }: { least: number; most: number }): void => {
  for (let above = least; above <= most; above++) ranks.add(above + 1);
};

/** Ranks of a sure subject the council has placed among its equals: the placing falls when another one joins them. */
const ranksOfPlaced = (own: Field, others: readonly Field[], placed: Placed): Set<number> => {
  const outside = others
    .filter(({ contender }) => !placed.includes(contender.subjectId))
    .map((field) => stanceTo(field, own.best));
  const ranks = new Set<number>();
  // It holds: nobody from outside is equal.
  if (outside.every(({ above, below }) => above || below)) {
    const { least, most } = countAbove(outside.map((stance) => ({ ...stance, equal: false })));
    const before = placed.indexOf(own.contender.subjectId);
    addRange(ranks, { least: least + before, most: most + before });
  }
  // It falls: at least one from outside is equal, and the equal ones share a rank.
  for (const [at, { equal }] of outside.entries())
    if (equal) addRange(ranks, countAbove(outside.filter((_, other) => other !== at)));
  return ranks;
};

/** The keys at which the number above may change, and the smallest own key from each on: one per case is enough. */
const ownKeys = (own: Field, others: readonly Field[]): RankKey[] => {
  if (isSure(own)) return [own.best];
  const floors = others.flatMap(({ best, worst }) => [best, worst]);
  const from = floors.map((floor) => leastKeyFrom(own.contender, floor));
  return [own.worst, ...from.filter((key) => key !== null)];
};

/**
 * Between two neighbouring ends of the others' spans, how many must and how many may come above does not change; so the
 * smallest own key in each stretch stands for all of it.
 */
const ranksOfFree = (own: Field, others: readonly Field[]): Set<number> => {
  const ranks = new Set<number>();
  for (const key of ownKeys(own, others)) {
    const least = others.filter(({ worst }) => compareKeys(worst, key) > 0).length;
    const most = others.filter(({ best }) => compareKeys(best, key) > 0).length;
    addRange(ranks, { least, most });
  }
  return ranks;
};

/** The council's placing that answers this tie: all of its members sure and equal, and no other sure one with them. */
const placingOf = (own: Field, fields: readonly Field[], placings: readonly Placed[]): Placed | undefined => {
  if (!isSure(own)) return undefined;
  const equals = fields
    .filter((field) => isSure(field) && compareKeys(field.best, own.best) === 0)
    .map(({ contender }) => contender.subjectId);
  return placings.find(
    (placed) => placed.length === equals.length && equals.every((subjectId) => placed.includes(subjectId)),
  );
};

/** By subject id. `placings`: the newest decision of the council first. */
export const possibleRanks = (
  contenders: readonly Contender[],
  placings: readonly Placed[] = [],
): Map<string, PossibleRanks> => {
  const fields = contenders.map(fieldOf);
  return new Map(
    fields.map((own) => {
      const others = fields.filter((field) => field !== own);
      const placed = placingOf(own, fields, placings);
      const ranks = placed ? ranksOfPlaced(own, others, placed) : ranksOfFree(own, others);
      return [own.contender.subjectId, [...ranks].sort((a, b) => a - b)] as const;
    }),
  );
};
