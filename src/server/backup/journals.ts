/** Every journal within reach of a restore, as one: beside the database, beside the archive, and inside it. */
import { access } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { text } from 'node:stream/consumers';
import { importPublicKey } from '#protocol/proof.ts';
import { z } from '#domain/zod.ts';
import { publicJwkSchema } from '#protocol/enrol.ts';
import { decrypt, type OpenArchive } from './archive-read.ts';
import { JOURNAL_FILE, readJournalFile } from './journal.ts';
import { readJournalText, type JournalEntry } from './journal-entry.ts';
import { newEntries } from './journal-facts.ts';
import { withoutErasedNames } from './journal-names.ts';
import { journalCopyName } from './make-backup.ts';
import { signedJournal } from './manifest.ts';

export interface JoinedJournals {
  entries: JournalEntry[];
  /** What of them could not be used, in words for a terminal. */
  remarks: string[];
}

/** The copy beside the archive, if it is there and the commune's own key signed it. */
async function readCopy(
  file: string,
  identities: readonly string[],
  archive: OpenArchive,
): Promise<JoinedJournals> {
  try {
    await access(file);
  } catch {
    return { entries: [], remarks: ['no copy of the journal lies beside the archive'] };
  }
  try {
    const { kty, crv, x, y } = z
      .object(publicJwkSchema.shape)
      .parse(JSON.parse(archive.keys.get('commune.jwk.json') ?? 'null'));
    const signed = await signedJournal(
      await text(await decrypt(file, identities)),
      await importPublicKey({ kty, crv, x, y }),
    );
    if (signed !== null) return { entries: readJournalText(signed).entries, remarks: [] };
  } catch {
    // Said below: for a restore it is one and the same why it cannot be used.
  }
  return { entries: [], remarks: ['the copy of the journal beside the archive is not one of ours'] };
}

/** In the order things happened; what two of them say, once. */
export async function joinJournals(
  dataDir: string,
  { file, identities, archive }: { file: string; identities: readonly string[]; archive: OpenArchive },
): Promise<JoinedJournals> {
  const here = await readJournalFile(join(dataDir, JOURNAL_FILE));
  const copy = await readCopy(
    join(dirname(file), journalCopyName(archive.manifest.commune)),
    identities,
    archive,
  );
  const entries = withoutErasedNames(
    newEntries([], [...archive.journal.entries, ...copy.entries, ...here.entries]),
  );
  const remarks = [...copy.remarks];
  if (here.unreadable.length > 0)
    remarks.push(`lines of the journal that cannot be read: ${here.unreadable.join(', ')}`);
  return { entries, remarks };
}
