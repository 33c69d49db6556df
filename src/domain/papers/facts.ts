/**
 * Everything a paper may say, gathered once from the records. Sentences and annexes are both made from these facts and
 * from nothing else: that is why their figures agree. Pure; the same records give the same facts.
 */
import { criteriaOf } from '../criteria-set.ts';
import type { CriteriaSet, Pillar } from '../criteria.ts';
import { pillarTotals } from '../progress/pillar-totals.ts';
import { divideHalfUp } from '../rounding.ts';
import type { Total } from '../score.ts';
import { awardLine, type AwardLine } from './award-lines.ts';
import type { PaperSources, SourceDecision, SourceFreeze, SourceLetter } from './sources.ts';

export interface RankedLine {
  subjectId: string;
  name: string;
  rank: number | null;
  /** Normalised hundredths. */
  normalised: number;
  grade: string;
  pillars: Record<Pillar, Total>;
}

/** One frozen ranking, the last of its group. */
export interface Ranking {
  group: string;
  freezeId: string;
  lines: readonly RankedLine[];
  /** Normalised hundredths, half up; 0 without lines. */
  average: number;
  /** Highest first; names of the set, with how many reached each. */
  grades: readonly { name: string; count: number }[];
}

export interface PaperFacts extends Pick<
  PaperSources,
  'campaign' | 'commune' | 'handOvers' | 'positions' | 'sums' | 'work' | 'rules' | 'meetings'
> {
  hamlets: Ranking | null;
  /** By sector, in the order of the sectors. */
  units: readonly Ranking[];
  /** By hamlet. */
  families: readonly Ranking[];
  awards: ReadonlyMap<string, AwardLine>;
  letters: readonly SourceLetter[];
  decisions: readonly SourceDecision[];
}

/** A freeze that no other one replaces. */
const inForce = (freezes: readonly SourceFreeze[]): SourceFreeze[] => {
  const replaced = new Set(freezes.flatMap(({ replaces }) => (replaces === undefined ? [] : [replaces])));
  const newest = new Map<string, SourceFreeze>();
  for (const freeze of freezes) {
    if (replaced.has(freeze.id)) continue;
    const known = newest.get(freeze.group);
    if (
      known === undefined ||
      known.frozenAt < freeze.frozenAt ||
      (known.frozenAt === freeze.frozenAt && known.id < freeze.id)
    )
      newest.set(freeze.group, freeze);
  }
  return [...newest.values()].sort((a, b) => (a.group < b.group ? -1 : 1));
};

const none: Total = { earned: 0, applicableMax: 0 };
const nothingKnown: Record<Pillar, Total> = {
  nenTang: none,
  chinhQuyenSo: none,
  kinhTeSo: none,
  xaHoiSo: none,
};

const pillarsOf = (
  set: CriteriaSet | undefined,
  points: Readonly<Record<string, number>>,
): Record<Pillar, Total> =>
  set === undefined
    ? nothingKnown
    : pillarTotals(
        set,
        criteriaOf(set).map(({ id, maxPoints }) => ({
          id,
          points: points[id] ?? 0,
          maxPoints,
          applies: Object.hasOwn(points, id),
        })),
      );

function rankingOf(freeze: SourceFreeze, { sets, names }: PaperSources): Ranking {
  const inputs = new Map(freeze.inputs.map((input) => [input.subjectId, input]));
  const lines = freeze.results.map(({ subjectId, rank, normalised, grade }): RankedLine => {
    const input = inputs.get(subjectId);
    const set = input && sets.get(input.criteriaSet);
    return {
      subjectId,
      name: names.get(subjectId) ?? '',
      rank: rank ?? null,
      normalised,
      grade: set?.grades.find(({ id }) => id === grade)?.name ?? '',
      pillars: pillarsOf(set, input?.points ?? {}),
    };
  });
  const named = [...inputs.values()].flatMap(({ criteriaSet }) => sets.get(criteriaSet)?.grades ?? []);
  const order = [...new Set([...named].sort((a, b) => b.min - a.min).map(({ name }) => name))];
  return {
    group: freeze.group,
    freezeId: freeze.id,
    lines,
    average:
      lines.length === 0
        ? 0
        : divideHalfUp(
            lines.reduce((sum, { normalised }) => sum + normalised, 0),
            lines.length,
          ),
    grades: order
      .map((name) => ({ name, count: lines.filter(({ grade }) => grade === name).length }))
      .filter(({ count }) => count > 0),
  };
}

export function paperFacts(sources: PaperSources): PaperFacts {
  const rankings = inForce(sources.freezes).map((freeze) => rankingOf(freeze, sources));
  const of = (kind: string): Ranking[] => rankings.filter(({ group }) => group.startsWith(`${kind}:`));
  const { campaign, commune, handOvers, positions, sums, work, rules } = sources;
  const decided = new Map(
    sources.decisions
      .filter(({ state }) => state !== 'withdrawn')
      .flatMap(({ awards }) => awards.map(({ awardId, amount }) => [awardId, amount] as const)),
  );
  return {
    campaign,
    commune,
    handOvers,
    positions,
    sums,
    work,
    rules,
    hamlets: rankings.find(({ group }) => group === 'hamlet') ?? null,
    units: of('unit'),
    families: of('household'),
    awards: new Map(
      sources.awards.map((award) => [award.id, awardLine(award, decided.get(award.id), sources)]),
    ),
    meetings: sources.meetings,
    letters: sources.letters,
    decisions: sources.decisions,
  };
}

/** Points of one pillar over all lines of a ranking. */
export const pillarSum = (lines: readonly RankedLine[], pillar: Pillar): Total =>
  lines.reduce(
    (sum, line) => ({
      earned: sum.earned + line.pillars[pillar].earned,
      applicableMax: sum.applicableMax + line.pillars[pillar].applicableMax,
    }),
    none,
  );
