/**
 * The journal beside the database (`protocol.md` §9): appended after the commit it speaks of and before anybody is
 * answered, flushed to the disk, never rewritten (but for names: `journal-names.ts`). What a crash left out is found at the next start and added.
 */
import { constants } from 'node:fs';
import { open, readFile, type FileHandle } from 'node:fs/promises';
import { dirname } from 'node:path';
import { blankNames, withoutName } from './journal-names.ts';
import { readJournalText, writeJournalText, type JournalEntry, type JournalText } from './journal-entry.ts';

export const JOURNAL_FILE = 'journal.jsonl';

export interface Journal {
  /** Resolves when the entries are on the disk. Those that arrive together share one flush. */
  append(entries: readonly JournalEntry[]): Promise<void>;
  /** All of it so far. */
  read(): Promise<JournalText>;
  /** Takes the names of families that were erased out of its lines: the one thing ever changed in them. */
  blank(households: readonly string[]): Promise<void>;
  close(): Promise<void>;
}

/** For a store that lives as long as its process: nothing of it can be restored. */
export function createMemoryJournal(): Journal {
  let entries: JournalEntry[] = [];
  return {
    append: async (more) => void entries.push(...more),
    read: async () => ({ entries: [...entries], torn: false, unreadable: [] }),
    blank: async (households) => {
      const erased = new Set(households);
      entries = entries.map((entry) => withoutName(entry, erased));
    },
    close: async () => undefined,
  };
}

async function readIfThere(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return '';
    throw error;
  }
}

export const readJournalFile = async (file: string): Promise<JournalText> =>
  readJournalText(await readIfThere(file));

async function flushFolder(folder: string): Promise<void> {
  const handle = await open(folder, constants.O_RDONLY);
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Opens the journal for appending, makes it when it is not there, and closes a line that a crash left open. */
export async function openJournal(file: string): Promise<Journal> {
  const torn = (await readIfThere(file)).at(-1) ?? '\n';
  const handle: FileHandle = await open(file, 'a', 0o600);
  await flushFolder(dirname(file));

  let waiting: JournalEntry[] = [];
  /** The cut line gets an end of its own, so that the next begins whole. */
  let head = torn === '\n' ? '' : '\n';
  let flushing: Promise<void> | null = null;

  const flush = async (): Promise<void> => {
    // Whoever comes in this turn goes along.
    await Promise.resolve();
    const entries = waiting;
    waiting = [];
    flushing = null;
    try {
      await handle.appendFile(head + writeJournalText(entries));
      await handle.datasync();
      head = '';
    } catch (error) {
      // They are tried again with the next; perhaps half of a line was written.
      waiting = [...entries, ...waiting];
      head = '\n';
      throw error;
    }
  };
  let last: Promise<void> = Promise.resolve();

  return {
    append: async (entries) => {
      if (entries.length === 0) return;
      waiting.push(...entries);
      flushing ??= last = last.catch(() => undefined).then(flush);
      await flushing;
    },
    read: () => readJournalFile(file),
    blank: (households) => blankNames(file, households),
    close: async () => {
      await last.catch(() => undefined);
      await handle.close();
    },
  };
}
