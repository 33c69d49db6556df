/**
 * Batches (`protocol.md` §3): many records sealed at once, with the record that commits them at the end, so that neither
 * this machine after a crash nor the commune after a broken line ever holds a part of one for the whole.
 */
import { toNfc } from '#protocol/canon.ts';
import { createIdMaker } from '#protocol/ids.ts';
import { sealedOfBatches } from '#client/db/rare/commit-batch.ts';
import type { SealedBatch } from '#client/db/model.ts';
import { isRowOf } from '#client/db/row-of.ts';
import type { BatchInput, BatchStanding } from '#client/workspace.ts';
import { standingsOf } from './batch-standing.ts';
import type { CommandParts } from './commands.ts';
import { sealMany, type Piece } from './seal-many.ts';

type Parts = Pick<CommandParts, 'sealing' | 'announce'>;

type Settles = NonNullable<SealedBatch['settles']>;

const settlePiece = (id: string, { state, label, records }: Settles, baseRev: number): Piece => ({
  intent: {
    kind: 'record.put',
    args: { entity: 'batch', id, value: { id, state, label, records }, baseRev },
  },
  batch: { id, settles: { state, label, records } },
});

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
  const sealed = [...pieces, commit];
  await sealMany(context, async () => sealed);
  parts.announce();
  return id;
}

export async function revertBatch(parts: Parts, batchId: string): Promise<void> {
  const context = parts.sealing();
  const row = await context.store.row('batch', batchId);
  if (row === undefined || !isRowOf(row, 'batch')) throw new Error('this batch is not known here');
  const { label, records } = row.value;
  const undo = [settlePiece(batchId, { state: 'reverted', label, records }, row.rev)];
  await sealMany(context, async () => undo);
  parts.announce();
}

export async function readBatches({ sealing }: Parts): Promise<BatchStanding[]> {
  const { store } = sealing();
  const own = await sealedOfBatches(store.tables);
  const shown = (await store.rows('batch')).filter((row) => isRowOf(row, 'batch'));
  return standingsOf(own, shown, async (entity) => store.rows(entity));
}
