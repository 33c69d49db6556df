/** Brings a form to where a move or points can take effect: sent by its own people, and not being read yet. */
import type { Role } from '#protocol/policy-roles.ts';
import type { SigningDevice } from '../../support/signing-device.ts';
import { enrolled, type FrontDoor } from './front-door.ts';
import { intentFor } from './matrix-operations.ts';
import type { SmallCommune, Target } from './small-commune.ts';

const roleOf = { household: 'household', hamlet: 'hamletHead', unit: 'unitContact' } as const;

/** Returns a function that makes a target's form `received`, through the front door. */
export async function createReceiver(
  front: FrontDoor,
  commune: SmallCommune,
): Promise<(target: Target) => Promise<void>> {
  const { core, door } = front;
  const senders = new Map<string, SigningDevice>();
  for (const target of [...commune.households, commune.hamletA, commune.hamletB, ...commune.units]) {
    const role = roleOf[target.kind];
    const issued =
      role === 'household'
        ? await core.createSlip(target.id)
        : await core.createEnrolCode({ role, subject: target.id, ttlMs: 600_000 });
    senders.set(target.id, await enrolled(door, issued));
  }
  const apply = async (
    device: SigningDevice,
    role: Role,
    kind: 'assessment.submit' | 'assessment.move',
    target: Target,
  ) => {
    const intent = intentFor(commune, role, kind, target, front.standing(target.assessmentId));
    if (intent.kind === 'assessment.move') intent.args.to = 'received';
    const { value, text } = await device.exchange(door, [device.seal(intent)]);
    if (value?.results[0]?.verdict !== 'applied') throw new Error(`${kind} ${target.canary}: ${text}`);
  };
  return async (target) => {
    const { state } = front.standing(target.assessmentId);
    const sender = senders.get(target.id);
    if (sender === undefined) throw new Error(`nobody sends for ${target.canary}`);
    if (state === 'underReview') await apply(commune.officer, 'officer', 'assessment.move', target);
    else if (state !== 'received') await apply(sender, roleOf[target.kind], 'assessment.submit', target);
  };
}
