/**
 * The journal names families: the title of their slips and phones. Of a family that was erased the name goes from it as
 * well, in place: a line keeps its length, so that whoever appends at the same time is not disturbed.
 */
import { open } from 'node:fs/promises';
import { readJournalText, type JournalEntry } from './journal-entry.ts';

const isOf = (households: ReadonlySet<string>, row: { binding_kind: string; binding_id: string }): boolean =>
  row.binding_kind === 'household' && households.has(row.binding_id);

/** The entry without the name of an erased family; the same object where it has none. */
export function withoutName(entry: JournalEntry, households: ReadonlySet<string>): JournalEntry {
  if (entry.k === 'issued' && isOf(households, entry.code))
    return { k: 'issued', code: { ...entry.code, title: '', person_name: null } };
  if (entry.k === 'enrolled' && isOf(households, entry.device))
    return { k: 'enrolled', device: { ...entry.device, title: '', person_name: null, label: '' } };
  return entry;
}

export const erasedHouseholds = (entries: readonly JournalEntry[]): Set<string> =>
  new Set(entries.flatMap((entry) => (entry.k === 'erased' ? (entry.households ?? []) : [])));

/** Of the families these entries themselves say were erased. */
export function withoutErasedNames(entries: readonly JournalEntry[]): JournalEntry[] {
  const households = erasedHouseholds(entries);
  return households.size === 0 ? [...entries] : entries.map((entry) => withoutName(entry, households));
}

/** Takes the names from the lines of a journal's file. A line cut short by a crash is written anew from the tables. */
export async function blankNames(file: string, households: readonly string[]): Promise<void> {
  if (households.length === 0) return;
  const erased = new Set(households);
  const handle = await open(file, 'r+');
  try {
    const bytes = await handle.readFile();
    for (let from = 0; from < bytes.length;) {
      const end = bytes.indexOf(0x0a, from);
      if (end === -1) break;
      const line = bytes.toString('utf8', from, end);
      const [entry] = households.some((id) => line.includes(id)) ? readJournalText(`${line}\n`).entries : [];
      const blank = entry === undefined ? undefined : withoutName(entry, erased);
      const text = blank === undefined ? line : JSON.stringify(blank);
      // Nothing in it becomes longer by losing a name.
      if (text !== line.trimEnd())
        await handle.write(
          Buffer.alloc(end - from, ' ').fill(text, 0, Buffer.byteLength(text)),
          0,
          end - from,
          from,
        );
      from = end + 1;
    }
    await handle.datasync();
  } finally {
    await handle.close();
  }
}
