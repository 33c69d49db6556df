/** What backups are made with. */
import type { CoreDeps } from '../sync/deps.ts';
import type { Journal } from './journal.ts';

export interface BackupDeps extends Pick<CoreDeps, 'store' | 'clock' | 'newId' | 'keys'> {
  journal: Journal;
  /** Holds the keys and the pictures; scratch folders are made in it, so that nothing readable leaves it. */
  dataDir: string;
  /** Number of the device a path lies on: two folders with one number die with one disk. */
  diskOf(path: string): Promise<number>;
}
