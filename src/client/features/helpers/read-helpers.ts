/** The phones that help this hamlet, as the commune shows them to its head. */
import type { DeviceRow } from '#protocol/office-rows.ts';
import { standingOf, type DeviceStanding } from '#client/subject/devices/standing.ts';
import type { Workspace } from '#client/workspace.ts';

export interface Helper {
  device: DeviceRow;
  name: string;
  standing: DeviceStanding;
}

const order: Record<DeviceStanding, number> = { waiting: 0, silent: 1, working: 2, expired: 3, revoked: 4 };

/** Those that serve first, and of them the newest. `now`: epoch ms. */
export async function readHelpers(
  workspace: Pick<Workspace, 'rows' | 'profile'>,
  now: number,
): Promise<Helper[]> {
  const { binding } = workspace.profile;
  const hamletId = binding?.kind === 'hamlet' ? binding.id : '';
  return (await workspace.rows('device'))
    .map(({ value }) => value)
    .filter(({ role, subjectId }) => role === 'hamletHelper' && subjectId === hamletId)
    .map((device) => ({
      device,
      name: device.personName || device.label,
      standing: standingOf(device, now),
    }))
    .sort((a, b) => order[a.standing] - order[b.standing] || b.device.enrolledAt - a.device.enrolledAt);
}

export const serves = ({ standing }: Pick<Helper, 'standing'>): boolean =>
  standing !== 'expired' && standing !== 'revoked';
