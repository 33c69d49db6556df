/** The backups there are: which are kept, which were forgotten, and how many are enough. */
import type { BackupRow } from '../store/tables/backup.ts';
import type { Transaction } from '../store/store.ts';
import { withoutCommune } from '../store/without-commune.ts';
import { logServerEntry } from '../identity/log-entry.ts';
import type { BackupDeps } from './deps.ts';

/** Two days of backups every six hours. */
export const KEPT_BACKUPS = 8;

export const listBackups = (store: BackupDeps['store']): Promise<BackupRow[]> =>
  store.read(async (tables) => (await tables.backup.list()).map(withoutCommune));

type KeptDeps = Pick<BackupDeps, 'store' | 'clock' | 'newId' | 'journal'>;

async function markForgotten(deps: KeptDeps, transaction: Transaction, row: BackupRow, at: number) {
  await transaction.backup.put({ ...row, forgotten_at: at });
  const facts = { backup: row.backup_id };
  await logServerEntry(deps, transaction, 'server.forgetBackup', facts, { changesFacts: true });
}

/**
 * Says that a backup will not be restored from any more: before its file goes, so that nothing is called safe for a
 * file that is gone.
 */
export async function forgetBackup(
  deps: KeptDeps,
  backupId: string,
): Promise<'forgotten' | 'alreadyForgotten' | 'unknownBackup'> {
  const at = deps.clock.now();
  const outcome = await deps.store.write(async (transaction) => {
    const found = (await transaction.backup.list()).find((row) => row.backup_id === backupId);
    if (found === undefined) return 'unknownBackup';
    const { commune_id: _, ...row } = found;
    if (row.forgotten_at !== null) return 'alreadyForgotten';
    await markForgotten(deps, transaction, row, at);
    return 'forgotten';
  });
  if (outcome === 'forgotten') await deps.journal.append([{ k: 'forgotten', backup: backupId, at }]);
  return outcome;
}

/** Forgets all but the newest of those that were tested, and returns them, so that their files can go. */
export async function retireOld(deps: KeptDeps, keep = KEPT_BACKUPS): Promise<BackupRow[]> {
  const at = deps.clock.now();
  const retired = await deps.store.write(async (transaction) => {
    const standing = (await transaction.backup.list())
      .map(withoutCommune)
      .filter((row) => row.verified_at !== null && row.forgotten_at === null);
    // Counted apart: those on the database's own disk must not push out the ones that make anything safe.
    const old = [0, 1].flatMap((elsewhere) => {
      const rows = standing.filter((row) => row.elsewhere === elsewhere);
      return rows.slice(0, Math.max(0, rows.length - keep));
    });
    for (const row of old) await markForgotten(deps, transaction, row, at);
    return old;
  });
  await deps.journal.append(
    retired.map(({ backup_id }) => ({ k: 'forgotten' as const, backup: backup_id, at })),
  );
  return retired;
}
