/**
 * The few table operations the store is made of. Dexie and an in-memory twin provide them, so everything above is
 * written once and simulated by the thousands.
 */
import type { RowEntity } from '#protocol/entities.ts';
import type { OperationKind } from '#protocol/operation.ts';
import type { DraftRow, Identity, OutboxRow, ReceiptRow, StoredRow, SyncState } from './model.ts';

/** A pulled row, with the epoch it was pulled under: rows of an older life go once the new base is complete. */
export interface BaseRow extends StoredRow {
  life: string;
}

/** One transaction. Nothing but these calls may be awaited inside: IndexedDB commits behind anything else. */
export interface Tx {
  identity(): PromiseLike<Identity | undefined>;
  putIdentity(identity: Identity): PromiseLike<unknown>;
  syncState(): PromiseLike<SyncState | undefined>;
  putSyncState(state: SyncState): PromiseLike<unknown>;
  /** Of the rows, apart from the standing: lists must not be read again at every counter. */
  life(): PromiseLike<string | undefined>;
  putLife(epoch: string): PromiseLike<unknown>;

  draft(id: string): PromiseLike<DraftRow | undefined>;
  drafts(): PromiseLike<DraftRow[]>;
  putDraft(draft: DraftRow): PromiseLike<unknown>;
  deleteDraft(id: string): PromiseLike<unknown>;

  sealed(seq: number): PromiseLike<OutboxRow | undefined>;
  /** In order of seq, `from` included. */
  sealedFrom(from: number): PromiseLike<OutboxRow[]>;
  sealedFor(assessmentId: string): PromiseLike<OutboxRow[]>;
  sealedOf(kind: OperationKind): PromiseLike<OutboxRow[]>;
  countVerdicts(verdicts: string[]): PromiseLike<number>;
  /** Fails when the seq is taken. */
  addSealed(row: OutboxRow): PromiseLike<unknown>;
  putSealed(row: OutboxRow): PromiseLike<unknown>;

  receipt(opId: string): PromiseLike<ReceiptRow | undefined>;
  receipts(): PromiseLike<ReceiptRow[]>;
  putReceipt(receipt: ReceiptRow): PromiseLike<unknown>;

  rowsOf(entity: RowEntity): PromiseLike<BaseRow[]>;
  /** The same record in every scope that shows it. */
  rowsNamed(entity: RowEntity, id: string): PromiseLike<BaseRow[]>;
  putRows(rows: BaseRow[]): PromiseLike<unknown>;
  deleteRow(scope: string, entity: string, id: string): PromiseLike<unknown>;
  deleteScope(scope: string): PromiseLike<unknown>;
  deleteOtherLives(life: string): PromiseLike<unknown>;
}

export type TableName = 'meta' | 'drafts' | 'outbox' | 'receipts' | 'rows';

/** `over` names every table the body touches: a keystroke's save does not wait behind a page of rows. */
export interface Tables {
  read<T>(over: TableName[], body: (tx: Tx) => Promise<T>): Promise<T>;
  /** All or nothing; resolves when it is on disk. */
  write<T>(over: TableName[], body: (tx: Tx) => Promise<T>): Promise<T>;
}
