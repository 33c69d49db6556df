/** Steps of this machine that the commune did not take, where nothing has happened to the form since. Pure. */
import type { VerdictCode } from '#protocol/exchange.ts';
import type { OutboxRow, StoredRow } from '#client/db/model.ts';

/** By assessment; the code is missing where none was given. */
export function refusedMoves(
  outbox: readonly OutboxRow[],
  assessments: readonly StoredRow<'assessment'>[],
): Map<string, VerdictCode | undefined> {
  const revOf = new Map(assessments.map(({ id, rev }) => [id, rev]));
  const last = new Map<string, OutboxRow>();
  for (const row of outbox)
    if (row.kind === 'assessment.move' && row.assessmentId !== undefined) last.set(row.assessmentId, row);
  const refused = new Map<string, VerdictCode | undefined>();
  for (const [id, { result }] of last) {
    if (result?.verdict !== 'refused' && result?.verdict !== 'quarantined') continue;
    if ((revOf.get(id) ?? 0) <= (result.rev ?? Infinity)) refused.set(id, result.code);
  }
  return refused;
}
