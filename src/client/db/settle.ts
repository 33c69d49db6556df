/** Writing down one verified reply: verdicts, receipts, rows, cursors and standing, all in one transaction. */
import { isFinal } from '#protocol/exchange.ts';
import { receiptCodeOf } from '#protocol/code.ts';
import type { Settlement } from './engine-store.ts';
import type { OutboxRow, StoredRow, SyncState } from './model.ts';
import { isTravelling } from './answer-text.ts';
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
  // Hundreds of a batch at once: asked for one by one they would hold up every reader of the disk.
  const sent = new Map((await tx.sealedFrom(settlement.firstSeq)).map((row) => [row.seq, row]));
  const puts: PromiseLike<unknown>[] = [];
  for (const [index, result] of settlement.results.entries()) {
    const seq = settlement.firstSeq + index;
    if (seq > settlement.lastSeq || !isFinal(result.verdict)) break;
    const row = sent.get(seq);
    if (row === undefined) break;
    const settled: OutboxRow = { ...row, result, settledAt: settlement.at };
    puts.push(tx.putSealed(settled));
    if (result.verdict === 'applied' || result.verdict === 'conflict')
      await keepReceipt(tx, settled, settlement);
    if (seq === acked + 1) acked = seq;
  }
  await Promise.all(puts);
  return acked;
}

async function settleRows(tx: Tx, settlement: Settlement, life: string): Promise<void> {
  for (const scope of settlement.evict) await tx.deleteScope(scope);
  const kept: BaseRow[] = [];
  for (const { value, ...row } of settlement.rows) {
    if (value === undefined) await tx.deleteRow(row.scope, row.entity, row.id);
    else kept.push({ ...row, value, life });
  }
  await tx.putRows(kept);
}

/** Untouched fields of open drafts take over what just came; own operations were settled before, so they count. */
async function adoptAnswers(tx: Tx, { rows, adopt }: Settlement): Promise<void> {
  if (adopt === null) return;
  for (const { entity, id, rev, value } of rows) {
    if (value === undefined) continue;
    const row = { entity, rev, value };
    if (!isRowOf(row, 'answers')) continue;
    const draft = await tx.draft(id);
    if (draft === undefined || !isTravelling(draft)) continue;
    const own = await tx.sealedFor(id);
    const adopted = adopt(draft, row, own);
    if (adopted !== draft) await tx.putDraft(adopted);
  }
}

/** After a reset the other scopes come from zero too: their rows are of the older life. */
function nextCursors(cursors: SyncState['cursors'], settlement: Settlement): SyncState['cursors'] {
  const { evict, reset } = settlement;
  const kept = Object.entries(cursors).filter(([scope]) => !evict.includes(scope));
  const next = Object.entries(settlement.cursors).filter(
    ([scope]) => !evict.includes(scope) && (reset.length === 0 || reset.includes(scope)),
  );
  return Object.fromEntries([...kept, ...next]);
}

/** No life of the base was ever called like this: counters do not repeat. */
export const newLife = (epoch: string, { counter }: SyncState): string => `${epoch}~${counter}`;

/** Is it about the key and the sequence that this phone has now? */
async function isOurs(tx: Tx, { deviceId, lastSeq, chain }: Settlement): Promise<boolean> {
  const identity = await tx.identity();
  if (identity !== undefined && identity.deviceId !== deviceId) return false;
  return lastSeq === 0 || (await tx.sealed(lastSeq))?.chain === chain;
}

/**
 * `settlement` is believed: nonce, schema, chain and receipt were checked. A different epoch is another life of the
 * commune's database, and a reset another life of our copy: rows come from zero, beside the old ones, which go when
 * everything is here. The outbox is untouched.
 */
export async function settleIn(tx: Tx, settlement: Settlement): Promise<'settled' | 'stale'> {
  if (!(await isOurs(tx, settlement))) return 'stale';
  const state = await stateIn(tx);
  const { epoch, lastSeq, reset } = settlement;
  const known = await tx.life();
  const isNewEpoch = state.epoch !== '' && state.epoch !== epoch;
  const isAnew = reset.length > 0 || isNewEpoch;
  const life = known === undefined || isAnew ? newLife(epoch, state) : known;
  // Verdicts kept over a change of key are another life's, too.
  if (lastSeq < state.ackedSeq || isNewEpoch) await rewind(tx, lastSeq);
  const ackedSeq = await settleResults(tx, settlement, Math.min(state.ackedSeq, lastSeq));
  await settleRows(tx, settlement, life);
  if (settlement.aside) await tx.putNote('aside', settlement.aside);
  await tx.putSyncState({
    ...state,
    epoch,
    challenge: settlement.challenge,
    ackedSeq,
    safeSeq: settlement.safeSeq,
    safeAt: settlement.safeAt,
    drainUntil: settlement.drainUntil,
    cursors: nextCursors(isAnew ? {} : state.cursors, settlement),
    clockOff: settlement.clockOff,
    contactAt: settlement.at,
    unreadBy: settlement.unreadBy ?? state.unreadBy,
    // A day's worth of rows first: what was just pulled is not compared.
    digestAt: state.digestAt ?? settlement.at,
  });
  if (known !== life) await tx.putLife(life);
  await adoptAnswers(tx, settlement);
  if (settlement.isCaughtUp && reset.length === 0) await tx.deleteOtherLives(life);
  return 'settled';
}
