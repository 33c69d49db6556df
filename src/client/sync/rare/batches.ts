/**
 * Batches (`protocol.md` §3): many records sealed at once, with the record that commits them at the end, so that neither
 * this machine after a crash nor the commune after a broken line ever holds a part of one for the whole.
 */
import { toNfc } from '#protocol/canon.ts';
import { createIdMaker } from '#protocol/ids.ts';
import type { Intent } from '#protocol/operation.ts';
import { commitBatchSeal, sealedOfBatches } from '#client/db/rare/commit-batch.ts';
import type { OutboxRow, SealedBatch } from '#client/db/model.ts';
import { isRowOf } from '#client/db/row-of.ts';
import type { BatchInput, BatchStanding } from '#client/workspace.ts';
import { bodyOf, nextIdMs, RACES_MAX, rowOf, type SealContext } from '../seal.ts';
import { standingsOf } from './batch-standing.ts';
import type { CommandParts } from './commands.ts';

type Parts = Pick<CommandParts, 'sealing' | 'announce'>;

interface Piece {
  intent: Intent;
  batch: SealedBatch;
}

type Settles = NonNullable<SealedBatch['settles']>;

const settlePiece = (id: string, { state, label, records }: Settles, baseRev: number): Piece => ({
  intent: {
    kind: 'record.put',
    args: { entity: 'batch', id, value: { id, state, label, records }, baseRev },
  },
  batch: { id, settles: { state, label, records } },
});

/** All at the next places of the sequence, on disk in one transaction. */
async function sealAll(context: SealContext, pieces: readonly Piece[]): Promise<void> {
  const { store, clock } = context;
  for (let race = 0; race < RACES_MAX; race++) {
    const state = await store.state();
    const firstMs = nextIdMs(state, clock);
    const rows: OutboxRow[] = [];
    let place = { lastSeq: state.lastSeq, lastChain: state.lastChain };
    for (const [index, { intent, batch }] of pieces.entries()) {
      // A millisecond each: ids run ahead of the clock by the batch's length and never backwards.
      const row = await rowOf(bodyOf(context, intent, state, firstMs + index), place, clock.now());
      rows.push({ ...row, batch });
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

export async function putBatch(parts: Parts, { label, records }: BatchInput): Promise<string> {
  if (records.length === 0) throw new RangeError('a batch of nothing');
  const context = parts.sealing();
  const id = createIdMaker(context.clock, context.chance)();
  const pieces = records.map(({ entity, id: recordId, value, baseRev }): Piece => ({
    intent: {
      kind: 'record.put',
      args: { entity, id: recordId, baseRev, batchId: id, ...(value && { value: { ...value } }) },
    },
    batch: { id },
  }));
  const commit = settlePiece(id, { state: 'committed', label: toNfc(label), records: records.length }, 0);
  await sealAll(context, [...pieces, commit]);
  parts.announce();
  return id;
}

export async function revertBatch(parts: Parts, batchId: string): Promise<void> {
  const context = parts.sealing();
  const row = await context.store.row('batch', batchId);
  if (row === undefined || !isRowOf(row, 'batch')) throw new Error('this batch is not known here');
  const { label, records } = row.value;
  await sealAll(context, [settlePiece(batchId, { state: 'reverted', label, records }, row.rev)]);
  parts.announce();
}

export async function readBatches({ sealing }: Parts): Promise<BatchStanding[]> {
  const { store } = sealing();
  const own = await sealedOfBatches(store.tables);
  const shown = (await store.rows('batch')).filter((row) => isRowOf(row, 'batch'));
  return standingsOf(own, shown, async (entity) => store.rows(entity));
}
