/** Which backups count for *safe* (`protocol.md` §9). */
import type { BackupRow } from '../store/tables/backup.ts';

/** May be restored from, so what it holds is safe: tested, and not on the database's own disk. */
export const isKept = ({ verified_at, elsewhere, forgotten_at }: BackupRow): boolean =>
  verified_at !== null && elsewhere === 1 && forgotten_at === null;
