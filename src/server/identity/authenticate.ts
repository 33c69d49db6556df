/**
 * The proof of a signed request held against its device's row (`protocol.md` §4): known, not revoked, a counter never
 * used before, a challenge of ours. One way for the exchange and for every other signed route.
 */
import { roleSchema, type Binding, type Role } from '#protocol/policy-roles.ts';
import type { ProofClaims } from '#protocol/proof.ts';
import type { Refusal } from '../outcomes.ts';
import type { Transaction } from '../store/store.ts';
import type { DeviceRow } from '../store/tables/device.ts';
import type { CoreDeps } from '../sync/deps.ts';
import { isFreshChallenge, newChallenge } from './challenge.ts';
import { readBinding } from './scopes.ts';

const refuse = (code: Refusal['code']): Refusal => ({ kind: 'refused', code });

/** The device's row, if it may be answered now; the caller advances its counter in the same transaction. */
export async function admitDevice(
  deps: Pick<CoreDeps, 'clock' | 'chance'>,
  transaction: Transaction,
  { deviceId, claims }: { deviceId: string; claims: ProofClaims },
): Promise<{ kind: 'admitted'; device: DeviceRow } | Refusal> {
  const device = await transaction.device.find(deviceId);
  if (device === undefined) return refuse('device-unknown');
  if (device.revoked_at !== null) return refuse('device-revoked');
  if (claims.counter <= device.counter) return refuse('proof-replayed');
  if (isFreshChallenge(device, claims.challenge)) return { kind: 'admitted', device };

  const challenge = newChallenge(deps.chance);
  await transaction.device.advance({
    ...device,
    counter: claims.counter,
    challenge_issued: challenge,
    seen_at: deps.clock.now(),
  });
  return { ...refuse('stale-challenge'), challenge };
}

export interface SignedRequest {
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
}

/**
 * Who sent this request, once: its counter is spent by the time this answers. No new challenge is given out, so a device
 * that reads many photos need not keep step. Not for the exchange, which does the same inside its own transaction.
 */
export async function authenticate(
  deps: Pick<CoreDeps, 'store' | 'devices' | 'clock' | 'chance'>,
  proof: string,
  { roles, ...request }: SignedRequest & { roles: readonly Role[] },
): Promise<({ kind: 'authenticated' } & Credential) | Refusal> {
  const proven = await deps.store.arriving(deps.devices.prove(proof, request));
  if (proven.kind === 'unknownDevice') return refuse('device-unknown');
  if (proven.kind === 'notProven') return refuse('proof-invalid');
  const { deviceId, claims } = proven;
  return deps.store.write(async (transaction) => {
    const admitted = await admitDevice(deps, transaction, { deviceId, claims });
    if (admitted.kind === 'refused') return admitted;
    const { device } = admitted;
    await transaction.device.advance({
      ...device,
      counter: claims.counter,
      challenge_presented: claims.challenge,
      seen_at: deps.clock.now(),
    });
    const role = roleSchema.parse(device.role);
    if (!roles.includes(role)) return refuse('not-allowed');
    return {
      kind: 'authenticated',
      deviceId,
      role,
      binding: readBinding(device.binding_kind, device.binding_id),
      name: device.person_name ?? device.title,
    };
  });
}
