/** Many operations at the next places of the sequence, on disk in one transaction: all of them, or none. */
import type { Intent } from '#protocol/operation.ts';
import { commitBatchSeal } from '#client/db/rare/commit-batch.ts';
import type { OutboxRow, SealedBatch } from '#client/db/model.ts';
import { bodyOf, nextIdMs, RACES_MAX, rowOf, type SealContext } from '../seal.ts';

export interface Piece {
  intent: Intent;
  batch?: SealedBatch;
}

/** `request` is asked again after a lost race, because what is to be sealed may have changed with it. */
export async function sealMany(
  context: SealContext,
  request: () => Promise<readonly Piece[]>,
): Promise<void> {
  const { store, clock } = context;
  for (let race = 0; race < RACES_MAX; race++) {
    const state = await store.state();
    const pieces = await request();
    if (pieces.length === 0) return;
    const firstMs = nextIdMs(state, clock);
    const rows: OutboxRow[] = [];
    let place = { lastSeq: state.lastSeq, lastChain: state.lastChain };
    for (const [index, { intent, batch }] of pieces.entries()) {
      // A millisecond each: ids run ahead of the clock by the number of pieces and never backwards.
      const row = await rowOf(bodyOf(context, intent, state, firstMs + index), place, clock.now());
      rows.push(batch === undefined ? row : { ...row, batch });
      place = { lastSeq: row.seq, lastChain: row.chain };
    }
    const done = await commitBatchSeal(store.tables, {
      expectedLastSeq: state.lastSeq,
      expectedLastChain: state.lastChain,
      rows,
      lastIdMs: firstMs + pieces.length - 1,
    });
    if (done === 'sealed') return;
  }
  throw new Error('sealing lost every race');
}
