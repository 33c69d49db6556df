/**
 * One exchange (`protocol.md` §4), top to bottom: take what waits, ask, judge the answer, write it down in one
 * transaction. Safe to repeat, to interrupt anywhere and to run twice at once.
 */
import { rowSchemas } from '#protocol/entities.ts';
import type { DeviceReport, ExchangeRequest, ExchangeResponse, FeedRow } from '#protocol/exchange.ts';
import type { Chance, Clock } from '#protocol/ids.ts';
import type { Problem, ProblemCode } from '#protocol/problem.ts';
import type { ReceiptClaims } from '#protocol/receipt.ts';
import type { EngineStore, PulledRow, Waiting } from '#client/db/engine-store.ts';
import type { Identity, SyncState } from '#client/db/model.ts';
import { isRowEntity } from '#client/db/row-of.ts';
import type { Budget } from './budget.ts';
import { newNonce } from './nonce.ts';
import type { Reply, Standing, Transport, Unreachable } from './transport.ts';

const PULL_BYTES = 240 * 1024;
/** With more than this going up, rows wait for an exchange of their own. */
const BIG_PUSH_BYTES = 16 * 1024;

export interface ExchangeContext {
  store: EngineStore;
  transport: Transport;
  clock: Clock;
  chance: Chance;
  budget: Budget;
  identity: Identity;
  communeId: string;
  /** The claims, when the pinned commune key signed them. */
  readReceipt: (receipt: string) => Promise<ReceiptClaims | null>;
  /** What the officer's list of silent devices is fed with, beside the counts. */
  device: () => Promise<Pick<DeviceReport, 'persisted' | 'build'>>;
}

export type ExchangeOutcome =
  /** `isDone`: nothing waits and no rows are left; `isStuck`: the commune took nothing of what waits. */
  | { kind: 'settled'; isDone: boolean; isStuck: boolean }
  | { kind: 'unreachable'; reason: Unreachable }
  | { kind: 'busy'; retryAfterMs: number | null }
  /** The commune does not accept this key. */
  | { kind: 'lockedOut'; problem: ProblemCode }
  /** It holds another history under this key. */
  | { kind: 'forked' };

const isBigPush = ({ rest, bytes }: Waiting): boolean => rest > 0 || bytes > BIG_PUSH_BYTES;

async function requestOf(
  context: ExchangeContext,
  state: SyncState,
  waiting: Waiting,
): Promise<ExchangeRequest> {
  const counts = await context.store.counts();
  return {
    v: 1,
    nonce: newNonce(context.chance),
    epoch: state.epoch,
    firstSeq: state.ackedSeq + 1,
    ops: waiting.ops.map(({ text }) => text),
    // An acknowledgement does not wait behind rows: they come when everything has gone up.
    pull: { cursors: state.cursors, maxBytes: isBigPush(waiting) ? 0 : PULL_BYTES },
    report: { ...counts, ...(await context.device()) },
  };
}

/** Asks once, and once more at once when only the challenge was stale. */
async function ask(
  context: ExchangeContext,
  request: ExchangeRequest,
  sent: Pick<Standing, 'lastSeq' | 'chain'>,
): Promise<Reply<ExchangeResponse>> {
  const { store, transport, identity } = context;
  const signer = { deviceId: identity.deviceId, key: identity.keys.privateKey };
  const once = async (): Promise<Reply<ExchangeResponse>> => {
    const counter = await store.nextCounter();
    const { challenge } = await store.state();
    return transport.exchange(request, { ...sent, counter, challenge }, signer);
  };
  const reply = await once();
  if (reply.kind !== 'refused' || reply.problem.code !== 'stale-challenge') return reply;
  if (reply.problem.challenge === undefined) return reply;
  await store.keepChallenge(reply.problem.challenge);
  return once();
}

function refusalOf(problem: Problem, budget: Budget): ExchangeOutcome {
  if (problem.code === 'device-unknown' || problem.code === 'device-revoked')
    return { kind: 'lockedOut', problem: problem.code };
  if (problem.code === 'too-large') budget.choked();
  return { kind: 'busy', retryAfterMs: problem.retryAfter === undefined ? null : problem.retryAfter * 1000 };
}

/** Is this the commune's word about this device, and about exactly this reply? */
async function isGenuine(context: ExchangeContext, reply: ExchangeResponse): Promise<boolean> {
  const claims = await context.readReceipt(reply.receipt);
  return (
    claims !== null &&
    claims.commune === context.communeId &&
    claims.device === context.identity.deviceId &&
    claims.lastSeq === reply.lastSeq &&
    claims.chain === reply.chain &&
    claims.epoch === reply.epoch
  );
}

/** Rows of an entity this build does not know, or cannot read, are left to the build that does. */
function pulledRows(rows: FeedRow[]): PulledRow[] {
  const pulled: PulledRow[] = [];
  for (const { scope, entity, id, rev, value } of rows) {
    if (!isRowEntity(entity)) continue;
    if (value === null) {
      pulled.push({ scope, entity, id, rev });
      continue;
    }
    const parsed = rowSchemas[entity].safeParse(value);
    if (parsed.success) pulled.push({ scope, entity, id, rev, value: parsed.data });
  }
  return pulled;
}

export async function exchangeOnce(context: ExchangeContext): Promise<ExchangeOutcome> {
  const { store, clock, budget } = context;
  const state = await store.state();
  const waiting = await store.pending(budget.bytes());
  const request = await requestOf(context, state, waiting);
  const lastSent = waiting.ops.at(-1);
  const lastSeq = lastSent?.seq ?? state.ackedSeq;
  const chain = (await store.chainAt(lastSeq)) ?? state.lastChain;

  const sentAt = clock.now();
  const reply = await ask(context, request, { lastSeq, chain });
  if (reply.kind === 'refused') return refusalOf(reply.problem, budget);
  if (reply.kind === 'unreachable') {
    if (reply.reason === 'timeout') budget.choked();
    return { kind: 'unreachable', reason: reply.reason };
  }

  const answer = reply.value;
  // Neither a bad receipt nor a missing one acknowledges anything.
  if (!(await isGenuine(context, answer))) return { kind: 'unreachable', reason: 'captivePortal' };
  if ((await store.chainAt(answer.lastSeq)) !== answer.chain) return { kind: 'forked' };

  const at = clock.now();
  const askedForRows = request.pull.maxBytes > 0;
  await store.settle({
    epoch: answer.epoch,
    challenge: answer.challenge,
    clockOff: Math.round(answer.time - (sentAt + at) / 2),
    at,
    serverTime: answer.time,
    lastSeq: answer.lastSeq,
    safeSeq: answer.safeSeq,
    firstSeq: request.firstSeq,
    results: answer.results,
    receipt: answer.receipt,
    rows: pulledRows(answer.rows),
    cursors: answer.cursors,
    evict: answer.evict,
    reset: answer.reset,
    isCaughtUp: askedForRows && !answer.more,
  });
  budget.flowed();

  const after = await store.state();
  const isWaiting = after.ackedSeq < after.lastSeq;
  const mustPull = !askedForRows || answer.more;
  return {
    kind: 'settled',
    isDone: !isWaiting && !mustPull,
    isStuck: waiting.ops.length > 0 && after.ackedSeq === state.ackedSeq,
  };
}
