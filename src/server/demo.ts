/** `--demo`: a synthetic commune part-way through its campaign, and a link for every role. */
import { bindingKindOf, roles, type Binding, type Role } from '#protocol/policy-roles.ts';
import type { IssuedCode, IssueOutcome, ServerCore } from './core-types.ts';

const DEMO_HOUSEHOLDS = 240;
const DEMO_SEED = 2025;
/** The folder is thrown away at the stop; the links need not die sooner. */
const DEMO_LINK_MS = 7 * 24 * 60 * 60 * 1000;

export const seedDemoCommune = (core: ServerCore): Promise<Record<string, number>> =>
  core.seedDemo({ households: DEMO_HOUSEHOLDS, seed: DEMO_SEED, reviewed: true });

function issue(core: ServerCore, role: Role, binding: Binding): Promise<IssueOutcome> {
  if (role === 'household') return core.createSlip(binding.kind === 'office' ? '' : binding.id);
  return core.createEnrolCode({
    role,
    ttlMs: DEMO_LINK_MS,
    ...(binding.kind !== 'office' && { subject: binding.id }),
  });
}

/** One link for each role, bound to a subject that already has a device, so that there is something to see. */
export async function demoLinks(core: ServerCore): Promise<IssuedCode[]> {
  const devices = await core.listDevices();
  const links: IssuedCode[] = [];
  for (const role of roles) {
    const kind = bindingKindOf[role];
    const binding: Binding | undefined =
      kind === 'office' ? { kind } : devices.find((device) => device.binding.kind === kind)?.binding;
    const issued = binding === undefined ? undefined : await issue(core, role, binding);
    if (issued?.kind === 'issued') links.push(issued);
  }
  return links;
}
