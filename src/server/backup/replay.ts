/**
 * What happened since a backup and no phone can hand back is done again in the restored store, before its first request:
 * enrolments, codes, revocations, erasures, and which backups are still kept (`protocol.md` §9).
 */
import { CHAIN_START } from '#protocol/hash.ts';
import { takeFeedbackAway } from '../erase/erase-feedback.ts';
import { takeFamilyAway } from '../erase/family.ts';
import { allOf, eraseBlob, type EraseBench } from '../erase/take-away.ts';
import { appendServerEntry } from '../identity/log-entry.ts';
import { noteSharedPhone } from '../identity/shared-phones.ts';
import { replayAccount } from '../session/replay-accounts.ts';
import type { Store, Transaction } from '../store/store.ts';
import { withoutCommune } from '../store/without-commune.ts';
import type { BackupRow } from '../store/tables/backup.ts';
import type { DeviceRow } from '../store/tables/device.ts';
import type { CoreDeps } from '../sync/deps.ts';
import { openLedger } from '../sync/ledger.ts';
import { catchUp, showDeviceAgain } from '../sync/office-rows.ts';
import type { JournalEntry } from './journal-entry.ts';
import type { Manifest } from './manifest.ts';

export interface ReplayCounts {
  enrolled: number;
  revoked: number;
  codes: number;
  erased: number;
  /** Backups younger than the restored one: what they held beyond it is nowhere any more. */
  forgotten: string[];
}

export interface Replay {
  entries: readonly JournalEntry[];
  manifest: Manifest;
  /** Where the archive lies now, and whether that is another disk than the database's. */
  place: string;
  elsewhere: boolean;
  drainUntil: number;
}

type ReplayDeps = Pick<CoreDeps, 'clock' | 'newId'>;

/** Its words are gone for good: the id is known, so that whoever sends them again is told. */
async function tombstone(
  deps: ReplayDeps,
  { transaction, ledger }: EraseBench,
  { op_id, op_hash }: { op_id: string; op_hash: string },
): Promise<void> {
  if ((await transaction.operation.find(op_id)) !== undefined) return;
  await ledger.append({
    op_id,
    op_hash,
    body: null,
    device_id: '',
    kind: 'server.erased',
    verdict: 'refused',
    code: 'ERASED',
    rev: ledger.nextRev(),
    received_at: deps.clock.now(),
  });
}

async function enrolAgain(
  bench: EraseBench,
  entry: Extract<JournalEntry, { k: 'enrolled' }>['device'],
): Promise<boolean> {
  const { device } = bench.transaction;
  const known = await device.find(entry.device_id);
  if (known !== undefined) {
    if (entry.account_id !== undefined) await device.giveTo(entry.device_id, entry.account_id);
    return false;
  }
  const enrolled: DeviceRow = {
    ...entry,
    // What it sent since is on the phone: it gives it back from the first place on.
    last_seq: 0,
    chain: CHAIN_START,
    challenge_presented: '',
    challenge_issued: '',
    seen_at: entry.enrolled_at,
    revoked_at: null,
    report: null,
    // Shown with all the others, once everything of the journal has been done again.
    shown_at: null,
    pending_since: entry.pending_since ?? null,
    approved_at: null,
    expires_at: entry.expires_at ?? null,
    shared_phone: null,
    account_id: entry.account_id ?? null,
  };
  await device.insert(enrolled);
  await noteSharedPhone(bench, enrolled);
  return true;
}

/** Also what is in the backup of it under ids the journal does not name: a write of an older life that came again. */
async function eraseFamilyAgain(
  deps: ReplayDeps,
  bench: EraseBench,
  household: string,
  counts: ReplayCounts,
): Promise<void> {
  if (await bench.transaction.erased.holds('household', household)) return;
  const { operations } = await takeFamilyAway(deps, bench, household, deps.clock.now());
  await appendServerEntry(deps, bench.ledger, {
    kind: 'server.erase',
    facts: { household, operations: operations.length },
  });
  counts.erased += operations.length;
}

async function replayEntry(deps: ReplayDeps, bench: EraseBench, entry: JournalEntry, counts: ReplayCounts) {
  const { transaction } = bench;
  switch (entry.k) {
    case 'enrolled':
      if (await enrolAgain(bench, entry.device)) counts.enrolled += 1;
      return;
    case 'revoked': {
      const device = await transaction.device.find(entry.device);
      if (device === undefined || device.revoked_at !== null) return;
      await transaction.device.revoke(entry.device, entry.at);
      await showDeviceAgain(bench, entry.device);
      counts.revoked += 1;
      return;
    }
    case 'approved': {
      const device = await transaction.device.find(entry.device);
      if (device === undefined || device.approved_at !== null) return;
      await transaction.device.approve(entry.device, entry.at);
      await showDeviceAgain(bench, entry.device);
      return;
    }
    case 'account':
    case 'accountEnded':
    case 'shut':
      await replayAccount(transaction, entry);
      return;
    case 'issued':
      if ((await transaction.enrolCode.bySecret(entry.code.secret_hash)) !== undefined) return;
      await transaction.enrolCode.insert({
        ...entry.code,
        needs_approval: entry.code.needs_approval ?? 0,
        device_lives_ms: entry.code.device_lives_ms ?? null,
        issued_by: entry.code.issued_by ?? null,
        account_id: entry.code.account_id ?? null,
        spent_by: null,
      });
      counts.codes += 1;
      return;
    case 'spent':
      counts.codes += await transaction.enrolCode.spend(entry.code, entry.by);
      return;
    case 'erased': {
      const { operations, assessments } = await allOf(
        bench,
        entry.operations.map(({ op_id }) => op_id),
      );
      for (const operation of entry.operations) await tombstone(deps, bench, operation);
      for (const photo of entry.photos) await eraseBlob(bench, photo);
      for (const assessment of assessments)
        await appendServerEntry(deps, bench.ledger, {
          kind: 'server.erase',
          facts: { submission: '', assessment, operations: operations.length },
        });
      counts.erased += operations.length;
      for (const household of entry.households ?? []) await eraseFamilyAgain(deps, bench, household, counts);
      for (const feedback of entry.feedback ?? [])
        if (await takeFeedbackAway(bench, feedback)) {
          await appendServerEntry(deps, bench.ledger, {
            kind: 'server.erase',
            facts: { feedback, operations: operations.length },
          });
          counts.erased += 1;
        }
      return;
    }
    case 'epoch':
    case 'kept':
    case 'forgotten':
  }
}

const comesAfter = (row: BackupRow, { made_at, backup_id }: BackupRow): boolean =>
  row.made_at > made_at || (row.made_at === made_at && row.backup_id > backup_id);

/** Every backup anybody knows of, as it counts from now on. */
async function settleBackups(
  deps: ReplayDeps,
  { backup }: Transaction,
  { entries, manifest, place, elsewhere }: Replay,
): Promise<string[]> {
  const now = deps.clock.now();
  const rows = new Map((await backup.list()).map((row) => [row.backup_id, withoutCommune(row)]));
  for (const entry of entries)
    if (entry.k === 'kept' && !rows.has(entry.backup.backup_id))
      rows.set(entry.backup.backup_id, { ...entry.backup, forgotten_at: null });
  for (const entry of entries) {
    const row = entry.k === 'forgotten' ? rows.get(entry.backup) : undefined;
    if (entry.k === 'forgotten' && row !== undefined) row.forgotten_at ??= entry.at;
  }
  const restored: BackupRow = {
    // Where nobody knows of it any more: it was just tested, and lies where it was read from.
    made_at: manifest.madeAt,
    verified_at: now,
    elsewhere: elsewhere ? 1 : 0,
    place,
    ...rows.get(manifest.backup),
    backup_id: manifest.backup,
    forgotten_at: null,
  };
  rows.set(manifest.backup, restored);
  const forgotten: string[] = [];
  for (const row of rows.values()) {
    if (comesAfter(row, restored) && row.forgotten_at === null) {
      row.forgotten_at = now;
      forgotten.push(row.backup_id);
    }
    await backup.put(row);
  }
  await backup.putDevices(
    manifest.backup,
    manifest.devices.map(({ device, lastSeq }) => ({ device_id: device, last_seq: lastSeq })),
  );
  return forgotten;
}

/** Does it all in one transaction, begins the new life and writes it into the log. */
export const replayJournal = (
  deps: ReplayDeps,
  store: Store,
  replay: Replay,
): Promise<ReplayCounts & { epoch: string }> =>
  store.write(async (transaction) => {
    const counts: ReplayCounts = { enrolled: 0, revoked: 0, codes: 0, erased: 0, forgotten: [] };
    const ledger = await openLedger(transaction);
    const bench = { transaction, ledger };
    for (const entry of replay.entries) await replayEntry(deps, bench, entry, counts);
    counts.forgotten = await settleBackups(deps, transaction, replay);
    // Whoever was in signs in again: cookies may have been taken with the machine.
    await transaction.session.endAll(deps.clock.now());
    const epoch = deps.newId();
    await transaction.commune.begin({ epoch, drain_until: replay.drainUntil });
    await appendServerEntry(deps, ledger, {
      kind: 'server.restore',
      facts: { backup: replay.manifest.backup, epoch, drainUntil: replay.drainUntil },
      changesFacts: true,
    });
    await ledger.save();
    await catchUp(transaction);
    return { ...counts, epoch };
  });
