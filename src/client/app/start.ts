/** What this page shows first, from its address and from who uses this phone. Pure. */
import { readFragment } from '#protocol/fragment.ts';
import { fills, type Slip } from '#client/db/begin-slip.ts';
import type { ProfileRow } from '#client/db/model.ts';

export type Start =
  /** A family's app, in the first download. `profile` null: the slip is new here, or opens what was closed. */
  | { kind: 'household'; slip: Slip | null; profile: ProfileRow | null }
  /** Everything else is loaded with the second. */
  | { kind: 'app'; isSlipUnreadable: boolean };

interface Address {
  pathname: string;
  hash: string;
}

const isHousehold = ({ role }: ProfileRow): boolean => role === 'household';
const isOpen = ({ closedAt }: ProfileRow): boolean => closedAt === undefined;

/** It goes on by this slip as it is; otherwise the slip has something to tell, which it does at a tap. */
const isAtHome = ({ link, closedAt }: ProfileRow, { secret }: Slip): boolean =>
  closedAt === undefined && (link.state === 'enrolled' || (link.state === 'pending' && link.code === secret));

/** `chosenId`: whom the person picked in this tab, where several share the phone. */
export function startOf(
  { pathname, hash }: Address,
  profiles: readonly ProfileRow[],
  chosenId: string | null,
): Start {
  if (pathname === '/p' && hash.length > 1) {
    const slip = readFragment(hash);
    if (slip?.kind !== 'slip') return { kind: 'app', isSlipUnreadable: true };
    const profile = profiles.find((each) => isHousehold(each) && fills(each, slip.assessmentId));
    return { kind: 'household', slip, profile: profile && isAtHome(profile, slip) ? profile : null };
  }
  const households = profiles.filter((each) => isHousehold(each) && isOpen(each));
  const chosen = households.find(({ id }) => id === chosenId);
  const only = profiles.length === 1 ? households[0] : undefined;
  if (pathname === '/p') {
    const profile = chosen ?? (households.length === 1 ? households[0] : undefined);
    return profile === undefined
      ? { kind: 'app', isSlipUnreadable: false }
      : { kind: 'household', slip: null, profile };
  }
  return pathname === '/' && only !== undefined
    ? { kind: 'household', slip: null, profile: only }
    : { kind: 'app', isSlipUnreadable: false };
}
