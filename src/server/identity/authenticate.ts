/**
 * The proof of a signed request held against its device's row (`protocol.md` §4): known, not cut off, not waiting for the
 * officer's word, a counter never used before, a challenge of ours. One way for the exchange and every other signed route.
 */
import { roleSchema, type Binding, type Role } from '#protocol/policy-roles.ts';
import type { ProofClaims } from '#protocol/proof.ts';
import { writeNoted, type Note } from '../backup/write-noted.ts';
import type { Refusal } from '../outcomes.ts';
import { nothingCarried, type Carried } from '../session/carried.ts';
import { admitSession } from '../session/sessions.ts';
import type { Transaction } from '../store/store.ts';
import type { DeviceRow } from '../store/tables/device.ts';
import type { CoreDeps } from '../sync/deps.ts';
import { isFreshChallenge, newChallenge } from './challenge.ts';
import { turnedAway } from './device-standing.ts';
import { readBinding } from './scopes.ts';

const refuse = (code: Refusal['code']): Refusal => ({ kind: 'refused', code });

/** A request turned down for its session is spent like any other: whoever overheard it cannot use it later. */
export const spendProof = (
  { clock }: Pick<CoreDeps, 'clock'>,
  transaction: Transaction,
  { device, claims }: { device: DeviceRow; claims: ProofClaims },
): Promise<unknown> =>
  transaction.device.advance({
    ...device,
    counter: claims.counter,
    challenge_presented: claims.challenge,
    seen_at: clock.now(),
  });

/** What stands beside the proof, and what is asked of it. */
export interface Bearing {
  /** Left out: nothing, and the office's devices are asked to sign in. */
  carried?: Carried;
  /** `notNeeded`: what begins one. */
  session?: 'needed' | 'notNeeded';
  /** The person must have shown within the last minutes who is there (`graveActs` of the policy). */
  isGrave?: boolean;
}

/**
 * The device's row, if it may be answered now; the caller advances its counter in the same transaction. `isFresh`: grave
 * acts may be taken too.
 */
export async function admitDevice(
  deps: Pick<CoreDeps, 'clock' | 'chance' | 'sessions'>,
  transaction: Transaction,
  { deviceId, claims }: { deviceId: string; claims: ProofClaims },
  { carried = nothingCarried, session = 'needed', isGrave = false }: Bearing,
): Promise<{ kind: 'admitted'; device: DeviceRow; isFresh: boolean } | Refusal> {
  const device = await transaction.device.find(deviceId);
  if (device === undefined) return refuse('device-unknown');
  const away = turnedAway(device, deps.clock.now());
  if (away !== null) return refuse(away);
  if (claims.counter <= device.counter) return refuse('proof-replayed');
  if (isFreshChallenge(device, claims.challenge)) {
    if (session === 'notNeeded') return { kind: 'admitted', device, isFresh: false };
    const admitted = await admitSession(deps, transaction, device, { carried, isGrave });
    if (admitted.kind === 'admitted') return { ...admitted, device };
    await spendProof(deps, transaction, { device, claims });
    return admitted;
  }

  const challenge = newChallenge(deps.chance);
  await transaction.device.advance({
    ...device,
    counter: claims.counter,
    challenge_issued: challenge,
    seen_at: deps.clock.now(),
  });
  return { ...refuse('stale-challenge'), challenge };
}

export interface SignedRequest extends Bearing {
  method: ProofClaims['method'];
  /** As sent; with its query only where the route says so (`log-routes.ts`). */
  path: string;
  /** SHA-256 of the decoded body, base64url; of no bytes where there is no body. */
  bodyHash: string;
}

export interface Credential {
  deviceId: string;
  role: Role;
  binding: Binding;
  /** Person where known, otherwise what the credential is called. */
  name: string;
  /** Whose it is, in the office. */
  accountId: string | null;
}

interface ProvenCaller {
  kind: 'proven';
  deviceId: string;
  claims: ProofClaims;
}

async function proveCaller(
  deps: Pick<CoreDeps, 'store' | 'devices'>,
  proof: string,
  request: SignedRequest,
): Promise<ProvenCaller | Refusal> {
  const proven = await deps.store.arriving(deps.devices.prove(proof, request));
  if (proven.kind === 'unknownDevice') return refuse('device-unknown');
  return proven.kind === 'notProven' ? refuse('proof-invalid') : proven;
}

/** Spends the proof's counter, and says whose it is where the row's roles are met. */
async function admitCaller(
  deps: Pick<CoreDeps, 'clock' | 'chance' | 'sessions'>,
  transaction: Transaction,
  { deviceId, claims }: ProvenCaller,
  { roles, ...bearing }: Bearing & { roles: readonly Role[] },
): Promise<({ kind: 'authenticated' } & Credential) | Refusal> {
  const admitted = await admitDevice(deps, transaction, { deviceId, claims }, bearing);
  if (admitted.kind === 'refused') return admitted;
  const { device } = admitted;
  await spendProof(deps, transaction, { device, claims });
  const role = roleSchema.parse(device.role);
  if (!roles.includes(role)) return refuse('not-allowed');
  return {
    kind: 'authenticated',
    deviceId,
    role,
    binding: readBinding(device.binding_kind, device.binding_id),
    name: device.person_name ?? device.title,
    accountId: device.account_id,
  };
}

/**
 * Who sent this request, once: its counter is spent by the time this answers. No new challenge is given out, so a device
 * that reads many photos need not keep step. Not for the exchange, which does the same inside its own transaction.
 */
export async function authenticate(
  deps: Pick<CoreDeps, 'store' | 'devices' | 'clock' | 'chance' | 'sessions'>,
  proof: string,
  request: SignedRequest & { roles: readonly Role[] },
): Promise<({ kind: 'authenticated' } & Credential) | Refusal> {
  const proven = await proveCaller(deps, proof, request);
  if (proven.kind === 'refused') return proven;
  return deps.store.write((transaction) => admitCaller(deps, transaction, proven, request));
}

/**
 * As {@link authenticate}, and what is done for the caller happens in the same transaction: a device that is cut off
 * meanwhile has done nothing, not even at the same moment.
 */
export async function asCaller<Result>(
  deps: Pick<CoreDeps, 'store' | 'devices' | 'clock' | 'chance' | 'journal' | 'sessions'>,
  proof: string,
  request: SignedRequest & { roles: readonly Role[] },
  job: (transaction: Transaction, caller: Credential, note: Note) => Promise<Result>,
): Promise<Result | Refusal> {
  const proven = await proveCaller(deps, proof, request);
  if (proven.kind === 'refused') return proven;
  return writeNoted(deps, async (transaction, note): Promise<Result | Refusal> => {
    const caller = await admitCaller(deps, transaction, proven, request);
    return caller.kind === 'refused' ? caller : job(transaction, caller, note);
  });
}
