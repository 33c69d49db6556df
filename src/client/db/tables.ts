/**
 * The few table operations the store is made of. Dexie and an in-memory twin provide them, so everything above is
 * written once and simulated by the thousands.
 */
import type { RowEntity } from '#protocol/entities.ts';
import type { PulledRow } from './engine-store.ts';
import type { Opening } from '#protocol/opened.ts';
import type { OperationKind } from '#protocol/operation.ts';
import type {
  CameraPlace,
  DraftRow,
  Identity,
  OutboxRow,
  PhotoBytes,
  PhotoRow,
  ReceiptRow,
  StoredRow,
  SyncState,
} from './model.ts';

/** A pulled row, with the epoch it was pulled under: rows of an older life go once the new base is complete. */
export interface BaseRow extends StoredRow {
  life: string;
}

/** Seldom needed, beside identity and standing. */
export interface Notes {
  /** The key that is to take this one's place: on disk before the commune hears of it. */
  successor: Identity;
  /** The question whose camera is open: the system may end the page behind it. */
  camera: CameraPlace;
  /** Rows that wait for the rest of their batch; absent until everything has been here once. */
  aside: PulledRow[];
  /** Forms an officer opened here that the commune has not been told of. */
  opened: Opening[];
  /** What went wrong and was mended, for the diagnostic: counts only. */
  incidents: { rekeyed: number; rebuilt: number; setApart: number };
}

/** A table of which only keys are asked: photos have commands of their own above it (`photo-store.ts`). */
export interface Shelf<Row> {
  get(key: string): PromiseLike<Row | undefined>;
  put(row: Row): PromiseLike<unknown>;
  bulkDelete(keys: string[]): PromiseLike<unknown>;
  toArray(): PromiseLike<Row[]>;
  toCollection(): { primaryKeys(): PromiseLike<string[]> };
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

  note<Name extends keyof Notes>(name: Name): PromiseLike<Notes[Name] | undefined>;
  putNote<Name extends keyof Notes>(name: Name, note: Notes[Name]): PromiseLike<unknown>;
  deleteNote(name: keyof Notes): PromiseLike<unknown>;

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
  deleteSealed(seq: number): PromiseLike<unknown>;

  receipt(opId: string): PromiseLike<ReceiptRow | undefined>;
  receipts(): PromiseLike<ReceiptRow[]>;
  putReceipt(receipt: ReceiptRow): PromiseLike<unknown>;

  rowsOf(entity: RowEntity): PromiseLike<BaseRow[]>;
  /** The same record in every scope that shows it. */
  rowsNamed(entity: RowEntity, id: string): PromiseLike<BaseRow[]>;
  rowsIn(scope: string): PromiseLike<BaseRow[]>;
  putRows(rows: BaseRow[]): PromiseLike<unknown>;
  deleteRow(scope: string, entity: string, id: string): PromiseLike<unknown>;
  deleteScope(scope: string): PromiseLike<unknown>;
  deleteOtherLives(life: string): PromiseLike<unknown>;

  photos(): Shelf<PhotoRow>;
  photoBytes(): Shelf<PhotoBytes>;
}

export type TableName = 'meta' | 'drafts' | 'outbox' | 'receipts' | 'rows' | 'photos' | 'photoBytes';

/** `over` names every table the body touches: a keystroke's save does not wait behind a page of rows. */
export interface Tables {
  read<T>(over: TableName[], body: (tx: Tx) => Promise<T>): Promise<T>;
  /** All or nothing; resolves when it is on disk. */
  write<T>(over: TableName[], body: (tx: Tx) => Promise<T>): Promise<T>;
}
