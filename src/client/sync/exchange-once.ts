/**
 * One exchange (`protocol.md` §4), top to bottom: take what waits, ask, judge the answer, write it down in one
 * transaction. Safe to repeat, to interrupt anywhere and to run twice at once.
 */
import type { RowEntity, rowSchemas } from '#protocol/entities.ts';
import type { DeviceReport, ExchangeRequest, ExchangeResponse, FeedRow } from '#protocol/exchange.ts';
import { familyRowSchemas } from '#protocol/family-rows.ts';
import type { Chance, Clock } from '#protocol/ids.ts';
import type { Problem, ProblemCode } from '#protocol/problem.ts';
import type { ReceiptClaims } from '#protocol/receipt.ts';
import type { EngineStore, PulledRow, Waiting } from '#client/db/engine-store.ts';
import type { Identity, OutboxRow, SyncState } from '#client/db/model.ts';
import { askProven } from './ask-proven.ts';
import type { Budget } from './budget.ts';
import { newNonce } from './nonce.ts';
import type { Transport, Unreachable } from './transport.ts';

const PULL_BYTES = 240 * 1024;
const DAY_MS = 24 * 60 * 60 * 1000;
/** With more than this going up, rows wait for an exchange of their own. */
const BIG_PUSH_BYTES = 16 * 1024;

export interface ExchangeContext {
  store: EngineStore;
  transport: Transport;
  clock: Clock;
  chance: Chance;
  budget: Budget;
  /** No rows are wanted now; without them nothing is left to do once all is acknowledged. */
  pausesRows?: boolean;
  identity: Identity;
  communeId: string;
  /** The claims, when the pinned commune key signed them. */
  readReceipt: (receipt: string) => Promise<ReceiptClaims | null>;
  /** What the officer's list of silent devices is fed with, beside the counts. */
  device: () => Promise<Pick<DeviceReport, 'persisted' | 'build'>>;
}

export type Digests = ExchangeResponse['digests'];

export type ExchangeOutcome =
  /**
   * `isDone`: nothing waits and no rows are left; `isStuck`: the commune took nothing of what waits. `digests`: what the
   * commune says it has in each scope, when this phone has all of it.
   */
  | { kind: 'settled'; isDone: boolean; isStuck: boolean; digests?: Digests }
  | { kind: 'unreachable'; reason: Unreachable }
  /** `problem`: what it said, where it said something. */
  | { kind: 'busy'; retryAfterMs: number | null; problem?: ProblemCode }
  /** The commune does not accept this key. */
  | { kind: 'lockedOut'; problem: ProblemCode }
  /** It refused these so many operations as a whole and stored nothing: one of them may be to blame. */
  | { kind: 'badEnvelope'; ops: OutboxRow[] }
  /** It holds another history under this key, or lacks what this phone has deleted. */
  | { kind: 'forked'; epoch: string; lastSeq: number };

const isBigPush = ({ rest, bytes }: Waiting): boolean => rest > 0 || bytes > BIG_PUSH_BYTES;

async function requestOf(
  context: ExchangeContext,
  state: SyncState,
  waiting: Waiting,
): Promise<ExchangeRequest> {
  const { store, chance, clock } = context;
  const [counts, device] = [await store.counts(), await context.device()];
  const scopes = Object.keys(state.cursors);
  // An acknowledgement does not wait behind rows: on a slow line, and with much to send, they come after it.
  const rowsWait =
    context.pausesRows === true ||
    (waiting.ops.length > 0 && (isBigPush(waiting) || !context.budget.isQuick()));
  const maxBytes = rowsWait ? 0 : PULL_BYTES;
  // What could not be read here differs anyway.
  const compares =
    maxBytes > 0 &&
    scopes.length > 0 &&
    state.unreadBy === null &&
    Math.abs(clock.now() - (state.digestAt ?? 0)) > DAY_MS;
  return {
    v: 1,
    nonce: newNonce(chance),
    epoch: state.epoch,
    firstSeq: state.ackedSeq + 1,
    ops: waiting.ops.map(({ text }) => text),
    pull: { cursors: state.cursors, maxBytes, ...(compares ? { digests: scopes } : {}) },
    report: { ...counts, ...device },
  };
}

const badEnvelopes: readonly ProblemCode[] = ['invalid-envelope', 'not-canonical', 'malformed', 'too-large'];

function refusalOf(problem: Problem, budget: Budget, ops: OutboxRow[]): ExchangeOutcome {
  const { code, retryAfter } = problem;
  if (code === 'device-unknown' || code === 'device-revoked') return { kind: 'lockedOut', problem: code };
  if (code === 'too-large') budget.choked();
  if (badEnvelopes.includes(code) && (code !== 'too-large' || ops.length === 1))
    return { kind: 'badEnvelope', ops };
  return {
    kind: 'busy',
    retryAfterMs: retryAfter === undefined ? null : retryAfter * 1000,
    problem: code,
  };
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
function pulledRows(
  rows: FeedRow[],
  readers: Partial<typeof rowSchemas>,
): { pulled: PulledRow[]; isUnread: boolean } {
  const isKnown = (entity: string): entity is RowEntity => Object.hasOwn(readers, entity);
  const pulled: PulledRow[] = [];
  let isUnread = false;
  for (const { scope, entity, id, rev, value } of rows) {
    if (value === null && isKnown(entity)) {
      pulled.push({ scope, entity, id, rev });
      continue;
    }
    // Also the end of a row this build does not know: a newer build may have left it here.
    const parsed = isKnown(entity) ? readers[entity]?.safeParse(value) : undefined;
    if (isKnown(entity) && parsed?.success === true)
      pulled.push({ scope, entity, id, rev, value: parsed.data });
    else isUnread = true;
  }
  return { pulled, isUnread };
}

/** `opsMax`: sends no more than so many operations, to find the one the commune cannot read. */
export async function exchangeOnce(context: ExchangeContext, opsMax = Infinity): Promise<ExchangeOutcome> {
  const { store, transport, identity, clock, budget } = context;
  const state = await store.state();
  const found = await store.pending(budget.bytes());
  const ops = found.ops.slice(0, opsMax);
  const waiting = { ...found, ops, rest: found.rest + found.ops.length - ops.length };
  const request = await requestOf(context, state, waiting);
  const lastSeq = ops.at(-1)?.seq ?? state.ackedSeq;
  const chain = (await store.chainAt(lastSeq)) ?? state.lastChain;

  const sentAt = clock.now();
  const signer = { deviceId: identity.deviceId, key: identity.keys.privateKey };
  const reply = await askProven(store, { lastSeq, chain }, (standing) =>
    transport.exchange(request, standing, signer),
  );
  if (reply.kind === 'refused') return refusalOf(reply.problem, budget, ops);
  if (reply.kind === 'unreachable') {
    if (reply.reason === 'timeout') budget.choked();
    return { kind: 'unreachable', reason: reply.reason };
  }

  const answer = reply.value;
  // Neither a bad receipt nor a missing one acknowledges anything.
  if (!(await isGenuine(context, answer))) return { kind: 'unreachable', reason: 'captivePortal' };
  if (answer.lastSeq < state.floorSeq || (await store.chainAt(answer.lastSeq)) !== answer.chain)
    return { kind: 'forked', epoch: answer.epoch, lastSeq: answer.lastSeq };

  const at = clock.now();
  const isCaughtUp = request.pull.maxBytes > 0 && !answer.more && answer.reset.length === 0;
  // A family's rows are read by what its form comes with; whoever is shown others fetches what reads them.
  const others =
    'office' in answer.cursors || answer.rows.some(({ entity }) => !Object.hasOwn(familyRowSchemas, entity))
      ? (await import('./rare/rows-of-others.ts')).rowsOfOthers
      : null;
  const { pulled, isUnread } = pulledRows(answer.rows, others?.readers ?? familyRowSchemas);
  const settled = await store.settle({
    deviceId: identity.deviceId,
    epoch: answer.epoch,
    challenge: answer.challenge,
    clockOff: Math.round(answer.time - (sentAt + at) / 2),
    at,
    serverTime: answer.time,
    lastSeq: answer.lastSeq,
    chain: answer.chain,
    safeSeq: answer.safeSeq,
    safeAt: answer.safeAt ?? null,
    drainUntil: answer.drainUntil ?? null,
    firstSeq: request.firstSeq,
    results: answer.results,
    receipt: answer.receipt,
    rows: pulled,
    ...(await others?.inWhole(store.tables, { pulled, answer, state, isCaughtUp })),
    cursors: answer.cursors,
    evict: answer.evict,
    reset: answer.reset,
    isCaughtUp,
    adopt: others?.adopt ?? null,
    unreadBy: isUnread ? (await context.device()).build : null,
  });
  // Another tab sealed under a new key meanwhile: the same question once more, with it.
  if (settled === 'stale') return { kind: 'busy', retryAfterMs: null };
  budget.flowed(at - sentAt);

  const after = await store.state();
  return {
    kind: 'settled',
    isDone: after.ackedSeq === after.lastSeq && (isCaughtUp || context.pausesRows === true),
    isStuck: ops.length > 0 && after.ackedSeq === state.ackedSeq,
    ...(isCaughtUp && answer.digests !== undefined ? { digests: answer.digests } : {}),
  };
}
