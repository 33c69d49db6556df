/** Entries of the operation log that the server makes itself: enrolment, revocation (`protocol.md` §11). */
import { canon } from '#protocol/canon.ts';
import { hashTextNow } from '../crypto/hash.ts';
import type { CoreDeps } from '../sync/deps.ts';
import { openLedger, type Ledger } from '../sync/ledger.ts';
import type { Transaction } from '../store/store.ts';

type EntryDeps = Pick<CoreDeps, 'clock' | 'newId'>;

export interface ServerEntry {
  kind: `server.${string}`;
  /** Stored as canonical text, like any operation's body; no names of people in it. */
  facts: Record<string, string | number>;
  /**
   * The entry stands for a change of something {@link Facts} keep (a backup kept or forgotten, say), already written in
   * this transaction: every process reads them anew.
   */
  changesFacts?: boolean;
}

/** Into a ledger that is open already; its owner saves it. */
export async function appendServerEntry(
  deps: EntryDeps,
  ledger: Ledger,
  { kind, facts, changesFacts = false }: ServerEntry,
): Promise<void> {
  const body = canon(facts);
  const opId = deps.newId();
  await ledger.append({
    op_id: opId,
    op_hash: hashTextNow(body),
    body,
    device_id: '',
    kind,
    verdict: 'applied',
    code: null,
    rev: ledger.nextRev(),
    received_at: deps.clock.now(),
  });
  if (changesFacts) ledger.changeFacts(opId);
}

/** In a transaction that writes nothing else to the log. */
export async function logServerEntry(
  deps: EntryDeps,
  transaction: Transaction,
  kind: ServerEntry['kind'],
  facts: ServerEntry['facts'],
  more: Pick<ServerEntry, 'changesFacts'> = {},
): Promise<void> {
  const ledger = await openLedger(transaction);
  await appendServerEntry(deps, ledger, { kind, facts, ...more });
  await ledger.save();
}
