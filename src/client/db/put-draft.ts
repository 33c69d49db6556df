/**
 * The one write that happens while a person types: read, change and put inside one strict transaction, without the turns
 * Dexie takes in between, which double its time on a slow phone. Dexie's live queries are told, in every tab.
 */
import { Dexie, RangeSet } from 'dexie';
import type { DraftRow } from './model.ts';

const TABLE = 'drafts';

const tellLiveQueries = (db: Dexie, id: string): void =>
  Dexie.on.storagemutated.fire({ [`idb://${db.name}/${TABLE}/`]: new RangeSet(id) });

/** Resolves when it is on disk; `change` gets the row as it is now. Rejects with the platform's error. */
export function putDraft(
  db: Dexie,
  id: string,
  change: (stored: DraftRow | undefined) => DraftRow,
): Promise<void> {
  if (!db.isOpen()) return Promise.reject(new Dexie.DatabaseClosedError());
  return new Promise((resolve, reject) => {
    const transaction = db.backendDB().transaction(TABLE, 'readwrite', { durability: 'strict' });
    const table = transaction.objectStore(TABLE);
    const reading: IDBRequest<DraftRow | undefined> = table.get(id);
    reading.addEventListener('success', () => {
      try {
        table.put(change(reading.result));
      } catch (error) {
        reject(error instanceof Error ? error : new Error('not saved', { cause: error }));
        transaction.abort();
      }
    });
    transaction.addEventListener('complete', () => {
      tellLiveQueries(db, id);
      resolve();
    });
    // A full disk may show only here, at the commit.
    transaction.addEventListener('abort', () =>
      reject(transaction.error ?? new Error('transaction aborted')),
    );
  });
}
