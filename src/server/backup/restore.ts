/**
 * A new life of the database out of an archive (`protocol.md` §9). Everything is prepared and checked in a folder beside
 * the old data; what is refused has changed nothing, and what was there before is set aside, not thrown away.
 */
import { mkdir, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { CoreDeps } from '../sync/deps.ts';
import { isInUse } from '../store/sqlite-in-use.ts';
import { verifyStore } from '../verify/verify-store.ts';
import { readArchive, SCRATCH_DATABASE, type OpenArchive } from './archive-read.ts';
import { openJournal, JOURNAL_FILE } from './journal.ts';
import type { JournalEntry } from './journal-entry.ts';
import { newEntries } from './journal-facts.ts';
import { joinJournals } from './journals.ts';
import { holdsCommune, putBlobs, putKeys, putRows, type RestorePlace } from './put-in-place.ts';
import { keysAtHand, readRecovery } from './recovery.ts';
import { replayJournal, type ReplayCounts } from './replay.ts';
import { withScratch } from './scratch.ts';
import { checkOpened } from './test-archive.ts';

export interface RestoreRequest {
  file: string;
  /** Text of the recovery file, where the folder has no keys of its own. */
  recovery: string | null;
  /** Mark of the commune's key, as its paper says it. */
  mark: string | null;
  /** Restore also from a backup that is not kept any more: what was called safe may be missing. */
  acceptLoss: boolean;
  drainMs: number;
}

type RestoreDeps = Pick<CoreDeps, 'clock' | 'newId'>;

export type RestoreOutcome =
  | ({
      kind: 'restored';
      backup: string;
      madeAt: number;
      epoch: string;
      drainUntil: number;
      counts: Record<string, number>;
      /** Where what was there before lies now. */
      setAside: string | null;
      remarks: string[];
    } & ReplayCounts)
  | { kind: 'refused'; cause: string };

const refused = (cause: string): RestoreOutcome => ({ kind: 'refused', cause });

/** May this backup be restored from without losing what somebody was told is safe? */
function whyNotKept(entries: readonly JournalEntry[], backup: string): string | null {
  const forgotten = entries.some((entry) => entry.k === 'forgotten' && entry.backup === backup);
  if (forgotten) return 'this backup is not kept any more: newer ones hold what phones were told is safe';
  const kept = entries.filter((entry) => entry.k === 'kept');
  // A journal that knows of no backup at all says nothing about this one.
  return kept.length === 0 || kept.some((entry) => entry.backup.backup_id === backup)
    ? null
    : 'the journal does not know this backup as one that was tested';
}

const notEmptyCause =
  'the database already holds this commune; set it aside first (pg_dump and drop its rows, or name an empty database)';

async function onSameDisk(file: string, dataDir: string): Promise<boolean> {
  return (await stat(file)).dev === (await stat(dataDir)).dev;
}

async function restoreOpened(
  deps: RestoreDeps,
  place: RestorePlace,
  {
    request,
    archive,
    identities,
    scratch,
  }: {
    request: RestoreRequest;
    archive: OpenArchive;
    identities: readonly string[];
    scratch: string;
  },
): Promise<RestoreOutcome> {
  const { dataDir } = place;
  const { manifest, store } = archive;
  const tested = await checkOpened(archive);
  if (tested.kind === 'failed') return refused(tested.cause);
  const joined = await joinJournals(dataDir, { file: request.file, identities, archive });
  const why = whyNotKept(joined.entries, manifest.backup);
  if (why !== null && !request.acceptLoss) return refused(`${why}; --accept-loss restores it all the same`);
  if (await holdsCommune(place, manifest.commune)) return refused(notEmptyCause);

  const drainUntil = deps.clock.now() + request.drainMs;
  const { epoch, ...counts } = await replayJournal(deps, store, {
    entries: joined.entries,
    manifest,
    place: resolve(request.file),
    elsewhere: !(await onSameDisk(request.file, dataDir)),
    drainUntil,
  });
  // What the backup still had and was erased since is not left in free space of its file.
  if (counts.erased > 0) await store.scrub();
  const verified = await verifyStore(store, { isStill: true });
  const [problem] = verified.problems;
  if (problem !== undefined) return refused(`after the journal: ${problem.what} at ${problem.where}`);

  const stamp = new Date(deps.clock.now()).toISOString().replaceAll(/[-:]|\.\d{3}/g, '');
  await putKeys(dataDir, archive.keys);
  await putBlobs(dataDir, scratch, manifest.commune);
  const aside = await putRows(place, scratch, archive, stamp);

  const journal = await openJournal(join(dataDir, JOURNAL_FILE));
  const now = deps.clock.now();
  await journal.append([
    ...newEntries((await journal.read()).entries, joined.entries),
    { k: 'epoch', epoch, at: now, backup: manifest.backup },
    ...counts.forgotten.map((backup) => ({ k: 'forgotten' as const, backup, at: now })),
  ]);
  await journal.close();
  return {
    kind: 'restored',
    backup: manifest.backup,
    madeAt: manifest.madeAt,
    epoch,
    drainUntil,
    ...counts,
    counts: verified.counts,
    setAside: aside,
    remarks: joined.remarks,
  };
}

/** Restores `request.file` into `place`. The server must be stopped; whoever still has the database open is noticed. */
export async function restore(
  deps: RestoreDeps,
  place: RestorePlace,
  request: RestoreRequest,
): Promise<RestoreOutcome> {
  const { dataDir, databaseUrl } = place;
  await mkdir(dataDir, { recursive: true, mode: 0o700 });
  if (databaseUrl === undefined && isInUse(join(dataDir, SCRATCH_DATABASE)))
    return refused('the server is running on this folder: stop it first');
  const own = await keysAtHand(dataDir);
  const paper = readRecovery(request.recovery ?? '');
  const identities = [...own.identities, ...paper.identities];
  if (identities.length === 0)
    return refused('no key to open it with: name the file with the recovery identity (--identity FILE)');
  const trusted = own.mark ?? request.mark ?? paper.mark;

  return withScratch(dataDir, async (scratch) => {
    const archive = await readArchive({
      file: request.file,
      identities,
      into: scratch,
      trusted,
      toKeep: true,
    });
    if (archive.kind === 'refused') return refused(archive.cause);
    try {
      if (trusted === null)
        return refused(
          `nothing here vouches for this archive: its commune key is ${archive.manifest.key}; compare it with the paper and give it as --key=MARK`,
        );
      return await restoreOpened(deps, place, { request, archive, identities, scratch });
    } finally {
      await archive.store.close();
    }
  });
}
