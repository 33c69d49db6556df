/**
 * One backup (`protocol.md` §9): an encrypted archive of one instant, tested by restoring it, and only then registered;
 * then the old ones go.
 */
import { mkdir, readdir, readFile, rm } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { keyFiles } from '../crypto/keys.ts';
import { logServerEntry } from '../identity/log-entry.ts';
import { blobFolder, blobName } from '../photos/blob-files.ts';
import type { BackupRow } from '../store/tables/backup.ts';
import { writeArchive, writeEncrypted } from './archive-write.ts';
import type { BackupDeps } from './deps.ts';
import { writeJournalText } from './journal-entry.ts';
import { listBackups, retireOld } from './kept.ts';
import { ARCHIVE_FORMAT, keyMark, signJournal, type Manifest } from './manifest.ts';
import { clearScratch } from './scratch.ts';
import { testArchive } from './test-archive.ts';

/**
 * A transaction may stamp a row a little before it commits. What is stamped earlier than this before the snapshot is
 * certainly in it, so that is the instant a backup may vouch for.
 */
export const STAMP_MARGIN_MS = 60_000;

export interface BackupRequest {
  /** Folder the archive goes to; made when it is not there. */
  to: string;
  /** The operator carries it away from this machine. */
  offBox: boolean;
  /** Nothing is made while the newest tested backup is younger. */
  ifOlderThanMs?: number;
}

export type BackupOutcome =
  | {
      kind: 'made';
      backupId: string;
      file: string;
      /** On another disk than the database, or carried off: what it holds counts as safe. */
      elsewhere: boolean;
      counts: Record<string, number>;
      members: number;
      /** Files of older backups that went. */
      removed: string[];
    }
  | { kind: 'fresh'; backupId: string }
  | { kind: 'failed'; cause: string };

/** `20261122T153000Z` */
const stampOf = (ms: number): string => new Date(ms).toISOString().replaceAll(/[-:]|\.\d{3}/g, '');

export const archiveName = (communeId: string, madeAt: number, backupId: string): string =>
  `thidua-${communeId}-${stampOf(madeAt)}-${backupId}.tar.gz.age`;

/** The journal's copy beside the archives; always the newest. */
export const journalCopyName = (communeId: string): string => `thidua-${communeId}-journal.gz.age`;

async function keysIn(dataDir: string): Promise<Map<string, string>> {
  const keys = new Map<string, string>();
  for (const name of keyFiles) keys.set(name, await readFile(join(dataDir, 'keys', name), 'utf8'));
  return keys;
}

async function write(deps: BackupDeps, file: string, madeAt: number, backupId: string): Promise<Manifest> {
  const { store, keys, journal, dataDir } = deps;
  const { entries } = await journal.read();
  const key = await keyMark(keys.publicJwk);
  return store.snapshot(async (snapshot) =>
    writeArchive(file, {
      head: {
        format: ARCHIVE_FORMAT,
        commune: store.communeId,
        backup: backupId,
        madeAt,
        schema: snapshot.schema,
        key,
      },
      signingKey: keys.privateKey,
      recipients: [keys.recipient, keys.recoveryRecipient],
      snapshot,
      journal: writeJournalText(entries),
      keys: await keysIn(dataDir),
      blobPath: (hash) => join(blobFolder(dataDir, store.communeId), blobName(hash)),
    }),
  );
}

/** Archives that a backup which was killed never finished. */
async function clearParts(folder: string, communeId: string): Promise<void> {
  for (const name of await readdir(folder))
    if (name.startsWith(`thidua-${communeId}-`) && name.endsWith('.part')) await rm(join(folder, name));
}

/** A folder that is not there, a full disk, a picture that is gone: said, not thrown. */
async function unlessShort(
  work: () => Promise<Manifest>,
): Promise<{ kind: 'written'; manifest: Manifest } | { kind: 'failed'; cause: string }> {
  try {
    return { kind: 'written', manifest: await work() };
  } catch (error) {
    if (!(error instanceof Error && 'syscall' in error)) throw error;
    return { kind: 'failed', cause: error.message };
  }
}

/** From here on it counts. */
export async function register(
  deps: Pick<BackupDeps, 'store' | 'clock' | 'newId' | 'journal'>,
  row: BackupRow,
  manifest: Pick<Manifest, 'devices' | 'auditHead'>,
): Promise<void> {
  await deps.store.write(async (transaction) => {
    await transaction.backup.put(row);
    await transaction.backup.putDevices(
      row.backup_id,
      manifest.devices.map(({ device, lastSeq }) => ({ device_id: device, last_seq: lastSeq })),
    );
    const facts = { backup: row.backup_id, head: manifest.auditHead, elsewhere: row.elsewhere };
    await logServerEntry(deps, transaction, 'server.backup', facts, { changesFacts: true });
  });
  const { backup_id, made_at, verified_at, elsewhere, place } = row;
  await deps.journal.append([{ k: 'kept', backup: { backup_id, made_at, verified_at, elsewhere, place } }]);
}

/** The journal as it stands now, readable for whoever may read the archives. */
export async function copyJournal(
  { journal, keys, store }: Pick<BackupDeps, 'journal' | 'keys' | 'store'>,
  folder: string,
): Promise<void> {
  const { entries } = await journal.read();
  await writeEncrypted(
    join(folder, journalCopyName(store.communeId)),
    await signJournal(writeJournalText(entries), keys.privateKey),
    [keys.recipient, keys.recoveryRecipient],
  );
}

async function make(deps: BackupDeps, request: BackupRequest): Promise<BackupOutcome> {
  const { store, keys, clock, dataDir } = deps;
  const { to, offBox, ifOlderThanMs = 0 } = request;
  const since = clock.now() - ifOlderThanMs;
  const young = (await listBackups(store)).find(({ verified_at }) => (verified_at ?? 0) > since);
  if (young !== undefined) return { kind: 'fresh', backupId: young.backup_id };
  // One backup at a time: what lies there is of one that was killed.
  await clearScratch(dataDir);
  const madeAt = clock.now();
  const backupId = deps.newId();
  const file = join(resolve(to), archiveName(store.communeId, madeAt, backupId));
  const written = await unlessShort(async () => {
    await mkdir(to, { recursive: true, mode: 0o700 });
    await clearParts(to, store.communeId);
    return write(deps, file, madeAt, backupId);
  });
  if (written.kind === 'failed') return written;
  const { manifest } = written;
  const tested = await testArchive(dataDir, {
    file,
    identity: keys.identity,
    trusted: await keyMark(keys.publicJwk),
  });
  if (tested.kind === 'failed') {
    // What cannot be restored must not be taken for a backup by whoever looks into the folder.
    await rm(file, { force: true });
    return { kind: 'failed', cause: `${basename(file)}: ${tested.cause}` };
  }

  const elsewhere = offBox || (await deps.diskOf(to)) !== (await deps.diskOf(dataDir));
  const row: BackupRow = {
    backup_id: backupId,
    made_at: madeAt - STAMP_MARGIN_MS,
    verified_at: clock.now(),
    elsewhere: elsewhere ? 1 : 0,
    forgotten_at: null,
    place: file,
  };
  await register(deps, row, manifest);
  const retired = await retireOld(deps);
  for (const { place } of retired) await rm(place, { force: true });
  await copyJournal(deps, to);
  return {
    kind: 'made',
    backupId,
    file,
    elsewhere,
    counts: tested.counts,
    members: manifest.members.length,
    removed: retired.map(({ place }) => place),
  };
}

/** Makes, tests and registers one backup while the server serves; one at a time, in all processes. */
export const makeBackup = (deps: BackupDeps, request: BackupRequest): Promise<BackupOutcome> =>
  deps.store.exclusive('backup', () => make(deps, request));
