/** One exchange, top to bottom (`protocol.md` §4). */
import {
  EXCHANGE_PATH,
  isFinal,
  type ExchangeRequest,
  type ExchangeResponse,
  type Result,
} from '#protocol/exchange.ts';
import { roleSchema } from '#protocol/policy-roles.ts';
import type { ProofClaims } from '#protocol/proof.ts';
import { signReceipt } from '#protocol/receipt.ts';
import type { ExchangeOutcome, Refusal } from '../core-types.ts';
import { nextChainNow } from '../crypto/hash.ts';
import { isFreshChallenge, newChallenge } from '../identity/challenge.ts';
import { readBinding, scopesOf } from '../identity/scopes.ts';
import type { Transaction } from '../store/store.ts';
import type { CoreDeps } from './deps.ts';
import { readOperations, type Incoming } from './incoming.ts';
import { openLedger } from './ledger.ts';
import { pull } from './pull.ts';
import { setAside, storedResult, takeOperation, type Taking } from './take.ts';

const refuse = (code: Refusal['code']): Refusal => ({ kind: 'refused', code });

/** What the transaction found out; the receipt over it is signed after the commit. */
type Settled = { kind: 'settled'; reply: Omit<ExchangeResponse, 'receipt'>; auditHead: string };

/**
 * Takes a device's operations and gives it the rows it may see. `bodyHash` is the SHA-256 of the body `request` was read
 * from. Answers only what is committed; a refusal has stored nothing but the counter and challenge of its device.
 */
export async function handleExchange(
  deps: CoreDeps,
  { proof, bodyHash, request }: { proof: string; bodyHash: string; request: ExchangeRequest },
): Promise<ExchangeOutcome> {
  const proven = await deps.store.arriving(
    deps.devices.prove(proof, { method: 'POST', path: EXCHANGE_PATH, bodyHash }),
  );
  if (proven.kind === 'unknownDevice') return refuse('device-unknown');
  if (proven.kind === 'notProven') return refuse('proof-invalid');
  const operations = readOperations(request.ops);
  if (operations === null) return refuse('not-canonical');

  const settled = await deps.store.write((transaction) =>
    exchange(deps, transaction, { deviceId: proven.deviceId, claims: proven.claims, request, operations }),
  );
  if (settled.kind === 'refused') return settled;
  await deps.faults.at('afterCommit');

  const { reply, auditHead } = settled;
  const { lastSeq, chain, epoch, time } = reply;
  const claims = {
    commune: deps.store.communeId,
    device: proven.deviceId,
    lastSeq,
    chain,
    epoch,
    time,
    auditHead,
  };
  const receipt = await signReceipt(claims, deps.keys.privateKey);
  return { kind: 'answered', response: { ...reply, receipt } };
}

async function exchange(
  deps: CoreDeps,
  transaction: Transaction,
  {
    deviceId,
    claims,
    request,
    operations,
  }: {
    deviceId: string;
    claims: ProofClaims;
    request: ExchangeRequest;
    operations: readonly Incoming[];
  },
): Promise<Settled | Refusal> {
  const now = deps.clock.now();
  const device = await transaction.device.find(deviceId);
  if (device === undefined) return refuse('device-unknown');
  if (device.revoked_at !== null) return refuse('device-revoked');
  if (claims.counter <= device.counter) return refuse('proof-replayed');

  const challenge = newChallenge(deps.chance);
  if (!isFreshChallenge(device, claims.challenge)) {
    await transaction.device.advance({
      ...device,
      counter: claims.counter,
      challenge_issued: challenge,
      seen_at: now,
    });
    return { ...refuse('stale-challenge'), challenge };
  }

  const binding = readBinding(device.binding_kind, device.binding_id);
  const ledger = await openLedger(transaction);
  const author = {
    deviceId,
    role: roleSchema.parse(device.role),
    binding,
    name: device.person_name ?? device.title,
  };
  const taking: Taking = { deps, transaction, ledger, author, receivedAt: now };

  let { last_seq: last, chain } = device;
  const results: Result[] = [];
  for (const [index, operation] of operations.entries()) {
    const seq = request.firstSeq + index;
    // A gap: `lastSeq` in the reply tells the phone where to go on from.
    if (seq > last + 1) break;
    if (seq <= last) {
      results.push(await repeated(taking, operation, seq));
      continue;
    }
    const { result, opId } = await takeOperation(taking, operation, seq);
    results.push(result);
    if (!isFinal(result.verdict) || opId === null) break;
    await transaction.deviceSeq.insert({ device_id: deviceId, seq, op_hash: operation.hash, op_id: opId });
    last = seq;
    chain = nextChainNow(chain, operation.hash);
  }
  if (claims.lastSeq === last && claims.chain !== chain)
    deps.log('alarm', 'device-forked', { device: deviceId, last });

  const pulled = await pull(transaction, {
    request,
    granted: scopesOf(binding),
    epoch: ledger.epoch,
    rev: ledger.rev(),
  });
  await transaction.device.advance({
    device_id: deviceId,
    last_seq: last,
    chain,
    counter: claims.counter,
    challenge_presented: claims.challenge,
    challenge_issued: challenge,
    seen_at: now,
    report: request.report === undefined ? device.report : JSON.stringify(request.report),
  });
  await ledger.save();
  await deps.faults.at('beforeCommit');

  return {
    kind: 'settled',
    auditHead: ledger.auditHead(),
    reply: {
      v: 1,
      nonce: request.nonce,
      epoch: ledger.epoch,
      time: now,
      challenge,
      lastSeq: last,
      chain,
      // Nothing is safe before a verified backup holds it.
      safeSeq: 0,
      results,
      ...pulled,
    },
  };
}

/** A place already taken: the same text gets its stored verdict; another text means two phones share one identity. */
async function repeated(taking: Taking, operation: Incoming, seq: number): Promise<Result> {
  const { deps, transaction, author } = taking;
  const taken = await transaction.deviceSeq.find(author.deviceId, seq);
  if (taken === undefined) throw new Error(`place ${seq} of a device is empty below its last`);
  if (taken.op_hash === operation.hash) {
    const entry = await transaction.operation.find(taken.op_id);
    if (entry === undefined) throw new Error(`no log entry for place ${seq} of a device`);
    return storedResult(entry);
  }
  deps.log('alarm', 'device-forked', { device: author.deviceId, seq });
  if (await transaction.quarantine.holds(author.deviceId, operation.hash, seq))
    return { verdict: 'quarantined', code: 'OP_ID_REUSED' };
  const { result } = await setAside(taking, { operation, seq, code: 'OP_ID_REUSED', opId: null });
  return result;
}
