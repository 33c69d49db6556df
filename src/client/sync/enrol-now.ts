/**
 * A code or link that needs the commune's answer at the tap (`protocol.md` §6): whose it is, only the commune knows. The
 * key is on disk before the code is spent, and is kept until an answer came, so a lost answer costs nothing.
 */
import { closed, fills, newProfileId } from '#client/db/begin-slip.ts';
import type { Identity, ProfileRow } from '#client/db/model.ts';
import { profileDbName } from '#client/db/profile-db.ts';
import type { EnrolResponse } from '#protocol/enrol.ts';
import type { ProblemCode } from '#protocol/problem.ts';
import { lockName } from './cycle.ts';
import { identityOf } from './device-key.ts';
import { pullFirst } from './first-pull.ts';
import { openStore, quietHooks, type Surroundings } from './open-store.ts';
import { enrolledProfile, redeem, type RedeemOutcome } from './redeem.ts';
import { createTransport, type Unreachable } from './transport.ts';

export type EnrolNowOutcome =
  /** `isReady`: what the commune has for this person is on the phone; otherwise it comes as soon as there is a network. */
  | { kind: 'answered'; profile: ProfileRow; isReady: boolean }
  | { kind: 'unreachable'; reason: Unreachable }
  /** `busy` and `too-many-attempts` carry the seconds to wait. */
  | { kind: 'refused'; problem: ProblemCode; retryAfterMs: number | null }
  | UnavailableOutcome;

/** This phone could not keep a key, or not open the work a new code is for: the same code may be tried again. */
interface UnavailableOutcome {
  kind: 'unavailable';
  reason: 'outdated' | 'blocked' | 'unavailable';
}

type Redeemed = { kind: 'redeemed'; enrolment: EnrolResponse; identity: Identity; counter: number };

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
): Promise<Redeemed | Exclude<RedeemOutcome, { kind: 'redeemed' }> | UnavailableOutcome> {
  const { environment, pocket } = surroundings;
  const opened = await openStore(profileId, surroundings, quietHooks);
  if (opened.kind !== 'open') return { kind: 'unavailable', reason: opened.kind };
  const { store, close } = opened;
  const { chance } = environment;
  try {
    const installationId = await pocket.installationId(chance);
    const transport = createTransport(environment);
    const identity = await identityOf(store);
    const counter = await store.nextCounter();
    const outcome = await redeem({ identity, counter, transport, chance, installationId }, code, label);
    if (outcome.kind !== 'redeemed') return outcome;
    await store.keepEnrolment(outcome.enrolment);
    const { rows } = outcome.enrolment;
    if (rows !== undefined) await (await import('./rare/first-rows.ts')).keepFirstRows(store, rows);
    return { kind: 'redeemed', enrolment: outcome.enrolment, identity, counter };
  } finally {
    close();
  }
}

async function newProfile(
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
  const profile: ProfileRow = { ...enrolledProfile(begun, enrolment), awaits: enrolment.pending };
  // One family of a shared phone at a time: the others open by their own slips.
  await pocket.changeProfiles((kept) => [
    ...kept.filter((each) => each.id !== id).map((each) => (role === 'household' ? closed(each, now) : each)),
    profile,
  ]);
  await pocket.endEnrolling();
  return profile;
}

/** A family that is here already: its code opens its part again, and the key made for asking is nobody's. */
async function reopen(
  same: ProfileRow,
  { environment, pocket, indexedDB }: Surroundings,
  askedAs: string,
): Promise<ProfileRow> {
  const now = environment.clock.now();
  const profile: ProfileRow = { ...same, closedAt: undefined, usedAt: now };
  await pocket.changeProfiles((kept) =>
    kept.map((each) => (each.id === same.id ? profile : closed(each, now))),
  );
  await pocket.endEnrolling();
  indexedDB.deleteDatabase(profileDbName(askedAs));
  return profile;
}

const familyHere = (
  profiles: readonly ProfileRow[],
  { role, communeId, assessmentId }: EnrolResponse,
): ProfileRow | undefined =>
  profiles.find(
    (each) =>
      role === 'household' &&
      each.role === role &&
      each.communeId === communeId &&
      fills(each, assessmentId ?? '') &&
      each.link.state !== 'lockedOut',
  );

/** The locked-out profile goes on under the key that was just redeemed; asked again after a crash, it changes nothing. */
async function comeBack(
  locked: ProfileRow,
  surroundings: Surroundings,
  { enrolment, identity, counter }: Redeemed,
): Promise<ProfileRow | UnavailableOutcome> {
  const { environment, pocket } = surroundings;
  const { takeOver } = await import('./rare/enrol-again.ts');
  const opened = await openStore(locked.id, surroundings, quietHooks);
  if (opened.kind !== 'open') return { kind: 'unavailable', reason: opened.kind };
  try {
    await environment.locks.request(lockName(locked.id), { ifAvailable: false }, () =>
      takeOver(opened.store, identity, enrolment, counter),
    );
  } finally {
    opened.close();
  }
  const profile = {
    ...enrolledProfile(locked, enrolment),
    awaits: enrolment.pending,
    closedAt: undefined,
    usedAt: environment.clock.now(),
  };
  await pocket.changeProfiles((kept) => kept.map((each) => (each.id === locked.id ? profile : each)));
  const used = await pocket.enrolling();
  await pocket.endEnrolling();
  // Its key lives in the profile it was made for; a deletion that does not happen leaves an empty database.
  if (used !== undefined) surroundings.indexedDB.deleteDatabase(profileDbName(used.profileId));
  return profile;
}

async function keepRedeemed(
  profileId: string,
  surroundings: Surroundings,
  redeemed: Redeemed,
): Promise<EnrolNowOutcome> {
  const { pocket } = surroundings;
  const { lockedTwin } = await import('./rare/enrol-again.ts');
  const [profiles, begun] = [await pocket.profiles(), await pocket.enrolling()];
  const here = familyHere(profiles, redeemed.enrolment);
  if (here !== undefined && here.id !== profileId)
    return { kind: 'answered', profile: await reopen(here, surroundings, profileId), isReady: true };
  const locked = profiles.find(({ id }) => id === begun?.into) ?? lockedTwin(profiles, redeemed.enrolment);
  // Two profiles must never have one key: what this one goes to is on disk before it does.
  if (locked !== undefined) await pocket.saveEnrolling({ profileId, into: locked.id });
  const profile =
    locked === undefined
      ? await newProfile(profileId, surroundings, redeemed.enrolment)
      : await comeBack(locked, surroundings, redeemed);
  if ('kind' in profile) return profile;
  return { kind: 'answered', profile, isReady: await pullFirst(surroundings, profile) };
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
      return keepRedeemed(profileId, surroundings, outcome);
    case 'busy':
      return { kind: 'refused', problem: outcome.problem, retryAfterMs: outcome.retryAfterMs };
    case 'codeRefused':
    case 'keyRefused':
      return { kind: 'refused', problem: outcome.problem, retryAfterMs: null };
    default:
      return outcome;
  }
}
