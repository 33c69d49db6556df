/**
 * A phone the commune locked out comes back with a new code: the same profile goes on under a fresh key, and everything
 * it holds is handed in again under the same ids (`protocol.md` §6).
 */
import type { EnrolResponse } from '#protocol/enrol.ts';
import type { EngineStore } from '#client/db/engine-store.ts';
import type { Identity, ProfileRow } from '#client/db/model.ts';
import { resealUnder } from '#client/db/rare/reseal.ts';
import { redeem, type RedeemOutcome, type RedeemParts } from '../redeem.ts';
import { dropSuccessor, successorOf } from './successor.ts';

/** Puts the redeemed key in the old one's place, with everything that is here sealed under it. */
export async function takeOver(
  store: EngineStore,
  fresh: Identity,
  enrolment: EnrolResponse,
  counter: number,
): Promise<void> {
  const { communeJwk, recipient, epoch, challenge } = enrolment;
  const state = await store.state();
  const identity = { ...fresh, communeJwk, ...(recipient === undefined ? {} : { recipient }) };
  await resealUnder(store.tables, { identity, epoch, challenge, counter }, epoch === state.epoch);
}

/** Redeems with a fresh key, because the present one is no longer accepted. A lost answer is asked for with the same. */
export async function redeemAnew(
  store: EngineStore,
  parts: Omit<RedeemParts, 'identity' | 'counter'>,
  code: string,
  label: string,
): Promise<RedeemOutcome> {
  const identity = await successorOf(store.tables);
  const counter = await store.nextCounter();
  const outcome = await redeem({ ...parts, identity, counter }, code, label);
  if (outcome.kind === 'redeemed') await takeOver(store, identity, outcome.enrolment, counter);
  if (outcome.kind === 'keyRefused') await dropSuccessor(store.tables);
  return outcome;
}

/** The profile of this phone that the commune locked out and this enrolment brings back; never another's work. */
export function lockedTwin(
  profiles: readonly ProfileRow[],
  enrolment: EnrolResponse,
): ProfileRow | undefined {
  const { role, binding, communeId } = enrolment;
  const idOf = (of: ProfileRow['binding']): string | undefined =>
    of === undefined ? undefined : of.kind === 'office' ? of.kind : `${of.kind}:${of.id}`;
  return profiles
    .filter(
      (profile) =>
        profile.link.state === 'lockedOut' &&
        profile.communeId === communeId &&
        profile.role === role &&
        idOf(profile.binding) === idOf(binding),
    )
    .sort((a, b) => b.usedAt - a.usedAt)[0];
}
