/** Scores of this machine the commune did not take: what was given, why it has no effect, and on which answer. Pure. */
import type { VerdictCode } from '#protocol/exchange.ts';
import type { SubmissionRow } from '#protocol/judged-rows.ts';
import type { OwnScore } from './live-scores.ts';

export interface RefusedScore {
  opId: string;
  criterionId: string;
  points: number;
  reasonCode: string;
  reason: string;
  at: number;
  code: VerdictCode | undefined;
  /** The sending it was given on; null where that is not on this machine. */
  on: SubmissionRow | null;
}

export interface RefusedSources {
  /** Every sending of the form. */
  history: readonly SubmissionRow[];
  /** This machine's scores of any of them, in order of seq. */
  own: readonly OwnScore[];
  /** Put away by hand. */
  dismissed: ReadonlySet<string>;
}

/** The last refused one of each criterion, while nothing newer was given for it here. */
export function refusedScores({ history, own, dismissed }: RefusedSources): RefusedScore[] {
  const last = new Map<string, OwnScore>();
  for (const score of own) last.set(score.args.criterionId, score);
  return [...last.values()].flatMap(({ row, opId, args }): RefusedScore[] => {
    const { result } = row;
    if (result === undefined || (result.verdict !== 'refused' && result.verdict !== 'quarantined')) return [];
    if (dismissed.has(opId)) return [];
    const { criterionId, points, reasonCode, reason } = args;
    const on = history.find(({ id }) => id === args.submission) ?? null;
    return [{ opId, criterionId, points, reasonCode, reason, at: row.sealedAt, code: result.code, on }];
  });
}
