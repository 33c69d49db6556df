/** One exchange, top to bottom (`protocol.md` §4). */
import {
  EXCHANGE_PATH,
  isFinal,
  type ExchangeRequest,
  type ExchangeResponse,
  type Result,
} from '#protocol/exchange.ts';
import type { ProofClaims } from '#protocol/proof.ts';
import { signReceipt } from '#protocol/receipt.ts';
import type { ExchangeOutcome, Refusal } from '../outcomes.ts';
import { nothingCarried, type Carried } from '../session/carried.ts';
import { nextChainNow } from '../crypto/hash.ts';
import { admitDevice, spendProof } from '../identity/authenticate.ts';
import { newChallenge } from '../identity/challenge.ts';
import { scopesOf } from '../identity/scopes.ts';
import type { Transaction } from '../store/store.ts';
import type { DeviceRow } from '../store/tables/device.ts';
import type { CoreDeps } from './deps.ts';
import { firstGrave } from './grave.ts';
import { authorOf, isDraining } from './judge/judge.ts';
import { readOperations, type Incoming } from './incoming.ts';
import { openLedger } from './ledger.ts';
import { isToBeShown, showDevice } from './office-rows.ts';
import { pull } from './pull.ts';
import { safeOf } from './safe.ts';
import { digestsOf, keysOfScopes, type ScopeKeys } from './scope-digests.ts';
import { takeOperation, type Taking } from './take.ts';
import { atTakenPlace, noteFork } from './taken-place.ts';

const refuse = (code: Refusal['code']): Refusal => ({ kind: 'refused', code });

/** What the transaction found out; the receipt over it is signed, and digests are hashed, after the commit. */
interface Settled {
  kind: 'settled';
  reply: Omit<ExchangeResponse, 'receipt' | 'digests'>;
  auditHead: string;
  digestKeys: ScopeKeys;
}

/**
 * Takes a device's operations and gives it the rows it may see. `bodyHash` is the SHA-256 of the body `request` was read
 * from. Answers only what is committed; a refusal has stored nothing but the counter and challenge of its device.
 */
export async function handleExchange(
  deps: CoreDeps,
  {
    proof,
    bodyHash,
    request,
    carried = nothingCarried,
  }: { proof: string; bodyHash: string; request: ExchangeRequest; carried?: Carried },
): Promise<ExchangeOutcome> {
  const proven = await deps.store.arriving(
    deps.devices.prove(proof, { method: 'POST', path: EXCHANGE_PATH, bodyHash }),
  );
  if (proven.kind === 'unknownDevice') return refuse('device-unknown');
  if (proven.kind === 'notProven') return refuse('proof-invalid');
  const operations = readOperations(request.ops, deps.faults.lacks);
  if (operations === null) return refuse('not-canonical');

  const settled = await deps.store.write((transaction) =>
    exchange(deps, transaction, {
      deviceId: proven.deviceId,
      claims: proven.claims,
      request,
      operations,
      carried,
    }),
  );
  if (settled.kind === 'refused') return settled;
  await deps.faults.at('afterCommit');

  const { reply, auditHead, digestKeys } = settled;
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
  const digests = digestKeys.size === 0 ? {} : { digests: await digestsOf(digestKeys) };
  return { kind: 'answered', response: { ...reply, receipt, ...digests } };
}

async function exchange(
  deps: CoreDeps,
  transaction: Transaction,
  {
    deviceId,
    claims,
    request,
    operations: sent,
    carried,
  }: {
    deviceId: string;
    claims: ProofClaims;
    request: ExchangeRequest;
    operations: readonly Incoming[];
    carried: Carried;
  },
): Promise<Settled | Refusal> {
  const now = deps.clock.now();
  const admitted = await admitDevice(deps, transaction, { deviceId, claims }, { carried });
  if (admitted.kind === 'refused') return admitted;
  const { device } = admitted;
  const place = { firstSeq: request.firstSeq, last: device.last_seq };
  const grave = admitted.isFresh ? null : await firstGrave(transaction, sent, place);
  if (grave === 'next') {
    await spendProof(deps, transaction, { device, claims });
    return refuse('step-up');
  }
  // What stands before a grave act goes its way; the act itself waits for the person.
  const operations = grave === null ? sent : sent.slice(0, grave);
  const challenge = newChallenge(deps.chance);
  const ledger = await openLedger(transaction);
  const author = authorOf(device);
  const taking: Taking = { deps, transaction, ledger, author, receivedAt: now };

  let { last_seq: last, chain } = device;
  const results: Result[] = [];
  let forkedAt: number | null = null;
  for (const [index, operation] of operations.entries()) {
    const seq = request.firstSeq + index;
    // A gap: `lastSeq` in the reply tells the phone where to go on from.
    if (seq > last + 1) break;
    if (seq <= last) {
      const { result, forked } = await atTakenPlace(taking, operation, seq);
      results.push(result);
      if (!forked) continue;
      // Two histories are not mixed: what follows belongs to the one that came second.
      forkedAt = seq;
      break;
    }
    const { result, opId } = await takeOperation(taking, operation, seq);
    results.push(result);
    if (!isFinal(result.verdict) || opId === null) break;
    await transaction.deviceSeq.insert({ device_id: deviceId, seq, op_hash: operation.hash, op_id: opId });
    last = seq;
    chain = nextChainNow(chain, operation.hash);
  }
  if (claims.lastSeq === last && claims.chain !== chain) forkedAt ??= last;
  if (forkedAt !== null) await noteFork(taking, device, forkedAt);

  const granted = scopesOf(author.binding);
  const pulled = await pull(transaction, { request, granted, epoch: ledger.epoch, rev: ledger.rev() });
  const { digests: asked = [] } = request.pull;
  const digestKeys = await keysOfScopes(transaction, pulled.more ? [] : asked, granted);
  const { keptBackups } = await deps.facts.of(transaction, ledger.factsOp());
  const safe = await safeOf(transaction, keptBackups, deviceId);
  const advanced: DeviceRow = {
    ...device,
    last_seq: last,
    chain,
    counter: claims.counter,
    challenge_presented: claims.challenge,
    challenge_issued: challenge,
    seen_at: now,
    report: request.report === undefined ? device.report : JSON.stringify(request.report),
    flag: forkedAt === null ? device.flag : 'forked',
  };
  const isShown = advanced.flag !== device.flag || isToBeShown(device, advanced);
  if (isShown) await showDevice(taking, advanced);
  await transaction.device.advance(isShown ? { ...advanced, shown_at: now } : advanced);
  await ledger.save();
  await deps.faults.at('beforeCommit');

  return {
    kind: 'settled',
    auditHead: ledger.auditHead(),
    digestKeys,
    reply: {
      v: 1,
      nonce: request.nonce,
      epoch: ledger.epoch,
      time: now,
      challenge,
      lastSeq: last,
      chain,
      ...safe,
      results,
      ...pulled,
      ...(isDraining({ ledger, receivedAt: now }) ? { drainUntil: ledger.drainUntil ?? now } : {}),
    },
  };
}
