/**
 * Everything one wake-up does under the profile's lock: redeem a pending code at first contact, seal what changed in
 * open drafts, exchange until nothing waits. The page and the worker run the same cycle.
 */
import { importPublicKey } from '#protocol/proof.ts';
import { verifyReceipt } from '#protocol/receipt.ts';
import type { ProfileRow } from '#client/db/model.ts';
import { fills } from '#client/db/begin-slip.ts';
import type { CycleContext, CycleOutcome } from './cycle-context.ts';
import type { Environment } from './environment.ts';
import { identityOf } from './device-key.ts';
import { exchangeOnce, type ExchangeContext } from './exchange-once.ts';
import { enrolledProfile, redeem, type RedeemOutcome } from './redeem.ts';

/** More rounds than any phone's backlog; a server that always says "more" must not hold the lock for ever. */
const ROUNDS_MAX = 400;

/** Of the report's own schema. */
const BUILD_MAX = 40;

export const lockName = (profileId: string): string => `thidua-sync:${profileId}`;

async function redeemPending(
  context: CycleContext,
  { code, label }: Extract<ProfileRow['link'], { state: 'pending' }>,
): Promise<RedeemOutcome> {
  const { store, transport, environment, profile } = context;
  const { chance } = environment;
  const installationId = await context.installationId();
  const identity = await identityOf(store);
  const counter = await store.nextCounter();
  let outcome = await redeem({ identity, counter, transport, chance, installationId }, code, label);
  if (outcome.kind === 'redeemed') await store.keepEnrolment(outcome.enrolment);
  // This key was cut off; the same work goes on under a fresh one.
  else if (outcome.kind === 'keyRefused')
    outcome = await (
      await import('./rare/enrol-again.ts')
    ).redeemAnew(store, { transport, chance, installationId }, code, label);
  if (outcome.kind !== 'redeemed') return outcome;
  const before = profile.current();
  // A slip whose form is another household's is no credential for what was filled here.
  if (before.assessmentId !== undefined && !fills(before, outcome.enrolment.assessmentId ?? ''))
    return { kind: 'codeRefused', problem: 'code-unknown' };
  await profile.change(enrolledProfile(before, outcome.enrolment));
  return outcome;
}

const buildOf = ({ build }: Environment): string => build.slice(0, BUILD_MAX);

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
    pausesRows: (await context.pausesRows?.()) ?? false,
    identity,
    communeId: profile.current().communeId,
    readReceipt: (receipt) => verifyReceipt(receipt, communeKey),
    device: async () => ({
      persisted: await environment.isPersisted(),
      build: buildOf(environment),
    }),
  };
}

/** What seldom happens, and what mends it. */
const mending = () => import('./rare/mend.ts');

/** Call it holding the profile's lock ({@link lockName}). */
export async function runCycle(context: CycleContext): Promise<CycleOutcome> {
  const { profile, store, environment } = context;
  await profile.reload();
  const { link } = profile.current();
  if (link.state === 'pending') {
    const outcome = await redeemPending(context, link);
    if (outcome.kind === 'codeRefused') return { kind: 'codeRefused' };
    if (outcome.kind === 'keyRefused') return (await mending()).lockOut(profile, outcome.problem);
    if (outcome.kind === 'busy') return { kind: 'busy', retryAfterMs: outcome.retryAfterMs };
    if (outcome.kind === 'unreachable') return outcome;
  }
  const { unreadBy } = await store.state();
  if (unreadBy !== null && unreadBy !== buildOf(environment)) await (await mending()).retryRows(context);
  const { by, role } = profile.current();
  const sealing = { store, clock: environment.clock, chance: environment.chance, by: by ?? role };
  // A family's draft never travels, and it does without what seals one.
  const sealDrafts = async (): Promise<number> =>
    role === 'household' ? 0 : (await import('./seal-drafts.ts')).sealDrafts(sealing);

  let havePhotosGone = false;
  let isRekeyed = false;
  for (let round = 0; round < ROUNDS_MAX; round++) {
    context.onProgress?.();
    await sealDrafts();
    // Anew each time: the phone may have given itself another key.
    const exchange = await exchangeContext(context);
    if (exchange === null) return { kind: 'needsScan' };
    const outcome = await exchangeOnce(exchange);
    if (outcome.kind === 'unreachable' || (outcome.kind === 'busy' && outcome.problem !== 'step-up'))
      return outcome;
    if (outcome.kind !== 'settled') {
      // Twice in a row is a fault that a third key would not mend.
      if (outcome.kind === 'forked' && isRekeyed) return { kind: 'busy', retryAfterMs: null };
      isRekeyed ||= outcome.kind === 'forked';
      const end = await (await mending()).mend(context, exchange, outcome);
      if (end !== null) return end;
      continue;
    }
    if (profile.current().link.state === 'lockedOut')
      await profile.change({ ...profile.current(), link: { state: 'enrolled' } });
    if (outcome.isStuck) return { kind: 'busy', retryAfterMs: null };
    // What was typed on while the last save was under way goes now.
    if (!outcome.isDone || (await sealDrafts()) > 0) continue;
    const { safeSeq, ackedSeq, floorSeq } = await store.state();
    if (outcome.digests !== undefined || Math.min(safeSeq, ackedSeq) > floorSeq) {
      const kept = await (await mending()).keepUp(context, outcome.digests);
      if (kept === 'differs') continue;
    }
    if (havePhotosGone || context.sendPhotos === undefined) return { kind: 'done', isMore: havePhotosGone };
    const photos = await context.sendPhotos();
    if (photos.kind === 'idle') return { kind: 'done' };
    if (photos.kind !== 'again') return photos;
    // The commune's word on what went comes as a row.
    havePhotosGone = true;
  }
  return { kind: 'busy', retryAfterMs: null };
}
