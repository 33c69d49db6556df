/**
 * A backup in a process of its own: encrypting, and recomputing every score of the archive, must not slow a phone down
 * that sends meanwhile.
 */
import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { z } from '#domain/zod.ts';
import type { BackupOutcome } from './make-backup.ts';

const tool = fileURLToPath(new URL('../admin/main.ts', import.meta.url));
/** Two servers on one database: the second finds the first one's backup young enough. */
const FRESH_HOURS = '5';
const ENOUGH_BYTES = 16 * 1024 * 1024;

const printedSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('made'),
    backupId: z.string(),
    file: z.string(),
    elsewhere: z.boolean(),
    counts: z.record(z.string(), z.number()),
    members: z.number(),
    removed: z.array(z.string()),
  }),
  z.object({ kind: z.literal('fresh'), backupId: z.string() }),
  z.object({ kind: z.literal('failed'), cause: z.string() }),
]);

function readPrinted(text: string): BackupOutcome | null {
  try {
    const parsed = printedSchema.safeParse(JSON.parse(text));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}

/** `admin backup --to DIR` with this process's own settings. */
export const runBackup = (to: string): Promise<BackupOutcome> =>
  new Promise((resolve) => {
    const args = [tool, 'backup', '--to', to, '--if-older-than', FRESH_HOURS, '--json'];
    execFile(process.execPath, args, { maxBuffer: ENOUGH_BYTES }, (error, out) => {
      resolve(
        readPrinted(out) ?? { kind: 'failed', cause: error === null ? 'it said nothing' : 'it was ended' },
      );
    });
  });
