/** A device of any role, bound to the first hamlet where it needs one. */
import type { Role } from '#protocol/policy-roles.ts';
import { SigningDevice } from '../../support/signing-device.ts';
import { secretOf, type Commune } from './commune.ts';

export async function enrolled(
  commune: Commune,
  role: Exclude<Role, 'household'>,
  subject = commune.hamlets[0]?.id ?? '',
  /** Whose account it is; devices of nobody in particular are one person's. */
  personName?: string,
): Promise<SigningDevice> {
  const issued = await commune.core.createEnrolCode({
    role,
    subject,
    ttlMs: 60_000,
    ...(personName !== undefined && { personName }),
  });
  if (issued.kind !== 'issued') throw new Error(`nothing to be a ${role} of`);
  const device = await SigningDevice.make();
  const reply = await device.enrol(commune.door, secretOf(issued.fragment));
  if (reply.value === null) throw new Error(`not enrolled: ${reply.text}`);
  return device;
}
