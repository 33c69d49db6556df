/**
 * Sealed operations take other places in a sequence: under a new key, or because one of them can never be sent. Id, body
 * and hash stay as they are; only place and chain change (`protocol.md` §3).
 */
import { nextChain } from '#protocol/hash.ts';
import type { OutboxRow } from '../model.ts';
import type { Tx } from '../tables.ts';

export interface Renumbered {
  moves: { from: number; row: OutboxRow }[];
  lastSeq: number;
  lastChain: string;
}

/**
 * `rows` in order of seq. Those that `leaves` says go below `lowest`, outside the sequence; the others follow each other
 * after `start`.
 */
export async function renumber(
  rows: readonly OutboxRow[],
  start: { seq: number; chain: string },
  lowest: number,
  leaves: (row: OutboxRow) => boolean,
): Promise<Renumbered> {
  let { seq, chain } = start;
  let outside = Math.min(0, lowest);
  const moves: Renumbered['moves'] = [];
  for (const row of rows) {
    if (leaves(row)) moves.push({ from: row.seq, row: { ...row, seq: --outside } });
    else {
      chain = await nextChain(chain, row.hash);
      moves.push({ from: row.seq, row: { ...row, seq: ++seq, chain } });
    }
  }
  return { moves, lastSeq: seq, lastChain: chain };
}

/** Receipts follow their operations, so that "safe" is still asked of the right place. */
export async function applyMoves(tx: Tx, moves: Renumbered['moves']): Promise<void> {
  for (const { from } of moves) await tx.deleteSealed(from);
  for (const { row } of moves) {
    await tx.putSealed(row);
    const receipt = await tx.receipt(row.opId);
    if (receipt !== undefined) await tx.putReceipt({ ...receipt, seq: row.seq });
  }
}
