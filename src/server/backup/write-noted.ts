/** A write of which something must outlive the database: committed, then in the journal, and only then answered. */
import type { Store, Transaction } from '../store/store.ts';
import type { Journal } from './journal.ts';
import type { JournalEntry } from './journal-entry.ts';

/** Remembers entries until the commit they speak of. */
export type Note = (...entries: readonly JournalEntry[]) => void;

/** As `store.write`; what the job notes is on the disk when this resolves. */
export async function writeNoted<Result>(
  { store, journal }: { store: Store; journal: Journal },
  job: (transaction: Transaction, note: Note) => Promise<Result>,
): Promise<Result> {
  let noted: JournalEntry[] = [];
  const result = await store.write((transaction) => {
    // A job may run a second time: what it noted first did not happen.
    noted = [];
    return job(transaction, (...entries) => void noted.push(...entries));
  });
  await journal.append(noted);
  return result;
}
