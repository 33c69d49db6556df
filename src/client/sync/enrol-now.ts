/**
 * A code or link that needs the commune's answer at the tap (`protocol.md` §6): whose it is, only the commune knows. The
 * key is on disk before the code is spent, and is kept until an answer came, so a lost answer costs nothing.
 */
import { newProfileId } from '#client/db/begin-slip.ts';
import type { ProfileRow } from '#client/db/model.ts';
import type { EnrolResponse } from '#protocol/enrol.ts';
import type { ProblemCode } from '#protocol/problem.ts';
import { openStore, type Surroundings } from './open-store.ts';
import { enrolledProfile, redeem, type RedeemOutcome } from './redeem.ts';
import { createTransport, type Unreachable } from './transport.ts';

export type EnrolNowOutcome =
  | { kind: 'answered'; profile: ProfileRow }
  | { kind: 'unreachable'; reason: Unreachable }
  /** `busy` and `too-many-attempts` carry the seconds to wait. */
  | { kind: 'refused'; problem: ProblemCode; retryAfterMs: number | null }
  | UnavailableOutcome;

/** This phone could not keep a key: nothing was sent, the code is not spent. */
interface UnavailableOutcome {
  kind: 'unavailable';
  reason: 'outdated' | 'blocked' | 'unavailable';
}

const quiet = { flush: () => Promise.resolve(), onOutdated: () => {}, onBlocked: () => {} };

async function enrollingProfileId({ pocket, environment }: Surroundings): Promise<string> {
  const begun = await pocket.enrolling();
  if (begun !== undefined) return begun.profileId;
  const profileId = newProfileId(environment.chance);
  await pocket.saveEnrolling({ profileId });
  return profileId;
}

/** Redeems with the key of this profile, made if need be, and keeps what came of it. */
async function redeemAs(
  profileId: string,
  surroundings: Surroundings,
  code: string,
  label: string,
): Promise<RedeemOutcome | UnavailableOutcome> {
  const { environment, pocket } = surroundings;
  const opened = await openStore(profileId, surroundings, quiet);
  if (opened.kind !== 'open') return { kind: 'unavailable', reason: opened.kind };
  const { store, close } = opened;
  try {
    const installationId = await pocket.installationId(environment.chance);
    const transport = createTransport(environment);
    return await redeem({ store, transport, chance: environment.chance, installationId }, code, label);
  } finally {
    close();
  }
}

async function keepProfile(
  id: string,
  { environment, pocket }: Surroundings,
  enrolment: EnrolResponse,
): Promise<ProfileRow> {
  const { role, title, communeId } = enrolment;
  const now = environment.clock.now();
  const begun: ProfileRow = {
    id,
    role,
    title,
    communeId,
    link: { state: 'enrolled' },
    createdAt: now,
    usedAt: now,
  };
  const profile = enrolledProfile(begun, enrolment);
  await pocket.putProfile(profile);
  await pocket.endEnrolling();
  return profile;
}

/** `code`: 22 characters of a link or 10 typed ones, as `readFragment` and `readCode` give them. */
export async function enrolNow(
  surroundings: Surroundings,
  code: string,
  label: string,
): Promise<EnrolNowOutcome> {
  let profileId = await enrollingProfileId(surroundings);
  let outcome = await redeemAs(profileId, surroundings, code, label);
  if (outcome.kind === 'keyRefused') {
    // The key was spent on an earlier code whose answer never came; it holds nothing yet, so another takes its place.
    await surroundings.pocket.endEnrolling();
    profileId = await enrollingProfileId(surroundings);
    outcome = await redeemAs(profileId, surroundings, code, label);
  }
  switch (outcome.kind) {
    case 'redeemed':
      return { kind: 'answered', profile: await keepProfile(profileId, surroundings, outcome.enrolment) };
    case 'busy':
      return { kind: 'refused', problem: outcome.problem, retryAfterMs: outcome.retryAfterMs };
    case 'codeRefused':
    case 'keyRefused':
      return { kind: 'refused', problem: outcome.problem, retryAfterMs: null };
    default:
      return outcome;
  }
}
