/** One award as lists and letters print it, and the order they print it in (`domain.md` §3.4). Pure. */
import { awardSteps, recipientKinds, type AwardTrack, type RecipientKind } from '../awards/workflow.ts';
import type { SubjectKind } from '../criteria.ts';
import { compareNames } from '../vietnamese/name-order.ts';
import type { PaperSources, SourceAward, SourceFreeze, SourceVillageVote } from './sources.ts';

export interface AwardLine {
  id: string;
  kind: RecipientKind;
  track: AwardTrack;
  name: string;
  position: string;
  subjectKind?: SubjectKind;
  subjectId?: string;
  /** Place in a frozen ranking and of how many; null for one nominated. */
  rank: number | null;
  ranked: number | null;
  /** Normalised hundredths, as thẩm định left them. */
  points: number | null;
  grade: string;
  freezeId?: string;
  nominatedBy: string;
  reason: string;
  achievement: string;
  summary: string;
  upward: boolean;
  villageVote?: SourceVillageVote;
  /** As decided; null before a decision names it. Whole đồng. */
  amount: number | null;
  /** Has left the way: withdrawn, rejected or revoked. */
  isOut: boolean;
}

const OUT: readonly string[] = ['withdrawn', 'rejected', 'revoked'];

const gradeName = (freeze: SourceFreeze | undefined, subjectId: string, sources: PaperSources): string => {
  const result = freeze?.results.find((each) => each.subjectId === subjectId);
  const input = freeze?.inputs.find((each) => each.subjectId === subjectId);
  const set = input && sources.sets.get(input.criteriaSet);
  return set?.grades.find(({ id }) => id === result?.grade)?.name ?? '';
};

export function awardLine(award: SourceAward, amount: number | undefined, sources: PaperSources): AwardLine {
  const { recipient, ground, villageVote } = award;
  const freeze =
    ground.kind === 'ranking' ? sources.freezes.find(({ id }) => id === ground.freezeId) : undefined;
  return {
    id: award.id,
    kind: recipient.kind,
    track: award.track,
    name: recipient.name,
    position: recipient.position,
    ...(recipient.subjectKind !== undefined && { subjectKind: recipient.subjectKind }),
    ...(recipient.subjectId !== undefined && { subjectId: recipient.subjectId }),
    rank: ground.kind === 'ranking' ? ground.rank : null,
    ranked: freeze?.results.filter(({ rank }) => rank !== undefined).length ?? null,
    points: ground.kind === 'ranking' ? ground.normalised : null,
    grade: gradeName(freeze, recipient.subjectId ?? '', sources),
    ...(ground.kind === 'ranking' && { freezeId: ground.freezeId }),
    nominatedBy: ground.kind === 'nomination' ? ground.by : '',
    reason: ground.kind === 'nomination' ? ground.reason : '',
    achievement: award.achievement,
    summary: award.summary,
    upward: award.upward,
    ...(villageVote !== undefined && { villageVote }),
    amount: amount ?? null,
    isOut: OUT.includes(award.course.at(-1)?.to ?? awardSteps[0]),
  };
}

type Listed = Pick<AwardLine, 'id' | 'kind' | 'rank' | 'name'>;

/** By rank, those without one last; then by given name. */
export const byRankThenName = (a: Listed, b: Listed): number =>
  (a.rank ?? Number.MAX_SAFE_INTEGER) - (b.rank ?? Number.MAX_SAFE_INTEGER) ||
  compareNames(a.name, b.name) ||
  (a.id < b.id ? -1 : 1);

export interface AwardCount {
  collective: number;
  individual: number;
  household: number;
  all: number;
}

export const countAwards = (lines: readonly AwardLine[]): AwardCount => {
  const of = (kind: RecipientKind): number => lines.filter((line) => line.kind === kind).length;
  return {
    collective: of('collective'),
    individual: of('individual'),
    household: of('household'),
    all: lines.length,
  };
};

/** The three parts of a list, each in its order; a part without anybody is left out. */
export const partsOf = <Line extends Listed>(
  lines: readonly Line[],
): { kind: RecipientKind; lines: readonly Line[] }[] =>
  recipientKinds
    .map((kind) => ({ kind, lines: lines.filter((line) => line.kind === kind).sort(byRankThenName) }))
    .filter((part) => part.lines.length > 0);

/** Whole đồng; null where one amount is not known. */
export const totalAmount = (amounts: readonly (number | null)[]): number | null =>
  amounts.includes(null) ? null : amounts.reduce<number>((sum, amount) => sum + (amount ?? 0), 0);
