/**
 * Ranking inside one group (`domain.md` §2.0): who is eligible, competition ranking 1-2-2-4, the four tie-breaks in
 * order, then the council's word; spans of ranks while reviews are open.
 */
import type { OfficerSheet } from '../review/officer-sheet.ts';
import { bestKey, compareKeys, worstKey, type Contender, type RankKey } from './key.ts';
import { possibleRanks, type Placed, type PossibleRanks } from './possible-ranks.ts';
import { tiesOf, type Tie } from './ties.ts';

/** One subject whose form the commune holds. Who sent nothing is not here: it is not ranked. */
export type RankInput = {
  subjectId: string;
  sheet: Pick<OfficerSheet, 'rankable' | 'applicableMax' | 'reach'>;
  /** Normalised hundredths of last year; null = none known. */
  prior: number | null;
  onTime: boolean;
  /** The knock-out in force; null = none. */
  knockOut: string | null;
};

/** `naCap`: too much does not apply, the council decides and it is no fault. */
export type WhyNotRanked = 'knockOut' | 'naCap' | 'nothingApplies';

export type RankedSubject = {
  subjectId: string;
  /** The ends of what it may come to; the same key when `isSure`. */
  best: RankKey;
  worst: RankKey;
  isSure: boolean;
  /** Ranks that can happen, ascending; one when everything about it is sure. */
  ranks: PossibleRanks;
};

export type GroupRanking = {
  /** By best rank, then worst rank, then key; equal ones by id, so that the order is one order. */
  ranked: RankedSubject[];
  excluded: { subjectId: string; why: WhyNotRanked }[];
  /** Sure subjects of equal score, and what told them apart. */
  ties: Tie[];
};

export const byId = (a: { subjectId: string }, b: { subjectId: string }): number =>
  a.subjectId < b.subjectId ? -1 : a.subjectId > b.subjectId ? 1 : 0;

const byRank = (a: RankedSubject, b: RankedSubject): number =>
  (a.ranks[0] ?? 0) - (b.ranks[0] ?? 0) ||
  (a.ranks.at(-1) ?? 0) - (b.ranks.at(-1) ?? 0) ||
  compareKeys(b.best, a.best) ||
  compareKeys(b.worst, a.worst) ||
  byId(a, b);

/** Why a subject is left out of the ranking; null = it is ranked. */
export const whyNotRanked = ({ sheet, knockOut }: RankInput): WhyNotRanked | null => {
  if (knockOut !== null) return 'knockOut';
  if (sheet.applicableMax === 0) return 'nothingApplies';
  return sheet.rankable ? null : 'naCap';
};

const contenderOf = ({ subjectId, sheet, prior, onTime }: RankInput): Contender => ({
  subjectId,
  reach: sheet.reach,
  prior,
  onTime,
});

/**
 * `placings`: what the council decided on ties, the newest first; each counts while exactly the subjects it names are
 * equal at every step and nothing about them is open.
 */
export const rankGroup = (inputs: readonly RankInput[], placings: readonly Placed[] = []): GroupRanking => {
  const contenders = inputs.filter((input) => whyNotRanked(input) === null).map(contenderOf);
  const ranks = possibleRanks(contenders, placings);
  const ranked = contenders
    .map((contender): RankedSubject => {
      const [best, worst] = [bestKey(contender), worstKey(contender)];
      const { subjectId } = contender;
      return {
        subjectId,
        best,
        worst,
        isSure: compareKeys(best, worst) === 0,
        ranks: ranks.get(subjectId) ?? [],
      };
    })
    .sort(byRank);
  const excluded = inputs
    .flatMap((input) => {
      const why = whyNotRanked(input);
      return why === null ? [] : [{ subjectId: input.subjectId, why }];
    })
    .sort(byId);
  return { ranked, excluded, ties: tiesOf(ranked, placings) };
};
