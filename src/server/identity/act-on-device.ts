/**
 * The word on a device (`protocol.md` §6): yes to one that waits, no to it, or no longer. It holds for the device's next
 * request; the same word again gets the same answer.
 */
import { DEVICE_ACT_PATH, type DeviceActRequest, type DeviceActResponse } from '#protocol/devices.ts';
import { actAllowed } from '#protocol/policy-devices.ts';
import { roleSchema } from '#protocol/policy-roles.ts';
import { routeRoles } from '../http/route-key.ts';
import type { DeviceActOutcome, Refusal } from '../outcomes.ts';
import { nothingCarried, type Carried } from '../session/carried.ts';
import type { CoreDeps } from '../sync/deps.ts';
import { asCaller } from './authenticate.ts';
import { isCutOff, isPending } from './device-standing.ts';
import { approveDevice, cutOff } from './devices.ts';
import { bindingId, readBinding, relationTo } from './scopes.ts';

const refuse = (code: Refusal['code']): Refusal => ({ kind: 'refused', code });

/** A device that is not there, and one that is not the caller's to speak about, get the same answer. */
export async function actOnDevice(
  deps: CoreDeps,
  {
    proof,
    bodyHash,
    request,
    carried = nothingCarried,
  }: { proof: string; bodyHash: string; request: DeviceActRequest; carried?: Carried },
): Promise<DeviceActOutcome> {
  const { act, nonce } = request;
  const asked = {
    method: 'POST',
    path: DEVICE_ACT_PATH,
    bodyHash,
    roles: routeRoles('POST /api/v1/devices/act'),
    carried,
  } as const;
  return asCaller(deps, proof, asked, async (transaction, caller, note): Promise<DeviceActOutcome> => {
    const found = await transaction.device.find(request.device);
    if (found === undefined) return refuse('not-allowed');
    const binding = readBinding(found.binding_kind, found.binding_id);
    const subject = { kind: binding.kind, id: bindingId(binding), hamletId: '' };
    const relation = relationTo(caller.binding, subject);
    if (!actAllowed(act, roleSchema.parse(found.role), caller.role, relation)) return refuse('not-allowed');

    const said = (state: DeviceActResponse['state']): DeviceActOutcome => ({
      kind: 'answered',
      response: { v: 1, nonce, state },
    });
    if (isCutOff(found, deps.clock.now())) return said('revoked');
    const by = caller.deviceId;
    if (act === 'approve') {
      await approveDevice(deps, transaction, { device: found, note, by });
      return said('approved');
    }
    // Another machine of the office said yes meanwhile: to take it back is a revocation, and asked for by that name.
    if (act === 'decline' && !isPending(found)) return said('approved');
    await cutOff(deps, transaction, { device: found, note, by });
    return said('revoked');
  });
}
