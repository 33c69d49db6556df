/**
 * Everything one wake-up does under the profile's lock: redeem a pending code at first contact, seal what changed in
 * open drafts, exchange until nothing waits. The page and the worker run the same cycle.
 */
import { importPublicKey } from '#protocol/proof.ts';
import type { ProblemCode } from '#protocol/problem.ts';
import { verifyReceipt } from '#protocol/receipt.ts';
import type { EngineStore } from '#client/db/engine-store.ts';
import type { ProfileRow } from '#client/db/model.ts';
import type { Budget } from './budget.ts';
import { identityOf } from './device-key.ts';
import type { Environment } from './environment.ts';
import { exchangeOnce, type ExchangeContext, type ExchangeOutcome } from './exchange-once.ts';
import { enrolledProfile, redeem, type RedeemOutcome } from './redeem.ts';
import { sealDrafts } from './seal-drafts.ts';
import type { Transport, Unreachable } from './transport.ts';

/** More rounds than any phone's backlog; a server that always says "more" must not hold the lock for ever. */
const ROUNDS_MAX = 400;

/** Of the report's own schema. */
const BUILD_MAX = 40;

export const lockName = (profileId: string): string => `thidua-sync:${profileId}`;

/** The profile as it is now, and the one way to change it. */
export interface ProfileCard {
  current(): ProfileRow;
  /** Takes over what another tab or the worker changed. */
  reload(): Promise<void>;
  change(profile: ProfileRow): Promise<void>;
}

export interface CycleContext {
  store: EngineStore;
  transport: Transport;
  environment: Environment;
  profile: ProfileCard;
  /** Kept from cycle to cycle: a bad line is remembered. */
  budget: Budget;
  installationId: () => Promise<string>;
}

export type CycleOutcome =
  | { kind: 'done' }
  | { kind: 'unreachable'; reason: Unreachable }
  | { kind: 'busy'; retryAfterMs: number | null }
  | { kind: 'needsScan' }
  | { kind: 'codeRefused' };

async function redeemPending(
  context: CycleContext,
  link: Extract<ProfileRow['link'], { state: 'pending' }>,
): Promise<RedeemOutcome> {
  const { store, transport, environment, profile } = context;
  const installationId = await context.installationId();
  const outcome = await redeem(
    { store, transport, chance: environment.chance, installationId },
    link.code,
    link.label,
  );
  if (outcome.kind !== 'redeemed') return outcome;
  const before = profile.current();
  // A slip whose form is another household's is no credential for what was filled here.
  if (before.assessmentId !== undefined && before.assessmentId !== outcome.enrolment.assessmentId)
    return { kind: 'codeRefused', problem: 'code-unknown' };
  await profile.change(enrolledProfile(before, outcome.enrolment));
  return outcome;
}

async function exchangeContext(context: CycleContext): Promise<ExchangeContext | null> {
  const { store, transport, environment, profile } = context;
  const identity = await identityOf(store);
  if (identity.communeJwk === undefined) return null;
  const communeKey = await importPublicKey(identity.communeJwk);
  return {
    store,
    transport,
    clock: environment.clock,
    chance: environment.chance,
    budget: context.budget,
    identity,
    communeId: profile.current().communeId,
    readReceipt: (receipt) => verifyReceipt(receipt, communeKey),
    device: async () => ({
      persisted: await environment.isPersisted(),
      build: environment.build.slice(0, BUILD_MAX),
    }),
  };
}

/** Everything stays on the phone; a person has to scan a new code. */
async function lockOut(profile: ProfileCard, problem: ProblemCode): Promise<CycleOutcome> {
  await profile.change({ ...profile.current(), link: { state: 'lockedOut', problem } });
  return { kind: 'needsScan' };
}

async function afterRefusal(
  profile: ProfileCard,
  outcome: Exclude<ExchangeOutcome, { kind: 'settled' }>,
): Promise<CycleOutcome> {
  if (outcome.kind === 'forked') return { kind: 'needsScan' };
  if (outcome.kind !== 'lockedOut') return outcome;
  return lockOut(profile, outcome.problem);
}

/** Call it holding the profile's lock ({@link lockName}). */
export async function runCycle(context: CycleContext): Promise<CycleOutcome> {
  const { profile, store, environment } = context;
  await profile.reload();
  const { link } = profile.current();
  if (link.state === 'pending') {
    const outcome = await redeemPending(context, link);
    if (outcome.kind === 'codeRefused') return { kind: 'codeRefused' };
    if (outcome.kind === 'keyRefused') return lockOut(profile, outcome.problem);
    if (outcome.kind === 'busy') return { kind: 'busy', retryAfterMs: outcome.retryAfterMs };
    if (outcome.kind === 'unreachable') return outcome;
  }
  const exchange = await exchangeContext(context);
  if (exchange === null) return { kind: 'needsScan' };
  const { by, role } = profile.current();
  const sealing = { store, clock: environment.clock, chance: environment.chance, by: by ?? role };

  for (let round = 0; round < ROUNDS_MAX; round++) {
    await sealDrafts(sealing);
    const outcome = await exchangeOnce(exchange);
    if (outcome.kind !== 'settled') return afterRefusal(profile, outcome);
    if (profile.current().link.state === 'lockedOut')
      await profile.change({ ...profile.current(), link: { state: 'enrolled' } });
    if (outcome.isStuck) return { kind: 'busy', retryAfterMs: null };
    // What was typed on while the last save was under way goes now.
    if (outcome.isDone && (await sealDrafts(sealing)) === 0) return { kind: 'done' };
  }
  return { kind: 'busy', retryAfterMs: null };
}
