/** Erasure on request: one submission with its pictures, or all a family ever sent (`protocol.md` §10). */
import { appendServerEntry } from '../identity/log-entry.ts';
import type { BackupDeps } from '../backup/deps.ts';
import { writeNoted } from '../backup/write-noted.ts';
import { blobFolder, createBlobFiles } from '../photos/blob-files.ts';
import type { Transaction } from '../store/store.ts';
import { openLedger } from '../sync/ledger.ts';
import { allOf, photosOf, readSubmit, type Erased } from './take-away.ts';

type EraseDeps = Pick<BackupDeps, 'store' | 'clock' | 'newId' | 'journal'>;

export type EraseOutcome =
  | { kind: 'erased'; operations: number; photos: number }
  | { kind: 'unknownSubmission' }
  | { kind: 'alreadyErased' };

interface Found {
  kind: 'found';
  /** The form they were of: what the log says of it is no longer all there was. */
  assessment: string;
  operations: string[];
}

/** Takes the operations away, in one transaction; then the journal; then the files. */
async function erase(
  deps: EraseDeps,
  dataDir: string | undefined,
  { what, id }: { what: 'submission'; id: string },
  find: (transaction: Transaction) => Promise<Found | Exclude<EraseOutcome, { kind: 'erased' }>>,
): Promise<EraseOutcome> {
  const outcome = await writeNoted(deps, async (transaction, note) => {
    const found = await find(transaction);
    if (found.kind !== 'found') return found;
    const { assessment, operations: named } = found;
    const ledger = await openLedger(transaction);
    const erased = await allOf({ transaction, ledger }, named);
    await appendServerEntry(deps, ledger, {
      kind: 'server.erase',
      facts: { [what]: id, assessment, operations: erased.operations.length },
    });
    await ledger.save();
    const { operations, photos, files } = erased;
    note({ k: 'erased', at: deps.clock.now(), operations, photos, files });
    return { kind: 'done' as const, erased };
  });
  if (outcome.kind !== 'done') return outcome;
  const { operations, photos } = outcome.erased;
  if (dataDir !== undefined) await removeFiles(deps.store, dataDir, outcome.erased);
  await deps.store.scrub();
  return { kind: 'erased', operations: operations.length, photos: photos.length };
}

/** A file another photo came to share meanwhile stays. */
export async function removeFiles(
  store: BackupDeps['store'],
  dataDir: string,
  { files }: Pick<Erased, 'files'>,
): Promise<void> {
  const blobs = createBlobFiles(blobFolder(dataDir, store.communeId));
  for (const file of files)
    if (!(await store.read((tables) => tables.erasure.holdsFile(file)))) await blobs.remove(file);
}

export const eraseSubmission = (
  deps: EraseDeps,
  dataDir: string | undefined,
  submissionId: string,
): Promise<EraseOutcome> =>
  erase(deps, dataDir, { what: 'submission', id: submissionId }, async (transaction) => {
    const entry = await transaction.operation.find(submissionId);
    if (entry?.kind !== 'assessment.submit') return { kind: 'unknownSubmission' };
    const submitted = await readSubmit(transaction, submissionId);
    if (submitted === null) return { kind: 'alreadyErased' };
    return {
      kind: 'found',
      assessment: submitted.args.assessmentId,
      operations: [...(await photosOf(transaction, submissionId)), submissionId],
    };
  });
