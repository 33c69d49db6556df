/** The store on IndexedDB. */
import type { Dexie, Table, Transaction } from 'dexie';
import type { EngineStore } from './engine-store.ts';
import { mergeDraft } from './merge-draft.ts';
import type { DraftRow, Identity, OutboxRow, ReceiptRow, SyncState } from './model.ts';
import { putDraft } from './put-draft.ts';
import { createStore } from './store-core.ts';
import type { BaseRow, Notes, Tables, Tx } from './tables.ts';

/** Wraps every call: watchdog, one reopening, and a named reason when it fails. */
export type Guard = <T>(call: () => Promise<T>) => Promise<T>;

/**
 * Tables bound to their transaction. Dexie finds "the current transaction" by zones, and loses it behind an `await` of
 * any function that happened to touch no table; the call would then wait for the transaction it belongs to.
 */
function transactionOn(transaction: Pick<Transaction, 'table'>): Tx {
  const identities = (): Table<Identity, string> => transaction.table('meta');
  const standing = (): Table<SyncState, string> => transaction.table('meta');
  const lives = (): Table<string, string> => transaction.table('meta');
  const notes = <Name extends keyof Notes>(): Table<Notes[Name], string> => transaction.table('meta');
  const drafts = (): Table<DraftRow, string> => transaction.table('drafts');
  const outbox = (): Table<OutboxRow, number> => transaction.table('outbox');
  const receipts = (): Table<ReceiptRow, string> => transaction.table('receipts');
  const rows = (): Table<BaseRow, [string, string, string]> => transaction.table('rows');
  return {
    identity: () => identities().get('identity'),
    putIdentity: (identity) => identities().put(identity, 'identity'),
    syncState: () => standing().get('sync'),
    putSyncState: (state) => standing().put(state, 'sync'),
    life: () => lives().get('life'),
    putLife: (epoch) => lives().put(epoch, 'life'),
    note: <Name extends keyof Notes>(name: Name) => notes<Name>().get(name),
    putNote: (name, note) => notes().put(note, name),
    deleteNote: (name) => notes().delete(name),
    draft: (id) => drafts().get(id),
    drafts: () => drafts().toArray(),
    putDraft: (draft) => drafts().put(draft),
    deleteDraft: (id) => drafts().delete(id),
    sealed: (seq) => outbox().get(seq),
    sealedFrom: (from) => outbox().where('seq').aboveOrEqual(from).toArray(),
    sealedFor: (assessmentId) => outbox().where('assessmentId').equals(assessmentId).sortBy('seq'),
    sealedOf: (kind) => outbox().where('kind').equals(kind).sortBy('seq'),
    countVerdicts: (verdicts) => outbox().where('result.verdict').anyOf(verdicts).count(),
    addSealed: (row) => outbox().add(row),
    putSealed: (row) => outbox().put(row),
    deleteSealed: (seq) => outbox().delete(seq),
    receipt: (opId) => receipts().get(opId),
    receipts: () => receipts().toArray(),
    putReceipt: (receipt) => receipts().put(receipt),
    rowsOf: (entity) => rows().where('entity').equals(entity).toArray(),
    rowsNamed: (entity, id) => rows().where('[entity+id]').equals([entity, id]).toArray(),
    rowsIn: (scope) => rows().where('scope').equals(scope).toArray(),
    putRows: (added) => rows().bulkPut(added),
    deleteRow: (scope, entity, id) => rows().delete([scope, entity, id]),
    deleteScope: (scope) => rows().where('scope').equals(scope).delete(),
    deleteOtherLives: (life) => rows().where('life').notEqual(life).delete(),
    photos: () => transaction.table('photos'),
    photoBytes: () => transaction.table('photoBytes'),
  };
}

const createDexieTables = (db: Dexie, guard: Guard): Tables => ({
  read: (over, body) => guard(async () => db.transaction('r', over, (tx) => body(transactionOn(tx)))),
  write: (over, body) => guard(async () => db.transaction('rw', over, (tx) => body(transactionOn(tx)))),
});

export const createDexieStore = (db: Dexie, guard: Guard): EngineStore => ({
  ...createStore(createDexieTables(db, guard)),
  saveDraft: (draft, base) =>
    guard(() => putDraft(db, draft.id, (stored) => mergeDraft(stored, draft, base))),
});
