/**
 * One operation the commune cannot even read: it leaves the sequence and is kept, for its person to export; those behind
 * it close up, so that none of them waits for it (`protocol.md` §4: a bad operation never blocks the next).
 */
import type { VerdictCode } from '#protocol/exchange.ts';
import { stateIn } from '../sync-state.ts';
import type { Tables } from '../tables.ts';
import { countIncident } from './incidents.ts';
import { applyMoves, renumber } from './renumber.ts';

/**
 * Only the part that the commune has not answered for moves: it knows none of those places yet. Should it know one all
 * the same, the chains differ and the phone gives itself a new key.
 */
export async function setApart(
  tables: Tables,
  { opId, code, at }: { opId: string; code: VerdictCode; at: number },
): Promise<void> {
  for (;;) {
    const before = await tables.read(['meta', 'outbox'], async (tx) => ({
      state: await stateIn(tx),
      rows: await tx.sealedFrom(-Infinity),
    }));
    const { state, rows } = before;
    const ackedChain = rows.find(({ seq }) => seq === state.ackedSeq)?.chain ?? state.floorChain;
    const { moves, lastSeq, lastChain } = await renumber(
      rows
        .filter(({ seq }) => seq > state.ackedSeq)
        .map((row) =>
          row.opId === opId ? { ...row, result: { verdict: 'quarantined', code }, settledAt: at } : row,
        ),
      { seq: state.ackedSeq, chain: ackedChain },
      rows[0]?.seq ?? 0,
      (row) => row.opId === opId,
    );
    const isDone = await tables.write(['meta', 'outbox', 'receipts'], async (tx) => {
      const now = await stateIn(tx);
      if (now.lastChain !== state.lastChain || now.ackedSeq !== state.ackedSeq) return false;
      await applyMoves(tx, moves);
      await tx.putSyncState({ ...now, lastSeq, lastChain });
      await countIncident(tx, 'setApart');
      return true;
    });
    if (isDone) return;
  }
}
