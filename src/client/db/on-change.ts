/** What was written, by any tab of this installation. */
import { Dexie, type ObservabilitySet } from 'dexie';

export type TableName = 'meta' | 'drafts' | 'outbox' | 'receipts' | 'rows' | 'photos';

/** `idb://thidua-x/rows/entity` → `rows`. */
const tableOf = (part: string): string => part.split('/')[3] ?? '';

/** Calls back after each commit that wrote to one of `tables`; returns the unsubscriber. */
export function onChange(tables: readonly TableName[], listener: () => void): () => void {
  const wanted = new Set<string>(tables);
  const heard = (parts: ObservabilitySet): void => {
    // `all` stands for a database that was deleted or opened anew under us.
    if (Object.keys(parts).some((part) => part === 'all' || wanted.has(tableOf(part)))) listener();
  };
  Dexie.on.storagemutated.subscribe(heard);
  return () => Dexie.on.storagemutated.unsubscribe(heard);
}
