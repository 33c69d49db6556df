/** Takes one operation at the next place of its device's sequence: known already, set aside, or judged. */
import { verdictCodeSchema, verdictSchema, type Result, type VerdictCode } from '#protocol/exchange.ts';
import { stackOf } from '../log.ts';
import { StoreBusyError, type Transaction } from '../store/store.ts';
import type { OperationRow } from '../store/tables/operation.ts';
import type { CoreDeps } from './deps.ts';
import type { Incoming } from './incoming.ts';
import { refused, type Author, type Judgement } from './judge/judge.ts';
import { judge } from './judge/judges.ts';
import { speaksOfErased } from './judge/of-erased.ts';
import type { Ledger } from './ledger.ts';
import { showQuarantined } from './office-rows.ts';

/** Kept in quarantine for one device and day. */
const QUARANTINE_BYTES_A_DAY = 1024 * 1024;
const DAY_MS = 24 * 60 * 60 * 1000;
/** What a row in quarantine costs besides its text: many tiny ones are no cheaper to keep. */
const QUARANTINE_ROW_BYTES = 512;
/** A server bug must not freeze a phone for weeks. */
const STUMBLES_MAX = 5;

export interface Taking {
  deps: CoreDeps;
  transaction: Transaction;
  ledger: Ledger;
  author: Author;
  receivedAt: number;
}

/** `opId` names the entry of the log that holds the verdict; absent when nothing happened (`retry`). */
export type Taken = { result: Result; opId: string } | { result: Result; opId: null };

export const storedResult = ({
  verdict,
  code,
  rev,
}: Pick<OperationRow, 'verdict' | 'code' | 'rev'>): Result => ({
  verdict: verdictSchema.parse(verdict),
  ...(code === null ? {} : { code: verdictCodeSchema.parse(code) }),
  rev,
});

/** No operation of a device can have an id of this form. */
export const judgedAgainId = (opId: string): string => `again:${opId}`;

/** Words that were taken away, as told apart from words that lie in quarantine. */
const isErased = ({ body, kind }: Pick<OperationRow, 'body' | 'kind'>): boolean =>
  body === null && kind !== 'server.setAside';

/**
 * The entry that holds an operation's verdict in force: the later one where it was judged again (`judge-again.ts`).
 * Whoever sends again what was erased is told so; the words are not kept a second time.
 */
export const verdictEntry = async (
  { operation }: Pick<Transaction, 'operation'>,
  entry: OperationRow,
): Promise<OperationRow> => {
  if (isErased(entry)) return { ...entry, verdict: 'refused', code: 'ERASED' };
  return entry.verdict === 'quarantined'
    ? ((await operation.find(judgedAgainId(entry.op_id))) ?? entry)
    : entry;
};

const retry = (code: VerdictCode): Taken => ({ result: { verdict: 'retry', code }, opId: null });

/** Stored apart, in full, with an entry in the log; the next operations go on. */
export async function setAside(
  { deps, transaction, ledger, author, receivedAt }: Taking,
  {
    operation,
    seq,
    code,
    opId,
  }: { operation: Incoming; seq: number; code: VerdictCode; opId: string | null },
): Promise<Taken> {
  const bytes = operation.bytes + QUARANTINE_ROW_BYTES;
  const today = await transaction.quarantine.bytesSince(author.deviceId, receivedAt - DAY_MS);
  if (today + bytes > QUARANTINE_BYTES_A_DAY) return retry('BUDGET');
  deps.log('alarm', 'operation-set-aside', { code, device: author.deviceId, seq, bytes: operation.bytes });
  const held = {
    op_hash: operation.hash,
    device_id: author.deviceId,
    seq,
    code,
    body: operation.text,
    bytes,
    received_at: receivedAt,
  };
  await transaction.quarantine.insert(held);
  const entry = {
    op_id: opId ?? deps.newId(),
    op_hash: operation.hash,
    body: null,
    device_id: author.deviceId,
    kind: 'server.setAside',
    verdict: 'quarantined',
    code,
    rev: ledger.nextRev(),
    received_at: receivedAt,
  };
  await ledger.append(entry);
  await showQuarantined({ transaction, ledger }, held, entry.op_id);
  return { result: storedResult(entry), opId: entry.op_id };
}

export async function judgeUnderSavepoint(
  { deps, transaction, ledger, author, receivedAt }: Taking,
  { hash, content }: Incoming & { content: { kind: 'operation' } },
  rev: number,
): Promise<Judgement | 'stumbled'> {
  try {
    return await transaction.savepoint(async () => {
      await deps.faults.at('beforeJudge');
      const facts = await deps.facts.of(transaction, ledger.factsOp());
      return judge(
        {
          transaction,
          ledger,
          facts,
          author,
          rev,
          receivedAt,
          opHash: hash,
          communeId: deps.store.communeId,
        },
        content.operation,
      );
    });
  } catch (error) {
    if (error instanceof StoreBusyError) throw error;
    deps.log('alarm', 'judge-failed', {
      kind: content.operation.kind,
      hash,
      error: stackOf(error),
    });
    return 'stumbled';
  }
}

/** Nobody known: a family that was erased is said to be one. */
async function ofErasedOr<Judged extends Judgement | 'stumbled'>(
  { deps, transaction }: Taking,
  text: string,
  judged: Judged,
): Promise<Judged | Judgement> {
  if (judged === 'stumbled' || judged.verdict !== 'refused' || judged.code !== 'UNKNOWN_SUBJECT')
    return judged;
  return (await speaksOfErased(transaction, deps.store.communeId, text)) ? refused('ERASED') : judged;
}

export async function takeOperation(taking: Taking, operation: Incoming, seq: number): Promise<Taken> {
  const { transaction, ledger, author, receivedAt } = taking;
  const { content, hash, text } = operation;
  const opId = content.kind === 'operation' ? content.operation.opId : content.opId;

  const seen = opId === null ? undefined : await transaction.operation.find(opId);
  if (seen !== undefined && seen.op_hash === hash)
    return { result: storedResult(await verdictEntry(transaction, seen)), opId: seen.op_id };
  // The id belongs to another text: the words are kept, under an entry of our own.
  if (seen !== undefined) return setAside(taking, { operation, seq, code: 'OP_ID_REUSED', opId: null });
  if (content.kind === 'notUnderstood') return setAside(taking, { operation, seq, code: content.code, opId });

  const rev = ledger.nextRev();
  const judgement = await ofErasedOr(
    taking,
    text,
    await judgeUnderSavepoint(taking, { ...operation, content }, rev),
  );
  if (judgement === 'stumbled') {
    const times = (await transaction.stumble.times(hash)) + 1;
    await transaction.stumble.put(hash, times);
    return times < STUMBLES_MAX
      ? retry('BUSY')
      : setAside(taking, { operation, seq, code: 'SERVER_BUG', opId });
  }
  if (judgement.verdict === 'quarantined')
    return setAside(taking, { operation, seq, code: judgement.code, opId });

  const code = judgement.verdict === 'refused' ? judgement.code : null;
  const entry = {
    op_id: content.operation.opId,
    op_hash: hash,
    // What is erased is not kept anew: its place in the sequence and its hash are all that stays.
    body: code === 'ERASED' ? null : text,
    device_id: author.deviceId,
    kind: content.operation.kind,
    verdict: judgement.verdict,
    code,
    rev,
    received_at: receivedAt,
  };
  await ledger.append(entry);
  return { result: storedResult(entry), opId: entry.op_id };
}
