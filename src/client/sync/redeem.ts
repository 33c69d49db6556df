/**
 * Binds this profile's key to the role behind a code (`protocol.md` §6). A lost answer is asked for again with the same
 * key, and the same code with the same key gets the same answer.
 */
import type { EnrolResponse } from '#protocol/enrol.ts';
import { CHAIN_START } from '#protocol/hash.ts';
import type { Chance } from '#protocol/ids.ts';
import type { ProblemCode } from '#protocol/problem.ts';
import type { Identity, ProfileRow } from '#client/db/model.ts';
import { newNonce } from './nonce.ts';
import type { Transport, Unreachable } from './transport.ts';

export interface RedeemParts {
  /** The key to be bound, on disk already. */
  identity: Identity;
  /** Never used before by this key. */
  counter: number;
  transport: Transport;
  chance: Chance;
  installationId: string;
}

export type RedeemOutcome =
  | { kind: 'redeemed'; enrolment: EnrolResponse }
  | { kind: 'unreachable'; reason: Unreachable }
  | { kind: 'busy'; problem: ProblemCode; retryAfterMs: number | null }
  /** Wrong, expired or used on another phone: a new code is needed; what was filled stays. */
  | { kind: 'codeRefused'; problem: ProblemCode }
  /** This key was revoked, or stands for another role: a new one is needed. */
  | { kind: 'keyRefused'; problem: ProblemCode };

/** Of the request's own schema. */
const LABEL_MAX = 80;

const codeProblems: readonly ProblemCode[] = ['code-unknown', 'code-spent', 'code-expired'];
const keyProblems: readonly ProblemCode[] = ['device-revoked', 'not-allowed'];

/** What comes of it is the caller's to keep. */
export async function redeem(parts: RedeemParts, code: string, label: string): Promise<RedeemOutcome> {
  const { identity, counter, transport, chance } = parts;
  const reply = await transport.enrol(
    {
      v: 1,
      nonce: newNonce(chance),
      code,
      jwk: identity.jwk,
      installationId: parts.installationId,
      label: label.slice(0, LABEL_MAX),
    },
    { counter, challenge: '', lastSeq: 0, chain: CHAIN_START },
    { deviceId: identity.deviceId, key: identity.keys.privateKey },
  );
  if (reply.kind === 'unreachable') return { kind: 'unreachable', reason: reply.reason };
  if (reply.kind === 'refused') {
    const { code: problem, retryAfter } = reply.problem;
    if (keyProblems.includes(problem)) return { kind: 'keyRefused', problem };
    return codeProblems.includes(problem)
      ? { kind: 'codeRefused', problem }
      : { kind: 'busy', problem, retryAfterMs: retryAfter === undefined ? null : retryAfter * 1000 };
  }
  const enrolment = reply.value;
  if (enrolment.deviceId !== identity.deviceId) return { kind: 'unreachable', reason: 'captivePortal' };
  return { kind: 'redeemed', enrolment };
}

/** What the commune says about this profile, laid over what the slip said. */
export function enrolledProfile(profile: ProfileRow, enrolment: EnrolResponse): ProfileRow {
  const { role, binding, by, title, communeId, assessmentId } = enrolment;
  const enrolled: ProfileRow = {
    ...profile,
    role,
    binding,
    by,
    title,
    communeId,
    link: { state: 'enrolled' },
  };
  return assessmentId === undefined ? enrolled : { ...enrolled, assessmentId };
}
