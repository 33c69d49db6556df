/** Who the frozen rankings put forward, over all groups that share one quota. Pure. */
import { quotaLeft } from '#domain/awards/quota.ts';
import {
  eligibilityOf,
  kindOfGroup,
  resultsOf,
  type RankedResult,
  type WhyNotEligible,
} from '#domain/awards/rules.ts';
import { recipientKinds, stands, type RecipientKind } from '#domain/awards/workflow.ts';
import type { AwardRules } from '#protocol/award-records.ts';
import type { RankingFreeze } from '#protocol/ranking-records.ts';
import type { AwardEntry } from './entries.ts';

export interface Candidate {
  /** `freezeId:subjectId`. */
  key: string;
  freeze: RankingFreeze;
  kind: RecipientKind;
  result: RankedResult;
  why: WhyNotEligible[];
  /** Its award of the movement, where it has one already. */
  taken: AwardEntry | undefined;
}

export interface Edge {
  kind: RecipientKind;
  rank: number;
  /** How many have that rank, and how many places are left for them. */
  n: number;
  left: number;
}

interface Candidates {
  all: Candidate[];
  /** Marked beforehand: eligible, by rank over all groups, no rank cut in two. */
  suggested: ReadonlySet<string>;
  edges: Edge[];
  /** Places left of each kind; absent = no limit. */
  room: Partial<Record<RecipientKind, number>>;
}

/** The newest of each group: what a later one replaced is put forward no more. */
export function inForce(freezes: readonly RankingFreeze[]): RankingFreeze[] {
  const replaced = new Set(freezes.map(({ replaces }) => replaces));
  return freezes.filter(({ id }) => !replaced.has(id));
}

const free = ({ why, taken }: Candidate): boolean => why.length === 0 && taken === undefined;

export function candidatesOf(
  freezes: readonly RankingFreeze[],
  entries: readonly AwardEntry[],
  rules: AwardRules,
): Candidates {
  const takenBy = new Map(
    entries
      .filter(({ award, state }) => award.track === 'movement' && stands(state))
      .map((entry) => [entry.award.recipient.subjectId ?? '', entry]),
  );
  const all = inForce(freezes).flatMap((freeze) =>
    resultsOf(freeze).map((result): Candidate => {
      const eligibility = eligibilityOf(result, rules);
      return {
        key: `${freeze.id}:${result.subjectId}`,
        freeze,
        kind: kindOfGroup(freeze.group),
        result,
        why: eligibility.kind === 'eligible' ? [] : eligibility.why,
        taken: takenBy.get(result.subjectId),
      };
    }),
  );
  const left = quotaLeft(
    entries.map(({ award }) => award),
    rules,
  );
  const suggested = new Set<string>();
  const edges: Edge[] = [];
  const room: Partial<Record<RecipientKind, number>> = {};
  for (const kind of recipientKinds) {
    const some = all.filter((candidate) => candidate.kind === kind && free(candidate));
    let places = left[kind].left ?? Number.POSITIVE_INFINITY;
    if (Number.isFinite(places)) room[kind] = Math.max(0, places);
    for (const rank of [...new Set(some.map(({ result }) => result.rank ?? 0))].sort((a, b) => a - b)) {
      const level = some.filter(({ result }) => result.rank === rank);
      if (level.length > places) {
        if (places > 0) edges.push({ kind, rank, n: level.length, left: places });
        break;
      }
      for (const { key } of level) suggested.add(key);
      places -= level.length;
    }
  }
  return { all, suggested, edges, room };
}

/**
 * Of those marked, whose place needs a reason: not eligible, or beyond the places of its kind (the last by rank). In the
 * order they are to be written: those that need none first.
 */
export function withReasons(
  marked: readonly Candidate[],
  room: Candidates['room'],
): { plain: Candidate[]; reasoned: Candidate[] } {
  const plain: Candidate[] = [];
  const reasoned: Candidate[] = marked.filter(({ why }) => why.length > 0);
  for (const kind of recipientKinds) {
    const some = marked
      .filter((candidate) => candidate.kind === kind && candidate.why.length === 0)
      .sort((a, b) => (a.result.rank ?? 0) - (b.result.rank ?? 0));
    const places = room[kind] ?? some.length;
    plain.push(...some.slice(0, places));
    reasoned.push(...some.slice(places));
  }
  return { plain, reasoned };
}
