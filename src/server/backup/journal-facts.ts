/** What the tables say that the journal must say too. */
import type { EnrolCodeRow } from '../store/tables/code.ts';
import type { DeviceRow } from '../store/tables/device.ts';
import type { Tables } from '../store/tables.ts';
import type { Store } from '../store/store.ts';
import { isErasedFeedback } from '../feedback.ts';
import type { Journal } from './journal.ts';
import type { JournalEntry } from './journal-entry.ts';

/** A device's first words: so that a restored backup older than it still knows its key. */
export const enrolledEntry = (row: DeviceRow): JournalEntry => {
  const { device_id, installation_id, role, binding_kind, binding_id, title, person_name } = row;
  const { jwk, label, code_hash, counter, enrolled_at, flag, succeeds } = row;
  const { pending_since, expires_at, account_id } = row;
  return {
    k: 'enrolled',
    device: {
      device_id,
      installation_id,
      role,
      binding_kind,
      binding_id,
      title,
      person_name,
      jwk,
      label,
      code_hash,
      counter,
      enrolled_at,
      flag,
      succeeds,
      ...(pending_since !== null && { pending_since }),
      ...(expires_at !== null && { expires_at }),
      ...(account_id !== null && { account_id }),
    },
  };
};

/** A slip on paper outlives a restore too. */
export const issuedEntry = (row: EnrolCodeRow): JournalEntry => {
  const { secret_hash, typed_hash, role, binding_kind, binding_id, title, person_name } = row;
  const { expires_at, reusable, created_at, needs_approval, device_lives_ms, issued_by, account_id } = row;
  return {
    k: 'issued',
    code: {
      secret_hash,
      typed_hash,
      role,
      binding_kind,
      binding_id,
      title,
      person_name,
      expires_at,
      reusable,
      created_at,
      ...(needs_approval === 1 && { needs_approval }),
      ...(device_lives_ms !== null && { device_lives_ms }),
      ...(issued_by !== null && { issued_by }),
      ...(account_id !== null && { account_id }),
    },
  };
};

/** Everything the tables know that belongs into the journal. */
export async function journalOf(tables: Tables): Promise<JournalEntry[]> {
  const entries: JournalEntry[] = [];
  const commune = await tables.commune.find();
  if (commune !== undefined) entries.push({ k: 'epoch', epoch: commune.epoch, at: commune.created_at });
  for (const { commune_id: _, ...code } of await tables.enrolCode.list()) {
    entries.push(issuedEntry(code));
    if (code.spent_by !== null) entries.push({ k: 'spent', code: code.secret_hash, by: code.spent_by });
  }
  for (const { commune_id: _, ...device } of await tables.device.list()) {
    entries.push(enrolledEntry(device));
    if (device.approved_at !== null)
      entries.push({ k: 'approved', device: device.device_id, at: device.approved_at });
    if (device.revoked_at !== null)
      entries.push({ k: 'revoked', device: device.device_id, at: device.revoked_at });
  }
  for (const row of await tables.account.list()) {
    const { account_id, role, name, created_at, ended_at, password_shut_at } = row;
    entries.push({ k: 'account', account: { account_id, role, name, created_at } });
    if (ended_at !== null) entries.push({ k: 'accountEnded', account: account_id, at: ended_at });
    if (password_shut_at !== null) entries.push({ k: 'shut', account: account_id, at: password_shut_at });
  }
  for (const { credential_id, account_id, ended_at } of await tables.passkey.ended())
    if (ended_at !== null)
      entries.push({ k: 'shut', account: account_id, passkey: credential_id, at: ended_at });
  for (const { op_id, op_hash } of await tables.operation.erased())
    entries.push({ k: 'erased', at: 0, operations: [{ op_id, op_hash }], photos: [], files: [] });
  for (const row of await tables.feedback.list())
    if (isErasedFeedback(row))
      entries.push({
        k: 'erased',
        at: 0,
        operations: [],
        photos: [],
        files: [],
        feedback: [row.feedback_id],
      });
  for (const id of await tables.erased.households())
    entries.push({ k: 'erased', at: 0, operations: [], photos: [], files: [], households: [id] });
  for (const {
    backup_id,
    made_at,
    verified_at,
    elsewhere,
    forgotten_at,
    place,
  } of await tables.backup.list()) {
    if (verified_at !== null)
      entries.push({ k: 'kept', backup: { backup_id, made_at, verified_at, elsewhere, place } });
    if (forgotten_at !== null) entries.push({ k: 'forgotten', backup: backup_id, at: forgotten_at });
  }
  return entries;
}

/** What an entry is about; two entries with one mark say the same. */
function marksOf(entry: JournalEntry): string[] {
  switch (entry.k) {
    case 'epoch':
      return [`epoch ${entry.epoch}`];
    case 'enrolled':
      return [`enrolled ${entry.device.device_id} ${entry.device.account_id ?? ''}`];
    case 'revoked':
      return [`revoked ${entry.device}`];
    case 'approved':
      return [`approved ${entry.device}`];
    case 'account':
      return [`account ${entry.account.account_id}`];
    case 'accountEnded':
      return [`account ended ${entry.account}`];
    case 'shut':
      // A password may be taken away more than once: the last counts.
      return [`shut ${entry.account} ${entry.passkey ?? entry.at}`];
    case 'issued':
      return [`issued ${entry.code.secret_hash}`];
    case 'spent':
      return [`spent ${entry.code}`];
    case 'erased':
      return [
        ...entry.operations.map(({ op_id }) => `erased ${op_id}`),
        ...(entry.feedback ?? []).map((id) => `erased words ${id}`),
        ...(entry.households ?? []).map((id) => `erased household ${id}`),
      ];
    case 'kept':
      return [`kept ${entry.backup.backup_id}`];
    case 'forgotten':
      return [`forgotten ${entry.backup}`];
  }
}

/** `more` without what `known` says already. */
export function newEntries(known: readonly JournalEntry[], more: readonly JournalEntry[]): JournalEntry[] {
  const said = new Set(known.flatMap(marksOf));
  return more.filter((entry) => {
    const marks = marksOf(entry).filter((mark) => !said.has(mark));
    for (const mark of marks) said.add(mark);
    return marks.length > 0;
  });
}

/**
 * Adds what a crash kept from being written: the commit was on the disk, the line was not. Returns how many lines that
 * were, and how many of the journal could not be read.
 */
export async function reconcileJournal(
  store: Store,
  journal: Journal,
): Promise<{ added: number; unreadable: number }> {
  const written = await journal.read();
  const missing = newEntries(written.entries, await store.read(journalOf));
  await journal.append(missing);
  return { added: missing.length, unreadable: written.unreadable.length };
}
