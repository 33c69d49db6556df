/**
 * A ranking frozen into a snapshot that anyone reckons again, bit for bit: inputs, council's placings and results in one
 * canonical order. Pure: whoever keeps it hashes the canonical text of {@link frozenValue}.
 */
import { criteriaOf } from '../criteria-set.ts';
import type { CriteriaSet } from '../criteria.ts';
import { verifiedTotal, type Reach } from '../review/officer-sheet.ts';
import { byId, rankGroup, whyNotRanked, type RankInput, type WhyNotRanked } from './rank-group.ts';

export type FrozenInput = {
  subjectId: string;
  submission: string;
  digest: string;
  criteriaSet: string;
  /** Hundredths by criterion id; absent = accepted as not applicable. */
  points: Record<string, number>;
  prior?: number | undefined;
  onTime: boolean;
  knockOut?: string | undefined;
};

export type FrozenTie = { id: string; order: string[] };

export type FrozenResult = {
  subjectId: string;
  rank?: number | undefined;
  normalised: number;
  /** Id of a grade of its set. */
  grade?: string | undefined;
  whyNotRanked?: WhyNotRanked | undefined;
};

/** What is hashed. `ties`: the council's decisions in force, the newest first. */
export type FrozenRanking = {
  group: string;
  ties: FrozenTie[];
  inputs: FrozenInput[];
  results: FrozenResult[];
};

export type FrozenSource = Pick<FrozenRanking, 'group' | 'ties' | 'inputs'>;

export type Sets = ReadonlyMap<string, CriteriaSet>;

const reachOf = (set: CriteriaSet, points: Readonly<Record<string, number>>): Reach => {
  const given = criteriaOf(set).filter(({ id }) => Object.hasOwn(points, id));
  const sum = (wantsRatio: boolean): number =>
    given
      .filter(({ type }) => (type === 'ratio') === wantsRatio)
      .reduce((total, { id }) => total + (points[id] ?? 0), 0);
  const [ratio, other] = [sum(true), sum(false)];
  return {
    applicableMax: given.reduce((total, { maxPoints }) => total + maxPoints, 0),
    ratio: { min: ratio, max: ratio },
    other: { min: other, max: other },
  };
};

const byRankThenId = (a: FrozenResult, b: FrozenResult): number =>
  (a.rank ?? Number.MAX_SAFE_INTEGER) - (b.rank ?? Number.MAX_SAFE_INTEGER) || byId(a, b);

/** Results from the inputs alone, by rank then id; null when a criteria set is not known. */
export const reckonResults = ({ inputs, ties }: FrozenSource, sets: Sets): FrozenResult[] | null => {
  const known = inputs.flatMap((input) => {
    const set = sets.get(input.criteriaSet);
    return set ? [{ input, set, total: verifiedTotal(set, input.points) }] : [];
  });
  if (known.length < inputs.length) return null;
  const contestants = known.map(({ input, set, total }): RankInput => ({
    subjectId: input.subjectId,
    sheet: { ...total, reach: reachOf(set, input.points) },
    prior: input.prior ?? null,
    onTime: input.onTime,
    knockOut: input.knockOut ?? null,
  }));
  const { ranked } = rankGroup(
    contestants,
    ties.map(({ order }) => order),
  );
  const rankOf = new Map(ranked.map(({ subjectId, ranks }) => [subjectId, ranks[0]]));
  return known
    .map(({ input, total }, at): FrozenResult => {
      const rank = rankOf.get(input.subjectId);
      const contestant = contestants[at];
      const why = contestant ? whyNotRanked(contestant) : null;
      return {
        subjectId: input.subjectId,
        ...(rank === undefined ? {} : { rank }),
        normalised: total.normalised,
        ...(total.grade === null ? {} : { grade: total.grade.id }),
        ...(why === null ? {} : { whyNotRanked: why }),
      };
    })
    .sort(byRankThenId);
};

/**
 * The frozen ranking of a group, in its one canonical order; null when a criteria set is not known. `inputs` are
 * verified forms with nothing open.
 */
export const freezeOf = (source: FrozenSource, sets: Sets): FrozenRanking | null => {
  const inputs = [...source.inputs].sort(byId);
  const results = reckonResults({ ...source, inputs }, sets);
  return results && { group: source.group, ties: source.ties, inputs, results };
};

/** What is hashed of a kept freeze, whatever else stands beside it. */
export const frozenValue = ({ group, ties, inputs, results }: FrozenRanking): FrozenRanking => ({
  group,
  ties,
  inputs,
  results,
});

export type Recomputed =
  | { kind: 'equal' }
  | { kind: 'unknownSet'; criteriaSet: string }
  /** The first place where what is kept and what was reckoned part; null = not there on that side. */
  | {
      kind: 'differs';
      subjectId: string;
      field: 'rank' | 'normalised' | 'grade' | 'whyNotRanked' | 'presence' | 'order';
      kept: string | number | null;
      reckoned: string | number | null;
    };

const fields = ['rank', 'normalised', 'grade', 'whyNotRanked'] as const;

const firstDifference = (kept: readonly FrozenResult[], reckoned: readonly FrozenResult[]): Recomputed => {
  for (const again of reckoned) {
    const { subjectId } = again;
    const one = kept.find((result) => result.subjectId === subjectId);
    if (!one) return { kind: 'differs', subjectId, field: 'presence', kept: null, reckoned: subjectId };
    const field = fields.find((name) => one[name] !== again[name]);
    if (field)
      return {
        kind: 'differs',
        subjectId,
        field,
        kept: one[field] ?? null,
        reckoned: again[field] ?? null,
      };
  }
  for (const [at, { subjectId }] of kept.entries()) {
    const again = reckoned[at]?.subjectId ?? null;
    const isThere = reckoned.some((result) => result.subjectId === subjectId);
    if (again !== subjectId)
      return {
        kind: 'differs',
        subjectId,
        field: isThere ? 'order' : 'presence',
        kept: subjectId,
        reckoned: again,
      };
  }
  return { kind: 'equal' };
};

/** Reckons a kept freeze again from its inputs: equal, or the first difference. */
export const recomputeFreeze = (frozen: FrozenRanking, sets: Sets): Recomputed => {
  const reckoned = reckonResults(frozen, sets);
  if (reckoned !== null) return firstDifference(frozen.results, reckoned);
  const unknown = frozen.inputs.find(({ criteriaSet }) => !sets.has(criteriaSet));
  return { kind: 'unknownSet', criteriaSet: unknown?.criteriaSet ?? '' };
};
