/** What no operation makes (devices, codes, backups) against the journal beside the database. */
import type { JournalEntry } from '../backup/journal-entry.ts';
import { journalOf } from '../backup/journal-facts.ts';
import type { Store } from '../store/store.ts';
import type { Report } from './report.ts';

/** The same fact written the same way, and what to call it. */
function factsOf(entry: JournalEntry): [where: string, text: string][] {
  switch (entry.k) {
    case 'enrolled': {
      // Flags change in a device's life, and the counter with each request.
      const { flag: _flag, counter: _counter, ...device } = entry.device;
      return [[`device ${device.device_id}`, JSON.stringify(device)]];
    }
    case 'revoked':
      return [[`device ${entry.device} revoked`, String(entry.at)]];
    case 'approved':
      return [[`device ${entry.device} approved`, String(entry.at)]];
    case 'account':
      return [[`account ${entry.account.account_id}`, JSON.stringify(entry.account)]];
    case 'accountEnded':
      return [[`account ${entry.account} ended`, String(entry.at)]];
    case 'shut':
      return [[`account ${entry.account} shut ${entry.passkey ?? 'password'}`, String(entry.at)]];
    case 'issued':
      return [[`enrol_code ${entry.code.secret_hash}`, JSON.stringify(entry.code)]];
    case 'spent':
      return [[`enrol_code ${entry.code} spent`, entry.by]];
    case 'kept':
      return [[`backup ${entry.backup.backup_id}`, JSON.stringify(entry.backup)]];
    case 'forgotten':
      return [[`backup ${entry.backup} forgotten`, String(entry.at)]];
    case 'epoch':
    case 'erased':
      return [];
  }
}

const inOrder = (value: unknown): unknown =>
  typeof value === 'object' && value !== null
    ? Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)))
    : value;
const sorted = (text: string): string =>
  text.startsWith('{') ? JSON.stringify(inOrder(JSON.parse(text))) : text;

/** Every fact of the tables must be in the journal as it is; the journal may know more (what a restore lacked). */
export async function verifyAgainstJournal(
  store: Store,
  entries: readonly JournalEntry[],
  report: Report,
): Promise<{ journalEntries: number }> {
  const said = new Map<string, Set<string>>();
  for (const entry of entries)
    for (const [where, text] of factsOf(entry)) {
      const known = said.get(where) ?? new Set();
      known.add(sorted(text));
      said.set(where, known);
    }
  for (const entry of await store.read(journalOf))
    for (const [where, text] of factsOf(entry)) {
      const known = said.get(where);
      if (known === undefined) report('row-the-journal-does-not-know', where);
      else if (!known.has(sorted(text))) report('row-differs-from-journal', where);
    }
  const commune = await store.read((tables) => tables.commune.find());
  const epoch = entries.findLast((entry) => entry.k === 'epoch');
  if (epoch !== undefined && epoch.epoch !== commune?.epoch)
    report('epoch-differs-from-journal', `commune ${store.communeId}`);
  return { journalEntries: entries.length };
}
