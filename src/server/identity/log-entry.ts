/** Entries of the operation log that the server makes itself: enrolment, revocation (`protocol.md` §11). */
import { canon } from '#protocol/canon.ts';
import { hashTextNow } from '../crypto/hash.ts';
import type { CoreDeps } from '../sync/deps.ts';
import { openLedger } from '../sync/ledger.ts';
import type { Transaction } from '../store/store.ts';

/** `facts` are stored as canonical text, like any operation's body; no names of people in it. */
export async function logServerEntry(
  deps: Pick<CoreDeps, 'clock' | 'newId'>,
  transaction: Transaction,
  kind: `server.${string}`,
  facts: Record<string, string | number>,
): Promise<void> {
  const ledger = await openLedger(transaction);
  const body = canon(facts);
  await ledger.append({
    op_id: deps.newId(),
    op_hash: hashTextNow(body),
    body,
    device_id: '',
    kind,
    verdict: 'applied',
    code: null,
    rev: ledger.nextRev(),
    received_at: deps.clock.now(),
  });
  await ledger.save();
}
