/** What the commune asked to mend before the sending on screen, and what the sender did about each item. Pure. */
import { operationIn } from '#client/db/own-operation.ts';
import type { SubmissionView } from '../../use-submission.ts';

export interface Asked {
  /** '' = this machine's own return, which the commune has not shown yet. */
  byName: string;
  at: number;
  /** The sending it was asked of. */
  submission: string;
  reason: string;
  items: ReadonlyMap<string, string>;
}

interface Said {
  byName: string;
  at: number;
  reason?: string | undefined;
  items?: readonly { criterionId: string; ask: string }[] | undefined;
}

const askedIn = (submission: string, { byName, at, reason = '', items = [] }: Said): Asked => ({
  byName,
  at,
  submission,
  reason,
  items: new Map(items.map(({ criterionId, ask }) => [criterionId, ask])),
});

/** The newest return of a sending up to the one on screen; each sending carries its own once another has followed it. */
export function askedBefore({ submission, assessment, history, ownMoves }: SubmissionView): Asked | null {
  const last = assessment?.value.lastMove;
  if (last?.to === 'returned') return askedIn(last.submission, last);
  for (const { id, round, returned } of [...history].sort((a, b) => b.round - a.round))
    if (returned !== undefined && round <= submission.round) return askedIn(id, returned);
  // A commune that ran an earlier build said it on the form's row alone, and a later sending has taken it off.
  for (const row of [...ownMoves].reverse()) {
    const operation = operationIn(row);
    if (operation?.kind !== 'assessment.move' || row.result?.verdict !== 'applied') continue;
    const { to, items, reason, submission: of } = operation.args;
    if (to === 'returned') return askedIn(of, { byName: '', at: row.sealedAt, reason, items });
  }
  return null;
}
