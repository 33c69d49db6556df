/** Writing down one verified reply: verdicts, receipts, rows, cursors and standing, all in one transaction. */
import { isFinal } from '#protocol/exchange.ts';
import { receiptCodeOf } from '#protocol/code.ts';
import type { PulledRow, Settlement } from './engine-store.ts';
import type { OutboxRow, StoredRow, SyncState } from './model.ts';
import { adopt, isTravelling, liveFields } from './registers.ts';
import { isRowOf } from './row-of.ts';
import { stateIn } from './sync-state.ts';
import type { BaseRow, Tx } from './tables.ts';

/** One per id: the newest revision, and a row of this life before any of an older one. */
export function newestById(rows: BaseRow[], life: string | undefined): StoredRow[] {
  const newest = new Map<string, BaseRow>();
  for (const row of rows) {
    const other = newest.get(row.id);
    const wins =
      other === undefined ||
      (row.life === other.life ? row.rev > other.rev : row.life === life && other.life !== life);
    if (wins) newest.set(row.id, row);
  }
  return [...newest.values()].map(({ life: _life, ...row }) => row);
}

/** What the commune no longer holds (it was restored from a backup) is unsent again. */
async function rewind(tx: Tx, lastSeq: number): Promise<void> {
  for (const { result: _result, settledAt: _at, ...row } of await tx.sealedFrom(lastSeq + 1))
    await tx.putSealed(row);
}

async function keepReceipt(tx: Tx, row: OutboxRow, settlement: Settlement): Promise<void> {
  if (row.kind !== 'assessment.submit' || row.assessmentId === undefined) return;
  await tx.putReceipt({
    opId: row.opId,
    assessmentId: row.assessmentId,
    seq: row.seq,
    code: receiptCodeOf(row.hash),
    receivedAt: settlement.serverTime,
    receipt: settlement.receipt,
  });
}

/** Records verdicts; returns the highest sequence answered for without a hole. */
async function settleResults(tx: Tx, settlement: Settlement, ackedSeq: number): Promise<number> {
  let acked = ackedSeq;
  for (const [index, result] of settlement.results.entries()) {
    const seq = settlement.firstSeq + index;
    if (seq > settlement.lastSeq || !isFinal(result.verdict)) break;
    const row = await tx.sealed(seq);
    if (row === undefined) break;
    const settled: OutboxRow = { ...row, result, settledAt: settlement.at };
    await tx.putSealed(settled);
    if (result.verdict === 'applied' || result.verdict === 'conflict')
      await keepReceipt(tx, settled, settlement);
    if (seq === acked + 1) acked = seq;
  }
  return acked;
}

async function settleRows(tx: Tx, settlement: Settlement): Promise<void> {
  for (const scope of [...settlement.evict, ...settlement.reset]) await tx.deleteScope(scope);
  const kept: BaseRow[] = [];
  for (const { value, ...row } of settlement.rows) {
    if (value === undefined) await tx.deleteRow(row.scope, row.entity, row.id);
    else kept.push({ ...row, value, life: settlement.epoch });
  }
  await tx.putRows(kept);
}

/** Untouched fields of open drafts take over what just came; own operations were settled before, so they count. */
async function adoptAnswers(tx: Tx, pulled: PulledRow[]): Promise<void> {
  for (const { entity, id, rev, value } of pulled) {
    if (value === undefined) continue;
    const row = { entity, rev, value };
    if (!isRowOf(row, 'answers')) continue;
    const draft = await tx.draft(id);
    if (draft === undefined || !isTravelling(draft)) continue;
    const own = await tx.sealedFor(id);
    const adopted = adopt(draft, liveFields(row, own));
    if (adopted !== draft) await tx.putDraft(adopted);
  }
}

function nextCursors(cursors: SyncState['cursors'], settlement: Settlement): SyncState['cursors'] {
  const gone = new Set([...settlement.evict, ...settlement.reset]);
  const kept = Object.entries(cursors).filter(([scope]) => !gone.has(scope));
  const next = Object.entries(settlement.cursors).filter(([scope]) => !settlement.evict.includes(scope));
  return Object.fromEntries([...kept, ...next]);
}

/**
 * `settlement` is believed: nonce, schema, chain and receipt were checked. A different epoch is another life of
 * the commune's database: its rows come from zero and replace the old ones as they come; the outbox is untouched.
 */
export async function settleIn(tx: Tx, settlement: Settlement): Promise<void> {
  const state = await stateIn(tx);
  const isNewLife = state.epoch !== '' && state.epoch !== settlement.epoch;
  if (settlement.lastSeq < state.ackedSeq) await rewind(tx, settlement.lastSeq);
  const ackedSeq = await settleResults(tx, settlement, Math.min(state.ackedSeq, settlement.lastSeq));
  await settleRows(tx, settlement);
  const settled: SyncState = {
    ...state,
    epoch: settlement.epoch,
    challenge: settlement.challenge,
    ackedSeq,
    safeSeq: settlement.safeSeq,
    cursors: nextCursors(isNewLife ? {} : state.cursors, settlement),
    clockOff: settlement.clockOff,
    contactAt: settlement.at,
  };
  await tx.putSyncState(settled);
  if ((await tx.life()) !== settlement.epoch) await tx.putLife(settlement.epoch);
  await adoptAnswers(tx, settlement.rows);
  if (settlement.isCaughtUp) await tx.deleteOtherLives(settlement.epoch);
}
