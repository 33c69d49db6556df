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

/** Lower-case letters and digits: part of a database's name. */
export const newProfileId = (chance: Chance): string =>
  Array.from(chance.bytes(10), (byte) => (byte % 36).toString(36)).join('');

/**
 * The profile of this slip, made when it is new. The same slip scanned twice is the same profile; a slip for a profile
 * the commune locked out is tried again as a new code.
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
    const same = profiles.find(
      (kept) => kept.role === 'household' && kept.assessmentId === slip.assessmentId,
    );
    if (same !== undefined)
      begun = { ...same, usedAt: now, link: same.link.state === 'enrolled' ? same.link : link };
    return [...profiles.filter(({ id }) => id !== begun.id), begun];
  });
  return begun;
}
