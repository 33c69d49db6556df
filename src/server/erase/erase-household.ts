/** Erasure of all that is kept of a family, on its request or because its time is over (`protocol.md` §10). */
import { join } from 'node:path';
import type { BackupDeps } from '../backup/deps.ts';
import { writeNoted } from '../backup/write-noted.ts';
import { appendServerEntry } from '../identity/log-entry.ts';
import { UPLOADS_FOLDER } from '../photos/photos.ts';
import { removeUploadFiles } from '../photos/tus-uploads.ts';
import type { Transaction } from '../store/store.ts';
import { openLedger } from '../sync/ledger.ts';
import { removeFiles } from './erase.ts';
import { ERASED_MARK, takeFamilyAway } from './family.ts';

type EraseDeps = Pick<BackupDeps, 'store' | 'clock' | 'newId' | 'journal'>;

export type EraseHouseholdOutcome =
  /** `operations`: entries of the log whose words went; `devices`: phones cut off by it. */
  | { kind: 'erased'; id: string; operations: number; photos: number; devices: number }
  | { kind: 'unknownHousehold' }
  | { kind: 'alreadyErased' };

/** By id or code ("DM-012"), also one that left the list. */
async function find({ record }: Transaction, named: string): Promise<string | undefined> {
  const row =
    (await record.find('household', named)) ?? (await record.byCode('household', named.toUpperCase()));
  return row?.id;
}

const eraseRows = (deps: EraseDeps, named: string) =>
  writeNoted(deps, async (transaction, note) => {
    const id = await find(transaction, named);
    if (id === undefined) return { kind: 'unknownHousehold' as const };
    if (await transaction.erased.holds('household', id)) return { kind: 'alreadyErased' as const };
    const at = deps.clock.now();
    const ledger = await openLedger(transaction);
    const gone = await takeFamilyAway(deps, { transaction, ledger }, id, at);
    const { operations, photos, files, devices, codes } = gone;
    await appendServerEntry(deps, ledger, {
      kind: 'server.erase',
      facts: { household: id, operations: operations.length },
    });
    await ledger.save();
    note(
      ...codes.map((code) => ({ k: 'spent' as const, code, by: ERASED_MARK })),
      ...devices.map((device) => ({ k: 'revoked' as const, device, at })),
      { k: 'erased', at, operations, photos, files, households: [id] },
    );
    return { kind: 'gone' as const, id, gone };
  });

/**
 * Each in a transaction of its own; the files of all of them, and what the database keeps of what was there, go at the
 * end. `named`: ids or codes.
 */
export async function eraseHouseholds(
  deps: EraseDeps,
  dataDir: string | undefined,
  named: readonly string[],
): Promise<EraseHouseholdOutcome[]> {
  const outcomes: EraseHouseholdOutcome[] = [];
  const ids: string[] = [];
  for (const name of named) {
    const outcome = await eraseRows(deps, name);
    if (outcome.kind !== 'gone') {
      outcomes.push(outcome);
      continue;
    }
    const { id, gone } = outcome;
    ids.push(id);
    if (dataDir !== undefined) {
      await removeFiles(deps.store, dataDir, gone);
      for (const upload of gone.uploads) await removeUploadFiles(join(dataDir, UPLOADS_FOLDER), upload);
    }
    const { operations, photos, devices } = gone;
    outcomes.push({
      kind: 'erased',
      id,
      operations: operations.length,
      photos: photos.length,
      devices: devices.length,
    });
  }
  if (ids.length === 0) return outcomes;
  await deps.journal.blank(ids);
  await deps.store.scrub();
  return outcomes;
}
