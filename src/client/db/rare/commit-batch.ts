/** Many sealed operations become part of the sequence in one transaction: after a crash all of them are there, or none. */
import type { OutboxRow } from '../model.ts';
import { stateIn } from '../sync-state.ts';
import type { Tables } from '../tables.ts';

export interface BatchSeal {
  /** The end of the sequence it was computed on; another sealer, or a new key, may have been faster. */
  expectedLastSeq: number;
  expectedLastChain: string;
  /** In order of seq, from the next place on. */
  rows: readonly OutboxRow[];
  /** Time part of the newest id. */
  lastIdMs: number;
}

export const commitBatchSeal = (
  tables: Tables,
  { expectedLastSeq, expectedLastChain, rows, lastIdMs }: BatchSeal,
): Promise<'sealed' | 'raced'> =>
  tables.write(['meta', 'outbox'], async (tx) => {
    const state = await stateIn(tx);
    const last = rows.at(-1);
    if (state.lastSeq !== expectedLastSeq || state.lastChain !== expectedLastChain) return 'raced';
    if (last === undefined) return 'sealed';
    await Promise.all(rows.map((row) => tx.addSealed(row)));
    await tx.putSyncState({
      ...state,
      lastSeq: last.seq,
      lastChain: last.chain,
      lastIdMs,
      made: state.made + rows.length,
    });
    return 'sealed';
  });

/** What this machine sealed of batches, in order of seq. */
export const sealedOfBatches = (tables: Tables): Promise<OutboxRow[]> =>
  tables.read(['outbox'], async (tx) =>
    (await tx.sealedOf('record.put')).filter(({ batch }) => batch !== undefined),
  );
