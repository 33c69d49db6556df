/**
 * What an earlier build set aside because it did not understand it (`protocol.md` §12) is judged by this one: the same
 * operation, its first author and arrival, the verdict in a later entry of the log. The phone that sent it learns by its
 * next pull, or by asking again.
 */
import { canon } from '#protocol/canon.ts';
import { hashTextNow } from '../crypto/hash.ts';
import { openLedger } from './ledger.ts';
import type { CoreDeps } from './deps.ts';
import { readOperations } from './incoming.ts';
import { authorOf } from './judge/judge.ts';
import { buryQuarantined } from './office-rows.ts';
import { judgedAgainId, judgeUnderSavepoint } from './take.ts';
import type { QuarantineRow } from '../store/tables/operation.ts';
import { StoreBusyError, type Transaction } from '../store/store.ts';

/** Set aside for what the build was, not for what the operation said. */
const forLackOfUnderstanding: ReadonlySet<string> = new Set(['UNKNOWN_KIND', 'ARGS_INVALID', 'SERVER_BUG']);

type Key = Pick<QuarantineRow, 'op_hash' | 'device_id' | 'seq'>;

async function judgeOneAgain(deps: CoreDeps, transaction: Transaction, key: Key): Promise<boolean> {
  const held = await transaction.quarantine.read(key);
  const [operation] = held === undefined ? [] : (readOperations([held.body], deps.faults.lacks) ?? []);
  if (held === undefined || operation?.content.kind !== 'operation') return false;
  const { opId } = operation.content.operation;
  const entry = await transaction.operation.find(opId);
  if (entry?.op_hash !== held.op_hash || entry.verdict !== 'quarantined') return false;
  if ((await transaction.operation.find(judgedAgainId(opId))) !== undefined) return false;
  const device = await transaction.device.find(held.device_id);
  if (device === undefined) return false;

  const ledger = await openLedger(transaction);
  const rev = ledger.nextRev();
  // It came when it came: our upgrade makes nobody late.
  const taking = { deps, transaction, ledger, author: authorOf(device), receivedAt: held.received_at };
  const judgement = await judgeUnderSavepoint(taking, { ...operation, content: operation.content }, rev);
  if (judgement === 'stumbled' || judgement.verdict === 'quarantined') return false;
  await transaction.operation.keepBody(opId, held.body);
  await transaction.quarantine.remove(held.op_hash);
  const body = canon({ operation: opId });
  await ledger.append({
    op_id: judgedAgainId(opId),
    op_hash: hashTextNow(body),
    body,
    device_id: held.device_id,
    kind: 'server.judgeAgain',
    verdict: judgement.verdict,
    code: judgement.verdict === 'refused' ? judgement.code : null,
    rev,
    received_at: deps.clock.now(),
  });
  await buryQuarantined({ transaction, ledger }, opId);
  await ledger.save();
  deps.log('info', 'judged-again', {
    device: held.device_id,
    seq: held.seq,
    kind: operation.content.operation.kind,
  });
  return true;
}

/**
 * To be run at the start of a build; one transaction for each operation. Returns how many now have another verdict. A
 * store that cannot write now is no reason not to serve: the next start goes on.
 */
export async function judgeAgain(deps: CoreDeps): Promise<number> {
  let judged = 0;
  try {
    for (const { code, ...key } of await deps.store.read((tables) => tables.quarantine.keys()))
      if (
        forLackOfUnderstanding.has(code) &&
        (await deps.store.write((transaction) => judgeOneAgain(deps, transaction, key)))
      )
        judged += 1;
  } catch (error) {
    if (!(error instanceof StoreBusyError)) throw error;
    deps.log('alarm', 'store-busy');
  }
  return judged;
}
