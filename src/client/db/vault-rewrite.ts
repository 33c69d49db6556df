/** Every row of a profile put anew, in one transaction: sealed, or in the clear again. */
import { openProfileDb, profileDbName, type ProfileDbPlatform } from './profile-db.ts';
import { keyFor, SEALED_NOTES, type Cipher } from './vault.ts';

const ROWS = ['drafts', 'outbox', 'receipts', 'rows', 'photos'] as const;
const quiet = { flush: () => Promise.resolve(), onOutdated: () => {}, onBlocked: () => {} };

export type Rewritten = { kind: 'done' } | { kind: 'failed'; cause: unknown };

/**
 * Nobody else may have the database open (`lock/alone.ts`). All or nothing: after a crash it is as before. When it is
 * done, this page opens it by `cipher` (`to` sealed), or without (`to` clear).
 */
export async function rewrite(
  profileId: string,
  platform: ProfileDbPlatform,
  cipher: Cipher,
  to: 'sealed' | 'clear',
): Promise<Rewritten> {
  const name = profileDbName(profileId);
  keyFor(name, { cipher, seals: to === 'sealed' });
  const opened = await openProfileDb(profileId, platform, quiet);
  if (opened.kind !== 'open') {
    keyFor(name, to === 'sealed' ? null : { cipher, seals: true });
    return { kind: 'failed', cause: opened.kind === 'unavailable' ? opened.cause : opened.kind };
  }
  const { db } = opened;
  try {
    await db.transaction('rw', [...ROWS, 'photoBytes', 'meta'], async (tx) => {
      for (const table of ROWS) await tx.table(table).bulkPut(await tx.table(table).toArray());
      // One at a time: a picture is as large as everything else together.
      for (const key of await tx.table('photoBytes').toCollection().primaryKeys())
        await tx.table('photoBytes').put(await tx.table('photoBytes').get(key));
      for (const name of SEALED_NOTES) {
        const note: unknown = await tx.table('meta').get(name);
        if (note !== undefined) await tx.table('meta').put(note, name);
      }
      await tx.table('meta').put({}, 'schemaFloor');
    });
    if (to === 'clear') keyFor(name, null);
    return { kind: 'done' };
  } catch (cause) {
    keyFor(name, to === 'sealed' ? null : { cipher, seals: true });
    return { kind: 'failed', cause };
  } finally {
    db.close({ disableAutoOpen: true });
  }
}
