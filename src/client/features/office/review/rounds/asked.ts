/** What the commune asked to mend before the sending on screen: by the form's row, or by this machine's own return. Pure. */
import { operationIn } from '#client/db/own-operation.ts';
import type { SubmissionView } from '../../use-submission.ts';

export interface Asked {
  byName: string;
  at: number;
  items: ReadonlyMap<string, string>;
}

export function askedBefore({ assessment, ownMoves }: SubmissionView): Asked | null {
  const last = assessment?.value.lastMove;
  if (last?.to === 'returned')
    return {
      byName: last.byName,
      at: last.at,
      items: new Map(last.items?.map(({ criterionId, ask }) => [criterionId, ask])),
    };
  // A sending that came since has taken the move off the row.
  for (const row of [...ownMoves].reverse()) {
    const operation = operationIn(row);
    if (operation?.kind !== 'assessment.move' || row.result?.verdict !== 'applied') continue;
    const { to, items } = operation.args;
    if (to !== 'returned') continue;
    const asked = new Map(items?.map(({ criterionId, ask }) => [criterionId, ask]));
    return { byName: '', at: row.sealedAt, items: asked };
  }
  return null;
}
