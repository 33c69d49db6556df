/** Bodies of what is safe leave the phone (`protocol.md` §9): a prefix of the sequence, held by every kept backup. */
import { stateIn } from '../sync-state.ts';
import type { Tables } from '../tables.ts';

const KEPT_MS = 7 * 24 * 60 * 60 * 1000;

/**
 * Call it only when everything the commune has for this phone is here, so that the effects are visible without the
 * operations. What was set aside keeps its body: a person may want it back.
 */
export const dropSafe = (tables: Tables, now: number): Promise<void> =>
  tables.write(['meta', 'outbox'], async (tx) => {
    const state = await stateIn(tx);
    // An effect may hide in a row this build cannot read.
    if (state.unreadBy !== null) return;
    let { floorSeq, floorChain } = state;
    while (floorSeq < Math.min(state.safeSeq, state.ackedSeq)) {
      const row = await tx.sealed(floorSeq + 1);
      if (row?.result === undefined || (row.settledAt ?? Infinity) > now - KEPT_MS) break;
      const { verdict } = row.result;
      if (verdict === 'applied' || verdict === 'conflict') await tx.putSealed({ ...row, text: '' });
      floorSeq = row.seq;
      floorChain = row.chain;
    }
    if (floorSeq > state.floorSeq) await tx.putSyncState({ ...state, floorSeq, floorChain });
  });
