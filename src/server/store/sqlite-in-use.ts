/** Does anybody else have this database open? Asked before a restore puts another in its place. */
import { existsSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';

const BUSY = 5;
const primaryCode = (error: unknown): number =>
  error instanceof Error && 'errcode' in error ? Number(error.errcode) & 0xff : 0;

/**
 * Leaving the write-ahead log needs the file for oneself alone, so it says who has it open, also when nothing is being
 * written; what lies in the log is moved into the file by the way. A file that is no database any more is nobody's.
 */
export function isInUse(file: string): boolean {
  if (!existsSync(file)) return false;
  const database = new DatabaseSync(file, { timeout: 0 });
  try {
    database.exec('pragma journal_mode = delete');
    return false;
  } catch (error) {
    return primaryCode(error) === BUSY;
  } finally {
    database.close();
  }
}
