/** What the operator does about backups, as the core offers it. */
import { stat } from 'node:fs/promises';
import { eraseFeedback, type EraseFeedbackOutcome } from '../erase/erase-feedback.ts';
import { eraseHouseholds, type EraseHouseholdOutcome } from '../erase/erase-household.ts';
import { eraseSubmission, removeFiles, type EraseOutcome } from '../erase/erase.ts';
import { logServerEntry } from '../identity/log-entry.ts';
import { retain } from '../privacy/retain.ts';
import { countsOf, planRetention, type RetentionCounts } from '../privacy/retention.ts';
import type { CoreDeps } from '../sync/deps.ts';
import { reconcileJournal } from './journal-facts.ts';
import { isKept } from './is-kept.ts';
import { forgetBackup, listBackups } from './kept.ts';
import { makeBackup, type BackupOutcome, type BackupRequest } from './make-backup.ts';

export interface BackupSummary {
  backupId: string;
  madeAt: number;
  verifiedAt?: number;
  /** On another disk than the database, or carried off the box. */
  elsewhere: boolean;
  forgottenAt?: number;
  /** What it holds counts as safe. */
  kept: boolean;
  place: string;
}

export interface BackupCommands {
  backup(request: BackupRequest): Promise<BackupOutcome>;
  backups(): Promise<BackupSummary[]>;
  forgetBackup(backupId: string): Promise<'forgotten' | 'alreadyForgotten' | 'unknownBackup'>;
  eraseSubmission(submissionId: string): Promise<EraseOutcome>;
  /** `named`: the code its writer was given, or its id. */
  eraseFeedback(named: string): Promise<EraseFeedbackOutcome>;
  /** Everything of these families, by id or code. */
  eraseHouseholds(named: readonly string[]): Promise<EraseHouseholdOutcome[]>;
  /** Takes away what has had its time. */
  retain(): Promise<RetentionCounts>;
  /** How much that would be now. */
  retentionDue(): Promise<RetentionCounts>;
  /** Moves and scores reopen before the time set at the restore. */
  endDrain(): Promise<'ended' | 'notDraining'>;
  /** At the start: the journal gets what a crash kept from it, and what a crash left lying about goes. */
  settle(): Promise<void>;
}

const diskOf = async (path: string): Promise<number> => (await stat(path)).dev;

async function endDrain(deps: CoreDeps): Promise<'ended' | 'notDraining'> {
  return deps.store.write(async (transaction) => {
    const commune = await transaction.commune.find();
    if (commune === undefined || commune.drain_until === null) return 'notDraining';
    await transaction.commune.begin({ epoch: commune.epoch, drain_until: null });
    await logServerEntry(deps, transaction, 'server.endDrain', { epoch: commune.epoch });
    return 'ended';
  });
}

async function summaries({ store }: CoreDeps): Promise<BackupSummary[]> {
  return (await listBackups(store)).map((row) => ({
    backupId: row.backup_id,
    madeAt: row.made_at,
    ...(row.verified_at === null ? {} : { verifiedAt: row.verified_at }),
    elsewhere: row.elsewhere === 1,
    ...(row.forgotten_at === null ? {} : { forgottenAt: row.forgotten_at }),
    kept: isKept(row),
    place: row.place,
  }));
}

/** `dataDir` is absent for a store that lives in memory: of that there is nothing to back up. */
export function createBackups(core: CoreDeps, dataDir: string | undefined): BackupCommands {
  const onDisk = dataDir === undefined ? null : { ...core, dataDir, diskOf };
  return {
    backup: async (request) =>
      onDisk === null
        ? { kind: 'failed', cause: 'this store lives in memory alone' }
        : makeBackup(onDisk, request),
    backups: () => summaries(core),
    forgetBackup: (backupId) => forgetBackup(core, backupId),
    eraseSubmission: (submissionId) => eraseSubmission(core, dataDir, submissionId),
    eraseFeedback: (named) => eraseFeedback(core, named),
    eraseHouseholds: (named) => eraseHouseholds(core, dataDir, named),
    retain: () => core.store.exclusive('retention', () => retain(core, dataDir)),
    retentionDue: async () => countsOf(await planRetention(core, core.clock.now())),
    endDrain: () => endDrain(core),
    settle: async () => {
      const { unreadable } = await reconcileJournal(core.store, core.journal);
      if (unreadable > 0) core.log('alarm', 'journal-unreadable', { last: unreadable });
      if (onDisk === null) return;
      // A crash between an erasure's commit and the removal of its files, or of names from the journal.
      await core.journal.blank(await core.store.read((tables) => tables.erased.households()));
      for (const entry of (await core.journal.read()).entries)
        if (entry.k === 'erased') await removeFiles(core.store, onDisk.dataDir, entry);
    },
  };
}
