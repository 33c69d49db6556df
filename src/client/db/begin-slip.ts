/** A household slip starts its form at the tap, without any contact; the engine redeems it later (`protocol.md` §6). */
import type { Chance, Clock } from '#protocol/ids.ts';
import type { ProfileRow } from './model.ts';
import type { Pocket } from './pocket.ts';

/** What the slip's fragment says (`protocol/code.ts`). */
export interface Slip {
  secret: string;
  assessmentId: string;
  communeId: string;
  householdCode: string;
}

/** It is this profile's form, of whatever campaign: last year's slip still opens its family's part. */
export const fills = ({ assessmentId, earlier }: ProfileRow, id: string): boolean =>
  assessmentId === id || earlier?.includes(id) === true;

/** A family's part, opening by its slip alone from now on; other people's as it is. */
export const closed = (profile: ProfileRow, at: number): ProfileRow =>
  profile.role === 'household' ? { ...profile, closedAt: profile.closedAt ?? at } : profile;

/** Lower-case letters and digits: part of a database's name. */
export const newProfileId = (chance: Chance): string =>
  Array.from(chance.bytes(10), (byte) => (byte % 36).toString(36)).join('');

/**
 * The profile of this slip, made when it is new. The same slip scanned twice is the same profile; a slip for a profile
 * the commune locked out is tried again as a new code. Another family's part of this phone is closed: it opens by its
 * own slip.
 */
export async function beginSlip(
  pocket: Pocket,
  around: { clock: Clock; chance: Chance },
  slip: Slip,
  words: { title: string; label: string },
): Promise<ProfileRow> {
  const now = around.clock.now();
  const link: ProfileRow['link'] = { state: 'pending', code: slip.secret, label: words.label };
  let begun: ProfileRow = {
    id: newProfileId(around.chance),
    role: 'household',
    title: words.title,
    communeId: slip.communeId,
    assessmentId: slip.assessmentId,
    link,
    createdAt: now,
    usedAt: now,
  };
  await pocket.changeProfiles((profiles) => {
    const same = profiles.find((kept) => kept.role === 'household' && fills(kept, slip.assessmentId));
    if (same !== undefined)
      begun = {
        ...same,
        usedAt: now,
        closedAt: undefined,
        link: same.link.state === 'enrolled' ? same.link : link,
      };
    const others = profiles.filter(({ id }) => id !== begun.id);
    return [...others.map((other) => closed(other, now)), begun];
  });
  return begun;
}
